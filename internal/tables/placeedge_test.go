package tables

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestNamesHaveEdges holds what the filter relies on.
func TestNamesHaveEdges(t *testing.T) {
	for name := range places().first {
		if n := utf8.RuneCountInString(name); len(name) < edgeBytes || n > 15 {
			t.Errorf("%s has %d bytes and %d runes", name, len(name), n)
		}
		if !MayBeginPlace(name+"市") || !MayEndPlace("在"+name) || !IsPlace(name) {
			t.Errorf("the filter does not know %s", name)
		}
	}
	for _, s := range []string{"", "市", "的了", "abcdef", "\xE5\x8C"} {
		if MayBeginPlace(s) && MayEndPlace(s) && IsPlace(s) {
			t.Errorf("%q is taken for a place", s)
		}
	}
}

// TestPlacesAtEdges compares the filtered look-ups with a look-up of every head and every tail.
func TestPlacesAtEdges(t *testing.T) {
	names := places().first
	sample := []string{"长治久安", "大连", "\xE5大连\x8C", "赣州市", "迪蒙·迪维尔", "abc", "。", ""}
	for _, p := range places().places {
		sample = append(sample, p.Name+"和", "向"+p.Name, p.Short[3:], p.Name[:len(p.Name)-3])
	}
	for _, s := range sample {
		head, tail := 0, 0
		for i := range len(s) + 1 {
			if _, ok := names[s[:i]]; ok && !IsWord(s[:i]) {
				head = i
			}
			if _, ok := names[s[i:]]; ok && tail == 0 && utf8.RuneCountInString(s[i:]) <= 8 {
				tail = len(s) - i
			}
		}
		if strings.HasPrefix(s, "长治久安") {
			head = 0
		}
		if _, got := PlacePrefix(s); got != head {
			t.Errorf("%q begins with a name of %d bytes, want %d", s, got, head)
		}
		if got := PlaceSuffix(s); got != tail {
			t.Errorf("%q ends with a name of %d bytes, want %d", s, got, tail)
		}
	}
}
