package script

import (
	"strings"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// quoteReach is how far, in bytes, a quotation may run over line ends before it must begin anew: some 400 Han or 200 words.
const quoteReach = 1200

// reconcile drops what is alone in its line only because the quotation runs over several: the halves that find each other in
// later lines, and opening marks repeated at the head of each paragraph of one quotation (GB/T 15834 4.8). What a
// shortened headline left open is no defect of this text.
func (p *pairing) reconcile() []mark {
	kept := make([]mark, 0, len(p.alone))
	dropped := make([]bool, len(p.alone))
	var open [len(pairs)][]int // indices of opening marks that may still be closed
	for i, m := range p.alone {
		waiting := &open[m.pair]
		switch {
		case m.opens && (p.shortened(m) || p.reopened(m) || p.sad(m)):
			dropped[i] = true
		case m.opens:
			*waiting = append(*waiting, i)
		case len(*waiting) > 0:
			k := (*waiting)[len(*waiting)-1]
			if o := p.alone[k]; o.line != m.line && m.span.Start-o.span.End <= quoteReach && p.runsOn(o, m) {
				dropped[i], dropped[k] = true, true
				*waiting = (*waiting)[:len(*waiting)-1]
			}
		}
	}
	for i, m := range p.alone {
		if !dropped[i] && !p.western(m) {
			kept = append(kept, m)
		}
	}
	return kept
}

// reopened reports whether m begins a quotation, and the next paragraph begins with the same mark again.
func (p *pairing) reopened(m mark) bool {
	if !p.introduced(m) {
		return false
	}
	for i := m.line + 1; i < p.lines.Len() && i <= m.line+4; i++ {
		ln := p.lines.Span(i)
		if c := next(p.src, skipOn(p.src, ln.Start, ln), ln); c.class != scan.LF {
			return sameMark(c.r, m.pair, true)
		}
	}
	return false
}

// sad tells ：（ at the end of a phrase, a face.
func (p *pairing) sad(m mark) bool {
	ln := p.lines.Span(m.line)
	c := prev(p.src, m.span.Start, ln)
	return m.pair == round && (c.r == '：' || c.r == ':') && !introducing.Has(next(p.src, m.span.End, ln).class)
}

// introducing are what follows a bracket that encloses something.
var introducing = scan.SetOf(scan.Han, scan.Digit, scan.Lower, scan.Upper, scan.Space)

// introduced reports whether m begins its paragraph or stands behind a colon.
func (p *pairing) introduced(m mark) bool {
	ln := p.lines.Span(m.line)
	c := prev(p.src, skipBack(p.src, m.span.Start, ln), ln)
	return c.class == scan.LF || c.r == '：' || c.r == ':'
}

// runsOn tells a quotation of several lines from two halves that were lost on their own: either its lines are no paragraphs (all
// but the last end inside a sentence), or it is introduced as a quotation and ends with its line.
func (p *pairing) runsOn(o, c mark) bool {
	verse := true
	for i := o.line; i < c.line && verse; i++ {
		ln := p.lines.Span(i)
		last := prev(p.src, skipBack(p.src, ln.End, ln), ln)
		verse = last.class == scan.LF && i > o.line || !ends.Has(last.class) || last.r == '，' || last.r == '、'
	}
	if verse {
		return true
	}
	ln := p.lines.Span(c.line)
	rest := p.src[c.span.End:ln.End]
	return p.introduced(o) && len(strings.TrimLeft(rest, "。，；！？,.;!? \t\r")) <= 30
}

// ends are the marks at which a paragraph may end.
var ends = scan.SetOf(scan.Stop, scan.Period, scan.Bang, scan.Question, scan.Semicolon, scan.Colon, scan.Pause, scan.Close, scan.Ellipsis, scan.HalfClose)

// shortened tells a headline that was cut off with an ellipsis.
func (p *pairing) shortened(m mark) bool {
	s := strings.TrimRight(p.lines.Text(m.line), " \t\u3000")
	return len(s) < 240 && (strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…"))
}

// western tells single quotes beside Latin letters, where an apostrophe cannot be told from a quote.
func (p *pairing) western(m mark) bool {
	if m.pair != singleQuote {
		return false
	}
	ln := p.lines.Span(m.line)
	b, a := prev(p.src, m.span.Start, ln), next(p.src, m.span.End, ln)
	return latin.Has(b.class) || latin.Has(a.class) || a.class == scan.Lower
}

// clauseEnd is where the clause that begins at off ends, at most 30 characters on.
func clauseEnd(s string, off int, ln text.Span) int {
	for n := 0; n < 30; n++ {
		c := next(s, off, ln)
		if c.class == scan.LF || pause.Has(c.class) || c.class == scan.HalfOpen || c.class == scan.HalfClose {
			break
		}
		off = c.span.End
	}
	return off
}

// clauseStart is where the clause that ends at off begins, at most 30 characters back.
func clauseStart(s string, off int, ln text.Span) int {
	for n := 0; n < 30; n++ {
		c := prev(s, off, ln)
		if c.class == scan.LF || pause.Has(c.class) || c.class == scan.HalfOpen || c.class == scan.HalfClose {
			break
		}
		off = c.span.Start
	}
	return off
}
