package mojibake

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// Repair is one damaged span and what it was.
type Repair struct {
	Span   text.Span
	New    string
	Exact  bool     // damaging New gives the span back, nothing was lost, and no other reading is as likely
	Chars  int      // characters beyond ASCII that New holds
	Common int      // those of them that text of their script is made of
	Lost   int      // bytes that are gone and were guessed
	Others []string // other readings of a span that lost bytes, best first
	Layers []string // the encodings it was read as, outermost first

	guesses []guess
}

// tally counts what a reading is made of.
type tally struct {
	chars, common, han int
	rare, kana         int  // Han that neither GB 2312 nor traditional text has; kana
	never              bool // a character that no report holds
}

// strange reports whether no report reads like that: one rare character in eight is a name, and Japanese has its own.
func (t *tally) strange() bool { return t.never || t.kana == 0 && 8*t.rare > t.han }

func tallyOf(s string) tally {
	var t tally
	for _, r := range s {
		t.add(r)
	}
	return t
}

func (t *tally) add(r rune) {
	if r < utf8.RuneSelf {
		if r < 0x20 && r != '\t' {
			t.never = true
		}
		return
	}
	t.chars++
	switch c := scan.ClassOf(r); c {
	case scan.Han:
		t.han++
		switch s := tables.TraditionalToSimplified(r); {
		case tables.FrequentHan(s):
			t.common++
		case tables.Common(s) == tables.Unlisted && !tables.TraditionalOnly(r) && r != '〇' && r != '々':
			t.rare++
		}
	case scan.Stop, scan.Pause, scan.Open, scan.Close, scan.Dash, scan.Ellipsis, scan.Interpunct, scan.FullDigit, scan.FullLetter,
		scan.FullSymbol, scan.Kana, scan.Hangul, scan.EnclosedNumber, scan.RomanNumeral, scan.WideSpace, scan.NoBreakSpace:
		t.common++
		if c == scan.Kana {
			t.kana++
		}
	case scan.LatinExt, scan.Greek, scan.Cyrillic, scan.Symbol, scan.Percent, scan.BoxDrawing, scan.Emoji, scan.Invisible, scan.Bopomofo:
	default:
		t.never = true
	}
}

// frequentIn is how many of the characters of s beyond ASCII are frequent Han or marks of Chinese text.
func frequentIn(s string) (frequent, all int) {
	t := tallyOf(s)
	return t.common, t.chars
}

// quotedIn reports whether the span stands alone between quotation marks or brackets, as text about mojibake shows it.
func quotedIn(src string, s text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(src[:s.Start])
	after, _ := utf8.DecodeRuneInString(src[s.End:])
	return strings.ContainsRune("“‘「『\"'`《（(«‹", before) && strings.ContainsRune("”’」』\"'`》）)»›", after)
}

// topics are the words with which a text speaks of mojibake.
var topics = []string{"mojibake", "Mojibake", "乱码", "亂碼", "文字化け", "锟斤拷"}

// written reports whether r, which UTF-8 writes with two bytes, is met in reports: letters and marks of European languages, not
// the phonetic ones and those that no alphabet has today.
func written(r rune) bool {
	switch {
	case r >= 0xa0 && r < 0x180, r == 0x192, r >= 0x1a0 && r <= 0x1a1, r >= 0x1af && r <= 0x1b0, r >= 0x1cd && r <= 0x1dc, r >= 0x218 && r <= 0x21b,
		r == 0x2c6, r == 0x2dc, r == 0x2c9, r == 0x2c7:
		return true
	}
	return r >= 0x370 && r < 0x800 || isC1(r)
}
