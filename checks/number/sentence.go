package number

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// sentence is one sentence with its figures.
type sentence struct {
	*quantity.Sentence
	fs []quantity.Figure
	s  string // the document's text
}

// each reads every sentence that holds a hit, once, and collects what judge says of it.
func each(d *document.Document, hits []scan.Hit, judge func(x *sentence) []checks.Match) []checks.Match {
	var out []checks.Match
	x := sentence{Sentence: &quantity.Sentence{}, s: d.Text()}
	if len(hits) == 0 {
		return nil
	}
	done, flow := -1, quantity.FlowOf(d)
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		sp := flow.Around(x.s, h.Span.Start)
		done = sp.End
		flow.Read(x.s, sp, x.Sentence)
		x.fs = quantity.Figures(x.Sentence, x.fs)
		if len(x.fs) > 0 {
			out = append(out, judge(&x)...)
		}
	}
	return out
}

// figured keeps the hits with a digit within so many bytes behind them, and before them if they need one there too.
func figured(s string, hits []scan.Hit, behind, before int) []scan.Hit {
	out := hits[:0:0]
	for _, h := range hits {
		if hasDigit(s[h.Span.End:min(len(s), h.Span.End+behind)]) && (before == 0 || hasDigit(s[max(0, h.Span.Start-before):h.Span.Start])) {
			out = append(out, h)
		}
	}
	return out
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

// print is figure f as it stands in the text.
func (x *sentence) print(f *quantity.Figure) string { return f.Span.Of(x.s) }

// has reports whether the runes from i begin with w.
func (x *sentence) has(i int, w string) bool {
	for _, r := range w {
		if i < 0 || i >= len(x.Runes) || x.Runes[i] != r {
			return false
		}
		i++
	}
	return true
}

// behind is the word of list that ends directly before rune i, the longest; and where it begins.
func (x *sentence) behind(i int, list []string) (word string, at int) {
	at = i
	for _, w := range list {
		n := 0
		for range w {
			n++
		}
		if i-n < at && x.has(i-n, w) {
			word, at = w, i-n
		}
	}
	return word, at
}

// clause is the range of runes around i that no comma or stop divides.
func (x *sentence) clause(i int) (lo, hi int) {
	for lo = i; lo > 0 && !divides(x.Runes[lo-1]); lo-- {
	}
	for hi = i; hi < len(x.Runes) && !divides(x.Runes[hi]); hi++ {
	}
	return lo, hi
}

func divides(r rune) bool {
	switch r {
	case ',', '，', ';', '；', ':', '：', '。', '!', '?', '\n', '\r':
		return true
	}
	return false
}

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// span of the runes from i to j.
func (x *sentence) span(i, j int) text.Span { return x.Span(i, j) }
