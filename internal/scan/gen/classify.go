package main

import (
	"unicode"

	"github.com/reportlint/reportlint/internal/scan"
)

// span is a range of runes, both ends included.
type span struct {
	lo, hi rune
	class  scan.Class
}

// named are the classes that consist of listed characters. They win over everything below.
var named = map[scan.Class]string{
	scan.LF: "\n", scan.CR: "\r", scan.Tab: "\t", scan.Space: " ", scan.WideSpace: "\u3000",
	scan.NoBreakSpace: "\u00A0\u2007\u202F",
	scan.Comma:        ",", scan.Period: ".", scan.Colon: ":", scan.Semicolon: ";", scan.Bang: "!", scan.Question: "?",
	scan.HalfOpen: "([{", scan.HalfClose: ")]}", scan.HalfQuote: "\"'", scan.Hyphen: "-",
	scan.Percent: "%\u2030\uFF05", scan.Ampersand: "&", scan.HalfSymbol: "#$*+/<=>@\\^_`|~",
	// escapes, because full-width forms are easily taken for ASCII
	scan.Stop: "\u3002\uFF01\uFF1F\uFF0E", scan.Pause: "\uFF0C\u3001\uFF1B\uFF1A",
	scan.Open:  "“‘《〈【「『〔〖\uFF08\uFF3B\uFF5B",
	scan.Close: "”’》〉】」』〕〗\uFF09\uFF3D\uFF5D",
	scan.Dash:  "\u2014\u2013\u2015\u2012\u2212\u2500\uFF5E\u301C", scan.Ellipsis: "\u2026\u22EF", scan.Interpunct: "\u00B7\u2022\u30FB\u2027\u2219\u25CF",
	scan.Han:         "\u3007\u3005\u3006\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29",
	scan.Kana:        "\u309B\u309C\u30FC",
	scan.Replacement: "\uFFFD",
	scan.Bidi:        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069",
	scan.Invisible:   "\u00AD\u180E\u200B\u200C\u200D\u2028\u2029\u2060\u2061\u2062\u2063\u2064\uFEFF\u3164\uFFA0",
}

// ranges are the classes that are defined by code point. The first that holds wins.
var ranges = []span{
	{0x00, 0x1F, scan.Control}, {0x7F, 0x9F, scan.Control},
	{'a', 'z', scan.Lower}, {'A', 'Z', scan.Upper}, {'0', '9', scan.Digit},
	{0x1680, 0x1680, scan.OddSpace}, {0x2000, 0x200A, scan.OddSpace}, {0x205F, 0x205F, scan.OddSpace},
	{0x206A, 0x206F, scan.Invisible}, {0xFFF9, 0xFFFB, scan.Invisible}, {0xE0000, 0xE007F, scan.Invisible},
	{0x1BCA0, 0x1BCA3, scan.Invisible}, {0x1D173, 0x1D17A, scan.Invisible},
	{0xFF10, 0xFF19, scan.FullDigit}, {0xFF21, 0xFF3A, scan.FullLetter}, {0xFF41, 0xFF5A, scan.FullLetter},
	{0x2160, 0x2188, scan.RomanNumeral},
	{0x2E80, 0x2FDF, scan.Radical},
	{0x3400, 0x4DBF, scan.Han}, {0x4E00, 0x9FFF, scan.Han}, {0x20000, 0x2F7FF, scan.Han}, {0x30000, 0x3FFFD, scan.Han},
	{0xF900, 0xFAFF, scan.CompatIdeograph}, {0x2F800, 0x2FA1F, scan.CompatIdeograph},
	{0xFB00, 0xFB06, scan.Ligature},
	{0x2500, 0x259F, scan.BoxDrawing},
	{0xFE00, 0xFE0F, scan.Combining}, {0xE0100, 0xE01EF, scan.Combining},
	{0xFF61, 0xFF9F, scan.Kana},
	{0x2460, 0x249B, scan.EnclosedNumber}, {0x24EA, 0x24FF, scan.EnclosedNumber}, {0x2776, 0x2793, scan.EnclosedNumber},
	{0x3220, 0x3229, scan.EnclosedNumber}, {0x3248, 0x324F, scan.EnclosedNumber}, {0x3251, 0x325F, scan.EnclosedNumber},
	{0x3280, 0x3289, scan.EnclosedNumber}, {0x32B1, 0x32BF, scan.EnclosedNumber}, {0x1F100, 0x1F10C, scan.EnclosedNumber},
	{0xD800, 0xDFFF, scan.Invalid},
	{0xE000, 0xF8FF, scan.PrivateUse}, {0xF0000, 0xFFFFD, scan.PrivateUse}, {0x100000, 0x10FFFD, scan.PrivateUse},
}

