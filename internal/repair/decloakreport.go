package repair

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// prove cloaks every decided line again and compares. It returns the bytes that came back. Lines that do not are undecided.
func (d *decloaker) prove() int {
	keys := d.pairs()
	v := &prover{rd: d.rd, folded: d.fold}
	for range 2 { // lines in a contradiction are left out, and with them the contradiction
		e := collect(d.lines, keys)
		contradicted := rankKeys(d.keys.keys, e.orders)
		if len(contradicted) == 0 {
			break
		}
		for _, l := range d.lines {
			d.refuse(l, contradicted)
		}
	}
	closes, proved := d.closes(v)
	if proved < len(d.src) && !d.hasSplits() { // no character was cut: perhaps the notes were put between characters
		v.wholeCharacters = true
		if c, n := d.closes(v); n > proved {
			closes, proved = c, n
		}
	}
	for i, l := range d.lines {
		if closes[i] || l.reason != Decided {
			continue
		}
		l.reason = Unproved
		for k := range l.parts {
			if r := l.parts[k].reason; r != Decided {
				l.reason = r
			}
		}
	}
	return proved
}

// closes tells for every line whether cloaking it again gives it back, and how many bytes of the document come back.
func (d *decloaker) closes(v *prover) (closes []bool, proved int) {
	proved = len(d.src)
	closes = make([]bool, len(d.lines))
	for i, l := range d.lines {
		cells, ok := d.cellsOf(l)
		if closes[i] = ok && l.reason == Decided && v.proves(l, cells); !closes[i] {
			proved -= l.span.Len()
		}
	}
	return closes, proved
}

func (d *decloaker) hasSplits() bool {
	for _, l := range d.lines {
		for i := range l.parts {
			if l.parts[i].split {
				return true
			}
		}
	}
	return false
}

// refuse marks the split stretches of a line that tell a contradicted order.
func (d *decloaker) refuse(l *reading, contradicted map[pair]bool) {
	for i := range l.parts {
		p := &l.parts[i]
		if !p.split || p.reason != Decided {
			continue
		}
		for _, k := range p.alts[0].keys {
			if contradicted[k] {
				p.reason = Unproved
			}
		}
	}
}

// report writes down what was found.
func (d *decloaker) report(proved int) *Cloak {
	c := &Cloak{
		Brackets: d.survey.brackets, Traditional: d.keys.traditional, Keys: len(d.keys.keys), Sparse: d.keys.sparse, Coverage: d.keys.coverage(),
		Decoder: d.rd.damage.decoder(), Certain: true, Proved: proved, Total: len(d.src),
	}
	c.Places = make([]text.Span, 0, d.survey.notes)
	edits := make([]text.Edit, 0, d.survey.notes)
	for _, l := range d.lines {
		if !l.cloaked {
			continue
		}
		if l.reason != Decided {
			c.Undecided = append(c.Undecided, Undecided{l.span, l.reason})
		}
		c.Notes += len(l.notes)
		for _, u := range l.notes {
			c.Places = append(c.Places, text.Span{Start: u.at, End: u.end})
		}
		for i := range l.parts {
			if l.parts[i].split {
				s := d.splitOf(&l.parts[i])
				c.Splits = append(c.Splits, s)
				if l.reason == Decided {
					edits = append(edits, text.Edit{Span: s.Span, New: s.Text})
				}
			}
		}
		if l.reason == Decided {
			for _, s := range l.drops {
				edits = append(edits, text.Edit{Span: s})
			}
		}
	}
	if es, err := text.Canon(d.src, edits); err == nil {
		c.Edits = es
	}
	if c.Decoder != "" && len(c.Splits) == 0 {
		c.Decoder = ""
	}
	return c
}

// splitOf describes one split stretch, without the characters at its ends that stay as they are.
func (d *decloaker) splitOf(p *part) Split {
	s := Split{Span: p.span, Reason: p.reason}
	for _, a := range p.alts {
		t := textOf(a.cells, d.fold)
		known := false
		for _, c := range s.Candidates {
			known = known || c == t
		}
		if !known {
			s.Candidates = append(s.Candidates, t)
		}
		if p.reason == Decided {
			break
		}
	}
	if p.reason == Decided {
		seen := s.Span.Of(d.src)
		n := commonPrefix(seen, s.Candidates[0])
		m := commonSuffix(seen[n:], s.Candidates[0][n:])
		s.Span.Start += n
		s.Span.End -= m
		s.Candidates[0] = s.Candidates[0][n : len(s.Candidates[0])-m]
		s.Text = s.Candidates[0]
	}
	return s
}

// commonPrefix is the length in bytes of the characters that a and b begin with.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeRuneInString(a[n:])
		if q, _ := utf8.DecodeRuneInString(b[n:]); q != r {
			break
		}
		n += size
	}
	return n
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeLastRuneInString(a[:len(a)-n])
		if q, _ := utf8.DecodeLastRuneInString(b[:len(b)-n]); q != r {
			break
		}
		n += size
	}
	return n
}
