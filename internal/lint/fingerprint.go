package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/rules"
)

// fingerprint is what a baseline knows a finding by: rule, folded text and 12 folded characters of its line on each side, from
// the repaired text, so that neither moved lines nor the tool's own repairs change it. Findings of document scope are known by
// their rule alone.
func fingerprint(d *document.Document, m match) string {
	var b strings.Builder
	b.WriteString("v1\x00" + m.rule.ID + "\x00")
	if m.rule.Scope == rules.ScopePlace {
		s, src := m.Places[0], d.Text()
		ln := d.Lines().Span(d.Lines().At(s.Start))
		before := lastFolded(src[ln.Start:max(s.Start, ln.Start)], 12)
		after := ""
		if s.End < ln.End {
			after = firstFolded(src[s.End:ln.End], 12)
		}
		b.WriteString(before + "\x00" + firstFolded(s.Of(src), -1) + "\x00" + after)
	}
	sum := sha256.Sum256([]byte(b.String()))
	return "v1:" + hex.EncodeToString(sum[:8])
}

func firstFolded(s string, n int) string {
	var b strings.Builder
	for _, r := range s {
		if n == 0 {
			break
		}
		if f := scan.Fold(r); f > ' ' {
			b.WriteRune(f)
			n--
		}
	}
	return b.String()
}

func lastFolded(s string, n int) string {
	var back []rune
	for len(s) > 0 && len(back) < n {
		r, w := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-w]
		if f := scan.Fold(r); f > ' ' {
			back = append(back, f)
		}
	}
	var b strings.Builder
	for i := len(back) - 1; i >= 0; i-- {
		b.WriteRune(back[i])
	}
	return b.String()
}
