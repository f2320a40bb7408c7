package layout

// entitle finds the titles, datelines and bylines of further documents in the file: a short line worded as titles are, or above a
// dateline or salutation, with frame, a closing or the file's start before it.
func (m *Map) entitle() {
	for k := range m.seen {
		l := m.at(k)
		if l.Role != Body || l.shape.is(prose|ends) || l.runes < 4 || l.runes > 60 || k+1 >= len(m.seen) {
			continue
		}
		if k > 0 && m.at(k-1).Role.Text() && m.at(k-1).Role != Closing && m.at(k-1).Role != Attachment {
			continue
		}
		next := m.at(k + 1)
		opens := next.shape.is(located|salutes) || next.Role == Meta
		if l.shape.is(titled) && (opens || next.shape.is(solid|signed)) || opens && k > 0 && l.weight == 0 && !l.shape.is(dated|numeric|signed) {
			l.Role, l.why = Title, byShape
			m.opening(k + 1)
		}
	}
}

// opening gives the lines from k up to the text their roles: dateline and byline of the document whose title stands above.
func (m *Map) opening(k int) {
	for end := min(k+5, len(m.seen)); k < end; k++ {
		l := m.at(k)
		switch {
		case l.Role != Body:
			if l.Role.Text() {
				return
			}
		case l.shape.is(located):
			l.Role, l.why = Dateline, byShape
		case l.shape.is(signed):
			l.Role, l.why = Byline, byShape
		case l.shape.is(prose):
			return
		}
	}
}

// Documents are the lines on which documents begin: their titles, or the first line of the text where it has none. A file of one
// document has one, an empty file none.
func (m *Map) Documents() []int {
	if m.first > m.last {
		return nil
	}
	out := []int{m.first}
	text := false // something was said since the last title
	for i := m.first; i <= m.last; i++ {
		switch l := &m.lines[i]; {
		case l.Role == Title && text:
			out = append(out, i)
			text = false
		case l.shape.is(solid) && l.Role == Body:
			text = true
		}
	}
	return out
}

// annexed gives the lists under 附件： and the signatures above them their roles.
func (m *Map) annexed() {
	for k := range m.seen {
		l := m.at(k)
		if l.Role == Attachment {
			for j := k + 1; j < len(m.seen) && m.at(j).Role == Heading && !m.at(j).shape.is(ends); j++ {
				m.at(j).Role, m.at(j).why = Attachment, byPlace
			}
		}
		if l.Role != Body || !l.shape.is(dateOnly) || k == 0 || !hanDate(m.text(int(m.seen[k]))) {
			continue
		}
		below := k + 1
		for below < len(m.seen) && m.at(below).Role == Body && m.at(below).runes <= 12 { // （此件公开发布）
			below++
		}
		if below < len(m.seen) && m.at(below).Role != Frame && m.at(below).Role != Attachment {
			continue
		}
		for j := k; j > 0 && j >= k-3; j-- {
			if x := m.at(j); x.Role != Body || x.runes > 24 || x.shape.is(prose|ends) {
				break
			}
			m.at(j).Role, m.at(j).why = Closing, byPlace
		}
	}
}
