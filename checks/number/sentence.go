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
	quantity.Sentence
	fs   []quantity.Figure
	s    string // the document's text
	flow quantity.Flow
}

// each reads every sentence that holds a hit worth reading for, once, and collects what judge says of it. Reading is dear: worth
// looks at the bytes around a hit of s and passes over those from which judge could not find anything.
func each(d *document.Document, hits []scan.Hit, worth func(s string, h scan.Hit) bool, judge func(x *sentence) []checks.Match) []checks.Match {
	var out []checks.Match
	s, done := d.Text(), -1
	for _, h := range hits {
		if h.Span.Start < done || !worth(s, h) {
			continue
		}
		x := desk(d)
		sp := x.flow.Around(s, h.Span.Start)
		done = sp.End
		x.flow.Read(s, sp, &x.Sentence)
		if x.fs = quantity.Figures(&x.Sentence, x.fs); len(x.fs) > 0 {
			out = append(out, judge(x)...)
		}
	}
	return out
}

// What few sentences exceed: their length in runes, and the number of their figures.
const (
	usual        = 256
	usualFigures = 12
)

// desk is where the sentences of d are read, one after the other, whichever rule reads them.
func desk(d *document.Document) *sentence {
	return document.View(d, func(d *document.Document) *sentence {
		return &sentence{Sentence: quantity.Sentence{Runes: make([]rune, 0, usual), At: make([]int, 0, usual)},
			fs: make([]quantity.Figure, 0, usualFigures), s: d.Text(), flow: quantity.FlowOf(d)}
	})
}

// figured: a digit stands within so many bytes behind the hit, and within so many before it.
func figured(s string, h scan.Hit, behind, before int) bool {
	return hasDigit(s[h.Span.End:min(len(s), h.Span.End+behind)]) && hasDigit(s[max(0, h.Span.Start-before):h.Span.Start])
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

// behind is the word of list that ends directly before rune i, the longest; and where it begins. Without one it is empty.
func (x *sentence) behind(i int, list *quantity.WordList) (word string, at int) {
	k, n := list.Before(x.Runes, 0, i)
	if n == 0 {
		return "", i
	}
	return list.Words()[k], i - n
}

// holds reports whether a word of list stands within the runes from lo to hi.
func (x *sentence) holds(lo, hi int, list *quantity.WordList) bool {
	return list.In(x.Runes, lo, hi) >= 0
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
