package structure

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// headingRunIn finds headings that lost the break before or behind them. What the numbering proves is told apart from what is
// merely likely: that is reported as a note.
type headingRunIn struct{}

func newHeadingRunIn(p checks.Params) (checks.Check, error) {
	return headingRunIn{}, p.Decode(&struct{}{})
}

func (headingRunIn) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (headingRunIn) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	o := outline.Of(d)
	if len(o.Lists) == 0 {
		return nil
	}
	var out []checks.Match
	for _, x := range members(d) {
		m := o.Markers[x.marker]
		f := checks.At(m.Span.Start, m.Span.End)
		f.Evidence = []checks.Note{{Key: "member", Vars: map[string]string{"siblings": strconv.Itoa(x.siblings)}}}
		if x.closes && x.siblings < 2 {
			f.Evidence[0] = checks.Note{Key: "closes"}
		}
		f.Fixes = checks.Rewrite(d, []text.Edit{x.edit}, checks.ProofNone)
		if !x.sure {
			f.Severity, f.Level = checks.Info, checks.Medium
		}
		out = append(out, f)
	}
	for _, x := range runins(d) {
		f := checks.At(x.heading.Start, x.heading.End)
		f.Evidence = []checks.Note{{Key: x.why}}
		if x.found {
			f.Fixes = checks.Rewrite(d, []text.Edit{x.edit}, checks.ProofNone)
		} else {
			f.Severity, f.Level = checks.Info, checks.Medium
		}
		out = append(out, f)
	}
	out = append(out, sectionLines(d, o)...)
	return out
}

const (
	sectionBytes  = 1500 // an English line from here on holds more than one paragraph
	sentenceBytes = 220  // a heading of a section is not longer
)

// sectionLines finds English sections that stand on one line with their heading: numbered lines far longer than paragraphs,
// of which at least three siblings begin with one short sentence.
func sectionLines(d *document.Document, o *outline.Outline) []checks.Match {
	s, lines := d.Text(), d.Lines()
	var out []checks.Match
	for _, l := range o.Lists {
		if l.Kind == outline.Han || l.Kind == outline.HanParen || l.Kind == outline.HanIs || len(l.Items) < 3 {
			continue
		}
		var found []checks.Match
		for _, k := range l.Items {
			m := o.Markers[k]
			ln := lines.Span(m.Line)
			if !m.Start || ln.Len() < sectionBytes || mostlyHan(s[ln.Start:ln.End]) {
				continue
			}
			i := strings.Index(s[m.Span.End:ln.End], ". ")
			if i < 10 || i > sentenceBytes {
				continue
			}
			end := m.Span.End + i + 1
			f := checks.At(m.Span.Start, end)
			f.Severity, f.Level, f.Evidence = checks.Info, checks.Medium, []checks.Note{{Key: "section"}}
			f.Fixes = checks.Replace(d, text.Span{Start: end, End: end + 1}, "\n", checks.ProofNone)
			found = append(found, f)
		}
		if len(found) >= 3 && 2*len(found) >= len(l.Items) {
			out = append(out, found...)
		}
	}
	return out
}