// emoji is the Emoji property (Unicode emoji-data) of the blocks U+2300–23FF, U+2600–27BF and U+2B00–2BFF, and the pictograph
// blocks beyond the BMP. Elsewhere (arrows, squares, ™) the same property marks ordinary symbols.
var emoji = []rune{
	0x231A, 0x231B, 0x2328, 0x2328, 0x23CF, 0x23CF, 0x23E9, 0x23F3, 0x23F8, 0x23FA, 0x2600, 0x2604, 0x260E, 0x260E,
	0x2611, 0x2611, 0x2614, 0x2615, 0x2618, 0x2618, 0x261D, 0x261D, 0x2620, 0x2620, 0x2622, 0x2623, 0x2626, 0x2626,
	0x262A, 0x262A, 0x262E, 0x262F, 0x2638, 0x263A, 0x2640, 0x2640, 0x2642, 0x2642, 0x2648, 0x2653, 0x265F, 0x2660,
	0x2663, 0x2663, 0x2665, 0x2666, 0x2668, 0x2668, 0x267B, 0x267B, 0x267E, 0x267F, 0x2692, 0x2697, 0x2699, 0x2699,
	0x269B, 0x269C, 0x26A0, 0x26A1, 0x26A7, 0x26A7, 0x26AA, 0x26AB, 0x26B0, 0x26B1, 0x26BD, 0x26BE, 0x26C4, 0x26C5,
	0x26C8, 0x26C8, 0x26CE, 0x26CF, 0x26D1, 0x26D1, 0x26D3, 0x26D4, 0x26E9, 0x26EA, 0x26F0, 0x26F5, 0x26F7, 0x26FA,
	0x26FD, 0x26FD, 0x2702, 0x2702, 0x2705, 0x2705, 0x2708, 0x270D, 0x270F, 0x270F, 0x2712, 0x2712, 0x2714, 0x2714,
	0x2716, 0x2716, 0x271D, 0x271D, 0x2721, 0x2721, 0x2728, 0x2728, 0x2733, 0x2734, 0x2744, 0x2744, 0x2747, 0x2747,
	0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2763, 0x2764, 0x2795, 0x2797, 0x27A1, 0x27A1,
	0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
	0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F170, 0x1F171, 0x1F17E, 0x1F17F, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A,
	0x1F1E6, 0x1F1FF, 0x1F201, 0x1F202, 0x1F21A, 0x1F21A, 0x1F22F, 0x1F22F, 0x1F232, 0x1F23A, 0x1F250, 0x1F251,
	0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0, 0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF,
}

// full are the ranges whose remaining assigned characters are FullSymbol.
var full = []rune{0x3000, 0x303F, 0xFF01, 0xFF5E, 0xFFE0, 0xFFE6}

func within(pairs []rune, r rune) bool {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] <= r && r <= pairs[i+1] {
			return true
		}
	}
	return false
}

// listed are the named classes, by rune.
func listed() map[rune]scan.Class {
	m := map[rune]scan.Class{}
	for c, s := range named {
		for _, r := range s {
			m[r] = c
		}
	}
	return m
}

// classify decides the class of r: listed characters, ranges, emoji, then script and general category.
func classify(lists map[rune]scan.Class, r rune) scan.Class {
	if c, ok := lists[r]; ok {
		return c
	}
	for _, s := range ranges {
		if s.lo <= r && r <= s.hi {
			return s.class
		}
	}
	common := unicode.In(r, unicode.Common, unicode.Inherited)
	switch {
	case within(emoji, r):
		return scan.Emoji
	case unicode.Is(unicode.M, r):
		return scan.Combining
	case within(full, r) && unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S):
		return scan.FullSymbol
	case unicode.Is(unicode.L, r) && !common:
		return letter(r)
	case unicode.In(r, unicode.P, unicode.S), common && unicode.In(r, unicode.L, unicode.N):
		return scan.Symbol
	}
	return scan.Other
}

// letter is the class of a letter that belongs to a script.
func letter(r rune) scan.Class {
	switch {
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return scan.Kana
	case unicode.Is(unicode.Hangul, r):
		return scan.Hangul
	case unicode.Is(unicode.Bopomofo, r):
		return scan.Bopomofo
	case unicode.Is(unicode.Latin, r):
		return scan.LatinExt
	case unicode.In(r, unicode.Greek, unicode.Coptic):
		return scan.Greek
	case unicode.Is(unicode.Cyrillic, r):
		return scan.Cyrillic
	}
	return scan.OtherLetter
}
