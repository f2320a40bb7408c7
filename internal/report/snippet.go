package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

// snippet is one line of the file, cropped, with the row of marks that goes under it.
type snippet struct {
	line  []piece
	marks string // spaces, then one mark per cell of the place
}

// piece is a run of a line in one style.
type piece struct {
	text   string
	marked bool
	token  bool // stands for something hostile
}

const (
	around = 12    // cells kept on each side of a place, at least
	dots   = "..." // not an ellipsis, whose width is ambiguous
)

// crop draws an excerpt in at most limit cells; at most context characters are kept on each side if context > 0.
func crop(x document.Excerpt, limit, ambiguous, context int, mark byte) snippet {
	line := x.Before + x.Marked + x.After
	gs, insertion := glyphs(line, text.Span{Start: len(x.Before), End: len(x.Before) + len(x.Marked)}, ambiguous)
	from := slices.IndexFunc(gs, func(g glyph) bool { return g.in })
	to := from
	if from < 0 {
		from, to = insertion, insertion
	} else {
		for to < len(gs) && gs[to].in {
			to++
		}
	}
	middle := gs[from:to]
	if x.Omitted > 0 {
		at := len(x.Before) + x.Head
		k := countGlyphs(middle, line[len(x.Before):at])
		middle = elide(middle[:k], middle[k:], x.Omitted)
	}
	room := limit - 2*len(dots)
	if width(middle) > max(room-2*around, around) {
		middle = shorten(middle, max(room-2*around, around))
	}
	room -= width(middle)
	left, right := gs[:from], gs[to:]
	if context > 0 {
		left, right = left[max(0, len(left)-context):], right[:min(context, len(right))]
	}
	l, r := share(left, right, room)
	var s snippet
	head, tail := "", ""
	if l < from || x.CutBefore {
		head = dots
	}
	if r < len(gs)-to || x.CutAfter {
		tail = dots
	}
	left = gs[from-l : from]
	right = gs[to : to+r]
	s.add(piece{text: head})
	for _, part := range [][]glyph{left, middle, right} {
		for _, g := range part {
			s.add(piece{g.shown, g.in, g.hostile})
		}
	}
	s.add(piece{text: tail})
	s.marks = strings.Repeat(" ", len(head)+width(left)) + strings.Repeat(string(mark), max(1, width(middle)))
	return s
}

// add appends a piece and joins it with the one before if they look the same.
func (s *snippet) add(p piece) {
	if p.text == "" {
		return
	}
	if n := len(s.line); n > 0 && s.line[n-1].marked == p.marked && s.line[n-1].token == p.token {
		s.line[n-1].text += p.text
		return
	}
	s.line = append(s.line, p)
}

// share says how many glyphs of left (from its end) and right (from its start) fit into room cells: half each, and what one
// side does not need goes to the other.
func share(left, right []glyph, room int) (l, r int) {
	wl, wr := width(left), width(right)
	b := min(wr, room-room/2)
	a := min(wl, room-b)
	b = min(wr, room-a)
	for cells := 0; l < len(left); l++ {
		if cells += left[len(left)-1-l].cells; cells > a {
			break
		}
	}
	for cells := 0; r < len(right); r++ {
		if cells += right[r].cells; cells > b {
			break
		}
	}
	return l, r
}

func width(gs []glyph) int {
	n := 0
	for _, g := range gs {
		n += g.cells
	}
	return n
}

// shorten leaves out the middle of a place so that it takes at most room cells.
func shorten(gs []glyph, room int) []glyph {
	room = max(room-20, 8) // what the words about the gap take
	head, tail := 0, 0
	cells := 0
	for head < len(gs) && cells+gs[head].cells <= room*2/3 {
		cells += gs[head].cells
		head++
	}
	for tail < len(gs)-head && cells+gs[len(gs)-1-tail].cells <= room {
		cells += gs[len(gs)-1-tail].cells
		tail++
	}
	left := 0
	for _, g := range gs[head : len(gs)-tail] {
		left += g.runes
	}
	return elide(gs[:head], gs[len(gs)-tail:], left)
}

func elide(head, tail []glyph, runes int) []glyph {
	say := fmt.Sprintf("%s(%d chars)%s", dots, runes, dots)
	out := append(slices.Clip(head), glyph{shown: say, cells: len(say), runes: runes, in: true})
	return append(out, tail...)
}

// countGlyphs is how many glyphs draw the first len(s) bytes of what gs draws.
func countGlyphs(gs []glyph, s string) int {
	runes := 0
	for range s {
		runes++
	}
	for k, g := range gs {
		if runes <= 0 {
			return k
		}
		runes -= g.runes
	}
	return len(gs)
}
