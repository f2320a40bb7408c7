package script

import (
	"errors"
	"fmt"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// terms looks for known mistranslations of official terms in English text.
type terms struct {
	seen []term
}

type term struct{ wrong, zh, official string }

// termParams are the [params] of a rule of kind literal-translation.
type termParams struct {
	Terms string `toml:"terms"` // a list beside the rule: zh | official rendering | mistranslations; … | source
}

func newTerms(p checks.Params) (checks.Check, error) {
	var v termParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	if v.Terms == "" {
		return nil, errors.New("literal-translation needs terms: a list of official terms beside the rule")
	}
	rows, err := p.List(v.Terms)
	if err != nil {
		return nil, err
	}
	c := &terms{}
	for _, row := range rows {
		cells := strings.Split(row, " | ")
		if len(cells) != 4 {
			return nil, fmt.Errorf("%s: %q has %d cells, not 4: term | official rendering | mistranslations; … | source", v.Terms, row, len(cells))
		}
		for _, wrong := range strings.Split(cells[2], "; ") {
			c.seen = append(c.seen, term{wrong, cells[0], cells[1]})
		}
	}
	return c, nil
}

func (c *terms) Trigger() scan.Trigger {
	var t scan.Trigger
	for _, x := range c.seen {
		t.Literals = append(t.Literals, x.wrong)
	}
	return t
}

func (c *terms) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var order []int
	covered := 0
	places := map[int][]text.Span{}
	for _, h := range hits {
		ln := lines.Span(lines.At(h.Span.Start))
		if h.Span.End <= covered || wordBefore(src, h.Span.Start, ln) < h.Span.Start || wordAt(src, h.Span.End, ln) > h.Span.End {
			continue
		}
		covered = h.Span.End
		if places[h.Index] == nil {
			order = append(order, h.Index)
		}
		places[h.Index] = append(places[h.Index], h.Span)
	}
	var out []checks.Match
	for _, i := range order {
		x := c.seen[i]
		out = append(out, checks.Match{Places: places[i], Vars: map[string]string{"zh": x.zh, "official": x.official}})
	}
	return out
}
