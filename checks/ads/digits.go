package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// capitalMobiles begin mobile numbers that are written out in capital numerals.
var capitalMobiles = strings.Fields("壹叁 壹肆 壹伍 壹陆 壹柒 壹捌 壹玖")

// digitForms are the characters that stand for 0 to 9 in disguised numbers, ten of each form.
var digitForms = []rune("⓪①②③④⑤⑥⑦⑧⑨⓿❶❷❸❹❺❻❼❽❾零壹贰叁肆伍陆柒捌玖")

// disguisedMobile is the mobile number around offset at that is written with other forms of digits, and the number it means: "" if there
// is none. Rows of ① ② are too short for one.
func disguisedMobile(s string, at int) (text.Span, string) {
	for back := at; back > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:back])
		if _, ok := digitOf(r); !ok || at-back > 40 {
			break
		}
		back -= size
		at = back
	}
	var digits []byte
	disguised := false
	end := at
	for end < len(s) && len(digits) < 12 {
		r, size := utf8.DecodeRuneInString(s[end:])
		d, ok := digitOf(r)
		if !ok {
			break
		}
		disguised = disguised || r > '9'
		digits = append(digits, d)
		end += size
	}
	if len(digits) != 11 || !disguised || digits[0] != '1' || digits[1] < '3' {
		return text.Span{}, ""
	}
	return text.Span{Start: at, End: end}, string(digits)
}

func digitOf(r rune) (byte, bool) {
	if isDigit(r) {
		return byte(r), true
	}
	for i, f := range digitForms {
		if f == r {
			return byte('0' + i%10), true
		}
	}
	return 0, false
}
