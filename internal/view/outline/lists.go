package outline

// maxGap is how far a number may jump and still belong to the list.
const maxGap = 4

// open is a list that may go on.
type open struct {
	list int
	kind Kind
	last int
}

// lists joins markers to lists of siblings and writes their List fields. openings are the offsets where a new report begins.
func lists(ms []Marker, openings []int, end int) []List {
	p := parser{ms: ms, next: followers(ms)}
	for i := range ms {
		for len(openings) > 0 && openings[0] <= ms[i].Span.Start {
			for len(p.stack) > 0 {
				p.pop(openings[0])
			}
			openings = openings[1:]
		}
		if ms[i].Weak && !p.proved(i) {
			continue
		}
		p.take(i)
	}
	for len(p.stack) > 0 {
		p.pop(end)
	}
	return p.out
}

type parser struct {
	ms    []Marker
	next  []int // the next marker of the same kind; -1: none
	stack []open
	out   []List
}

// followers links every marker to the next one of its kind.
func followers(ms []Marker) []int {
	next := make([]int, len(ms))
	var seen [numKinds]int
	for k := range seen {
		seen[k] = -1
	}
	for i := len(ms) - 1; i >= 0; i-- {
		next[i] = seen[ms[i].Kind]
		seen[ms[i].Kind] = i
	}
	return next
}

// find is the topmost open list of kind k whose last number is last; -1 if there is none.
func (p *parser) find(k Kind, last int) int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].kind == k && p.stack[i].last == last {
			return i
		}
	}
	return -1
}

// proved: the weak marker i is the next number of an open list, or the first of one, and a certain sibling follows it with
// only weak siblings between, each the next number.
func (p *parser) proved(i int) bool {
	m := p.ms[i]
	if m.N > 1 && p.find(m.Kind, m.N-1) < 0 || m.N == 1 && p.find(m.Kind, 1) >= 0 {
		return false
	}
	want := m.N + 1
	for j, steps := p.next[i], 0; j >= 0 && steps < 32; j, steps = p.next[j], steps+1 {
		x := p.ms[j]
		switch {
		case x.N == want && !x.Weak:
			return true
		case x.N == want:
			want++
		case !x.Weak || x.N == m.N:
			return false
		}
	}
	return false
}

// take puts marker i into the list it continues, or opens one.
func (p *parser) take(i int) {
	m := p.ms[i]
	at := -1
	if m.N > 1 {
		at = p.find(m.Kind, m.N-1)
	}
	if at < 0 && m.N > 1 {
		at = p.near(m)
	}
	if at < 0 {
		at = p.start(m, i)
	}
	for len(p.stack) > at+1 {
		p.pop(m.Span.Start)
	}
	top := &p.stack[at]
	top.last = m.N
	p.ms[i].List = top.list
	p.out[top.list].Items = append(p.out[top.list].Items, i)
}

// near is the open list that m would continue with a number missing or twice; -1 if there is none.
func (p *parser) near(m Marker) int {
	best, at := maxGap+1, -1
	for i := len(p.stack) - 1; i >= 0; i-- {
		if x := p.stack[i]; x.kind == m.Kind && m.N-x.last >= 0 && m.N-x.last < best {
			best, at = m.N-x.last, i
		}
	}
	return at
}

// start opens a list with m. Where the level begins again, the old list of the kind is over if it is the innermost one; with
// other levels between, the new one stands below them, once. Chinese headings begin again right under their own kind
// (二、…工作: 一、…), once too.
func (p *parser) start(m Marker, i int) int {
	same := 0
	for _, x := range p.stack {
		if x.kind == m.Kind {
			same++
		}
	}
	top := len(p.stack) - 1
	again := same > 0 && p.stack[top].kind == m.Kind && m.Kind != Han && m.Kind != HanParen
	for gone := same < 2 && !again; !gone; top-- {
		gone = p.stack[top].kind == m.Kind
		p.pop(m.Span.Start)
	}
	parent := -1
	if n := len(p.stack); n > 0 {
		items := p.out[p.stack[n-1].list].Items
		parent = items[len(items)-1]
	}
	p.out = append(p.out, List{Kind: m.Kind, Parent: parent, Reach: m.N})
	p.stack = append(p.stack, open{list: len(p.out) - 1, kind: m.Kind})
	return len(p.stack) - 1
}

// pop closes the topmost list at offset off and sees how far weak markers could carry it.
func (p *parser) pop(off int) {
	x := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	l := &p.out[x.list]
	l.Ends, l.Reach = off, x.last
	j := p.next[l.Items[len(l.Items)-1]]
	for steps := 0; j >= 0 && p.ms[j].Span.Start < off && steps < 32; j, steps = p.next[j], steps+1 {
		if p.ms[j].List < 0 && p.ms[j].N == l.Reach+1 {
			l.Reach++
		}
	}
}
