package numeral

import "unicode/utf8"

// maxHan bounds the runes of one Chinese numeral; longer runs are no numbers but names or damage.
const maxHan = 16

// Digit is the value of a Chinese digit 〇–九, with 零 and 两. ok is false for every other rune.
func Digit(r rune) (n int, ok bool) {
	switch r {
	case '〇', '零':
		return 0, true
	case '一':
		return 1, true
	case '二', '两', '兩':
		return 2, true
	case '三':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	}
	return 0, false
}

// Multiplier is the value of 十 百 千 万 亿, simplified or traditional.
func Multiplier(r rune) (n int64, ok bool) {
	switch r {
	case '十':
		return 10, true
	case '百':
		return 100, true
	case '千':
		return 1000, true
	case '万', '萬':
		return 10000, true
	case '亿', '億':
		return 100000000, true
	}
	return 0, false
}

// Form says how a Chinese numeral is built.
type Form uint8

// The forms.
const (
	Spoken     Form = iota // 二十三, 八, 三百亿
	Positional             // 二〇一九: digit beside digit, as in years
	Bare                   // 千, 百亿: a multiplier without a digit before it (千亿, 百家)
)

// Han reads the Chinese numeral at the beginning of s: its value, the bytes it takes and its form. 十 counts as ten. Digits
// side by side are read as positions, so 二三 is 23: whether 两三个 or 一二三产业 is meant, only the context can say.
func Han(s string) (value int64, size int, form Form) {
	var total, section, digits int64
	var pending int64 = -1 // a digit that waits for its multiplier
	count, run, units := 0, 0, 0
	first := true
	for size < len(s) && count < maxHan {
		r, n := utf8.DecodeRuneInString(s[size:])
		if d, ok := Digit(r); ok {
			switch {
			case d == 0 && units > 0: // 一百零八
				pending, run = -1, 0
			case pending >= 0:
				pending = int64(d)
				run++
			default:
				pending, run = int64(d), 1
			}
			digits = digits*10 + int64(d)
		} else if m, ok := Multiplier(r); ok {
			units++
			switch {
			case m >= 10000:
				if pending > 0 {
					section += pending
				}
				if section == 0 && total == 0 && first {
					section, form = 1, Bare
				}
				if section == 0 {
					total *= m // 万亿
				} else {
					total, section = total+section*m, 0
				}
			case pending > 0:
				section += pending * m
			case first && m > 10:
				section, form = m, Bare
			default:
				section += m // 十五, 一百一十
			}
			pending, run = -1, 0
		} else {
			break
		}
		first = false
		size += n
		count++
	}
	if size == 0 {
		return 0, 0, Spoken
	}
	if units == 0 {
		if count > 1 {
			return digits, size, Positional
		}
		return digits, size, Spoken
	}
	if run > 1 { // 一百二三: no number
		return 0, 0, Spoken
	}
	if pending > 0 {
		section += pending
	}
	return total + section, size, form
}
