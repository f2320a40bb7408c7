package repair

import (
	"strings"

	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// A Cloak is what Decloak found out about a text.
type Cloak struct {
	Brackets    [2]string
	Traditional bool    // the annotated characters are traditional ones
	Keys        int     // different annotated characters
	Notes       int     // notes, those that cut a character counted
	Sparse      bool    // occurrences were annotated at random, so that there is no proof
	Coverage    float64 // share of the annotated characters' occurrences that carry their note
	Decoder     string  // which decoder the splits betray; "" if nothing was split
	Certain     bool    // the notes are a machine's beyond doubt; otherwise no repair is offered

	Places    []text.Span // every note that can be seen
	Splits    []Split     // every place where a note cut a character
	Edits     text.Edits  // the repair of all lines that are decided
	Undecided []Undecided // lines that keep their text
	Proved    int         // bytes of the document that cloaking the recovered text again gives back
	Total     int         // bytes of the document
}

// Exact reports whether no line is undecided and the whole document's round trip closes.
func (c *Cloak) Exact() bool {
	return c.Certain && len(c.Undecided) == 0 && c.Proved == c.Total
}

// Split is a stretch that an inserted note threw out of step.
type Split struct {
	Span       text.Span // in the document
	Text       string    // what it was, "" if that is not decided
	Candidates []string  // the readings that remain, the likeliest first; the decided one alone if it is decided
	Reason     Reason
}

// Undecided is a line that keeps its text.
type Undecided struct {
	Span   text.Span
	Reason Reason
}

// Decloak recovers what stood in s before notes were inserted behind its characters. It returns nil if there is no cloak,
// and a Cloak that is not Certain if single lines look like the rest of one.
func Decloak(s string) *Cloak {
	v, t := bestSurvey(s)
	if v == nil {
		return residue(s)
	}
	return (&decloaker{src: s, survey: v, keys: t}).run()
}

// bestSurvey surveys the text for the brackets that hold most notes.
func bestSurvey(s string) (best *survey, table *keyTable) {
	var c census
	for _, b := range brackets {
		if !strings.Contains(s, b[1]) {
			continue
		}
		if c.seen == nil {
			c = censusOf(s)
		}
		if v := surveyOf(s, b, c); v.notes+v.gaps() > 0 && (best == nil || v.notes > best.notes) {
			best = v
		}
	}
	if best == nil {
		return nil, nil
	}
	if table = keysOf(best); !table.isCloak(best) {
		if table.sparse = table.isSparse(best, s); !table.sparse {
			return nil, nil
		}
	}
	return best, table
}

// decloaker is one run over one document.
type decloaker struct {
	src    string
	survey *survey
	keys   *keyTable
	lines  []*reading
	rd     *reader
	fold   func(rune) rune
	joined []cell // reused
}

func (d *decloaker) run() *Cloak {
	d.rd = newReader(d.src, damageOf(d.survey, d.src), d.keys, d.survey.notes+d.survey.gaps())
	d.rd.model = modelOf(d.src, d.rd.damage, d.keys)
	d.fold = d.folding()
	private := false
	for _, r := range d.survey.block.Of(d.src) {
		private = private || isPrivate(r)
	}
	if !private {
		d.rd.vanish = newVanishing(d.rd.model)
	}
	ls := text.SplitLines(d.src)
	d.lines = make([]*reading, 0, ls.Len())
	for i := range ls.Len() {
		d.lines = append(d.lines, d.rd.line(ls.Span(i)))
	}
	for range 2 { // what the first round decides is evidence in the second
		d.judge(private)
		if !d.learn() {
			break
		}
	}
	d.rest()
	if d.keys.sparse { // no rule says which occurrences were annotated, so nothing can be proved
		return d.report(0)
	}
	return d.report(d.prove())
}

// folding returns how the cloaked part writes full-width forms: those that it has nowhere, though it has their narrow forms,
// were narrowed.
func (d *decloaker) folding() func(rune) rune {
	var wide, slim [0x5F]bool
	any := false
	for _, r := range d.survey.block.Of(d.src) {
		if r >= 0xFF01 && r <= 0xFF5E {
			wide[r-0xFF01] = true
			any = true
		} else if r > 0x20 && r < 0x7F {
			slim[r-0x21] = true
		}
	}
	return func(r rune) rune {
		if n := narrow(r); n != r && !wide[r-0xFF01] && (slim[r-0xFF01] || !any) {
			return n
		}
		return r
	}
}

// pairs are the keys of the table.
func (d *decloaker) pairs() *pairSet {
	s := new(pairSet)
	for _, k := range d.keys.keys {
		s.add(k.pair)
	}
	return s
}

// judge decides what the evidence of the whole document can decide.
func (d *decloaker) judge(private bool) {
	keys := d.pairs()
	for _, l := range d.lines {
		for i := range l.parts {
			for _, a := range l.parts[i].alts {
				for _, k := range a.keys {
					keys.add(k)
				}
			}
		}
	}
	e := collect(d.lines, keys)
	j := newJudge(d.rd, e, d.lines, private)
	for _, l := range d.lines {
		for i := range l.parts {
			if l.parts[i].split {
				j.decide(l, i)
			}
		}
	}
}

// learn adds the keys that decided splits have shown. It reports whether there were any; then the undecided lines are read
// again.
func (d *decloaker) learn() bool {
	grown := false
	for _, l := range d.lines {
		for i := range l.parts {
			if p := &l.parts[i]; p.split && p.reason == Decided {
				for k, raw := range notesOf(l, p) {
					if !d.keys.has(k) {
						d.keys.add(&key{pair: k, r: k.rune(), raw: raw})
						grown = true
					}
				}
			}
		}
	}
	if !grown {
		return false
	}
	clear(d.rd.cands)
	for i, l := range d.lines {
		for k := range l.parts {
			if p := &l.parts[k]; p.split && p.reason != Decided {
				d.lines[i] = d.rd.line(l.span)
				break
			}
		}
	}
	return true
}

// notesOf matches the keys of a decided stretch with its notes as they are written.
func notesOf(l *reading, p *part) map[pair]string {
	out := map[pair]string{}
	keys := p.alts[0].keys
	for _, u := range l.notes {
		if p.span.Start <= u.at && u.at < p.span.End && len(keys) > 0 && tables.HasReading(keys[0].rune(), u.raw) {
			out[keys[0]], keys = u.raw, keys[1:]
		}
	}
	return out
}
