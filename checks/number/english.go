package number

import (
	"github.com/reportlint/reportlint/internal/view/quantity"
)

var (
	englishUp   = quantity.Words("increased ", "rose ", "up ", "raised ", "grew ", "increase ", "rise ", "risen ", "climbed ")
	englishDown = quantity.Words("decreased ", "fell ", "down ", "dropped ", "reduced ", "declined ", "cut ", "fallen ", "lowered ")
)

// englishChanges: increased from A to B[, up C | by C].
func englishChanges(x *sentence) []change {
	var out []change
	for k := 0; k+1 < len(x.fs); k++ {
		a, b := &x.fs[k], &x.fs[k+1]
		if a.Class != quantity.Measure || b.Class != quantity.Measure || a.Unit != b.Unit {
			continue
		}
		p := a.I - len("from ")
		if !x.has(p, "from ") || !x.between(a.J, b.I, " to ") {
			continue
		}
		c := change{from: a, to: b}
		if w, at := x.behind(p, englishUp); at < p {
			c.verb, c.verbAt, c.up = w[:len(w)-1], at, 1
		} else if w, at := x.behind(p, englishDown); at < p {
			c.verb, c.verbAt, c.up = w[:len(w)-1], at, -1
		} else {
			continue
		}
		if k+2 < len(x.fs) {
			f := &x.fs[k+2]
			for _, w := range []string{", up ", ", an increase of ", ", a rise of "} {
				if c.up > 0 && x.between(b.J, f.I, w) {
					c.step, c.stepUp = f, 1
				}
			}
			for _, w := range []string{", down ", ", a decrease of ", ", a reduction of ", ", a drop of "} {
				if c.up < 0 && x.between(b.J, f.I, w) {
					c.step, c.stepUp = f, -1
				}
			}
			if c.step != nil {
				switch {
				case b.Dim == quantity.Percent && f.Dim == quantity.Point, b.Unit == f.Unit && f.Dim != quantity.Percent:
				case b.Dim != quantity.Percent && f.Dim == quantity.Percent:
					c.growth = true
				default:
					c.step = nil
				}
			}
		}
		out = append(out, c)
	}
	return out
}

// between: the runes from i to j read w.
func (x *sentence) between(i, j int, w string) bool { return j-i == runes(w) && x.has(i, w) }
