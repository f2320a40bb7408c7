package chrome

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// errorPage recognises a file that holds what a server said instead of a document.
type errorPage struct{ words []string }

type wordsParams struct {
	Words string `toml:"words"` // word list beside the rule
}

func newErrorPage(p checks.Params) (checks.Check, error) {
	words, err := listOf(p)
	return errorPage{words}, err
}

func listOf(p checks.Params) ([]string, error) {
	var v wordsParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	return p.List(v.Words)
}

func (c errorPage) Trigger() scan.Trigger { return scan.Trigger{Literals: c.words} }

// errorPageLimit is the longest page of the kind, in code points that are not white space.
const errorPageLimit = 800

func (c errorPage) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if len(d.Text()) > 6*errorPageLimit {
		return nil
	}
	visible := 0
	for _, r := range d.Text() {
		if r > ' ' && r != '\u3000' && r != '\u00a0' {
			visible++
		}
	}
	if visible == 0 || visible > errorPageLimit {
		return nil
	}
	said := map[int]bool{} // lines that hold one of the words
	distinct := map[int]bool{}
	lines := d.Lines()
	first := -1
	for _, h := range hits {
		i := lines.At(h.Span.Start)
		if !bounded(d.Text(), h) {
			continue
		}
		said[i], distinct[h.Index] = true, true
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		return nil
	}
	// Two sentences of prose that say nothing of the kind make it a document.
	m, sentences := layout.Of(d), 0
	for i := range m.Len() {
		if l := m.Line(i); !said[i] && l.Prose() && l.Runes() >= 20 || l.Role == layout.Salutation {
			sentences++
		}
		if s := lines.Text(i); said[i] && utf8.RuneCountInString(s) > 120 && strings.Count(s, "。") > 2 {
			sentences++ // a paragraph that speaks of such pages
		}
	}
	if sentences >= 2 || sentences == 1 && len(distinct) < 2 || visible > 200 && len(distinct) < 2 {
		return nil
	}
	f := checks.At(m.Line(first).Span.Start, m.Line(first).Span.End)
	return []checks.Match{f}
}

// bounded reports whether a hit that begins or ends with a digit or letter is not a piece of a longer figure or word.
func bounded(src string, h scan.Hit) bool {
	word := func(b byte) bool { return b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z' }
	if a := h.Span.Start; word(src[a]) && a > 0 && word(src[a-1]) {
		return false
	}
	if b := h.Span.End; word(src[b-1]) && b < len(src) && word(src[b]) {
		return false
	}
	return true
}
