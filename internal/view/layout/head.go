package layout

import (
	"strings"
	"unicode/utf8"
)

// headLimit is how many lines that are not blank are searched for the title beyond the frame.
const headLimit = 14

// head decides on the lines before the body: where the frame ends and the title stands.
func (m *Map) head(z []span) {
	if len(z) == 0 {
		return
	}
	zone := z[0].a // [0, zone) ends with a line of frame
	anchor, real := m.anchor(zone)
	if anchor == 0 {
		return
	}
	title, twins := m.titleLine(zone, anchor)
	weight, marks := 0, 0
	for k := 0; k < anchor; k++ {
		if l := m.at(k); l.weight > 0 && k != title {
			weight += int(l.weight) + int(min(l.hits-1, 3))
			marks++
		}
	}
	upTo := title
	if title < 0 {
		upTo = zone
	}
	above, strongest := 0, uint8(0)
	for k := 0; k < upTo; k++ {
		if l := m.at(k); l.weight > 0 && !l.notice() {
			above += int(l.weight) + int(min(l.hits-1, 3))
			strongest = max(strongest, l.weight)
		}
	}
	top := m.at(0)                                                                                      // no document begins with 首页
	proof := strongest == 3 || m.bars(0, upTo) || top.found == Nav && top.weight == 2 && top.runes <= 4 // or a word that no document has, or a row of them
	framed := above >= 4 && proof || twins && upTo >= 4 && m.allShort(1, upTo)
	part := Nav
	for k := 0; k < upTo; k++ {
		l := m.at(k)
		switch {
		case l.notice() && above < 4:
		case l.weight >= 2 && (weight >= 4 && proof || l.weight == 3) || l.weight > 0 && framed:
			part = l.found
			m.frame(k, part, byMarker, l.weight == 3 || weight >= 6)
		case k > 0 && m.answers(k):
			m.frame(k, m.at(k-1).Part, byLabel, false)
		case k > 0 && m.at(k-1).Part == Breadcrumb && hasAnyPrefix(m.text(int(m.seen[k])), ">", "->", "»", "›"):
			m.frame(k, Breadcrumb, byRun, true)
		case framed && !l.shape.is(prose|located|salutes|attaches) && l.runes <= 60 && (!l.shape.is(titled) || m.headline(k, title)):
			m.frame(k, context(part), byRun, false)
		}
	}
	if title >= 0 {
		m.at(title).Role, m.at(title).why = Title, byPlace
		if twins {
			m.twinsOf(title)
		}
	}
	m.entitled = title >= 0 && (twins || m.at(title).shape.is(titled))
	m.belowTitle(title, zone, anchor, weight, real && m.at(anchor).Role != Salutation)
}

// headline reports whether line k, worded as titles are, is one of the headlines of a menu above the title: lines of navigation stand
// above it and below.
func (m *Map) headline(k, title int) bool {
	if k == 0 || title < 0 || !m.at(title).shape.is(titled) || k+1 >= title {
		return false
	}
	above, below := m.at(k-1), m.at(k+1)
	listed := func(l *Line) bool { return l.weight >= 2 && (l.found == Nav || l.found == Pager || l.found == Related) }
	return above.Role == Frame && above.Part != Duplicate && (listed(above) || listed(below) || k+2 < title && listed(m.at(k+2)))
}

// anchor is the first line that begins the text, at or after line a: a salutation, a numbered heading or a paragraph. real is false if
// there is none nearby.
func (m *Map) anchor(a int) (k int, real bool) {
	end := min(len(m.seen), a+headLimit)
	for k := a; k < end; k++ {
		if l := m.at(k); l.shape.is(solid) || l.shape.is(prose) && l.weight == 0 && l.runes >= 15 || l.Role == Salutation || l.Role == Heading && k > a {
			return k, true
		}
	}
	return min(end, a+2), false
}

