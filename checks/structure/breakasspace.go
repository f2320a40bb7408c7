package structure

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// breakAsSpace finds white space where a paragraph break was: behind the end of a sentence, before the number of a section.
type breakAsSpace struct{}

func newBreakAsSpace(p checks.Params) (checks.Check, error) {
	return breakAsSpace{}, p.Decode(&struct{}{})
}

// Trigger asks for white space behind marks and Han; text without any has no scar.
func (breakAsSpace) Trigger() scan.Trigger {
	var t scan.Trigger
	for _, a := range []scan.Class{scan.Stop, scan.Pause, scan.Bang, scan.Question, scan.Colon, scan.Semicolon, scan.Close, scan.HalfClose, scan.Han} {
		for _, b := range []scan.Class{scan.Space, scan.WideSpace, scan.NoBreakSpace, scan.Tab} {
			t.Pairs = append(t.Pairs, scan.Pair{A: a, B: b})
		}
	}
	return t
}

func (breakAsSpace) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	var out []checks.Match
	for _, sc := range scars(d) {
		m := checks.At(sc.mark.Start, sc.mark.End)
		m.Fixes = checks.Replace(d, sc.gap, "\n", checks.ProofNone)
		out = append(out, m)
	}
	if len(out) > 0 {
		out[0].Evidence = []checks.Note{{Key: "ends"}}
	}
	return out
}

// scarEdits are what removes the scars inside ln.
func scarEdits(d *document.Document, ln text.Span) []text.Edit {
	var out []text.Edit
	for _, sc := range inside(scars(d), ln, scar.start) {
		out = append(out, text.Edit{Span: sc.gap, New: "\n"})
	}
	return out
}
