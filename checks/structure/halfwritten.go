package structure

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// halfWritten finds files that end inside a character, or in NULs: a writer died, or a copy was cut.
type halfWritten struct{}

func newHalfWritten(p checks.Params) (checks.Check, error) {
	return halfWritten{}, p.Decode(&struct{}{})
}

func (halfWritten) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (halfWritten) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	s, key := d.Text(), ""
	start := len(strings.TrimRight(s, "\x00\r\n"))
	for start < len(s) && s[start] != 0 {
		start++
	}
	if start < len(s) && start > 0 {
		key = "nul"
	} else if o := d.File().Opaque; len(o) > 0 {
		if tail := o[len(o)-1]; tail.End == len(d.File().S) && tail.Len() <= 3 && strings.HasSuffix(s, tail.Of(d.File().S)) {
			start, key = len(s)-tail.Len(), "character"
		}
	}
	if key == "" {
		return nil
	}
	m := checks.At(start, len(s))
	m.Evidence = []checks.Note{{Key: key}}
	m.Fixes = checks.Replace(d, text.Span{Start: start, End: len(s)}, "", checks.ProofNone)
	return []checks.Match{m}
}
