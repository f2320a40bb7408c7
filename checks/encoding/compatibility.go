package encoding

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// compatibility finds code points that only exist for round trips with older sets: radicals and compatibility ideographs in the
// place of characters, and ligatures of typesetting. NFKC is never used: it turns Ⅱ into II and ① into 1.
type compatibility struct{}

func newCompatibility(p checks.Params) (checks.Check, error) { return compatibility{}, none(p) }

func (compatibility) Trigger() scan.Trigger {
	return scan.Trigger{Classes: []scan.Class{scan.Radical, scan.CompatIdeograph, scan.Ligature}}
}

func (compatibility) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src := d.Text()
	for _, h := range hits {
		r, _ := utf8.DecodeRuneInString(src[h.Span.Start:])
		to, proof := "", checks.ProofCanonical
		switch scan.ClassOf(r) {
		case scan.Radical:
			if !besideHan(src, h.Span) {
				continue // a list of radicals means them
			}
			if x, ok := tables.RadicalIdeograph(r); ok {
				to = string(x)
			}
		case scan.CompatIdeograph:
			// Singleton decompositions of the Unicode standard; but some people spell their names with these forms.
			to, proof = norm.NFC.String(string(r)), checks.ProofNone
		case scan.Ligature:
			to = norm.NFKC.String(string(r)) // of this one character: ﬁ → fi
		}
		m := checks.Match{Places: []textSpan{h.Span}, Vars: map[string]string{"code": fmt.Sprintf("U+%04X", r), "to": to}}
		if to != "" && to != string(r) {
			m.Evidence = []checks.Note{{Key: "form"}}
			m.Fixes = checks.Replace(d, h.Span, to, proof)
		} else {
			continue
		}
		out = append(out, m)
	}
	return out
}

// besideHan reports whether a character of running Chinese stands directly before or after the span.
func besideHan(src string, s textSpan) bool {
	prev, _ := utf8.DecodeLastRuneInString(src[:s.Start])
	next, _ := utf8.DecodeRuneInString(src[s.End:])
	return scan.ClassOf(prev) == scan.Han || scan.ClassOf(next) == scan.Han
}
