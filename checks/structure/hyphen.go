package structure

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// hyphenated finds English words that a line break cut: develop-⏎ment, with the hyphen of ASCII or of Unicode or the sign ¬. The document itself must use the whole word, and must not
// use both halves as words.
type hyphenated struct{}

func newHyphenated(p checks.Params) (checks.Check, error) { return hyphenated{}, p.Decode(&struct{}{}) }

func (hyphenated) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"‐\n", "‐\r", "¬\n", "¬\r"}, Pairs: []scan.Pair{{A: scan.Hyphen, B: scan.LF}, {A: scan.Hyphen, B: scan.CR}, {A: scan.Hyphen, B: scan.Space}}}
}

func (hyphenated) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	s := d.Text()
	type cut struct {
		at          text.Span // hyphen and white space
		left, right string
	}
	var cuts []cut
	want := map[string]int{}
	for _, h := range hits {
		at := text.Span{Start: h.Span.Start, End: h.Span.End}
		for at.End < len(s) && strings.IndexByte(" \r\n", s[at.End]) >= 0 && at.End-at.Start < 12 {
			at.End++
		}
		l, r := at.Start, at.End
		for l > 0 && at.Start-l < 24 && isLower(s[l-1]) {
			l--
		}
		if l > 0 && s[l-1] >= 'A' && s[l-1] <= 'Z' {
			l--
		}
		for r < len(s) && r-at.End < 24 && isLower(s[r]) {
			r++
		}
		if at.Start-l < 2 || r-at.End < 2 || strings.Count(at.Of(s), "\n") > 1 || l > 0 && (isLower(s[l-1]) || s[l-1] == '-') || r < len(s) && s[r] == '-' {
			continue
		}
		c := cut{at, strings.ToLower(s[l:at.Start]), s[at.End:r]}
		cuts = append(cuts, c)
		want[c.left+c.right], want[c.left], want[c.right] = 0, 0, 0
	}
	if len(cuts) == 0 {
		return nil
	}
	countWords(s, want)
	halves := map[string]int{}
	for _, c := range cuts {
		halves[c.left]++
		halves[c.right]++
	}
	var out []checks.Match
	for _, c := range cuts {
		// Each cut itself counts once for its halves.
		if want[c.left+c.right] == 0 || want[c.left] > halves[c.left] && want[c.right] > halves[c.right] {
			continue
		}
		m := checks.At(c.at.Start-len(c.left), c.at.End+len(c.right))
		m.Vars = map[string]string{"word": c.left + c.right}
		m.Evidence = []checks.Note{{Key: "word"}}
		m.Fixes = checks.Replace(d, c.at, "", checks.ProofShape)
		out = append(out, m)
	}
	return out
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

// countWords counts the words of want in s, case folded.
func countWords(s string, want map[string]int) {
	start := -1
	for i := 0; i <= len(s); i++ {
		if i < len(s) && (isLower(s[i]) || s[i] >= 'A' && s[i] <= 'Z') {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 && i-start <= 48 {
			w := strings.ToLower(s[start:i])
			if _, ok := want[w]; ok {
				want[w]++
			}
		}
		start = -1
	}
}
