package layout

// reach is how many lines that are not blank may lie between a line of frame and the markers on its sides that prove it.
const reach = 3

// settle proves lines of frame by what stands on both sides of them, finds the labels with nothing behind, and tells the text's roles.
func (m *Map) settle() {
	m.proveBySides()
	m.stubs()
	m.first, m.last = len(m.lines), -1
	left, solids := 0, 0
	for _, i := range m.seen {
		if l := &m.lines[i]; l.Role.Text() {
			m.first = min(m.first, int(i))
			m.last = max(m.last, int(i))
			left++
			if l.shape.is(solid) {
				solids++
			}
		}
	}
	m.bare = solids == 0 && left < 3
	m.closing()
	m.entitle()
	m.annexed()
	for i := range m.lines {
		if r := m.lines[i].Role; r == Frame || r == Meta {
			m.frames++
		}
	}
}

// proveBySides makes short frame lines sure that have sure markers above and below within reach. The ends of the file count as sides.
func (m *Map) proveBySides() {
	// Above a title that is only guessed no line is proved by its sides: it could be the title.
	n, body := len(m.seen), 0
	for body < n && !m.at(body).shape.is(solid) {
		body++
	}
	up := make([]int32, n) // distance to the nearest proven line above, counted in frame lines
	last := int32(0)
	for k := range n {
		l := m.at(k)
		switch {
		case l.Role != Frame:
			last = 1 << 20
		case l.why == byMarker && l.Sure || l.Part == Duplicate:
			last = 0
		default:
			last++
		}
		up[k] = last
	}
	last = 0
	for k := n - 1; k >= 0; k-- {
		l := m.at(k)
		switch {
		case l.Role != Frame:
			last = 1 << 20
		case l.why == byMarker && l.Sure || l.Part == Duplicate:
			last = 0
		default:
			last++
			if up[k] <= reach && last <= reach && l.runes <= 20 && !l.shape.is(prose|attaches) && !(l.shape.is(titled) && k < body) && (m.entitled || k > body) {
				l.Sure = true
				l.why = bySides
			}
		}
	}
}

// stubs are labels with nothing behind them: the next line is a label too, or frame, or nothing.
func (m *Map) stubs() {
	for k := range m.seen {
		l := m.at(k)
		if !l.Label || l.runes > 8 {
			continue
		}
		empty := m.hollow(k) || m.at(k+1).Role == Frame && m.at(k+1).why == byMarker
		if empty && (l.Role == Frame || l.Role == Meta) && (l.found == Provenance || l.found == Editor || l.found == Stub) {
			l.Role, l.Part, l.Sure, l.why = Frame, Stub, true, byNothing
		}
	}
}

// hollow reports whether line k is a label with nothing behind it: another label follows, a line of the interface, or nothing.
func (m *Map) hollow(k int) bool {
	if !m.at(k).Label {
		return false
	}
	if k+1 == len(m.seen) {
		return true
	}
	next := m.at(k + 1)
	return next.Label || next.weight >= 2 || next.weight > 0 && next.shape.is(valued)
}

// closing finds the signature and date under the text.
func (m *Map) closing() {
	prosed := false
	for k := len(m.seen) - 1; k >= 0; k-- {
		l := m.at(k)
		if !l.Role.Text() {
			continue
		}
		if l.shape.is(prose) || l.Role != Body {
			prosed = true
		}
		if prosed {
			return
		}
		if l.shape.is(dateOnly) || l.runes <= 24 && k > 0 && m.at(k-1).shape.is(ends) {
			l.Role = Closing
		}
	}
}
