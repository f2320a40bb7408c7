package encoding

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// noBreakSpace finds U+00A0 and kin in Chinese text, where they are what a web page left behind. Western typography needs them.
type noBreakSpace struct{}

func newNoBreakSpace(p checks.Params) (checks.Check, error) { return noBreakSpace{}, none(p) }

func (noBreakSpace) Trigger() scan.Trigger {
	return scan.Trigger{Classes: []scan.Class{scan.NoBreakSpace}}
}

// hanMark are the classes of Chinese text beside which a no-break space has no work.
var hanMark = scan.SetOf(scan.Han, scan.Stop, scan.Pause, scan.Open, scan.Close)

func (noBreakSpace) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src, lines, done := d.Text(), d.Lines(), 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		s := h.Span
		for s.End < len(src) {
			r, n := utf8.DecodeRuneInString(src[s.End:])
			if scan.ClassOf(r) != scan.NoBreakSpace {
				break
			}
			s.End += n
		}
		done = s.End
		ln := lines.Span(lines.At(s.Start))
		before, _ := utf8.DecodeLastRuneInString(src[ln.Start:s.Start])
		after, _ := utf8.DecodeRuneInString(src[s.End:ln.End])
		left, right := s.Start > ln.Start && hanMark.Has(scan.ClassOf(before)), s.End < ln.End && hanMark.Has(scan.ClassOf(after))
		m := checks.Match{Places: []textSpan{s}}
		switch {
		case left && right:
			if s.Len() == 2 { // one of them: two or more may be a gap that means something
				m.Fixes = checks.Replace(d, s, "", checks.ProofShape)
			} else {
				m.Fixes = checks.Replace(d, s, " ", checks.ProofNone)
			}
		case left || right:
			m.Fixes = checks.Replace(d, s, " ", checks.ProofNone)
		default:
			if !mostlyHan(d) {
				continue
			}
			m.Severity = checks.Info
			m.Fixes = checks.Replace(d, s, " ", checks.ProofNone)
		}
		out = append(out, m)
	}
	return out
}

// mostlyHan reports whether the text has more Han than Latin letters.
func mostlyHan(d *document.Document) bool {
	return d.Count(scan.Han) > d.Count(scan.Lower)+d.Count(scan.Upper)+d.Count(scan.LatinExt)
}
