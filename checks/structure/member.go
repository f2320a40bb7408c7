package structure

import (
	"strings"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// member is a number inside a paragraph whose siblings begin lines.
type member struct {
	marker   int
	edit     text.Edit
	siblings int  // that begin lines
	sure     bool // the list has a hole at line starts which this number fills
	closes   bool // its heading, and those of all its siblings inside paragraphs, run to the end of the line
}

// members finds the numbers that a lost break has put inside a paragraph, in order.
func members(d *document.Document) []member {
	type found struct{ all []member }
	return document.View(d, func(d *document.Document) *found { return &found{findMembers(d)} }).all
}

func findMembers(d *document.Document) []member {
	s, o, lines := d.Text(), outline.Of(d), d.Lines()
	var out []member
	for _, l := range o.Lists {
		starts := 0
		for _, k := range l.Items {
			if o.Markers[k].Start {
				starts++
			}
		}
		if starts == len(l.Items) || !numbersParagraphs(l.Kind) {
			continue
		}
		closing := headings(s, o, l, lines)
		if starts < 1 && !closing {
			continue
		}
		for i, k := range l.Items {
			m := o.Markers[k]
			if m.Start || !ended(s, m) || !closing && (2*starts < len(l.Items) || starts < 2 && !closes(s, m, lines)) {
				continue
			}
			e, ok := breakAt(s, lines.Span(m.Line), m.Span.Start)
			if !ok {
				continue
			}
			sure := i > 0 && o.Markers[l.Items[i-1]].N == m.N-1 && (i+1 == len(l.Items) || o.Markers[l.Items[i+1]].N == m.N+1)
			if closing { // nothing else stands on the line behind a number that opens a list
				sure = m.N == 1 && i == 0 || i > 0 && o.Markers[l.Items[i-1]].N == m.N-1
			}
			out = append(out, member{k, e, starts, sure && l.Kind != outline.HanIs, closing})
		}
	}
	sortBy(out, func(m member) int { return m.edit.Span.Start })
	return out
}

// headings: the members of l that do not begin lines are headings of sections: each stands behind a sentence and closes its
// line. There are two members at least, in order.
func headings(s string, o *outline.Outline, l outline.List, lines *text.Lines) bool {
	if l.Kind != outline.Han || len(l.Items) < 2 || o.Markers[l.Items[0]].N != 1 || o.Markers[l.Items[1]].N != 2 {
		return false
	}
	for _, k := range l.Items {
		if m := o.Markers[k]; !m.Start && (!ended(s, m) || !closes(s, m, lines)) {
			return false
		}
	}
	return true
}

// closes: the heading of m runs to the end of its line.
func closes(s string, m outline.Marker, lines *text.Lines) bool {
	rest := s[m.Span.End:lines.Span(m.Line).End]
	return m.Kind == outline.Han && len(rest) >= 3*4 && len(rest) <= 3*headingRunes && !strings.ContainsAny(rest, "。；！？")
}

// numbersParagraphs: kinds of markers that number sections or paragraphs.
func numbersParagraphs(k outline.Kind) bool {
	switch k {
	case outline.Han, outline.HanParen, outline.Arabic, outline.ArabicParen, outline.HanIs:
		return true
	}
	return false
}

// ended: m stands behind the end of a sentence.
func ended(s string, m outline.Marker) bool {
	g := gapBefore(s, m.Span.Start)
	return g.ends && stops(g.mark) && !m.Weak
}
