package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// headCase looks for numbered English headings that begin in lower case among siblings that begin with a capital.
type headCase struct{}

func (headCase) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"\n(2) ", "\n(3) ", "\n2. ", "\n3. "}}
}

func (headCase) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	src, o := d.Text(), outline.Of(d)
	var places []text.Span
	var edits []text.Edit
	for _, l := range o.Lists {
		capitals, low := 0, []text.Span(nil)
		for _, i := range l.Items {
			m := o.Markers[i]
			at := m.Span.End
			for at < len(src) && src[at] == ' ' {
				at++
			}
			if !m.Start || at+1 >= len(src) || !isLetter(src[at]) || m.Kind != outline.ArabicParen && m.Kind != outline.Arabic {
				continue
			}
			if src[at] < 'a' {
				capitals++
			} else if end := wordAt(src, at, text.Span{Start: at, End: len(src)}); strings.ToLower(src[at:end]) == src[at:end] {
				low = append(low, text.Span{Start: at, End: end})
			}
		}
		if capitals < 2 || len(low) == 0 {
			continue
		}
		for _, s := range low {
			places = append(places, s)
			first := text.Span{Start: s.Start, End: s.Start + 1}
			edits = append(edits, text.Edit{Span: first, New: strings.ToUpper(first.Of(src))})
		}
	}
	if len(places) == 0 {
		return nil
	}
	return []checks.Match{{Places: places, Fixes: checks.Rewrite(d, edits, checks.ProofNone)}}
}
