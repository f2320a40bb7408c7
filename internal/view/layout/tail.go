package layout

// tableLines is how many lines without interface words make what stands between two of them look like a table.
const tableLines = 8

// tail decides where the frame below the text begins, and marks it.
func (m *Map) tail(z []span, scratch *key) {
	if len(z) == 0 {
		return
	}
	from := m.disclaimers(z[len(z)-1].b, scratch)
	best, at, sum, loose := 0.0, -1, 0.0, 0
	total, strongest := 0, uint8(0)
	for k := len(m.seen) - 1; k >= from; k-- {
		l := m.at(k)
		sum += l.pull()
		if l.weight < 2 {
			loose++
			continue
		}
		// A word that a document may hold as well does not reach over a table or a list to the frame below, unless it weighs more.
		if need := best + float64(loose/tableLines); !l.shape.is(attaches|salutes) && (sum >= need || l.weight == 3 && sum >= best) {
			best, at = sum, k
		}
		loose = 0
	}
	if at < 0 {
		return
	}
	for k := at; k < len(m.seen); k++ {
		if l := m.at(k); l.weight > 0 {
			total += int(l.weight) + int(min(l.hits-1, 3))
			strongest = max(strongest, l.weight)
		}
	}
	if total < 3 || strongest < 3 && !(m.bars(at, len(m.seen)) && total >= 6) {
		return // words that a table could hold as well
	}
	at = m.rows(at)
	m.run(at, len(m.seen), total, true)
	if at > from {
		m.between(from, at)
	}
}

// rows extends the frame below the text, which begins at line at, over the weak rows directly above it: empty labels (• 附件：), labels and
// their values (编辑： above a name, 作者：宋怡).
func (m *Map) rows(at int) int {
	for at > 0 {
		l := m.at(at - 1)
		row := l.found == Provenance || l.found == Editor || l.found == Stub || l.found == Counter
		switch {
		case l.weight > 0 && row && l.shape.is(valued) && !l.shape.is(prose|attaches):
			at--
		case l.weight > 0 && l.runes <= 8 && m.hollow(at-1) && !(l.shape.is(attaches) && !m.at(at).Label):
			at-- // a lone 附件： tells of a loss and stays
		case l.weight > 0 && l.found == Editor && !l.Label && l.runes <= 12:
			at-- // END
		case at > 1 && l.weight == 0 && l.runes <= 20 && !l.shape.is(prose|numbered|attaches) && m.at(at-2).Label && m.at(at-2).weight > 0 &&
			(m.at(at-2).found == Editor || m.at(at-2).found == Provenance):
			at -= 2
		default:
			return at
		}
	}
	return at
}

// pull is what a line says for (positive) or against (negative) being frame below the text.
func (l *Line) pull() float64 {
	n := float64(min(l.runes, 200))
	switch {
	case l.weight > 0:
		p := [4]float64{0, 0.6, 2, 4}[l.weight] + 0.5*float64(min(l.hits-1, 4))
		if l.shape.is(solid) && l.runes > 160 {
			p -= 3
		}
		return p
	case l.shape.is(salutes):
		return -10
	case l.shape.is(attaches), l.shape.is(located):
		return -3
	case l.shape.is(solid):
		return -3 - n/40
	case l.shape.is(prose):
		return -1.5
	case l.shape.is(numbered):
		return -1
	case l.shape.is(dated | bulleted):
		return 0.2
	case l.shape.is(short | symbols):
		return -0.12
	}
	return -0.5
}

