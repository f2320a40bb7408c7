package structure

import (
	"sort"

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

// numbering is the numbers of the headings of a document, in order.
type numbering struct {
	ns     []number
	before []course // what came before each of them, and before the end
	jumps  []int    // how many of those before jump
}

// numbersOf reads the numbers of headings inside doc.
func numbersOf(o *outline.Outline, doc text.Span) numbering {
	x := numbering{before: make([]course, 1), jumps: make([]int, 1)}
	for i := o.After(doc.Start); i < len(o.Markers) && o.Markers[i].Span.Start < doc.End; i++ {
		if n, ok := numberOf(o.Markers[i]); ok {
			k := len(x.ns)
			c, jumps := x.before[k], x.jumps[k]
			if c.jumps(n) {
				jumps++
			}
			x.ns, x.before, x.jumps = append(x.ns, n), append(x.before, c), append(x.jumps, jumps)
		}
	}
	return x
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

// without counts the numbers that jump when ns[cut:back] are left out. It reads on only until the numbering is again where it was,
// so that the whole is linear in the text.
func (x *numbering) without(cut, back int) int {
	c, n := x.before[cut], x.jumps[cut]
	for k := back; k < len(x.ns); k++ {
		if c == x.before[k] {
			return n + x.jumps[len(x.ns)] - x.jumps[k]
		}
		if c.jumps(x.ns[k]) {
			n++
		}
	}
	return n
}

// mend finds the run of at most maxStray numbers on the lines from first to last (inclusive) without which the numbering has
// the fewest jumps: ns[cut:back], and by how many jumps fewer. The run reaches past no line outside.
func (x *numbering) mend(first, last int) (cut, back, fewer int) {
	a := sort.Search(len(x.ns), func(i int) bool { return x.ns[i].line >= first })
	b := sort.Search(len(x.ns), func(i int) bool { return x.ns[i].line > last })
	for i := a; i < b; i++ {
		for j := i + 1; j <= min(b, i+maxStray); j++ {
			if n := x.jumps[len(x.ns)] - x.without(i, j); n > fewer {
				cut, back, fewer = i, j, n
			}
		}
	}
	return cut, back, fewer
}

// joins: without ns[cut:back], the number behind follows those before.
func (x *numbering) joins(cut, back int) bool {
	c := x.before[cut]
	return back >= len(x.ns) || !c.jumps(x.ns[back])
}

// maxStray is the highest number of headings in a stray page that mend looks for.
const maxStray = 24
