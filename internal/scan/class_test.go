package scan

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestClassFacts states one fact or more per class, in escapes where width could mislead. The complete table is held
// against its definition in gen.
func TestClassFacts(t *testing.T) {
	facts := map[Class]string{
		LF: "\n", CR: "\r", Tab: "\t", Space: " ", WideSpace: "\u3000",
		NoBreakSpace: "\u00A0\u2007\u202F", OddSpace: "\u2000\u2006\u2008\u200A\u205F\u1680",
		Han: "一鿿㐀國国々〆〇﨎﨩𠀀𪜀𰀀", Kana: "あンー゛ヽㇰ\uFF76\uFF61", Hangul: "가힣ㄱᄀ", Bopomofo: "ㄅㄯㆠ",
		Lower: "az", Upper: "AZ", LatinExt: "éßāǎÿªſ\u212A", Greek: "αΩϢ", Cyrillic: "яЖѣ", OtherLetter: "אبहກⰀ",
		Digit: "09", FullDigit: "\uFF10\uFF19", FullLetter: "\uFF21\uFF3A\uFF41\uFF5A",
		Comma: ",", Period: ".", Colon: ":", Semicolon: ";", Bang: "!", Question: "?",
		HalfOpen: "([{", HalfClose: ")]}", HalfQuote: "\"'", Hyphen: "-", Percent: "%\u2030\uFF05", Ampersand: "&",
		HalfSymbol: "#$*+/<=>@\\^_`|~", Stop: "\u3002\uFF01\uFF1F\uFF0E", Pause: "\uFF0C\u3001\uFF1B\uFF1A",
		Open:  "\u201C\u2018\u300A\u3008\uFF08\u3010\u300C\u300E\u3014\uFF3B\uFF5B\u3016",
		Close: "\u201D\u2019\u300B\u3009\uFF09\u3011\u300D\u300F\u3015\uFF3D\uFF5D\u3017",
		Dash:  "\u2014\u2013\u2015\u2012\u2212\u2500\uFF5E\u301C", Ellipsis: "…⋯", Interpunct: "\u00B7\u2022\u30FB\u2027\u2219\u25CF",
		FullSymbol: "\uFF0B\uFF06\uFF02\uFFE5\u3012\u3003\u303B", EnclosedNumber: "①⑴⒈㈠㊀❶⓪㊿🄀", RomanNumeral: "Ⅰⅻↈ",
		Radical: "⺀⼀⿕", CompatIdeograph: "\uF900\uFAD9\U0002F800", Ligature: "\uFB00\uFB06", BoxDrawing: "━│█▟",
		Combining: "\u0301\u20DD\uFE0F\U000E0100\u3099", Emoji: "😀🏻☀✔❤🇨🀄⭐", Symbol: "→√€§½²℃★▲©㎡㈱µⒶ«",
		Control: "\x00\x0B\x0C\x1F\x7F\u0085\u009F", Invisible: "\u200B\u200D\u2060\u00AD\uFEFF\U000E0041\u2028\u2029",
		Bidi: "\u200E\u200F\u202E\u2066\u061C", PrivateUse: "\uE000\uF8FF\U000F0000\U0010FFFD", Replacement: "\uFFFD",
		Other: "\u0378\uFFFF",
	}
	for c := Class(0); c < NumClasses; c++ {
		if facts[c] == "" && c != Invalid {
			t.Errorf("no fact for class %d", c)
		}
		for _, r := range facts[c] {
			if got := ClassOf(r); got != c {
				t.Errorf("%U %q: class %d, want %d", r, r, got, c)
			}
		}
	}
	for _, r := range []rune{-1, 0xD800, 0xDFFF, unicode.MaxRune + 1} {
		if ClassOf(r) != Invalid {
			t.Errorf("%#x is no scalar value but of class %d", r, ClassOf(r))
		}
	}
}

// TestClassesAgreeWithUnicode holds whole classes against general categories and scripts.
func TestClassesAgreeWithUnicode(t *testing.T) {
	must := func(c Class, tables ...*unicode.RangeTable) {
		t.Helper()
		n := 0
		for r := rune(0); r <= unicode.MaxRune; r++ {
			if ClassOf(r) == c && unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) {
				if n++; !unicode.In(r, tables...) {
					t.Errorf("%U is of class %d", r, c)
				}
			}
		}
		if n == 0 {
			t.Errorf("class %d is empty", c)
		}
	}
	must(Han, unicode.Han, unicode.Lo) // 〆 has no script
	must(LatinExt, unicode.Latin)
	must(Cyrillic, unicode.Cyrillic)
	must(Greek, unicode.Greek, unicode.Coptic)
	must(Hangul, unicode.Hangul)
	must(Combining, unicode.M)
	must(OtherLetter, unicode.L)
	must(Symbol, unicode.P, unicode.S, unicode.No, unicode.Lm, unicode.Common)
	for r := range unicode.MaxRune + 1 {
		if unicode.Is(unicode.Unified_Ideograph, r) && ClassOf(r) != Han {
			t.Errorf("unified ideograph %U is of class %d", r, ClassOf(r))
		}
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		s    string
		r    rune
		size int
		c    Class
	}{{"", utf8.RuneError, 0, Invalid}, {"\xE4\xB8", utf8.RuneError, 1, Invalid}, {"\uFFFD", utf8.RuneError, 3, Replacement}, {"国", '国', 3, Han}, {"𠀀x", '𠀀', 4, Han}} {
		if r, size, cl := Decode(c.s); r != c.r || size != c.size || cl != c.c {
			t.Errorf("Decode(%q) = %U, %d, %d", c.s, r, size, cl)
		}
	}
}

func TestFold(t *testing.T) {
	for from, to := range map[string]string{"ICP备 12": "icp备 12", "\uFF21\uFF5A\uFF19\uFF0C\uFF08\u3000\uFFE5": "az9,( ¥", "。、\uFF76é": "。、\uFF76é", "a\xFFb": "a\uFFFDb", "版權國": "版权国"} {
		if got := FoldString(from); got != to {
			t.Errorf("FoldString(%q) = %q, want %q", from, got, to)
		}
	}
	for r := range unicode.MaxRune + 1 {
		if f := Fold(r); Fold(f) != f {
			t.Errorf("%U folds to %U, and that to %U", r, f, Fold(f))
		}
	}
}

func BenchmarkClassOf(b *testing.B) {
	rs := []rune("中国，2024年政府工作报告 report")
	var n Class
	for i := range b.N {
		n += ClassOf(rs[i%len(rs)])
	}
	_ = n
}

func BenchmarkFold(b *testing.B) {
	rs := []rune("中国，2024年政府工作報告 report")
	var n rune
	for i := range b.N {
		n += Fold(rs[i%len(rs)])
	}
	_ = n
}
