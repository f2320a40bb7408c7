package repair

import (
	"math"
	"slices"
)

// Reason says why a line keeps its text.
type Reason uint8

// The reasons.
const (
	Decided     Reason = iota // it does not
	Ambiguous                 // several readings are possible
	Lost                      // a byte that nobody can know was swallowed
	Implausible               // no reading makes sense
	Unexplained               // a note that the cloak would not have written
	Unproved                  // cloaking the reading again does not give the line back
)

// margin is how much likelier than all others, as a logarithm, a reading must be: a hundredfold. In the mutation table a
// margin of twentyfold would do as well. The same holds against the doubt that something vanished without a trace.
const margin = 4.6

// impossible is the log chance below which no character is believed: those of no script in use.
const impossible = -19.5

// rare is the log chance of a character that the document has nowhere else and that is uncommon everywhere: what two
// halves make whose middle has vanished.
const rare = -19.5

// judge decides split stretches by the evidence of the rest of the document.
type judge struct {
	rd       *reader
	evidence *evidence
	vanished float64 // log chance that two bytes vanished at a given place with a given result
}

// newJudge weighs whether private-use characters were dropped from this document: if not one is left, though the splits
// should have made some, their loss cannot be ruled out.
func newJudge(rd *reader, e *evidence, lines []*reading, private bool) *judge {
	shifted, odd := 0.0, 0
	for _, l := range lines {
		for i := range l.parts {
			p := &l.parts[i]
			if !p.split || len(p.alts) == 0 || p.alts[0].lost {
				continue
			}
			shifted += float64(p.alts[0].shifts)
			if p.alts[0].weakest < rare {
				odd++
			}
		}
	}
	rate := float64(e.lost+1) / float64(e.pairs+50)
	const doubt = 0.02
	dropped := 1e-4
	if !private {
		dropped = doubt / (doubt + (1-doubt)*math.Exp(-rate*shifted))
		if odd > 0 {
			dropped = max(dropped, 0.5)
		}
	}
	// A given pair of bytes around the loss is one of some four thousand.
	return &judge{rd, e, math.Log(dropped * rate / 4000)}
}

// decide settles part i of a line, or says why it cannot be.
func (j *judge) decide(l *reading, i int) {
	p := &l.parts[i]
	var alive []alternative
	for _, a := range p.alts {
		if a.lost || j.stands(l, i, a) {
			alive = append(alive, a)
		}
	}
	slices.SortStableFunc(alive, func(a, b alternative) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	p.alts = alive
	switch {
	case len(alive) == 0:
		p.reason = Implausible
	case alive[0].lost:
		p.reason = Lost
	case len(alive) > 1 && j.close(alive):
		p.reason = Ambiguous
		if alive[1].lost {
			p.reason = Lost
		}
	case alive[0].least < impossible, alive[0].weakest < j.vanished+margin:
		p.reason = Implausible
	default:
		p.reason = Decided
	}
}

// close reports whether another text is not much less likely than the first.
func (j *judge) close(alive []alternative) bool {
	first := textOf(alive[0].cells, narrow)
	for _, a := range alive[1:] {
		if a.score < alive[0].score-margin {
			return false
		}
		if a.lost || textOf(a.cells, narrow) != first {
			return true
		}
	}
	return false
}

// stands reports whether the reading agrees with the whole document: a key it needs may stand nowhere without its note, and
// its own text may hold no key without one.
func (j *judge) stands(l *reading, i int, a alternative) bool {
	for _, k := range a.keys {
		if !j.rd.keys.has(k) && j.evidence.bare.has(k) {
			return false
		}
	}
	before, after := tailOf(l, i), headOf(l, i)
	cells := slices.Concat(before, a.cells, after)
	first, last := len(before)-1, len(before)+len(a.cells)
	ok := true
	walk(cells, func(p pair) bool {
		return j.rd.keys.has(p) && !j.evidence.bare.has(p) || slices.Contains(a.keys, p)
	}, func(o occurrence) {
		if o.at < first || o.at >= last {
			return
		}
		ord, told, explained := o.explain()
		if !explained || told && j.evidence.orders[order{ord.second, ord.first}] {
			ok = false
		}
	})
	return ok
}

// tailOf and headOf are the cells next to part i of the line, as far as they are certain.
func tailOf(l *reading, i int) []cell {
	if i == 0 {
		return nil
	}
	cs := l.cellsOf(i - 1)
	return cs[max(0, len(cs)-4):]
}

func headOf(l *reading, i int) []cell {
	if i+1 == len(l.parts) {
		return nil
	}
	cs := l.cellsOf(i + 1)
	return cs[:min(4, len(cs))]
}
