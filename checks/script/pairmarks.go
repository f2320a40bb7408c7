package script

import "github.com/reportlint/reportlint/internal/text"

// pairs are the marks that come in two (GB/T 15834 4.8, 4.9, 4.15): opening and closing forms, the usual ones first. Forms of
// either width are partners. Braces belong to code and are left out.
var pairs = [...]struct{ open, close string }{
	{"“", "”"}, {"‘", "’"}, {"《", "》"}, {"〈", "〉"}, {"【", "】"}, {"（(", "）)"}, {"「", "」"}, {"『", "』"}, {"〔", "〕"},
	{"［[", "］]"}, {"｛", "｝"}, {"〖", "〗"}, {`"`, `"`},
}

// Indices into pairs that are treated in a way of their own.
const (
	doubleQuote = 0
	singleQuote = 1
	titleMark   = 2
	round       = 5
	square      = 9
	asciiQuote  = 12 // opens and closes alike
)

// mark is one half of a pair.
type mark struct {
	span  text.Span
	pair  int
	opens bool
	line  int // 0-based
}

// pairOf finds the pair that r belongs to; -1 if none.
func pairOf(r rune) (pair int, opens bool) {
	for i, p := range pairs {
		for _, o := range p.open {
			if r == o {
				return i, true
			}
		}
		for _, c := range p.close {
			if r == c {
				return i, false
			}
		}
	}
	return -1, false
}

// partner is the mark that the half m of s is missing, in the width of m.
func (m mark) partner(s string) string {
	own := []rune(m.span.Of(s))[0]
	from, to := pairs[m.pair].open, pairs[m.pair].close
	if !m.opens {
		from, to = to, from
	}
	to2 := []rune(to)
	for i, r := range []rune(from) {
		if r == own {
			return string(to2[i])
		}
	}
	return string(to2[0])
}
