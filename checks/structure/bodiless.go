package structure

import (
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/view/layout"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// headed: line i begins with a number.
func headed(d *document.Document, i int) bool {
	ln := d.Lines().Span(i)
	m, ok := outline.Of(d).Marked(skipBlank(d.Text(), ln))
	return ok && m.Start
}

// bodiless judges line i, a numbered heading with nothing below it: the key is "heading" if its siblings all have text below them
// or behind them on their lines, "opening" if it should open a list in a text of sentences, else empty.
func bodiless(d *document.Document, m *layout.Map, i, first int) (key string) {
	s, o := d.Text(), outline.Of(d)
	mark, ok := o.Marked(skipBlank(s, d.Lines().Span(i)))
	if !ok || m.Line(i).Runes() >= mostRunes {
		return ""
	}
	chapter := mark.Kind == outline.Han || mark.Kind == outline.HanParen
	if mark.List < 0 || o.Markers[o.Lists[mark.List].Items[0]] == mark {
		if chapter && mark.N == 1 && due(d, m, i, first) && neighbours(m, s, i, first) {
			return "opening"
		}
		return ""
	}
	items := o.Lists[mark.List].Items
	inline, long := 0, 0 // siblings that are paragraphs themselves
	for k, x := range items[:len(items)-1] {
		a, b := o.Markers[x].Line, o.Markers[items[k+1]].Line
		l := m.Line(a)
		switch {
		case !o.Markers[x].Start || a == b:
			return ""
		case bodyBetween(m, a, b):
		case stops(last(s, l.Span.End)):
			if inline++; l.Runes() >= mostRunes {
				long++
			}
		default:
			return ""
		}
	}
	if inline > 0 && (2*long < inline || !chapter && len(items) < 3) {
		return "" // short items, of which the last may be without a mark
	}
	return "heading"
}

func bodyBetween(m *layout.Map, a, b int) bool {
	for i := a + 1; i < b; i++ {
		if m.Role(i) == layout.Body && m.Line(i).Runes() >= 30 {
			return true
		}
	}
	return false
}
