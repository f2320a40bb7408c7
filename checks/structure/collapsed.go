package structure

import (
	"strconv"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// collapsed finds lines that hold a whole report: very long, and with the numbers of several sections inside.
type collapsed struct {
	Runes   int `toml:"characters"` // a line is long from here on
	Markers int `toml:"markers"`    // how many numbers of sections it must hold inside
}

func newCollapsed(p checks.Params) (checks.Check, error) {
	c := collapsed{Runes: 3000, Markers: 3}
	return c, p.Decode(&c)
}

func (collapsed) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (c collapsed) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	lines := d.Lines()
	var at []text.Span
	var es []text.Edit
	longest, most := 0, 0
	for i := range lines.Len() {
		ln := lines.Span(i)
		if ln.Len() < c.Runes {
			continue
		}
		n := utf8.RuneCountInString(ln.Of(d.Text()))
		marks := sections(d, ln)
		if n < c.Runes || marks < c.Markers {
			continue
		}
		at = append(at, ln)
		longest, most = max(longest, n), max(most, marks)
		es = append(es, breaksIn(d, ln)...)
	}
	if len(at) == 0 {
		return nil
	}
	m := checks.Match{Places: at, Vars: map[string]string{"lines": strconv.Itoa(len(at)), "longest": strconv.Itoa(longest)},
		Evidence: []checks.Note{{Key: "markers", Vars: map[string]string{"markers": strconv.Itoa(most)}}}}
	m.Fixes = checks.Rewrite(d, es, checks.ProofNone)
	return []checks.Match{m}
}

// sections counts the numbers of sections inside a line that belong to lists.
func sections(d *document.Document, ln text.Span) int {
	o, n := outline.Of(d), 0
	for k := o.After(ln.Start); k < len(o.Markers) && o.Markers[k].Span.Start < ln.End; k++ {
		if m := o.Markers[k]; !m.Start && m.List >= 0 && m.Kind != outline.HanIs && m.Kind != outline.HanOrdinal {
			n++
		}
	}
	return n
}
