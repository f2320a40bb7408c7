package layout

// announced takes the weight off the lines of a list that the text announces with a colon: 网站首页应当设置下列栏目：
func (m *Map) announced() {
	left := 0
	for k := range m.seen {
		l := m.at(k)
		switch {
		case l.weight == 0 && l.runes >= 8 && l.shape.is(ends) && endsColon(m.text(int(m.seen[k]))):
			left = 40
		case l.shape.is(solid) || left == 0 || l.weight == 3 && l.hits > 1:
			left = 0
		case l.runes <= 20:
			left--
			l.weight, l.shape = 0, l.shape&^bar
		}
	}
}

// forms takes the weight off columns of four and more labels with nothing behind them: a form to fill in, not a page.
func (m *Map) forms() {
	run := 0
	for k := 0; k <= len(m.seen); k++ {
		if k < len(m.seen) {
			if l := m.at(k); l.runes <= 12 && l.shape.is(ends) && endsColon(m.text(int(m.seen[k]))) {
				run++
				continue
			}
		}
		if run >= 4 {
			for j := k - run; j < k; j++ {
				l := m.at(j)
				l.weight, l.Label, l.shape = 0, false, l.shape|numbered
			}
		}
		run = 0
	}
}

// dataHead is how many lines that are not blank are searched for the page's own data.
const dataHead = 60

// dataRows gives the names of a page's own data their weight where they stand without colons above the text, each with its value
// on the next line: three such pairs close together are none by chance, and heads of tables stand side by side.
func (m *Map) dataRows() {
	pairs, first, last := 0, 0, 0
	for k := 0; k+1 < min(len(m.seen), dataHead) && !m.at(k).shape.is(solid); k++ {
		next := m.at(k + 1)
		if !m.at(k).shape.is(named) || next.shape.is(named|prose|salutes) || next.runes > 40 || next.weight == 3 {
			continue
		}
		if pairs == 0 || k-last > 4 {
			pairs, first = 0, k
		}
		pairs++
		last = k
		if pairs < 3 {
			continue
		}
		for j := first; j <= k+3 && j < len(m.seen); j++ {
			if l := m.at(j); l.shape.is(named) {
				l.weight, l.hits, l.found, l.marker, l.Label = 2, 1, Provenance, foldKey(m.text(int(m.seen[j]))), true
			}
		}
	}
}

// promote makes words of menus count that stand alone on their lines, one below the other: five different ones within eight
// short lines. Names of places and lone numbers do not count, for columns of tables hold them too.
func (m *Map) promote() {
	run := 0
	for k := 0; k <= len(m.seen); k++ {
		if k < len(m.seen) && m.menuish(m.at(k)) {
			run++
			continue
		}
		m.promoteRun(k-run, k)
		run = 0
	}
}

// menuish are lines that a menu may hold: a few characters, no sentence, no figure.
func (m *Map) menuish(l *Line) bool {
	return l.runes <= 14 && !l.shape.is(prose|numbered|numeric|salutes|ends) && (l.weight > 0 || l.shape.is(short))
}

func (m *Map) promoteRun(a, b int) {
	if b-a < 5 {
		return
	}
	edge := m.menuEdge(a, b)
	n := 0
	for k := a; k < b; k++ {
		if l := m.at(k); l.found == Nav && l.weight > 0 && !l.place() && (edge || l.weight > 1 || han(l.marker)) || l.weight >= 2 && l.found == Related {
			n++
		}
	}
	if n < 5 || 4*n < b-a {
		return
	}
	for k := a; k < b; k++ {
		if l := m.at(k); l.weight == 1 && l.found == Nav && (edge || han(l.marker)) {
			l.weight = 2
		}
	}
}

// menuEdge reports whether the column [a, b) stands where a page begins or ends, with a word beside it or in it that only menus have.
// English words of menus are headings, contents and cells of tables too: nowhere else do they count.
func (m *Map) menuEdge(a, b int) bool {
	if a > 4 && b < len(m.seen)-4 {
		return false
	}
	for k := max(a-2, 0); k < min(b+2, len(m.seen)); k++ {
		if l := m.at(k); l.weight >= 2 && (l.found == Nav || l.found == Footer && !l.notice()) {
			return true
		}
	}
	return false
}

// place reports whether the line's only marker is the name of a place.
func (l *Line) place() bool { return l.weight == 1 && l.hits == 1 && words().places[l.marker] }

// mass is how much a line speaks for being text, in code points, sentences counting most.
func (l *Line) mass() float64 {
	n := float64(min(l.runes, 400))
	switch {
	case l.shape.is(solid):
		return 3 * n
	case l.shape.is(prose):
		return 2 * n
	case l.shape.is(dated|bulleted|numeric|symbols) || l.weight > 0:
		return 0.1 * n
	case l.shape.is(numbered):
		return n
	}
	return 0.5 * min(n, 30)
}

// cores are the stretches between lines of frame that hold the text: the heaviest, and all that hold a paragraph and a
// fifth of its mass or the forms of a document, or three paragraphs.
// They come in order; a document without frame has one.
func (m *Map) cores() []span {
	var gaps []span
	var mass []float64
	var solids []int
	var formal []bool // holds a salutation, a dateline or numbered headings
	a, w, n, f, points, rows := 0, 0.0, 0, false, 0, 0
	flush := func(b int) {
		if 2*rows > b-a { // a list of replies or headlines with their times
			w, n = w*float64(b-a-rows)/float64(b-a), 0
		}
		if b > a {
			gaps, mass, solids, formal = append(gaps, span{a, b}), append(mass, w), append(solids, n), append(formal, f)
		}
		a, w, n, f, points, rows = b+1, 0, 0, false, 0, 0
	}
	for k := range m.seen {
		l := m.at(k)
		if l.strong() {
			flush(k)
			continue
		}
		w += l.mass()
		if l.shape.is(numbered) {
			points++
		}
		if l.shape.is(stamped) {
			rows++
		}
		f = f || l.shape.is(salutes|located) || points >= 2
		if l.shape.is(solid) {
			n++
		}
	}
	flush(len(m.seen))
	most := 0.0
	for i := range gaps {
		most = max(most, mass[i])
	}
	var out []span
	for i, g := range gaps {
		if mass[i] == most || solids[i] > 0 && (mass[i] >= most/5 || formal[i]) || solids[i] >= 3 {
			out = append(out, g)
			if mass[i] == most {
				most++ // the first of equals is enough
			}
		}
	}
	return out
}

// base gives every line the role it has by its own form.
func (m *Map) base() {
	for k := range m.seen {
		l := m.at(k)
		l.why = byShape
		switch {
		case l.shape.is(salutes):
			l.Role = Salutation
		case l.shape.is(attaches):
			l.Role = Attachment
		case l.shape.is(numbered) && !l.shape.is(solid):
			l.Role = Heading
		case l.shape.is(prose):
			l.Role, l.why = Body, bySentences
		default:
			l.Role, l.why = Body, byPlace
		}
	}
}
