package script

import (
	"strings"
	"unicode"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/habit"
)

// fullwidth looks for full-width digits and letters, which Chinese text sets half-width (GB/T 15835 5.1; clreq). Where they are
// the rule of the document, or of much traditional typesetting, it only mentions them; in Japanese they are usual.
type fullwidth struct{}

func (fullwidth) Trigger() scan.Trigger {
	return scan.Trigger{Classes: []scan.Class{scan.FullDigit, scan.FullLetter}}
}

func (fullwidth) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src := d.Text()
	var out []checks.Match
	whole := text.Span{End: len(src)}
	for i := 0; i < len(hits); {
		s := hits[i].Span
		for i++; i < len(hits) && hits[i].Span.Start == s.End; i++ {
			s.End = hits[i].Span.End
		}
		if strings.Trim(s.Of(src), "０") == "" && hanNumeral(prev(src, s.Start, whole).r) {
			continue // 〇 is meant
		}
		m := checks.At(s.Start, s.End)
		narrow := strings.Map(func(r rune) rune { return r - 0xFEE0 }, s.Of(src))
		m.Vars = map[string]string{"narrow": narrow}
		// A word in small letters may be a name that its owner sets so; digits and abbreviations are no one's.
		proof := checks.ProofCanonical
		if strings.ContainsFunc(narrow, unicode.IsLower) {
			proof = checks.ProofNone
		}
		m.Fixes = checks.Replace(d, s, narrow, proof)
		out = append(out, m)
	}
	out = gather(d, out)
	h := habit.Of(d)
	if h.Japanese() {
		return nil
	}
	if habit.ScriptsOf(d).TraditionalText() || h.Count(scan.FullDigit) > max(20, 4*h.Count(scan.Digit)) {
		for i := range out {
			out[i].Severity, out[i].Fixes = checks.Info, nil
		}
	}
	return out
}

func hanNumeral(r rune) bool {
	return strings.ContainsRune("〇一二三四五六七八九十", r) && r != 0
}
