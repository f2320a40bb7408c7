package encoding

import (
	"fmt"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// privateUse finds code points that nobody assigned. Those with which GB 18030-2000 wrote characters that Unicode has since
// encoded go to their assigned code points.
type privateUse struct{}

func newPrivateUse(p checks.Params) (checks.Check, error) { return privateUse{}, none(p) }

func (privateUse) Trigger() scan.Trigger {
	return scan.Trigger{Classes: []scan.Class{scan.PrivateUse}}
}

func (privateUse) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	for _, h := range hits {
		r, _ := utf8.DecodeRuneInString(d.Text()[h.Span.Start:])
		m := checks.Match{Places: []textSpan{h.Span}, Vars: map[string]string{"code": fmt.Sprintf("U+%04X", r)}}
		if to, ok := tables.StandardPrivateUse(r); ok {
			m.Evidence = []checks.Note{{Key: "assigned", Vars: map[string]string{"to": string(to), "tocode": fmt.Sprintf("U+%04X", to)}}}
			// A presentation form of vertical text has no place in a line of running text: there the code point more likely
			// belongs to other damage, and the table alone proves nothing.
			proof := checks.ProofNone
			if scan.ClassOf(to) == scan.Han {
				proof = checks.ProofCanonical
			}
			m.Fixes = checks.Replace(d, h.Span, string(to), proof)
		} else {
			m.Evidence = []checks.Note{{Key: "unassigned"}}
		}
		out = append(out, m)
	}
	return out
}
