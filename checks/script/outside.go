package script

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/view/habit"
)

// outside runs a check on what is not code.
type outside struct{ checks.Check }

func (c outside) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if spans := habit.Code(d); len(spans) > 0 && len(hits) > 0 {
		kept := make([]scan.Hit, 0, len(hits))
		for _, h := range hits {
			for len(spans) > 0 && spans[0].End <= h.Span.Start {
				spans = spans[1:]
			}
			if len(spans) == 0 || !spans[0].Overlaps(h.Span) {
				kept = append(kept, h)
			}
		}
		if hits = kept; len(hits) == 0 {
			return nil
		}
	}
	return c.Check.Run(d, hits)
}

// prosaic makes kinds look at what is not code.
func prosaic(kinds []checks.Kind) []checks.Kind {
	for i, k := range kinds {
		kinds[i].New = func(p checks.Params) (checks.Check, error) {
			c, err := k.New(p)
			if err != nil {
				return nil, err
			}
			return outside{c}, nil
		}
	}
	return kinds
}
