package scan

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// Run walks s once: it decodes, counts classes, and notices the characters at which a literal may begin or a wanted class or
// pair stands. Only those leave the loop. Linear in len(s) plus hits; no allocation once b has grown.
func (p *Program) Run(s string, b *Buffer) *Scan {
	if b == nil {
		b = new(Buffer)
	}
	sc := b.start(p)
	var (
		counts = &sc.counts
		rows   = p.rows
		shift  = p.rowShift & 31
		want   = p.want[noClass]
		row    = slot(0)        // where the row of the character before begins
		prev   = 0              // where that character begins
		before = Class(noClass) // its class
	)
	for i := 0; i < len(s); {
		var e slot
		at := i
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			e = p.table[c]
			i++
		case c >= 0xE1 && c != 0xED && c < 0xF0 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80:
			e = p.table[uint16(c)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
			i += 3
		default:
			var size int
			e, size = p.slot(s[i:])
			i += size
		}
		class := Class(e & classMask)
		counts[class]++
		second := e >> secondShift
		event := uint64(want>>class) | uint64(e>>singleShift) | rows[row+second>>6]>>(second&63)
		if event&1 != 0 {
			p.event(sc, s, place{prev, at, i}, before, e)
		}
		want = p.want[class]
		row = (e >> firstShift & idMask) << shift
		prev, before = at, class
	}
	return sc
}

// place is a character and the one before it: s[prev:at], s[at:end].
type place struct{ prev, at, end int }

// event finds out what there is at a character, beginning with what starts at the one before.
func (p *Program) event(sc *Scan, s string, w place, before Class, e slot) {
	class := Class(e & classMask)
	if e>>secondShift != 0 && before != noClass && before != Invalid {
		r, _ := utf8.DecodeRuneInString(s[w.prev:])
		q, _ := utf8.DecodeRuneInString(s[w.at:])
		p.trie.match(sc, s, w.prev, w.end, Fold(r), Fold(q))
	}
	if p.wantPair[before]>>class&1 != 0 {
		sc.add(text.Span{Start: w.prev, End: w.end}, p.pairs[Pair{before, class}])
	}
	if e>>singleShift&1 != 0 {
		r, _ := utf8.DecodeRuneInString(s[w.at:])
		sc.add(text.Span{Start: w.at, End: w.end}, p.singles[Fold(r)])
	}
	if p.wantClass>>class&1 != 0 {
		sc.add(text.Span{Start: w.at, End: w.end}, p.classes[class])
	}
}

// slot decodes what the loop of Run does not: two bytes, four bytes, the rare three, and bytes that are no UTF-8.
func (p *Program) slot(s string) (e slot, size int) {
	r, size, class := Decode(s)
	switch {
	case class == Invalid:
		return slot(Invalid), size
	case r < 1<<16:
		return p.table[uint16(r)], size
	}
	return slot(class) | p.literalBits(Fold(r)), size
}
