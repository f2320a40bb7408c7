package layout

import (
	"github.com/reportlint/reportlint/internal/document"
)

// Map says what each line of a document is. It is immutable once built.
type Map struct {
	d        *document.Document
	lines    []Line
	seen     []int32 // indices of the lines that are not blank, in order
	first    int     // the body's first and last line; first > last if there is no body
	last     int
	bare     bool // hardly anything would be left without the frame
	prosed   bool // there is a paragraph
	entitled bool // the title is certain: it stands twice, or is worded as titles are
	frames   int  // lines of Role Frame or Meta
}

// Of is the map of d, built once per document.
func Of(d *document.Document) *Map { return document.View(d, build) }

// Len is the number of lines.
func (m *Map) Len() int { return len(m.lines) }

// Line is what the map knows of line i (0-based). The caller must not change it.
func (m *Map) Line(i int) *Line { return &m.lines[i] }

// Role is the role of line i.
func (m *Map) Role(i int) Role { return m.lines[i].Role }

// Body is the range of lines, first to last inclusive, from the title to the last line of the text, whatever frame stands between;
// ok is false if there is no text.
func (m *Map) Body() (first, last int, ok bool) { return m.first, m.last, m.first <= m.last }

// Frames is the number of lines of Role Frame or Meta.
func (m *Map) Frames() int { return m.frames }

// Marker is the interface word that decided on line l, folded; empty if none did.
func (l *Line) Marker() string {
	if l.why != byMarker {
		return ""
	}
	return l.marker
}

// Twin is the line of the title that line i repeats, -1 if it repeats none.
func (m *Map) Twin(i int) int {
	if l := &m.lines[i]; l.Part == Duplicate {
		return int(l.near)
	}
	return -1
}

// Edge reports whether line i stands before the first or after the last line of text.
func (m *Map) Edge(i int) bool { return i < m.first || i > m.last }

// Runes is the number of visible code points of the line, exact up to 200.
func (l *Line) Runes() int { return int(l.runes) }

// Prose reports whether the line consists of sentences.
func (l *Line) Prose() bool { return l.shape.is(prose) }

func build(d *document.Document) *Map {
	ls := d.Lines()
	m := &Map{d: d, lines: make([]Line, ls.Len()), seen: make([]int32, 0, ls.Len())}
	var k key
	t := d.Text()
	for i := range m.lines {
		s := ls.Span(i)
		l := &m.lines[i]
		l.Span = visible(t[s.Start:s.End], s.Start)
		if l.Span.Len() == 0 {
			continue
		}
		m.seen = append(m.seen, int32(i))
		l.measure(l.Span.Of(t), &k)
		m.prosed = m.prosed || l.shape.is(solid)
	}
	m.unwrap()
	m.announced()
	m.forms()
	m.dataRows()
	m.promote()
	z := m.cores()
	m.base()
	if len(z) == 0 {
		m.between(0, len(m.seen)) // a page without a text
	}
	m.head(z)
	m.tail(z, &k)
	for i := 1; i < len(z); i++ {
		m.between(z[i-1].b, z[i].a)
	}
	m.listing()
	m.settle()
	return m
}

func (m *Map) text(i int) string { return m.lines[i].Span.Of(m.d.Text()) }

// at is the line of the k-th line that is not blank.
func (m *Map) at(k int) *Line { return &m.lines[m.seen[k]] }

// span is a range of m.seen, half-open.
type span struct{ a, b int }

func (m *Map) frame(k int, p Part, w why, sure bool) {
	l := m.at(k)
	l.Role, l.Part, l.why, l.Sure = Frame, p, w, sure
	if p == Provenance {
		l.Role = Meta
	}
}

// Removable reports whether line i is page furniture beyond doubt: deleting it takes nothing from the text.
func (m *Map) Removable(i int) bool {
	l := &m.lines[i]
	if l.shape.is(solid) && l.runes > 40 && (l.weight < 3 || l.hits < 2) {
		return false // it could be prose after all
	}
	return l.Role == Frame && l.Sure && l.Part != Editor && !m.bare
}
