package text

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Cells is how many terminal cells s takes: 2 for wide and full-width characters (UAX #11), 0 for marks and format
// characters, ambiguous (1 or 2, as the terminal is set) for those of ambiguous width, 1 otherwise. A variation selector 16
// asks for the emoji picture, so the character before it takes 2. Controls count as 0: they are to be escaped first.
func Cells(s string, ambiguous int) int {
	total, last := 0, 0
	for _, r := range s {
		if r == emojiPresentation {
			if last == 1 {
				total, last = total+1, 2
			}
			continue
		}
		if n := RuneCells(r, ambiguous); n > 0 {
			total, last = total+n, n
		}
	}
	return total
}

const emojiPresentation = '\ufe0f'

// RuneCells is how many terminal cells r takes, standing alone.
func RuneCells(r rune, ambiguous int) int {
	switch {
	case r < 0x20:
		return 0
	case r < 0x7f:
		return 1
	case r >= 0x4e00 && r <= 0x9fff: // most of what is measured
		return 2
	case r < 0xa0:
		return 0
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	case width.EastAsianAmbiguous:
		return ambiguous
	}
	return 1
}

// maxCluster bounds the walk of Snap: what carries more marks than this is no character that anybody reads, and a line of
// nothing but marks must not cost its square.
const maxCluster = 64

// Snap widens sp outwards to the edges of what a reader takes for one character: a base rune with the marks, joiners and
// variation selectors that follow it. Marks at the start of a line have no base and stand for themselves.
func Snap(s string, sp Span) Span {
	for range maxCluster {
		r, _ := utf8.DecodeRuneInString(s[sp.Start:])
		before, n := utf8.DecodeLastRuneInString(s[:sp.Start])
		if n == 0 || before == '\n' || !extends(r) {
			break
		}
		sp.Start -= n
	}
	if sp.End == 0 || s[sp.End-1] == '\n' {
		return sp
	}
	for range maxCluster {
		r, n := utf8.DecodeRuneInString(s[sp.End:])
		if !extends(r) {
			break
		}
		sp.End += n
	}
	return sp
}

// extends reports whether r is drawn onto the character before it. Variation selectors are marks.
func extends(r rune) bool {
	return r >= 0x300 && (r == '\u200d' || unicode.In(r, unicode.Mn, unicode.Me))
}

// Escape says whether r must not reach a terminal or another program as it is, and gives the visible token to print in its
// place: <U+200B>, or <\xE9> for a byte that is no character (pass it as invalid; 0 means that r is a character). Hostile
// are controls, format characters (zero width, bidirectional controls, tags), line and paragraph separators, private use
// and noncharacters. A tab is not: the printer expands it.
func Escape(r rune, invalid byte) (token string, hostile bool) {
	switch {
	case invalid != 0:
		return fmt.Sprintf("<\\x%02X>", invalid), true
	case r >= 0x20 && r < 0x7f, r >= 0x4e00 && r <= 0x9fff, r == '\t':
		return "", false
	case unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Co), noncharacter(r):
		return fmt.Sprintf("<U+%04X>", r), true
	case unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return fmt.Sprintf("<U+%04X>", r), true
	}
	return "", false
}

func noncharacter(r rune) bool { return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef }
