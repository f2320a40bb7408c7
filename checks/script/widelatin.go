package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/habit"
)

// wideLatin looks for Chinese marks in the sentences of a document in a Western language.
type wideLatin struct{}

func (wideLatin) Trigger() scan.Trigger {
	var t scan.Trigger
	for _, a := range []scan.Class{scan.Lower, scan.Digit, scan.Percent} {
		t.Pairs = append(t.Pairs, scan.Pair{A: a, B: scan.Pause}, scan.Pair{A: a, B: scan.Stop})
	}
	return t
}

// western are the marks that stand for them; 、 separates as a comma does.
var western = map[rune]string{'，': ",", '、': ",", '；': ";", '：': ":", '。': ".", '！': "!", '？': "?", '．': "."}

func (wideLatin) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if h := habit.Of(d); h.Latin() < 20*h.Han() || h.Japanese() {
		return nil
	}
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	for _, hit := range hits {
		ln := lines.Span(lines.At(hit.Span.Start))
		c := prev(src, hit.Span.End, ln)
		half, ok := western[c.r]
		a := next(src, skipOn(src, c.span.End, ln), ln)
		if !ok || !latin.Has(a.class) && a.class != scan.LF || hanNear(src, c.span, ln) {
			continue
		}
		if a.span.Start == c.span.End && a.class != scan.LF && !strings.ContainsAny(half, ".") {
			half += " "
		}
		m := checks.At(c.span.Start, c.span.End)
		m.Vars = map[string]string{"half": strings.TrimSpace(half)}
		m.Fixes = checks.Replace(d, c.span, half, checks.ProofNone)
		out = append(out, m)
	}
	return gather(d, out)
}

// hanNear reports whether Han stand within a few characters of at.
func hanNear(src string, at, ln text.Span) bool {
	for _, r := range src[back(src, at.Start, 12, ln):on(src, at.End, 12, ln)] {
		if scan.ClassOf(r) == scan.Han {
			return true
		}
	}
	return false
}
