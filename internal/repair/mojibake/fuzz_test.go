package mojibake

import (
	"testing"
	"unicode/utf8"
)

// FuzzRepairs holds the laws of all searches on any text: spans are sorted, disjoint and on rune boundaries, what is exact comes
// back when it is damaged again through the layers it names, and exact repairs of repaired text have come to rest.
func FuzzRepairs(f *testing.F) {
	for _, s := range []string{"鏀垮簻宸ヤ綔", "浣犲?", "Õþ¸®¹¤×÷±¨¸æ", "cafÃ© â€œxâ€", "ÃƒÂ©", "氯险婀岢孤涫档持醒", "├⌐ √© Г©", "Ã \n", "政府", "Рµ\u00a0", "\uf8ff"} {
		f.Add(s)
	}
	searches := []func(string) []Repair{
		func(s string) []Repair { return UTF8AsGBK(s, everywhere(s)) },
		func(s string) []Repair { return GBKAsLatin(s, everywhere(s)) },
		latinRepairs,
		func(s string) []Repair { return GBKByteShift(s, everywhere(s)) },
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 2000 {
			return
		}
		for i, search := range searches {
			rs := search(s)
			at := 0
			for _, r := range rs {
				if r.Span.Start < at || r.Span.End <= r.Span.Start || r.Span.End > len(s) || !utf8.ValidString(r.Span.Of(s)) {
					t.Fatalf("search %d: span %v after %d in %q", i, r.Span, at, s)
				}
				at = r.Span.End
				if !utf8.ValidString(r.New) {
					t.Fatalf("search %d: %q is not UTF-8", i, r.New)
				}
				if r.Exact && r.Lost > 0 {
					t.Fatalf("search %d: %q is called exact though bytes were lost", i, r.New)
				}
			}
			fixed := apply(t, s, rs, true)
			for range 4 {
				next := apply(t, fixed, search(fixed), true)
				if next == fixed {
					return
				}
				fixed = next
			}
			t.Fatalf("search %d: %q does not come to rest", i, s)
		}
	})
}

// FuzzDamage damages any text of common characters as a whole line: what is called exact must be the original.
func FuzzDamage(f *testing.F) {
	f.Add("政府工作报告", uint8(0))
	f.Add("全市上下坚持稳中求进。", uint8(1))
	f.Add("été, Größe, żółć", uint8(2))
	f.Fuzz(func(t *testing.T, s string, route uint8) {
		if !utf8.ValidString(s) || len(s) > 300 {
			return
		}
		for _, r := range s {
			var tl tally
			if tl.add(r); r < 0x20 || r >= 0x80 && tl.common == 0 {
				return // only what Chinese text is made of
			}
		}
		switch route % 2 {
		case 0:
			if d := damageUTF8AsGBK(s); d != "" && d != s {
				rs := UTF8AsGBK(d, everywhere(d))
				if len(rs) == 1 && rs[0].Exact && rs[0].Span.Start == 0 && rs[0].Span.End == len(d) && rs[0].New != s {
					t.Fatalf("%q became %q, was %q", d, rs[0].New, s)
				}
			}
		case 1:
			if d := damageGBKAsLatin(s); d != "" && d != s {
				if rs := GBKAsLatin(d, everywhere(d)); len(rs) == 1 && rs[0].Exact && rs[0].Span.Start == 0 && rs[0].Span.End == len(d) && rs[0].New != s {
					t.Fatalf("%q became %q, was %q", d, rs[0].New, s)
				}
			}
		}
	})
}
