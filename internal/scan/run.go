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
	const events = 1<<single | 1<<wide
	var ascii [utf8.RuneSelf]int  // counters of bytes
	var lanes [4 * classSlots]int // four counters a class: adding to the one just written would wait for it
	before, codes := slot(noClass), uint32(0)
	for i := 0; i < len(s); {
		var e slot
		var size int
		for { // no calls in here: that keeps everything in registers
			c := s[i]
			if c < utf8.RuneSelf {
				e, size = p.table[c], 1
				codes = codes<<8 | gramCode(c)
				h := gramHash(codes)
				if p.grams[h>>6]>>(h&63)&1 != 0 || p.literal(before, e) || p.class(before, e) || e&events != 0 {
					break
				}
				ascii[c]++
				before = e
				if i++; i >= len(s) {
					goto done
				}
				continue
			}
			if c >= 0xE1 && c != 0xED && c <= 0xEF && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
				e, size = p.table[uint16(c)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)], 3
			} else if c >= 0xC2 && c <= 0xDF && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
				e, size = p.table[uint16(c&0x1F)<<6|uint16(s[i+1]&0x3F)], 2
			} else {
				size = 0
				break
			}
			if p.literal(before, e) || p.class(before, e) || e&events != 0 {
				break
			}
			lanes[uint(i)&3<<6|uint(e&classMask)]++
			before = e
			if i += size; i >= len(s) {
				goto done
			}
		}
		if size == 0 {
			e, size = p.slot(s[i:])
		}
		lanes[e&classMask]++
		p.event(sc, s, i, i+size, before, e, int(gramHash(codes)))
		before = e
		i += size
	}
done:
	for c := range sc.counts {
		sc.counts[c] = lanes[c] + lanes[classSlots+c] + lanes[2*classSlots+c] + lanes[3*classSlots+c]
	}
	for c, n := range ascii {
		sc.counts[p.table[c]&classMask] += n
	}
	sc.uniteHan()
	return sc
}

// literal asks the matrix for two neighbours.
func (p *Program) literal(before, e slot) bool {
	return p.matrix[(before>>rowAt|e>>(columnAt+6))&matrixMask]>>(e>>columnAt&63)&1 != 0
}

// class reports whether somebody wants the class of e, alone or behind that of before.
func (p *Program) class(before, e slot) bool {
	return p.want[before&classMask]>>(e&classMask)&1 != 0
}

// event finds out what there is at the character s[at:end]: literals that end or begin near it, then what begins at the one
// before, then the character itself.
func (p *Program) event(sc *Scan, s string, at, end int, before, e slot, hash int) {
	if p.grams[hash>>6]>>(hash&63)&1 != 0 {
		p.gram(sc, s, end, hash)
	}
	if e>>wide&1 != 0 {
		p.wideGrams(sc, s, at, end)
	}
	a, b := before.class(), e.class()
	bit := int((before>>rowAt|e>>(columnAt+6))&matrixMask<<6 | e>>columnAt&63)
	literal, pair := p.matrix[bit>>6]>>(bit&63)&1 != 0, p.wantPair[a]>>b&1 != 0
	if literal || pair {
		start := at - sizeBefore(s, at)
		if literal {
			p.pairTrie.match(p, sc, s, start, end, p.matrix[:], bit)
		}
		if pair {
			sc.add(text.Span{Start: start, End: end}, p.pairs[p.pairAt[a][b]])
		}
	}
	if e>>single&1 != 0 {
		r, _ := p.foldedAt(s, at)
		sc.add(text.Span{Start: at, End: end}, p.singles.of(r))
	}
	if p.wantClass>>b&1 != 0 {
		sc.add(text.Span{Start: at, End: end}, p.classes[b])
	}
}

// gram looks for literals that begin with the four bytes before end. The hash may be that of letters with other characters
// between them; then it is of no meaning.
func (p *Program) gram(sc *Scan, s string, end, hash int) {
	start := end - gramRunes
	if start < 0 || s[start]|s[start+1]|s[start+2]|s[start+3] >= utf8.RuneSelf {
		return
	}
	p.gramTrie.match(p, sc, s, start, start+2, p.grams[:], hash)
}

// wideGrams looks for literals among whose first four runes s[at:end], which folds to ASCII, is the last that is not ASCII.
func (p *Program) wideGrams(sc *Scan, s string, at, end int) {
	const around = gramRunes - 1
	var starts [2*around + 1]int
	var folds [2*around + 1]rune
	lo, hi := around, around
	r, _ := utf8.DecodeRuneInString(s[at:])
	starts[lo], folds[lo] = at, Fold(r)
	for lo > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:starts[lo]])
		if r = Fold(r); size == 0 || r >= utf8.RuneSelf {
			break
		}
		starts[lo-1], folds[lo-1] = starts[lo]-size, r
		lo--
	}
	for ; hi < 2*around && end < len(s) && s[end] < utf8.RuneSelf; end++ {
		hi++
		starts[hi], folds[hi] = end, Fold(rune(s[end]))
	}
	for k := lo; k <= around && k+around <= hi; k++ {
		codes, _ := gram(folds[k : k+gramRunes])
		if h := gramHash(codes); p.grams[h>>6]>>(h&63)&1 != 0 {
			p.gramTrie.match(p, sc, s, starts[k], starts[k+2], p.grams[:], int(h))
		}
	}
}

// slot decodes what the loop of Run does not: four bytes, those three that need a closer look, and bytes that are no UTF-8.
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
