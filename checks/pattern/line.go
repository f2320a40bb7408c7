package pattern

import (
	"errors"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// lineParams are the [params] of a rule of kind line.
type lineParams struct {
	Lines []string `toml:"lines"` // the lines, without surrounding white space; matched on folded text
	Words string   `toml:"words"` // a word list beside the rule, added to them
}

type line struct {
	lines []string
	known map[string]bool
}

func newLine(p checks.Params) (checks.Check, error) {
	var v lineParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	lines, err := p.More(v.Lines, v.Words)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, errors.New("line needs lines: the lines to find, word for word")
	}
	c := &line{known: map[string]bool{}}
	for _, s := range lines {
		if s = strings.TrimSpace(s); s == "" {
			return nil, errors.New("line: an entry is blank")
		}
		c.lines = append(c.lines, s)
		c.known[strings.Map(scan.Fold, s)] = true
	}
	return c, nil
}

func (c *line) Trigger() scan.Trigger { return scan.Trigger{Literals: c.lines} }

func (c *line) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	lines, last := d.Lines(), -1
	for _, h := range hits {
		i := lines.At(h.Span.Start)
		if i == last || !c.known[strings.Map(scan.Fold, strings.TrimSpace(lines.Text(i)))] {
			continue
		}
		last = i
		s := lines.Span(i)
		m := checks.At(s.Start, s.End)
		m.Fixes = checks.DeleteLines(d, i, i, checks.ProofNone)
		out = append(out, m)
	}
	return out
}
