package script

import (
	"strings"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// pairing matches the marks of a text, line by line, and remembers those that stay alone.
type pairing struct {
	src     string
	lines   *text.Lines
	stack   []mark            // open in the current line
	alone   []mark            // without partner in their line, in order
	mixed   [][2]mark         // opened by one kind of quote and closed by another
	phrases []map[string]bool // per pair: what it encloses somewhere; nil unless asked for
	sides   map[string]bool   // see sideBySide
	asked   int               // how often the text was searched for a name
}

// deep bounds the search for a partner below the top of the stack, so that a line of a million brackets stays linear.
const deep = 8

// line matches the marks of one line. low: its curly quotes have another direction and are left alone.
func (p *pairing) line(marks []mark, low bool, ln text.Span) {
	p.stack = p.stack[:0]
	for _, m := range marks {
		switch {
		case low && (m.pair == doubleQuote || m.pair == singleQuote):
		case m.pair == asciiQuote:
			p.ascii(m, ln)
		case m.pair == singleQuote && !m.opens && p.apostrophe(m, ln):
		case m.opens:
			p.stack = append(p.stack, m)
		default:
			p.close(m, ln)
		}
	}
	for _, o := range p.stack {
		if o.pair != round || !p.note(o.span.End, ln, true) {
			p.alone = append(p.alone, o)
		}
	}
}

// note reports whether a toned syllable begins or ends at off: what is left of a pinyin note that a decoder cut. The rules of
// encoding/ speak of those.
func (p *pairing) note(off int, ln text.Span, begins bool) bool {
	s := text.Span{Start: off, End: off}
	for n := 0; n < 7; n++ {
		c := prev(p.src, s.Start, ln)
		if begins {
			c = next(p.src, s.End, ln)
		}
		if c.class != scan.Lower && c.class != scan.LatinExt {
			break
		}
		if begins {
			s.End = c.span.End
		} else {
			s.Start = c.span.Start
		}
	}
	return s.Len() > 0 && tables.IsSyllable(s.Of(p.src))
}

func (p *pairing) close(m mark, ln text.Span) {
	for k := len(p.stack) - 1; k >= 0 && k >= len(p.stack)-deep; k-- {
		o := p.stack[k]
		if o.pair != m.pair && !p.interval(o, m) {
			continue
		}
		if p.phrases != nil && m.span.Start-o.span.End <= 60 {
			p.phrases[m.pair][p.src[o.span.End:m.span.Start]] = true
		}
		p.stack = append(p.stack[:k], p.stack[k+1:]...)
		return
	}
	if m.pair == round && (p.listMark(m, ln) || p.note(prev(p.src, m.span.Start, ln).span.End, ln, false)) {
		return
	}
	p.alone = append(p.alone, m)
}

// interval: [0, 1) is no defect.
func (p *pairing) interval(o, m mark) bool {
	return (o.pair == round || o.pair == square) && (m.pair == round || m.pair == square) &&
		strings.Trim(p.src[o.span.End:m.span.Start], "0123456789.,+-∞% ，") == ""
}

// ascii decides whether a straight quote opens or closes: by the white space around it where there is some, else by turns.
func (p *pairing) ascii(m mark, ln text.Span) {
	b, a := prev(p.src, m.span.Start, ln), next(p.src, m.span.End, ln)
	top := len(p.stack) - 1
	for top >= 0 && top >= len(p.stack)-deep && p.stack[top].pair != asciiQuote && p.stack[top].pair != doubleQuote {
		top--
	}
	open := top >= 0 && top >= len(p.stack)-deep
	white := func(c char) bool { return blank.Has(c.class) || c.class == scan.LF }
	opening := (white(b) || b.class == scan.HalfOpen || b.class == scan.Open) && !white(a) && !closer.Has(a.class)
	closing := !white(b) && (white(a) || closer.Has(a.class))
	switch {
	case b.class == scan.Digit && !open: // 12" is a length
	case open && !opening:
		if p.stack[top].pair == doubleQuote {
			p.mixed = append(p.mixed, [2]mark{p.stack[top], m})
		} else if p.phrases != nil && m.span.Start-p.stack[top].span.End <= 60 {
			p.phrases[asciiQuote][p.src[p.stack[top].span.End:m.span.Start]] = true
		}
		p.stack = append(p.stack[:top], p.stack[top+1:]...)
	case open && p.stack[top].pair == doubleQuote: // a straight quote inside curly ones
		m.opens = true
		p.stack = append(p.stack, m)
	case open:
		p.alone = append(p.alone, p.stack[top])
		m.opens = true
		p.stack[top] = m
	case closing:
		m.opens = false
		p.alone = append(p.alone, m)
	default:
		m.opens = true
		p.stack = append(p.stack, m)
	}
}

// closer are the classes that stand behind a closing quote.
var closer = scan.SetOf(scan.Comma, scan.Period, scan.Colon, scan.Semicolon, scan.Bang, scan.Question, scan.HalfClose, scan.Stop, scan.Pause, scan.Close)

// latin are the letters and digits of Western words.
var latin = scan.SetOf(scan.Lower, scan.Upper, scan.LatinExt, scan.Digit)

// apostrophe tells ’ as in it’s and delegates’ from a closing quote.
func (p *pairing) apostrophe(m mark, ln text.Span) bool {
	b, a := prev(p.src, m.span.Start, ln), next(p.src, m.span.End, ln)
	if latin.Has(a.class) {
		return true // it’s, ’90s
	}
	return latin.Has(b.class) && (len(p.stack) == 0 || p.stack[len(p.stack)-1].pair != singleQuote)
}

// listMark tells 1） a) 一） and a smiley from a lost bracket: a bracket behind a short number or letter that begins a line or
// a clause.
func (p *pairing) listMark(m mark, ln text.Span) bool {
	at := m.span.Start
	for n := 0; n < 5; n++ {
		c := prev(p.src, at, ln)
		switch {
		case c.class == scan.LF || blank.Has(c.class) && n > 0 || n > 0 && pause.Has(c.class):
			return n > 0
		case n == 0 && (c.r == ':' || c.r == ';' || c.r == '-' || c.r == '^' || c.r == '：'):
			return true
		case c.class == scan.Digit, c.class == scan.FullDigit, c.class == scan.EnclosedNumber, c.class == scan.RomanNumeral,
			strings.ContainsRune("〇一二三四五六七八九十百", c.r), n < 2 && (c.class == scan.Lower || c.class == scan.Upper), strings.ContainsRune("ivxIVX", c.r):
		default:
			return false
		}
		at = c.span.Start
	}
	return false
}

// pause are the marks that end a clause.
var pause = scan.SetOf(scan.Stop, scan.Pause, scan.Comma, scan.Semicolon, scan.Colon, scan.Bang, scan.Question, scan.Period, scan.Open, scan.Close)
