package repair

import (
	"math"
	"slices"
)

// hypothesis is one way to read a split stretch up to some unit. Cells are a list, newest first, shared between hypotheses.
type hypothesis struct {
	cells   *link
	before  pair // the two last bytes before the stretch
	pend    bool // the stream stands inside a character
	prev    rune // last whole character
	score   float64
	lost    bool
	joining bool // the next character is put together from two units
	joined  bool // the last character was; doubt is its log chance, the next character may still speak for it
	doubt   float64
	weakest float64 // log chance of the least likely character that was put together so
	least   float64 // log chance of the least likely character
	shifts  int     // characters read out of step
}

type link struct {
	up   *link
	cell cell
}

func (h hypothesis) push(c cell) hypothesis {
	h.cells = &link{h.cells, c}
	return h
}

// lastBytes are the last two bytes of the stream; 0 stands for anything else.
func (h *hypothesis) lastBytes() (b1, b2 byte) {
	var b [2]byte
	n := 0
	for l := h.cells; l != nil && n < 2; l = l.up {
		switch {
		case l.cell.isNote():
		case l.cell.isByte():
			b[n] = byte(l.cell)
			n++
		default:
			return b[1], b[0]
		}
	}
	for _, c := range []byte{h.before.trail(), h.before.lead()} {
		if n < 2 {
			b[n] = c
			n++
		}
	}
	return b[1], b[0]
}

// list returns the cells, oldest first, and the keys of the notes among them.
func (h *hypothesis) list() (cells []cell, keys []pair) {
	for l := h.cells; l != nil; l = l.up {
		cells = append(cells, l.cell)
		if l.cell.isNote() {
			keys = append(keys, l.cell.notePair())
		}
	}
	slices.Reverse(cells)
	slices.Reverse(keys)
	return cells, keys
}

// emit adds one byte to the stream and scores the character that it completes.
func (rd *reader) emit(h hypothesis, b byte) (hypothesis, bool) {
	if !h.pend {
		h = h.push(byteCell(b))
		if b < 0x80 {
			return rd.complete(h, rune(b)), true
		}
		h.pend = true
		return h, isLead(b)
	}
	_, lead := h.lastBytes()
	if !isLead(lead) || !isTrail(b) {
		return h, false
	}
	h.pend = false
	return rd.complete(h.push(byteCell(b)), pairOf(lead, b).rune()), true
}

// complete scores a character that has come about.
func (rd *reader) complete(h hypothesis, r rune) hypothesis {
	p := rd.model.log(h.prev, r)
	h.score += p
	h.least = min(h.least, p)
	h = rd.resolve(h, r)
	if h.joining {
		if rd.vanish != nil && rd.vanish.log(h.prev, r) > p-margin {
			h.weakest = math.Inf(-1)
		}
		h.joined, h.doubt = true, p
	}
	h.prev, h.joining = r, false
	return h
}

// resolve lets the character r vouch for the one before it, which was put together from two halves: if it is commoner behind
// that one than elsewhere, nothing has vanished between the halves.
func (rd *reader) resolve(h hypothesis, r rune) hypothesis {
	if h.joined {
		if r != 0 {
			h.doubt += rd.model.log(h.prev, r) - rd.model.log(0, r)
		}
		h.weakest = min(h.weakest, h.doubt)
		h.joined = false
	}
	return h
}

// emits adds several bytes.
func (rd *reader) emits(h hypothesis, bs ...byte) (hypothesis, bool) {
	ok := true
	for _, b := range bs {
		if h, ok = rd.emit(h, b); !ok {
			return h, false
		}
	}
	return h, true
}

// giveUp ends a character whose second byte nobody knows: one with an ASCII character behind it.
func (rd *reader) giveUp(h hypothesis) hypothesis {
	_, lead := h.lastBytes()
	h.score += rd.model.swallowed(lead)
	h = h.push(opaque('�'))
	h.pend, h.lost, h.prev = false, true, 0
	return h
}

// split reads the split stretch that begins at unit i. It ends where every reading stands on a boundary.
func (rd *reader) split(l *reading, i int) (part, int) {
	us := rd.units
	start := hypothesis{prev: runeBefore(us, i), before: rd.bytesBefore(l)}
	beam := []hypothesis{start}
	end := i
	for end < len(us) && end-i < maxSplitUnits {
		var next []hypothesis
		for _, h := range beam {
			next = rd.step(next, h, us, end)
		}
		beam = prune(next)
		end++
		if len(beam) == 0 || settled(beam) && !rd.continues(us, end) {
			break
		}
	}
	p := part{span: stretch(us[i:end]), split: true}
	for _, h := range beam {
		if h.pend {
			h = rd.giveUp(h) // the line end, or what stood there, went with the second byte
		}
		if end < len(us) && us[end].kind == unitPair {
			h.score += rd.model.log(h.prev, us[end].r)
			h = rd.resolve(h, us[end].r)
		}
		h = rd.resolve(h, 0)
		a := alternative{score: h.score, lost: h.lost, weakest: h.weakest, least: h.least, shifts: h.shifts}
		a.cells, a.keys = h.list()
		p.alts = append(p.alts, a)
	}
	if len(beam) == 0 {
		p.span, p.reason = stretch(us[i:]), Implausible
		return p, len(us)
	}
	return p, end
}

// bytesBefore are the two last bytes of what the line holds so far.
func (rd *reader) bytesBefore(l *reading) pair {
	if len(l.parts) == 0 || l.parts[len(l.parts)-1].split {
		return 0
	}
	return lastPair(l.parts[len(l.parts)-1].cells)
}

// runeBefore is the last character before unit i, notes left out.
func runeBefore(us []unit, i int) rune {
	for i--; i >= 0; i-- {
		if k := us[i].kind; k == unitPair || k == unitASCII {
			return us[i].r
		}
	}
	return 0
}

// settled reports whether all readings stand on a boundary.
func settled(beam []hypothesis) bool {
	for i := range beam {
		if beam[i].pend {
			return false
		}
	}
	return true
}

// continues reports whether unit i hangs on the stretch before it.
func (rd *reader) continues(us []unit, i int) bool {
	if i >= len(us) {
		return false
	}
	switch us[i].kind {
	case unitGap, unitNote, unitMark:
		return true
	case unitASCII:
		return i+1 < len(us) && (us[i+1].kind == unitGap || us[i+1].kind == unitNote && rd.dropsLead())
	}
	return false
}

// prune keeps the best hypotheses and drops hopeless and repeated ones. Hypotheses that differ in nothing but their past
// are all kept: the past is what is asked for.
func prune(hs []hypothesis) []hypothesis {
	slices.SortStableFunc(hs, func(a, b hypothesis) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	for i := range hs {
		if i == beamWidth || hs[i].score < hs[0].score-beamDepth {
			return hs[:i]
		}
	}
	return hs
}