// titleLine is the line that the title stands on, -1 if none does; twins tells that an earlier line says the same.
func (m *Map) titleLine(zone, anchor int) (at int, twins bool) {
	neutral := func(k int) bool {
		l := m.at(k)
		return l.weight < 2 && !(l.weight > 0 && l.shape.is(valued)) && (l.runes >= 4 || l.runes >= 2 && l.weight == 0) && (l.runes <= 80 || l.runes <= 200 && m.latin(k)) && !l.shape.is(solid|salutes|dateOnly|located|symbols|numeric|attaches)
	}
	// The title once more: the page's own title stands first, often with the site's name behind it.
	tried := 0
	for k := anchor - 1; k > 0 && tried < 40; k-- {
		if !neutral(k) {
			continue
		}
		tried++
		for _, j := range []int{0, 1, 2, 3} {
			if j > 0 && zone == 0 || !m.prosed && zone == 0 {
				break // without a frame only the first line can be the page's title; without a paragraph it may be a refrain
			}
			if j < k && m.at(j).runes <= 120 && !m.at(j).shape.is(solid) {
				if same, _ := twin(m.text(int(m.seen[j])), m.text(int(m.seen[k]))); same {
					return k, true
				}
			}
		}
	}
	for k := anchor - 1; k >= 0 && k >= anchor-10; k-- {
		if neutral(k) && m.at(k).shape.is(titled) {
			return k, false
		}
	}
	// The line above the first row of provenance, dateline or byline that closes the head.
	row := -1
	for k := anchor - 1; k >= 0 && k >= anchor-12; k-- {
		l := m.at(k)
		if l.weight >= 2 && (l.found == Provenance || l.found == Counter) || l.shape.is(dateOnly|located) {
			row = k
		} else if row >= 0 && row < zone && neutral(k) && !l.shape.is(signed) && !m.inMenu(k) {
			return k, false
		}
	}
	for k := zone; k < anchor && k < zone+6; k++ {
		if neutral(k) && !m.at(k).shape.is(signed) {
			return k, false
		}
	}
	// Above the rows of the page's own data, but never above its menu.
	for k := min(zone, anchor) - 1; k >= 0 && k >= zone-6; k-- {
		if neutral(k) {
			return k, false
		}
		if f := m.at(k).found; f != Provenance && f != Counter && f != Toolbar && f != Editor && f != Prompt {
			break
		}
	}
	return -1, false
}

// inMenu reports whether line k ends a column of menu words: short lines above it, of which two and more are known.
func (m *Map) inMenu(k int) bool {
	if l := m.at(k); l.runes > 24 || l.shape.is(titled) {
		return false
	}
	known := 0
	for j := k - 1; j >= 0 && j >= k-8; j-- {
		l := m.at(j)
		if l.runes > 24 || l.shape.is(prose|titled|stamped|dateOnly|valued) {
			break
		}
		if l.found == Nav && l.weight > 0 {
			known++
		}
	}
	return known >= 2
}

// latin reports whether line k ends in ASCII: its words are longer than Han.
func (m *Map) latin(k int) bool {
	s := m.text(int(m.seen[k]))
	return s[len(s)-1] < utf8.RuneSelf
}

// twin reports whether a says what title says, give or take a site's name behind it or a board's name in brackets before it.
// sure is false where the line also names the site, which is provenance.
func twin(a, title string) (same, sure bool) {
	x, y := foldKey(a), foldKey(title)
	if utf8.RuneCountInString(y) < 5 {
		return false, false
	}
	if x == y {
		return true, true
	}
	if rest, ok := strings.CutPrefix(x, y); ok {
		r, _ := utf8.DecodeRuneInString(rest)
		return strings.ContainsRune("-_—–|<>(（·:：", r) && utf8.RuneCountInString(rest) <= 30, false
	}
	if rest, ok := strings.CutSuffix(x, y); ok {
		r, _ := utf8.DecodeLastRuneInString(rest)
		return strings.ContainsRune("]】)-_|>·", r) && utf8.RuneCountInString(rest) <= 24, true
	}
	return false, false
}

// twinsOf marks the lines above the title that say the same.
func (m *Map) twinsOf(title int) {
	for k := 0; k < title && k < 60; k++ {
		l := m.at(k)
		if l.shape.is(solid) || l.runes > 120 {
			continue
		}
		if same, sure := twin(m.text(int(m.seen[k])), m.text(int(m.seen[title]))); same {
			m.frame(k, Duplicate, byTwin, sure)
			l.near = m.seen[title]
		}
	}
}

