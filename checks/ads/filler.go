package ads

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// fillerParams are the [params] of a rule of kind generated-filler.
type fillerParams struct {
	Opens  []string `toml:"opens"`  // how a language model begins: at the start of a line
	Closes []string `toml:"closes"` // how it ends: in the last sentence of a line
}

// filler finds what a language model says of itself or to its user.
type filler struct{ fillerParams }

func newFiller(p checks.Params) (checks.Check, error) {
	var c filler
	if err := p.Decode(&c.fillerParams); err != nil {
		return nil, err
	}
	if len(c.Opens) == 0 || len(c.Closes) == 0 {
		return nil, errors.New("generated-filler needs opens and closes")
	}
	return &c, nil
}

func (c *filler) Trigger() scan.Trigger {
	return scan.Trigger{Literals: append(append([]string{}, c.Opens...), c.Closes...)}
}

func (c *filler) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	s := d.Text()
	eachSentence(d, hits, nil, func(at site) int {
		h, ln, sp := at.hit, at.span, at.sentence
		switch {
		case quoted(s, ln, h.Span.Start):
			return 0
		case h.Index < len(c.Opens):
			if utf8.RuneCountInString(strings.TrimSpace(s[ln.Start:h.Span.Start])) > 6 {
				return 0
			}
		case strings.TrimSpace(s[sp.End:ln.End]) != "" || strings.TrimSpace(s[sp.Start:h.Span.Start]) != "":
			return 0
		}
		sp = trimmed(s, sp)
		m := checks.At(sp.Start, sp.End)
		m.Evidence = []checks.Note{note("phrase", "phrase", h.Span.Of(s))}
		out = append(out, m)
		return at.sentence.End
	})
	return out
}

// trimmed is sp without white space at its ends.
func trimmed(s string, sp text.Span) text.Span {
	t := sp.Of(s)
	sp.Start += len(t) - len(strings.TrimLeft(t, " 　\t"))
	sp.End -= len(t) - len(strings.TrimRight(t, " 　\t\r"))
	return sp
}
