package scan

import "unicode/utf8"

// Literals are found in two steps. A filter, part of the loop of Run, answers for nearly every place of a text that no literal
// is there; a trie settles the rest. There are two filters, because one pair of letters says little in a script of 26:
//
//   - the matrix, asked with two neighbouring runes that are numbered among the first and second runes of the pairs by which
//     literals are found (anchors);
//   - the grams, asked with a hash of the last four bytes at each byte of ASCII, for literals that begin with four runes of
//     ASCII. Full-width forms are rare: they are looked at one by one (wideGrams).

// maxID bounds rows and columns: the matrix has 128 KiB at most, which stays in the second-level cache. Beyond, runes share
// rows and columns: that sends more places to the trie and changes no result.
const maxID = 1<<10 - 1

const (
	gramRunes  = 4
	gramBits   = 15 // of the hash: the filter has 4 KiB
	gramWords  = 1 << (gramBits - 6)
	gramFactor = 0x9E3779B1 // 2³² divided by the golden ratio
)

// gramCode is what the hash sees of a byte of ASCII, the same for both cases of a letter.
func gramCode(c byte) uint32 { return uint32(c) | 0x20 }

// gramHash mixes the codes of four runes, one a byte.
func gramHash(codes uint32) uint32 { return codes * gramFactor >> (32 - gramBits) }

// foldedRunes appends s, folded.
func foldedRunes(rs []rune, s string) []rune {
	for _, r := range s {
		rs = append(rs, Fold(r))
	}
	return rs
}

// addLiterals deals the literals out to the filters and fills the literal bits of the table.
func (p *Program) addLiterals(ls []literal) {
	pairs, grams := ls[:0], []literal(nil) // pairs never get ahead of what is read
	found := newAnchors()
	for _, l := range ls {
		switch codes, ok := gram(l.runes); {
		case len(l.runes) == 1:
			p.singles.add(l.runes[0], l.to)
			p.mark(l.runes[0], 1<<single)
		case ok:
			l.bit = int(gramHash(codes))
			grams = append(grams, l)
		default:
			at := found.of(l.runes)
			l.head, l.runes = l.runes[:at], l.runes[at:]
			pairs = append(pairs, l)
		}
	}
	known := 0
	if p.place(pairs) {
		known = 2
	}
	p.pairTrie.build(p.matrix[:], pairs, known)
	p.gramTrie.build(p.grams[:], grams, 0)
	p.spread(grams)
}

// gram returns the codes of the first four runes, if these are ASCII.
func gram(rs []rune) (codes uint32, ok bool) {
	if len(rs) < gramRunes {
		return 0, false
	}
	for _, r := range rs[:gramRunes] {
		if r >= utf8.RuneSelf {
			return 0, false
		}
		codes = codes<<8 | gramCode(byte(r))
	}
	return codes, true
}

// place numbers the first and second runes and tells every literal its bit of the matrix. It reports whether a bit proves the
// two runes: whether none share a number.
func (p *Program) place(ls []literal) bool {
	first, second := slot(0), slot(0) // how many there are of each
	number := func(n *slot) slot {
		*n++
		return (*n-1)%maxID + 1
	}
	for _, l := range ls {
		if r := l.runes[1]; p.literalBits(r)>>columnAt == 0 {
			p.mark(r, number(&second)<<columnAt)
		}
	}
	width := slot(1) // words of a row, a power of two: an offset in a row is or-ed to where the row begins
	for width*64 <= min(second, maxID) {
		width *= 2
	}
	for i, l := range ls {
		r := l.runes[0]
		if p.row(r) == 0 {
			p.mark(r, number(&first)*width<<rowAt)
		}
		ls[i].bit = int(p.row(r)*64 + p.literalBits(l.runes[1])>>columnAt)
	}
	return max(first, second) <= maxID
}

// row is where in the matrix the row of the folded rune r begins, 0 if no literal begins with it.
func (p *Program) row(r rune) slot { return p.literalBits(r) >> rowAt & matrixMask }

// mark adds literal bits to the slot of a folded rune.
func (p *Program) mark(r rune, s slot) {
	if r < 1<<16 {
		p.table[r] |= s
	} else {
		p.far[r] |= s
	}
}

// spread gives every rune of the basic plane the literal bits of the rune it folds to. A fold is final, so the slots read
// here are none of those written.
func (p *Program) spread(grams []literal) {
	var inGram [utf8.RuneSelf]bool
	for _, l := range grams {
		for _, r := range l.runes[:gramRunes] {
			inGram[r] = true
		}
	}
	for _, between := range foldable {
		for r := between.lo; r <= between.hi; r++ {
			f := p.fold(r)
			if f == r {
				continue
			}
			p.table[r] |= p.literalBits(f)
			if f < utf8.RuneSelf && r >= utf8.RuneSelf && inGram[f] {
				p.table[r] |= 1 << wide
			}
		}
	}
}

// literalBits are the literal bits of the folded rune f.
func (p *Program) literalBits(f rune) slot {
	if f < 1<<16 {
		return p.table[f] &^ classMask
	}
	return p.far[f]
}
