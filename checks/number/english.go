package number

import (
	"github.com/reportlint/reportlint/internal/view/quantity"
)

var (
	englishUp   = quantity.Words("increased ", "rose ", "up ", "raised ", "grew ", "increase ", "rise ", "risen ", "climbed ", "went up ")
	englishDown = quantity.Words("decreased ", "fell ", "down ", "dropped ", "reduced ", "declined ", "cut ", "fallen ", "lowered ", "went down ")
)

// Words that lead from the after of a change to its step.
var (
	stepUp   = []string{", up ", ", up by ", ", an increase of ", ", a rise of ", ", increasing by ", ", growing by ", ", a growth of ", " and up "}
	stepDown = []string{", down ", ", down by ", ", a decrease of ", ", a reduction of ", ", a drop of ", ", a decline of ", ", decreasing by "}
)

// englishChanges: increased from A to B[, up C], increased by C from A to B.
func englishChanges(x *sentence) []change {
	var out []change
	for k := 0; k+1 < len(x.fs); k++ {
		a, b := &x.fs[k], &x.fs[k+1]
		if !comparable(a, b) || x.holds(0, len(x.Runes), ranking) {
			continue
		}
		p := a.I - len("from ")
		if !x.has(p, "from ") || !x.between(a.J, b.I, " to ") {
			continue
		}
		c := change{from: a, to: b}
		var by *quantity.Figure
		if k > 0 && x.fs[k-1].J == p-1 && x.has(x.fs[k-1].I-len("by "), "by ") {
			by = &x.fs[k-1]
			p = by.I - len("by ")
		}
		if w, at := x.behind(p, englishUp); at < p {
			c.verb, c.verbAt, c.up = w[:len(w)-1], at, 1
		} else if w, at := x.behind(p, englishDown); at < p {
			c.verb, c.verbAt, c.up = w[:len(w)-1], at, -1
		} else {
			continue
		}
		switch {
		case by != nil:
			c.takeEnglish(by, c.up)
		case k+2 < len(x.fs):
			f := &x.fs[k+2]
			for _, w := range stepUp {
				if c.up > 0 && x.between(b.J, f.I, w) {
					c.takeEnglish(f, 1)
				}
			}
			for _, w := range stepDown {
				if c.up < 0 && x.between(b.J, f.I, w) {
					c.takeEnglish(f, -1)
				}
			}
		}
		out = append(out, c)
	}
	return out
}

// ranking are words of places in an order, which rise by falling.
var ranking = quantity.Words(" rank", " place", "position", " ratio", " age ")

// comparable: two values of one unit, or two counts whose noun stands outside (from 713 to 751), which are no years.
func comparable(a, b *quantity.Figure) bool {
	if a.Range || b.Range || a.Words || b.Words {
		return false
	}
	switch {
	case a.Class == quantity.Measure && b.Class == quantity.Measure:
		return a.Unit == b.Unit
	case a.Class == quantity.Bare && (b.Class == quantity.Bare || b.Class == quantity.Measure && a.Last == 0 && b.Scale == a.Scale):
		return !yearly(a) || !yearly(b)
	}
	return false
}

// yearly: the figure could be a year.
func yearly(f *quantity.Figure) bool {
	return f.Scale == 0 && f.Last == 0 && f.Value.Mant >= 1900 && f.Value.Mant < 2100
}

// takeEnglish makes f the step of c if it can be its difference or its rate.
func (c *change) takeEnglish(f *quantity.Figure, up int) {
	if f.Range || f.Threshold || f.Words || f.Class != quantity.Measure && f.Class != quantity.Bare {
		return
	}
	switch {
	case c.to.Dim == quantity.Percent && f.Dim == quantity.Point, c.to.Dim != quantity.Percent && c.to.Unit == f.Unit:
	case c.to.Dim != quantity.Percent && f.Dim == quantity.Percent:
		c.growth = true
	default:
		return
	}
	c.step, c.stepUp = f, up
}

// between: the runes from i to j read w.
func (x *sentence) between(i, j int, w string) bool { return j-i == runes(w) && x.has(i, w) }
