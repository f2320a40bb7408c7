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
	var lanes [4 * classSlots]int // four counters a class: adding to the one just written would wait for it
	before := slot(noClass)
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
		lanes[uint(at)&3<<6|uint(e&classMask)]++
		literal := p.matrix[(before>>rowAt|e>>(columnAt+6))&matrixMask] >> (e >> columnAt & 63)
		class := uint64(p.want[before&classMask] >> (e & classMask))
		if (literal|class|uint64(e>>single))&1 != 0 {
			p.event(sc, s, at, i, before, e)
		}
		before = e
	}
	for c := range sc.counts {
		sc.counts[c] = lanes[c] + lanes[classSlots+c] + lanes[2*classSlots+c] + lanes[3*classSlots+c]
	}
	return sc
}

// event finds out what there is at the character s[at:end], beginning with what starts at the one before.
func (p *Program) event(sc *Scan, s string, at, end int, before, e slot) {
	a, b := before.class(), e.class()
	word, bit := (before>>rowAt|e>>(columnAt+6))&matrixMask, e>>columnAt&63
	literal, pair := p.matrix[word]>>bit&1 != 0, p.wantPair[a]>>b&1 != 0
	if literal || pair {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		if literal {
			p.trie.match(sc, s, at-size, end, int(word), p.matrix[word]&(1<<bit-1))
		}
		if pair {
			sc.add(text.Span{Start: at - size, End: end}, p.pairs[Pair{a, b}])
		}
	}
	if e>>single&1 != 0 {
		r, _ := utf8.DecodeRuneInString(s[at:])
		sc.add(text.Span{Start: at, End: end}, p.singles[Fold(r)])
	}
	if p.wantClass>>b&1 != 0 {
		sc.add(text.Span{Start: at, End: end}, p.classes[b])
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