// run marks the frame in the range [a, b) of lines that are not blank. total is the weight of the markers in it; open tells
// that nothing of the text follows.
func (m *Map) run(a, b, total int, open bool) {
	part := NoPart
	for k := a; k < b; k++ {
		l := m.at(k)
		list := part == Related || part == Comment || part == Forum || part == Listing || part == Nav
		switch {
		case l.Role == Frame || l.Role == Meta:
			part = l.Part
		case l.shape.is(salutes) || l.Role == Title || l.found == Stub && !m.hollow(k):
		case l.found == Stub:
			m.frame(k, Stub, byNothing, true)
		case l.weight >= 2 && !(l.shape.is(solid) && l.weight < 3), l.weight == 1 && total >= 4 && !l.shape.is(prose):
			part = l.found
			m.frame(k, part, byMarker, l.weight == 3 && (part != Footer || total >= 4) || total >= 6)
		case l.shape.is(attaches) || l.shape.is(located) && !(list && open && l.runes <= 16): // but a month among archives
		case k > a && m.answers(k):
			m.frame(k, m.at(k-1).Part, byLabel, false)
		case l.shape.is(solid):
			if !(list && l.runes <= 60 && open) {
				break
			}
			m.frame(k, part, byRun, false)
		case l.shape.is(prose) && !list, l.shape.is(numbered) && !list:
		case l.shape.is(titled) && !list && total < 8:
		default:
			m.frame(k, context(part), byRun, false)
		}
	}
}

// heads reports whether line k may be the title of a further document: a row of provenance, a date, a salutation or the like follows.
func (m *Map) heads(k int) bool {
	if k+1 >= len(m.seen) || m.at(k).weight > 0 {
		return false
	}
	next := m.at(k + 1)
	return next.weight > 0 && (next.found == Provenance || next.found == Counter) || next.shape.is(dateOnly|stamped|located|salutes|signed)
}

// listed reports whether line k is an item of a list in the text: it has a bullet, and so has a line beside it that holds no interface word.
func (m *Map) listed(k int) bool {
	item := func(k int) bool { return k >= 0 && k < len(m.seen) && m.at(k).shape.is(bulleted) }
	return item(k) && (item(k-1) && m.at(k-1).weight == 0 || item(k+1) && m.at(k+1).weight == 0)
}

// bars reports whether a row of interface words stands in [a, b), or a column of five menu words was recognised there.
func (m *Map) bars(a, b int) bool {
	menu := 0
	for k := a; k < b; k++ {
		l := m.at(k)
		if l.shape.is(bar) {
			return true
		}
		if l.weight >= 2 && (l.found == Nav || l.found == Toolbar || l.found == Prompt) && !l.shape.is(valued) {
			menu++
		}
	}
	return menu >= 5
}

// between decides on the lines [a, b) that stand between two stretches of text.
func (m *Map) between(a, b int) {
	total, strong, strongest := 0, 0, uint8(0)
	parts, first, last, hits, chinese := uint32(0), -1, -1, uint8(0), false
	for k := a; k < b; k++ {
		l := m.at(k)
		if l.weight == 0 || m.listed(k) {
			continue
		}
		total += int(l.weight) + int(min(l.hits-1, 2))
		strongest = max(strongest, l.weight)
		if l.weight >= 2 && !l.shape.is(salutes) && !(l.shape.is(solid) && l.weight < 3) {
			strong++
			parts |= 1 << l.found
			hits = max(hits, l.hits)
			chinese = chinese || !l.notice()
			if first < 0 {
				first = k
			}
			last = k
		}
	}
	// Two lines of two parts of a site, many of one, or one with two codes: a notice of copyright over a piece of code is none of these.
	if total < 4 || strongest < 3 && !(m.bars(a, b) && total >= 6) || !chinese || strong < 2 && hits < 2 || strong > 1 && parts&(parts-1) == 0 && total < 8 {
		return
	}
	marks := strong
	// Up to three lines between two markers belong to them; more only where markers are dense.
	dense := 10*marks >= 4*(last-first+1)
	prev := first
	for k := first; k >= 0 && k <= last; k++ {
		l := m.at(k)
		if l.weight < 2 || l.shape.is(salutes) || l.shape.is(solid) && l.weight < 3 || m.listed(k) {
			continue
		}
		m.frame(k, l.found, byMarker, l.weight == 3 || total >= 6)
		if k-prev <= 4 || dense {
			for j := prev + 1; j < k; j++ {
				if x := m.at(j); !x.shape.is(prose|salutes|titled|located|attaches|numbered) && x.runes <= 60 && !(x.weight == 1 && (x.Label || x.shape.is(valued))) && !m.heads(j) {
					m.frame(j, context(m.at(prev).found), bySides, false)
				}
			}
		}
		prev = k
	}
}
