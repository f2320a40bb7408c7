package encoding

import (
	"fmt"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// notUTF8 finds files in another encoding than UTF-8, and files some of whose lines are in another one than the rest.
type notUTF8 struct{}

func newNotUTF8(p checks.Params) (checks.Check, error) { return notUTF8{}, none(p) }

func (notUTF8) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (notUTF8) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	file := d.File()
	var out []checks.Match
	if file.Encoding != codec.UTF8 && file.Encoding != codec.UTF8BOM && d.Lines().Len() > 0 {
		s := d.Lines().Span(0)
		m := checks.At(s.Start, s.End)
		m.Vars = map[string]string{"encoding": string(file.Encoding)}
		m.Severity = checks.Warning
		out = append(out, m)
	}
	if d.Parent() != nil || len(file.Opaque) == 0 {
		return out // undecodable bytes are those of the file's own text
	}
	foreign := codec.ForeignLines(file)
	if len(foreign) == 0 {
		return out
	}
	m := checks.Match{Message: "mixed", Vars: map[string]string{"encoding": string(foreign[0].Encoding), "lines": fmt.Sprint(len(foreign))}}
	var edits []text.Edit
	for _, f := range foreign {
		s := d.Lines().Span(f.Line)
		m.Places = append(m.Places, s)
		edits = append(edits, text.Edit{Span: s, New: f.Decoded})
	}
	m.Evidence = []checks.Note{{Key: "lines"}}
	m.Fixes = checks.Rewrite(d, edits, checks.ProofNone)
	return append(out, m)
}
