package script

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// enumerator looks for a number of a list that is written in another way than its siblings: (Seven) between (6) and (8), or I.
// continued by Second,.
type enumerator struct{}

func (enumerator) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"(two)", "(three)", "(four)", "(five)", "(six)", "(seven)", "(eight)", "(nine)", "(ten)", "(eleven)", "(twelve)", "(one)",
		"\nsecond", "\nthird", "\nfourth", "\nii.", "\niii.", "\niv."}}
}

func (enumerator) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	o := outline.Of(d)
	var out []checks.Match
	for _, l := range o.Lists {
		var words []outline.Marker
		for _, i := range l.Items {
			if m := o.Markers[i]; m.Word {
				words = append(words, m)
			}
		}
		if len(words) == 0 || len(words)*2 >= len(l.Items) {
			continue
		}
		for _, w := range words {
			m := checks.At(w.Span.Start, w.Span.End)
			if s := w.Span.Of(d.Text()); w.Kind == outline.ArabicParen && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
				m.Fixes = checks.Replace(d, w.Span, "("+strconv.Itoa(w.N)+")", checks.ProofNone)
			}
			out = append(out, m)
		}
	}
	if m, ok := continued(o); ok {
		out = append(out, m)
	}
	return out
}

// continued finds Roman and written-out numbers at the line starts of one list: together they count from one without a gap or
// a repetition, alone neither does.
func continued(o *outline.Outline) (checks.Match, bool) {
	var at [21]text.Span
	kinds := map[outline.Kind]int{}
	top := 0
	for _, m := range o.Markers {
		if !m.Start || m.Kind != outline.Roman && m.Kind != outline.EnglishOrdinal || m.N < 1 || m.N >= len(at) {
			continue
		}
		if at[m.N].End > 0 || m.N != top+1 {
			return checks.Match{}, false
		}
		top = m.N
		at[m.N] = m.Span
		kinds[m.Kind]++
	}
	if top < 3 || len(kinds) < 2 {
		return checks.Match{}, false
	}
	return checks.Match{Places: at[1 : top+1], Message: "continued"}, true
}
