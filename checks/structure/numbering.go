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

// numbersOf are the numbers at line starts inside doc that Chinese reports use for their headings, in order.
func numbersOf(o *outline.Outline, doc text.Span) []number {
	var out []number
	for i := o.After(doc.Start); i < len(o.Markers) && o.Markers[i].Span.Start < doc.End; i++ {
		if m := o.Markers[i]; m.Start && (m.Kind == outline.Han || m.Kind == outline.HanParen || m.Kind == outline.Arabic || m.Kind == outline.HanIs) {
			out = append(out, number{m.Kind, m.N, m.Line})
		}
	}
	return out
}

// jumps counts the numbers that neither follow their sibling by one nor begin a list anew, the numbers ns[cut:back] left out.
func jumps(ns []number, cut, back int) int {
	count := 0
	var last [outline.HanIs + 1]int // the last number of each kind under the headings above it; 0: none
	var under [outline.HanIs + 1]bool
	for i, x := range ns {
		if i >= cut && i < back {
			continue
		}
		fresh := x.n == 1 && (last[x.kind] == 0 || under[x.kind] || x.kind == outline.Arabic || x.kind == outline.HanIs)
		if x.n != last[x.kind]+1 && !fresh {
			count++
		}
		last[x.kind], under[x.kind] = x.n, false
		for k := x.kind + 1; int(k) < len(last); k++ {
			last[k], under[k] = 0, true
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
