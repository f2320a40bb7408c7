package scan

import "github.com/reportlint/reportlint/internal/tables"

// Characters that only one of the two Chinese scripts uses are Han for everybody. The pass alone keeps them apart, as if they
// were classes of their own: so it counts them for nothing.
const (
	hanTraditional = classSlots - 3
	hanSimplified  = classSlots - 2
)

// hanOf is the class by which the pass counts the Han character r.
func hanOf(r rune) slot {
	switch {
	case tables.TraditionalOnly(r):
		return hanTraditional
	case tables.SimplifiedOnly(r):
		return hanSimplified
	}
	return slot(Han)
}

// splitHan makes the characters of one script wanted where Han is.
func (p *Program) splitHan() {
	for c := range p.want {
		if p.want[c].Has(Han) {
			p.want[c] |= 1<<hanTraditional | 1<<hanSimplified
		}
	}
	p.want[hanTraditional], p.want[hanSimplified] = p.want[Han], p.want[Han]
}

// Exclusive is how many characters of the text only traditional and only simplified Chinese uses, as tables.TraditionalOnly and
// tables.SimplifiedOnly tell.
func (s *Scan) Exclusive() (traditional, simplified int) { return s.traditional, s.simplified }

// uniteHan counts the characters of one script among the Han.
func (s *Scan) uniteHan() {
	n := &s.counts
	s.traditional, s.simplified = n[hanTraditional], n[hanSimplified]
	n[Han] += s.traditional + s.simplified
	n[hanTraditional], n[hanSimplified] = 0, 0
}
