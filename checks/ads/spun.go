package ads

import (
	"fmt"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// spunParams are the [params] of a rule of kind spun-text.
type spunParams struct {
	Pairs string `toml:"pairs"` // word list: what a spinner writes, white space, what officials write
	Least int    `toml:"least"` // distinct pairs that make a spun text; 0 means 3
}

// spun finds texts in which a program has replaced official terms by synonyms.
type spun struct {
	odd, official []string
	least         int
}

func newSpun(p checks.Params) (checks.Check, error) {
	v := spunParams{Pairs: "spun.txt"}
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	if v.Least == 0 {
		v.Least = 3
	}
	rows, err := p.List(v.Pairs)
	if err != nil {
		return nil, err
	}
	c := &spun{least: v.Least}
	for _, row := range rows {
		w := strings.Fields(row)
		if len(w) != 2 {
			return nil, fmt.Errorf("word list %q: %q is not a pair", v.Pairs, row)
		}
		c.odd, c.official = append(c.odd, w[0]), append(c.official, w[1])
	}
	return c, nil
}

func (c *spun) Trigger() scan.Trigger { return scan.Trigger{Literals: c.odd} }

func (c *spun) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if len(hits) < c.least {
		return nil
	}
	s := d.Text()
	var m checks.Match
	pairs := map[int]bool{}
	judged := map[int]bool{} // pairs whose official word was looked for: true if the text has it
	var shown []string
	end := 0
	for _, h := range hits {
		has, known := judged[h.Index]
		if !known {
			has = strings.Contains(s, c.official[h.Index])
			judged[h.Index] = has
		}
		if has || h.Span.Start < end {
			continue
		}
		end = h.Span.End
		if !pairs[h.Index] {
			pairs[h.Index] = true
			shown = append(shown, c.odd[h.Index]+"（"+c.official[h.Index]+"）")
		}
		m.Places = append(m.Places, h.Span)
	}
	if len(pairs) < c.least {
		return nil
	}
	m.Vars = map[string]string{"count": itoa(len(pairs))}
	m.Evidence = []checks.Note{note("pairs", "pairs", strings.Join(shown[:min(5, len(shown))], "、"))}
	return []checks.Match{m}
}
