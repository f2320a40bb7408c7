package codec

import (
	"sort"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// mark pairs an offset of the text with the offset of the same place in the file.
type mark struct{ text, file int }

// markEvery is how many bytes of text lie between two marks: some 3 % of the text in memory, and at most that many bytes to
// decode for one lookup.
const markEvery = 512

// Bytes is where span s of the text stands in the file. The two ends of a span inside one coded unit widen to the unit.
// UTF-8: constant time; else a binary search and the decoding of at most markEvery bytes.
func (t *Text) Bytes(s text.Span) Bytes {
	if t.marks == nil {
		return Bytes{s.Start + t.bom, s.End + t.bom}
	}
	start, _ := t.locate(s.Start)
	if s.End == s.Start {
		return Bytes{start, start}
	}
	_, end := t.locate(s.End)
	return Bytes{start, end}
}

// locate carries an offset of the text to the file; an offset inside a unit gives both of the unit's ends.
func (t *Text) locate(off int) (lo, hi int) {
	m := t.marks[sort.Search(len(t.marks), func(i int) bool { return t.marks[i].text > off })-1]
	cs, _ := t.Encoding.charset()
	for m.text < off && m.file < len(t.raw) {
		u := cs.next(t.raw[m.file:])
		size := u.size()
		if m.text+size > off {
			return m.file, m.file + u.n
		}
		m.text, m.file = m.text+size, m.file+u.n
	}
	return m.file, m.file
}

// size is how many bytes of text the unit gives.
func (u unit) size() int {
	n := utf8.RuneLen(u.r)
	if u.mark != 0 {
		n += utf8.RuneLen(u.mark)
	}
	return n
}
