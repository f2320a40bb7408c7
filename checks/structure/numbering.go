package structure

import (
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// number is the number of a heading at the start of a line.
type number struct {
	kind outline.Kind
	n    int // 1-based
	line int // 0-based
}

// numberOf is the number that marker m gives a heading; ok is false if m is none that Chinese reports use for headings, or does
// not begin its line.
func numberOf(m outline.Marker) (n number, ok bool) {
	switch m.Kind {
	case outline.Han, outline.HanParen, outline.Arabic, outline.HanIs:
		return number{m.Kind, m.N, m.Line}, m.Start
	}
	return number{}, false
}

// numbersOf are the numbers of headings inside doc, in order.
func numbersOf(o *outline.Outline, doc text.Span) []number {
	var out []number
	for i := o.After(doc.Start); i < len(o.Markers) && o.Markers[i].Span.Start < doc.End; i++ {
		if n, ok := numberOf(o.Markers[i]); ok {
			out = append(out, n)
		}
	}
	return out
}

// orderly: the numbers of headings inside doc do not jump.
func orderly(o *outline.Outline, doc text.Span) bool {
	var c course
	for i := o.After(doc.Start); i < len(o.Markers) && o.Markers[i].Span.Start < doc.End; i++ {
		if n, ok := numberOf(o.Markers[i]); ok && c.jumps(n) {
			return false
		}
	}
	return true
}

// course is how far the numbering of headings has come.
type course struct {
	last  [outline.HanIs + 1]int  // the last number of each kind under the headings above it; 0: none
	under [outline.HanIs + 1]bool // a heading above it came since
}

// jumps goes on to x, and tells whether x neither follows its sibling by one nor begins a list anew.
func (c *course) jumps(x number) bool {
	fresh := x.n == 1 && (c.last[x.kind] == 0 || c.under[x.kind] || x.kind == outline.Arabic || x.kind == outline.HanIs)
	jump := x.n != c.last[x.kind]+1 && !fresh
	c.last[x.kind], c.under[x.kind] = x.n, false
	for k := x.kind + 1; int(k) < len(c.last); k++ {
		c.last[k], c.under[k] = 0, true
	}
	return jump
}

// jumps counts the numbers that jump, the numbers ns[cut:back] left out.
func jumps(ns []number, cut, back int) int {
	count := 0
	var c course
	for i, x := range ns {
		if (i < cut || i >= back) && c.jumps(x) {
			count++
		}
	}
	return count
}

// mend finds the run of at most maxStray numbers on the lines from first to last (inclusive) without which the numbering has
// the fewest jumps: ns[cut:back], and by how many jumps fewer. The run reaches past no line outside.
func mend(ns []number, first, last int) (cut, back, fewer int) {
	a := 0
	for a < len(ns) && ns[a].line < first {
		a++
	}
	b := a
	for b < len(ns) && ns[b].line <= last {
		b++
	}
	all := jumps(ns, 0, 0)
	for i := a; i < b; i++ {
		for j := i + 1; j <= min(b, i+maxStray); j++ {
			if n := all - jumps(ns, i, j); n > fewer {
				cut, back, fewer = i, j, n
			}
		}
	}
	return cut, back, fewer
}

// joins: without ns[cut:back], the number behind follows those before.
func joins(ns []number, cut, back int) bool {
	return jumps(ns[:min(len(ns), back+1)], cut, back) == jumps(ns[:cut], 0, 0)
}

// maxStray is the highest number of headings in a stray page that mend looks for.
const maxStray = 24
