package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// zero looks for what stands in for 〇 in a number written in Han: the digit 0, the letter O, the circle ○ (GB/T 15835 5.2).
type zero struct{}

func (zero) Trigger() scan.Trigger {
	var t scan.Trigger
	for _, n := range "一二三四五六七八九" {
		for _, z := range []string{"0", "o", "○", "◯"} {
			t.Literals = append(t.Literals, string(n)+z)
		}
	}
	return t
}

// zeroes are what is taken for 〇.
const zeroes = "0０oOｏＯ○◯"

func (zero) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	done := -1
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		ln := lines.Span(lines.At(h.Span.Start))
		s := h.Span
		part := func(c char) bool {
			return c.r != '十' && hanNumeral(c.r) || c.class != scan.LF && strings.ContainsRune(zeroes, c.r)
		}
		for c := prev(src, s.Start, ln); part(c); c = prev(src, s.Start, ln) {
			s.Start = c.span.Start
		}
		for c := next(src, s.End, ln); part(c); c = next(src, s.End, ln) {
			s.End = c.span.End
		}
		done = s.End
		runes := []rune(s.Of(src))
		b, a := prev(src, s.Start, ln), next(src, s.End, ln)
		year := len(runes) == 4 && (a.r == '年' || a.r == '—' || a.r == '至')
		if latin.Has(a.class) || latin.Has(b.class) || !hanNumeral(runes[0]) || !year && !(len(runes) >= 3 && a.class == scan.Han && strings.ContainsRune("年月日号届", a.r)) {
			continue
		}
		var edits []text.Edit
		m := checks.At(s.Start, s.End)
		m.Severity = checks.Info
		off := s.Start
		for _, r := range runes {
			n := len(string(r))
			if strings.ContainsRune(zeroes, r) {
				edits = append(edits, text.Edit{Span: text.Span{Start: off, End: off + n}, New: "〇"})
				if r != '○' && r != '◯' {
					m.Severity = checks.SeverityUnset
				}
			}
			off += n
		}
		m.Vars = map[string]string{"fixed": strings.Map(func(r rune) rune {
			if strings.ContainsRune(zeroes, r) {
				return '〇'
			}
			return r
		}, s.Of(src))}
		m.Fixes = checks.Rewrite(d, edits, checks.ProofNone)
		out = append(out, m)
	}
	return gather(d, out)
}