func (m *Map) allShort(a, b int) bool {
	for k := a; k < b; k++ {
		if l := m.at(k); l.shape.is(prose|located|salutes) || l.runes > 40 {
			return false
		}
	}
	return true
}

// belowTitle decides on the lines between the title and the text.
// links tells whether loose lines may be links: not above a salutation, where letters have their addresses.
func (m *Map) belowTitle(title, zone, anchor, weight int, links bool) {
	last := Part(NoPart)
	loose := 0
	for k := title + 1; k < anchor; k++ {
		l := m.at(k)
		if l.Role == Frame || l.Role == Meta {
			last = l.Part
			continue
		}
		row := l.found == Provenance || l.found == Counter || l.found == Toolbar || l.found == Editor || l.found == Prompt
		switch {
		case l.notice() && last == NoPart:
		case l.weight == 3, l.weight == 2 && (row || weight >= 5), l.weight == 1 && (k < zone && weight >= 5 || row && last != NoPart && !l.Label) && !l.shape.is(prose):
			last = l.found
			m.frame(k, last, byMarker, true)
		case l.weight == 1 && l.runes <= 4 && k > 0 && m.at(k-1).Role == Frame && (last == Prompt || last == Toolbar || last == Nav):
			m.frame(k, last, byMarker, true)
		case k > title+1 && m.answers(k):
			m.frame(k, m.at(k-1).Part, byLabel, false)
		case l.shape.is(located):
			l.Role, l.why = Dateline, byShape
		case l.shape.is(dateOnly|stamped) && weight >= 4 && !hanDate(m.text(int(m.seen[k]))):
			m.frame(k, Provenance, byShape, false)
		case l.shape.is(dateOnly):
			l.Role, l.why = Dateline, byShape
		case l.shape.is(signed), l.runes <= 4 && k > title && l.weight == 0 && !l.shape.is(symbols|numeric) && k >= anchor-3:
			l.Role, l.why = Byline, byShape
		case last != NoPart && title >= 0 && k < anchor && !l.shape.is(prose|titled|attaches):
			loose++
		}
	}
	// Five and more loose lines between a toolbar and the text are links; fewer may be bylines.
	if loose >= 5 && title >= 0 && links {
		seen := false
		for k := title + 1; k < anchor; k++ {
			l := m.at(k)
			if l.Role == Frame || l.Role == Meta {
				seen = true
			} else if seen && (l.Role == Body || l.Role == Byline) && !l.shape.is(prose|titled|attaches) {
				m.frame(k, Related, byRun, false)
			}
		}
	}
}

// answers reports whether line k is the value of a label alone on the line above: a word or two, no byline.
func (m *Map) answers(k int) bool {
	l, above := m.at(k), m.at(k-1)
	if !above.Label || above.Role != Frame && above.Role != Meta {
		return false
	}
	switch above.Part {
	case Provenance, Editor, Counter, Footer:
		return l.runes <= 40 && !l.shape.is(prose|titled|signed|salutes|located|attaches)
	}
	return false
}

// han reports whether marker s holds Han.
func han(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x2E80 })
}

// notice reports whether l is a notice of copyright without any code of a Chinese site: above a text it is the text's own.
func (l *Line) notice() bool {
	if l.found != Footer || l.weight == 0 || han(l.marker) {
		return false
	}
	for _, w := range [...]string{"copyright", "rights", "licen", "creativecommons", "©", "(c)"} {
		if strings.Contains(l.marker, w) {
			return true
		}
	}
	return false
}

// hanDate reports whether a date is written as documents do, with 年 and 月 and no time of day.
func hanDate(s string) bool { return strings.Contains(s, "年") && !strings.Contains(s, ":") }

// context is the part that lines without a marker take from the marker above them.
func context(p Part) Part {
	switch p {
	case Editor, Provenance, Toolbar, Counter, Stub, Duplicate, Breadcrumb:
		return Related
	}
	return p
}
