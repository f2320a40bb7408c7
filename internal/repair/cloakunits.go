package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// unitKind tells what a decoder made of the cloaked bytes at one place.
type unitKind uint8

const (
	unitPair   unitKind = iota // a character of two bytes
	unitASCII                  // a single byte, or a full-width form that was narrowed since
	unitNote                   // a whole note
	unitGap                    // a note that cut a character: its first byte is lost, or stands wrongly paired
	unitMark                   // the replacement of something undecodable
	unitOpaque                 // what GBK cannot write; it was an entity in the page
)

// unit is one item of a cloaked line.
type unit struct {
	kind    unitKind
	known   bool // of a gap: the first byte survived, it is b1
	b1, b2  byte
	r       rune
	at, end int    // bytes of the document
	raw     string // of a note or gap
}

// damage says how the page's bytes were decoded, as far as it shows.
type damage struct {
	brackets [2]string
	open     []byte // the opening bracket in GBK
	mark     rune   // what stands for an undecodable byte, 0 if it was dropped
	swallow  bool   // the byte behind an undecodable one is gone too
	euro     bool   // a byte 80 by itself became €
}

// Decoder names the decoder that behaves so.
func (g damage) decoder() string {
	switch {
	case g.brackets[0] != "(":
		return ""
	case g.swallow:
		return "PHP mbstring"
	case g.mark != 0:
		return "WHATWG"
	}
	return "iconv -c"
}

// damageOf reads the decoder from the marks that it left.
func damageOf(v *survey, s string) damage {
	g := damage{brackets: v.brackets, open: gbkOf(v.brackets[0]), euro: strings.Contains(s, "€")}
	switch {
	case v.swallow >= v.replaced[0]+v.replaced[1] && v.swallow > 0:
		g.mark, g.swallow = '?', true
	case v.replaced[1] > 0 && v.replaced[1] >= v.replaced[0]:
		g.mark = '�'
	case v.replaced[0] > 0:
		g.mark = '?'
	}
	return g
}

// units cuts the line s[at:end] into units.
func (g damage) units(s string, at, end int, us []unit) []unit {
	line := s[:end]
	for i := at; i < end; {
		r, size := utf8.DecodeRuneInString(line[i:])
		u := unit{at: i, end: i + size, r: r}
		if raw, stop := noteAt(line, i, g.brackets); stop > 0 {
			u.kind, u.raw, u.end = unitNote, raw, stop
		} else if g.mark != 0 && r == g.mark {
			u.kind = unitMark
			if g.swallow {
				raw, stop = closedSyllable(line, i+size, g.brackets)
			} else {
				raw, stop = noteAt(line, i+size, g.brackets)
			}
			if stop > 0 {
				u.kind, u.raw, u.end = unitGap, raw, stop
			}
		} else if r < utf8.RuneSelf {
			u.kind, u.b1 = unitASCII, byte(r)
		} else if r == '€' || r == '�' {
			u.kind = unitMark // a byte 80 by itself, or an undecodable one
		} else if p, ok := encode(r); ok {
			u.kind, u.b1, u.b2 = unitPair, p.lead(), p.trail()
			if raw, stop := g.shifted(line, i+size, p.trail()); stop > 0 {
				u.kind, u.known, u.raw, u.end = unitGap, true, raw, stop
			}
		} else {
			u.kind = unitOpaque
		}
		us = append(us, u)
		i = u.end
	}
	return us
}

// shifted reads a note whose opening bracket begins with a byte that can end a character, so that it is paired with the byte
// before it: 【, （ and [. Such a note loses nothing and ends where a letter stands alone again.
func (g damage) shifted(line string, i int, trail byte) (raw string, end int) {
	open := g.open
	if len(open) == 0 || trail != open[0] || trail < 0x40 {
		return "", 0
	}
	stop := strings.Index(line[i:min(len(line), i+24)], g.brackets[1])
	if stop < 0 {
		return "", 0
	}
	b := gbkOf(line[i : i+stop])
	if len(b) < len(open)-1 || string(b[:len(open)-1]) != string(open[1:]) {
		return "", 0
	}
	text := decodeBytes(b[len(open)-1:])
	if j, toned := syllableAt(text, 0); j != len(text) || !toned || !tables.IsSyllable(text) {
		return "", 0
	}
	return text, i + stop + len(g.brackets[1])
}

// gbkOf encodes s; what GBK lacks is left out.
func gbkOf(s string) []byte {
	var b []byte
	for _, r := range s {
		if p, ok := encode(r); ok {
			b = append(b, p.lead(), p.trail())
		} else if r < utf8.RuneSelf {
			b = append(b, byte(r))
		}
	}
	return b
}

// decodeBytes decodes GBK; what is no pair becomes U+FFFD.
func decodeBytes(b []byte) string {
	var out strings.Builder
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] < utf8.RuneSelf:
			out.WriteByte(b[i])
		case i+1 < len(b) && isLead(b[i]) && isTrail(b[i+1]):
			out.WriteRune(pairOf(b[i], b[i+1]).rune())
			i++
		default:
			out.WriteRune(utf8.RuneError)
		}
	}
	return out.String()
}
