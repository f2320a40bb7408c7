package layout

import "github.com/reportlint/reportlint/internal/scan"

// listing finds the lines that a listing page prints between its entries: the same bar, or the same date, three times and more,
// with a paragraph between most of them.
func (m *Map) listing() {
	type seenAt struct {
		n, solids int
		last      int
	}
	var by map[string]*seenAt
	solids := 0
	for k := range m.seen {
		l := m.at(k)
		if l.shape.is(solid) {
			solids++
			continue
		}
		if l.runes > 20 || !(l.shape.is(symbols) && rule(m.text(int(m.seen[k])))) && !l.shape.is(dateOnly) {
			continue
		}
		if by == nil {
			by = map[string]*seenAt{}
		}
		s := by[m.text(int(m.seen[k]))]
		if s == nil {
			s = &seenAt{last: solids}
			by[m.text(int(m.seen[k]))] = s
		} else if solids > s.last {
			s.solids++
		}
		s.n++
		s.last = solids
	}
	for k := range m.seen {
		l := m.at(k)
		if l.runes > 20 || !l.shape.is(symbols) && !l.shape.is(dateOnly) || l.shape.is(prose) {
			continue
		}
		if s := by[m.text(int(m.seen[k]))]; s != nil && s.n >= 3 && 10*s.solids >= 8*(s.n-1) {
			m.frame(k, Listing, byRepeat, true)
		}
	}
}

// rule reports whether s is a line drawn with marks, not the end of a sentence that was broken off.
func rule(s string) bool {
	for _, r := range s {
		switch scan.ClassOf(r) {
		case scan.Hyphen, scan.Dash, scan.BoxDrawing, scan.HalfSymbol, scan.Interpunct, scan.Symbol, scan.Space, scan.WideSpace, scan.Combining, scan.Emoji:
		default:
			return false
		}
	}
	return true
}
