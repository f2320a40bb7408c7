package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// article looks for an article before an article, across an opening quotation mark or not: a name was put in from a glossary
// with an article of its own.
type article struct{}

func (article) Trigger() scan.Trigger {
	var t scan.Trigger
	for _, first := range []string{"a", "an", "the"} {
		for _, second := range []string{"a", "an", "the"} {
			for _, quote := range []string{`"`, "“", ""} {
				if first == "the" && second == "a" && quote == "" {
					continue // the a priori, the A class
				}
				t.Literals = append(t.Literals, " "+first+" "+quote+second+" ")
			}
		}
	}
	return t
}

func (article) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src := d.Text()
	var out []checks.Match
	done := 0
	for _, h := range hits {
		s := h.Span
		s.Start++
		s.End--
		words := strings.Fields(s.Of(src))
		if s.Start < done || len(words) != 2 || strings.ContainsAny(s.Of(src), "\n\r") {
			continue
		}
		second := strings.TrimLeft(words[1], `"“`)
		if second != strings.ToLower(second) || words[0] == "A" || words[0] == "AN" || words[0] == "THE" {
			continue // a title that begins with its article: the "The Analects" exhibition; an initial: Plan A the
		}
		if next := s.End + 1; next < len(src) && isDigit(src[next]) && second == "a" {
			continue
		}
		done = s.End
		out = append(out, checks.At(s.Start, s.End))
	}
	return gather(d, out)
}
