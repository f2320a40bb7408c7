package tables

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzSimplify holds the edits to their contract: in order, disjoint, one rune
// for one rune, and Simplify is what they make of the text.
func FuzzSimplify(f *testing.F) {
	for _, s := range []string{"", "瞭解乾坤著力", "著", "顯著\xff著名", "么麼", "乾乾淨淨乾"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		done := 0
		SimplifyRunes(s, func(start, end int, repl string) {
			if start < done || end > len(s) || utf8.RuneCountInString(s[start:end]) != 1 ||
				utf8.RuneCountInString(repl) != 1 || s[start:end] == repl {
				t.Fatalf("%q: edit %d–%d %q", s, start, end, repl)
			}
			b.WriteString(s[done:start])
			b.WriteString(repl)
			done = end
		})
		b.WriteString(s[done:])
		if got := Simplify(s); got != b.String() {
			t.Fatalf("%q gives %q, its edits %q", s, got, b.String())
		}
	})
}

// FuzzPlacePrefix: what is found is a name of the place returned, and a prefix.
func FuzzPlacePrefix(f *testing.F) {
	for _, s := range []string{"", "沈阳市皇姑区", "长治久安", "中\xff", "内蒙古自治"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, n := PlacePrefix(s)
		if n < 0 || n > len(s) || n > 0 && s[:n] != p.Name && s[:n] != p.Short || n == 0 && p != (Place{}) {
			t.Fatalf("%q begins with %d bytes of %+v", s, n, p)
		}
	})
}
