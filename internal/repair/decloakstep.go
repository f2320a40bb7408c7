package repair

// step appends to out what becomes of h when unit i is read.
func (rd *reader) step(out []hypothesis, h hypothesis, us []unit, i int) []hypothesis {
	u := &us[i]
	if h.pend && rd.dropsLead() && !rd.damage.euro { // a byte 80 by itself may have been dropped before this unit
		_, lead := h.lastBytes()
		if r := pairOf(lead, 0x80).rune(); rd.model.uni.of(r) > 0 {
			if n, ok := rd.emit(h, 0x80); ok {
				out = rd.step(out, n, us, i)
			}
		}
	}
	h.joining = h.pend // two bytes that vanished before this unit would not show
	switch u.kind {
	case unitPair:
		return rd.stepPair(out, h, u)
	case unitASCII:
		return rd.stepASCII(out, h, us, i)
	case unitNote:
		return rd.stepNote(out, h, u)
	case unitGap:
		if u.known {
			return rd.stepLost(out, h, u, u.b1)
		}
		return rd.stepLost(out, h, u, 0)
	case unitMark:
		return rd.stepMark(out, h, u)
	}
	if h.pend {
		return append(out, rd.giveUp(h).push(opaque(u.r)))
	}
	h = h.push(opaque(u.r))
	h.prev = 0
	return append(out, h)
}

// stepPair reads two bytes. Out of step they complete one character and begin the next, or stand for an ASCII letter that a
// lead byte took as its trail.
func (rd *reader) stepPair(out []hypothesis, h hypothesis, u *unit) []hypothesis {
	if h.pend {
		h.shifts++
	}
	if n, ok := rd.emits(h, u.b1, u.b2); ok {
		out = append(out, n)
	}
	return out
}

// stepASCII reads a byte by itself: a trail byte where one is due, a character of its own, or a full-width form that was
// narrowed after decoding.
func (rd *reader) stepASCII(out []hypothesis, h hypothesis, us []unit, i int) []hypothesis {
	u := &us[i]
	if n, ok := rd.emit(h, u.b1); ok {
		out = append(out, n)
	} else if h.pend && rd.damage.mark == 0 {
		out = append(out, rd.asItStands(rd.giveUp(h), u)) // its lead may have been dropped
	}
	if u.b1 > 0x20 && u.b1 < 0x7F && (h.pend || rd.continues(us, i)) {
		w := widen(u.b1)
		if n, ok := rd.emits(h, w.lead(), w.trail()); ok {
			n.score += logNarrowed
			out = append(out, n)
		}
	}
	return out
}

func (rd *reader) asItStands(h hypothesis, u *unit) hypothesis {
	h, _ = rd.emit(h, u.b1)
	return h
}

// stepNote takes a whole note off, or finds that the byte before it was dropped.
func (rd *reader) stepNote(out []hypothesis, h hypothesis, u *unit) []hypothesis {
	b1, b2 := h.lastBytes()
	if p := pairOf(b1, b2); isLead(b1) && isTrail(b2) {
		if prior, ok := rd.prior(p, u.raw); ok {
			n := h.push(noteOn(p))
			n.score += prior
			if !n.pend && rd.vouches(p) {
				n.joined = false
			}
			return append(out, n)
		}
	}
	if rd.dropsLead() {
		return rd.stepLost(out, h, u, 0)
	}
	if h.pend {
		return out // a bracket cannot stand inside a character
	}
	for _, r := range rd.src[u.at:u.end] {
		for _, c := range appendRune(nil, r) {
			h = h.push(c)
		}
	}
	h.score += logUnexplained
	h.lost = true
	return append(out, h)
}

// stepLost puts back the byte that a note behind it cost, and the note. known is the byte if it survived, else 0.
func (rd *reader) stepLost(out []hypothesis, h hypothesis, u *unit, known byte) []hypothesis {
	_, lead := h.lastBytes()
	if !isLead(lead) {
		return out
	}
	joining := h.joining
	for _, c := range rd.candidates(lead, u.raw) {
		if known != 0 && c.trail != known || c.trail < 0x80 {
			continue
		}
		h.joining = joining && !rd.vouches(pairOf(lead, c.trail))
		if n, ok := rd.emit(h, c.trail); ok {
			n = n.push(noteOn(pairOf(lead, c.trail)))
			n.score += c.prior
			out = append(out, n)
		}
	}
	return out
}

// stepMark reads a replacement character: the mark itself, a byte 80 by itself, or a lead byte that took the ASCII
// character behind it along. What it took is lost for good.
func (rd *reader) stepMark(out []hypothesis, h hypothesis, u *unit) []hypothesis {
	euro := encoded('€')
	if !h.pend {
		if u.r == '?' {
			n, _ := rd.emit(h, '?')
			return append(out, n)
		}
		if n, ok := rd.emits(h, euro.lead(), euro.trail()); ok && u.r == '€' {
			return append(out, n)
		}
		n := h.push(opaque(u.r))
		n.lost = u.r == '�'
		return append(out, n)
	}
	if n, ok := rd.emit(h, 0x80); ok {
		out = append(out, n)
	}
	if u.r == '€' {
		if n, ok := rd.emits(h, euro.lead(), euro.trail()); ok {
			out = append(out, n)
		}
		return out
	}
	if u.r == '?' {
		w := widen('?')
		if n, ok := rd.emits(h, w.lead(), w.trail()); ok {
			n.score += logNarrowed
			out = append(out, n)
		}
	}
	return append(out, rd.giveUp(h))
}

// vouches reports whether a note of p shows that its character is whole: the table holds it beyond doubt.
func (rd *reader) vouches(p pair) bool {
	k := rd.keys.of(p)
	return k != nil && k.notes >= 2
}
