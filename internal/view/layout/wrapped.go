package layout

// Texts that were broken at a fixed width have paragraphs of several lines; a word of an interface that stands in one of them is a
// word of a sentence. The numbers below are cells of a terminal and shares of lines.
const (
	leastWidth  = 40  // no text is broken at fewer cells
	mostWidth   = 140 // nor at more
	slack       = 8   // a broken line ends at most so far before the width: one long word, or a mark that may not begin a line
	leastBroken = 5   // lines that must end at the width
)

// unwrap finds the width at which the text was broken, if it was, and makes the lines of each paragraph prose, whatever words they hold.
func (m *Map) unwrap() {
	width := m.breakWidth()
	if width == 0 {
		return
	}
	full := func(i int) bool {
		l := &m.lines[i]
		return l.cells >= width-slack && l.cells <= width+2 && !l.shape.is(bar|symbols)
	}
	for i := 0; i < len(m.lines); i++ {
		if !full(i) {
			continue
		}
		a := i
		for i+1 < len(m.lines) && full(i) && m.lines[i+1].Span.Len() > 0 {
			i++
		}
		if i == a {
			continue
		}
		for j := a; j <= i; j++ {
			l := &m.lines[j]
			if l.weight > 0 && j == i && m.lines[j-1].shape.is(ends) {
				continue // the paragraph above is complete: this line begins anew
			}
			l.weight, l.hits, l.Label = 0, 0, false
			l.shape |= prose
			l.shape &^= titled | located | signed | salutes | attaches | dateOnly | dated
			if full(j) {
				l.shape |= solid
			}
		}
	}
}

// breakWidth is the width at which a good part of the lines end inside their sentences, 0 if there is none.
func (m *Map) breakWidth() int32 {
	var at, open [mostWidth + 1]int
	n := 0
	for _, i := range m.seen {
		l := &m.lines[i]
		n++
		if l.cells < leastWidth || l.cells > mostWidth {
			continue
		}
		at[l.cells]++
		if !l.shape.is(ends) {
			open[l.cells]++
		}
	}
	best, width := 0, int32(0)
	for w := leastWidth + slack; w <= mostWidth; w++ {
		lines, broken := 0, 0
		for c := w - slack + 1; c <= w; c++ {
			lines, broken = lines+at[c], broken+open[c]
		}
		if broken >= leastBroken && 2*broken > lines && broken > best {
			best, width = broken, int32(w)
		}
	}
	beyond := 0
	for _, i := range m.seen {
		if l := &m.lines[i]; l.cells > width+2 || l.shape.is(long) && l.cells == 0 {
			beyond++
		}
	}
	if 6*best < n || 8*beyond > n {
		return 0
	}
	return width
}
