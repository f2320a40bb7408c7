package repair

import (
	"math"

	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// A reading is one line of the document with what it was before the cloak.
type reading struct {
	span    text.Span
	parts   []part
	notes   []unit      // whole ones and those that cut a character
	reason  Reason      // why the line is left alone; Decided if it is not
	cloaked bool        // it carries a note or a split
	drops   []text.Span // notes between characters, to be deleted
	kept    int         // notes that the text had before
	glosses int         // their letters with a tone mark
}

// part is a stretch of a line: certain cells, or a split stretch with its candidates.
type part struct {
	span   text.Span // in the document
	cells  []cell
	split  bool
	alts   []alternative
	reason Reason // of a split stretch
}

// alternative is one way to read a split stretch.
type alternative struct {
	cells []cell
	keys  []pair // that the stretch needs, in order
	score float64
	lost  bool // something cannot be known
	// weakest and least are the log chances of its least likely characters: of those put together from two units, of all.
	weakest, least float64
	shifts         int // characters that were read out of step
}

// reader reads the lines of one cloaked document.
type reader struct {
	src    string
	damage damage
	keys   *keyTable
	model  *model
	vanish *vanishing // nil if private-use characters survived
	cands  map[candKey][]candidate
	units  []unit // of the line at hand
	notes  []unit // of all lines
	cells  []cell // of all that stands on its boundaries
}

func newReader(src string, g damage, t *keyTable, notes int) *reader {
	return &reader{src: src, damage: g, keys: t, cands: map[candKey][]candidate{}, notes: make([]unit, 0, notes), cells: make([]cell, 0, len(src))}
}

type candKey struct {
	lead byte
	raw  string
}

// candidate is a byte that may have been lost behind a lead.
type candidate struct {
	trail byte
	prior float64 // log
}

// Log chances. A character that is not in the table but could be is as likely as the share of such characters that are.
const (
	logOddReading  = -3.0
	logNarrowed    = -0.7
	beamWidth      = 48
	beamDepth      = 25.0 // candidates this much less likely than the best are given up
	maxSplitUnits  = 4096
	logUnexplained = -30.0
)

// candidates are the bytes x for which lead x is a character with this note: keys of the table, or characters that the
// table could hold.
func (rd *reader) candidates(lead byte, raw string) []candidate {
	k := candKey{lead, raw}
	if c, ok := rd.cands[k]; ok {
		return c
	}
	var out []candidate
	for x := 0x40; x <= 0xFE; x++ {
		if p := pairOf(lead, byte(x)); isTrail(byte(x)) {
			if prior, ok := rd.prior(p, raw); ok {
				out = append(out, candidate{byte(x), prior})
			}
		}
	}
	rd.cands[k] = out
	return out
}

// prior is the log chance that the table holds p with this note; ok is false if it cannot.
func (rd *reader) prior(p pair, raw string) (float64, bool) {
	if k := rd.keys.of(p); k != nil {
		return 0, k.raw == raw
	}
	r := p.rune()
	if !isUnified(r) || rd.keys.traditional && !isTraditional(r) || !rd.keys.traditional && !tables.FrequentHan(r) || !tables.HasReading(r, raw) {
		return 0, false
	}
	prior := math.Log(max(rd.keys.share, 0.02))
	if tables.FirstReading(r) != tables.CanonicalSyllable(raw) {
		prior += logOddReading
	}
	return prior, true
}

// line reads one line. Stretches without a split are settled; split ones get their candidates.
func (rd *reader) line(span text.Span) *reading {
	l := &reading{span: span}
	rd.units = rd.damage.units(rd.src, span.Start, span.End, rd.units[:0])
	us, first := rd.units, len(rd.notes)
	for _, u := range us {
		if u.kind == unitGap || u.kind == unitNote {
			rd.notes = append(rd.notes, u)
		}
	}
	l.notes = rd.notes[first:len(rd.notes):len(rd.notes)]
	l.cloaked = len(l.notes) > 0
	from, begun := 0, len(rd.cells) // the units and cells of the stretch at hand
	flush := func(to int) {
		if to > from {
			l.parts = append(l.parts, part{span: stretch(us[from:to]), cells: rd.cells[begun:len(rd.cells):len(rd.cells)]})
		}
		from, begun = to, len(rd.cells)
	}
	for i := 0; i < len(us); i++ {
		if rd.opens(us, rd.cells[begun:], i) {
			flush(i)
			p, end := rd.split(l, i)
			l.parts = append(l.parts, p)
			from = end
			i = end - 1
			continue
		}
		rd.cells = rd.settle(l, rd.cells, begun, i)
	}
	flush(len(us))
	return l
}

// stretch is where units stand.
func stretch(us []unit) text.Span { return text.Span{Start: us[0].at, End: us[len(us)-1].end} }

// opens reports whether unit i cannot be read with the characters on their boundaries.
func (rd *reader) opens(us []unit, cells []cell, i int) bool {
	switch u := &us[i]; u.kind {
	case unitGap:
		return true
	case unitNote:
		return rd.dropsLead() && !rd.keys.explains(lastPair(cells), u.raw)
	case unitASCII: // the mark before a split may have been a full-width one
		if i+1 < len(us) {
			next := &us[i+1]
			return next.kind == unitGap || next.kind == unitNote && rd.dropsLead()
		}
	}
	return false
}

// dropsLead reports whether a split may stand there without a mark.
func (rd *reader) dropsLead() bool { return rd.damage.mark == 0 && rd.damage.brackets[0] == "(" }

// settle appends a unit that stands on its boundaries; cells[begun:] are those of its stretch.
func (rd *reader) settle(l *reading, cells []cell, begun, i int) []cell {
	u := &rd.units[i]
	switch u.kind {
	case unitPair:
		return appendPair(cells, pairOf(u.b1, u.b2))
	case unitASCII:
		return append(cells, byteCell(u.b1))
	case unitNote:
		p := lastPair(cells[begun:])
		if _, ok := rd.prior(p, u.raw); p != 0 && ok {
			l.drops = append(l.drops, text.Span{Start: u.at, End: u.end})
			return append(cells, noteOn(p))
		}
		if !rd.keys.explains(p, u.raw) || !rd.keys.traditional {
			l.reason = Unexplained // a note that the table does not hold
		}
		l.kept++
		l.glosses += tonedLetters(u.raw)
		for _, r := range rd.src[u.at:u.end] { // words of the text itself
			cells = appendRune(cells, r)
		}
		return cells
	}
	return append(cells, opaque(u.r))
}

func appendRune(cells []cell, r rune) []cell {
	if r < 0x80 {
		return append(cells, byteCell(byte(r)))
	}
	if p, ok := encode(r); ok {
		return appendPair(cells, p)
	}
	return append(cells, opaque(r))
}

// lastPair returns the last two bytes of the stream, 0 if something else stands there. A note between them does not count.
func lastPair(cells []cell) pair {
	var b [2]byte
	n := 0
	for i := len(cells) - 1; i >= 0 && n < 2; i-- {
		if cells[i].isNote() {
			continue
		}
		if !cells[i].isByte() {
			return 0
		}
		b[n] = byte(cells[i])
		n++
	}
	if n < 2 || !isLead(b[1]) {
		return 0
	}
	return pairOf(b[1], b[0])
}
