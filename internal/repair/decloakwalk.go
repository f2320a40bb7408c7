package repair

// An occurrence is a place of the stream where the bytes of a key stand side by side.
type occurrence struct {
	pair    pair
	noted   bool
	between pair // the note that parts its two bytes, 0 for none
	at      int  // index of its first cell
}

// order is two keys of which the first was searched before the second.
type order struct{ first, second pair }

// walk calls visit for every occurrence of a key in cells, at whatever offset, in order.
func walk(cells []cell, isKey func(pair) bool, visit func(occurrence)) {
	prev, prevAt := -1, 0
	var between pair
	for i := 0; i < len(cells); i++ {
		c := cells[i]
		switch {
		case c.isNote():
			between = c.notePair()
			continue
		case !c.isByte():
			prev, between = -1, 0
			continue
		}
		b := int(c)
		if prev >= 0 && isLead(byte(prev)) && isTrail(byte(b)) {
			if p := pairOf(byte(prev), byte(b)); isKey(p) {
				noted := i+1 < len(cells) && cells[i+1].isNote() && cells[i+1].notePair() == p
				visit(occurrence{p, noted, between, prevAt})
			}
		}
		prev, prevAt, between = b, i, 0
	}
}

// explain says what an occurrence tells about the order of keys; ok is false if no order explains it: it lacks its note,
// though nothing stands between its bytes.
func (o occurrence) explain() (ord order, told, ok bool) {
	switch {
	case o.noted && o.between != 0:
		return order{o.pair, o.between}, o.pair != o.between, true
	case o.noted:
		return order{}, false, true
	case o.between != 0:
		return order{o.between, o.pair}, o.pair != o.between, true
	}
	return order{}, false, false
}

// evidence is what the certain part of the document says about keys.
type evidence struct {
	bare   pairSet        // those with an occurrence without its note that nothing explains
	orders map[order]bool // what was searched before what
	pairs  int            // bytes of neighbouring characters that a shift would read together
	lost   int            // those that would be private-use characters
}

// collect gathers the evidence of all cells that are certain.
func collect(lines []*reading, keys *pairSet) *evidence {
	e := &evidence{orders: map[order]bool{}}
	var run []cell
	for _, l := range lines {
		run = run[:0]
		for i := range l.parts {
			if cs := l.cellsOf(i); cs != nil {
				run = append(run, cs...)
			} else {
				e.add(run, keys)
				run = run[:0]
			}
		}
		e.add(run, keys)
	}
	return e
}

func (e *evidence) add(cells []cell, keys *pairSet) {
	inside, trail := false, -1
	for _, c := range cells {
		if !c.isByte() {
			trail = -1
			continue
		}
		if !inside && trail >= 0 && c >= 0x81 {
			e.pairs++
			if isPrivate(pairOf(byte(trail), byte(c)).rune()) {
				e.lost++
			}
		}
		trail = -1
		if inside = !inside && c >= 0x81; !inside && isLead(byte(c)) {
			trail = int(c)
		}
	}
	walk(cells, keys.has, func(o occurrence) {
		ord, told, ok := o.explain()
		if !ok {
			e.bare.add(o.pair)
		} else if told {
			e.orders[ord] = true
		}
	})
}

// cellsOf returns the cells of part i, nil if it is a split stretch that is not decided.
func (l *reading) cellsOf(i int) []cell {
	p := &l.parts[i]
	if !p.split {
		return p.cells
	}
	if p.reason == Decided && len(p.alts) > 0 {
		return p.alts[0].cells
	}
	return nil
}

// cellsOf returns the cells of the whole line; ok is false if a stretch of it is undecided. They stand until the next call.
func (d *decloaker) cellsOf(l *reading) (cells []cell, ok bool) {
	d.joined = d.joined[:0]
	for i := range l.parts {
		cs := l.cellsOf(i)
		if cs == nil && l.parts[i].split {
			return nil, false
		}
		if len(l.parts) == 1 {
			return cs, true
		}
		d.joined = append(d.joined, cs...)
	}
	return d.joined, true
}
