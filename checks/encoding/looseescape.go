package encoding

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// looseEscape reads an escape that stands for white space or an apostrophe at offset at: what it stands for and where it ends; its
// end is at if there is none. Between the characters of a Chinese sentence, or the letters of a word, none of them is at home.
func looseEscape(src string, at int) (string, int) {
	rest := src[at:]
	for _, x := range looseEscapes {
		if !strings.HasPrefix(rest, x.form) {
			continue
		}
		s := text.Span{Start: at, End: at + len(x.form)}
		if x.to == "'" {
			if at > 0 && asciiLetter(src[at-1]) && s.End < len(src) && asciiLetter(src[s.End]) {
				return x.to, s.End
			}
			return "", at
		}
		if before, _ := utf8.DecodeLastRuneInString(src[:at]); scan.ClassOf(before) == scan.Open {
			return "", at // a text that speaks of escapes quotes them
		}
		if inChinese(src, s) && !inAddress(src, at) {
			return x.to, s.End
		}
		return "", at
	}
	return "", at
}

// looseEscapes are read longest first.
var looseEscapes = []struct{ form, to string }{{`\r\n`, "\n"}, {`\n`, "\n"}, {`\r`, "\n"}, {`\t`, " "}, {`\'`, "'"}, {"_x000D_", "\n"}, {"%20", " "}}

func asciiLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// inChinese: Chinese characters or marks stand on both sides of s.
func inChinese(src string, s text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(src[:s.Start])
	after, _ := utf8.DecodeRuneInString(src[s.End:])
	return chinese(before) && chinese(after) && s.Start > 0 && s.End < len(src)
}

func chinese(r rune) bool {
	switch scan.ClassOf(r) {
	case scan.Han, scan.Pause, scan.Stop, scan.Open, scan.Close:
		return true
	}
	return false
}

// byteEscapes reads one character of three bytes, each written as two hexadecimal digits behind mark: %E5%9B%BD, \xe5\x9b\xbd.
func byteEscapes(src string, at int, mark string) (string, int) {
	var raw [3]byte
	i := at
	for n := range raw {
		b, ok := hexByte(src, i, mark)
		if !ok {
			return "", at
		}
		raw[n] = b
		i += len(mark) + 2
	}
	if r, n := utf8.DecodeRune(raw[:]); n < len(raw) || r == utf8.RuneError {
		return "", at
	}
	return string(raw[:]), i
}
