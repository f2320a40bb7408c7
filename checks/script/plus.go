package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// plus looks for sums written with a space on one side of the plus only: 2 +2 +2.
type plus struct{}

func (plus) Trigger() scan.Trigger { return scan.Trigger{Literals: []string{" +", "+ "}} }

func (plus) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	done := 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		ln := lines.Span(lines.At(h.Span.Start))
		s := h.Span
		for s.Start > ln.Start && sumByte(src[s.Start-1]) {
			s.Start--
		}
		for s.End < ln.End && sumByte(src[s.End]) {
			s.End++
		}
		done = s.End
		for s.Start < s.End && !isDigit(src[s.Start]) {
			s.Start++
		}
		for s.End > s.Start && !isDigit(src[s.End-1]) {
			s.End--
		}
		tight, ok := sum(src[s.Start:s.End])
		if !ok || s.End < ln.End && isLetter(src[s.End]) || s.Start > ln.Start && (isLetter(src[s.Start-1]) || src[s.Start-1] == '.') {
			continue
		}
		m := checks.At(s.Start, s.End)
		m.Vars = map[string]string{"sum": tight}
		m.Fixes = checks.Replace(d, text.Span{Start: s.Start, End: s.End}, tight, checks.ProofNone)
		out = append(out, m)
	}
	return gather(d, out)
}

func sumByte(c byte) bool { return isDigit(c) || c == '+' || c == ' ' }

// sum sets the terms of s without spaces; ok if it is one and some plus has a space on one side only. A plus with a space on
// neither side or on both is a matter of style; +86 139 is no sum.
func sum(s string) (tight string, ok bool) {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '+':
			if i == 0 || i+1 == len(s) || s[i-1] == '+' {
				return "", false
			}
			ok = ok || (s[i-1] == ' ') != (s[i+1] == ' ')
		case s[i] == ' ' && (i+1 == len(s) || s[i+1] != '+' && s[i-1] != '+'):
			return "", false
		}
	}
	return strings.ReplaceAll(s, " ", ""), ok && len(s) > 2 && len(s) < 40
}
