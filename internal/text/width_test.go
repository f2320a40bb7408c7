package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCells(t *testing.T) {
	for s, want := range map[string][2]int{
		"abc":                  {3, 3},
		"中文":                   {4, 4},
		"，。、；：（）《》":            {18, 18},
		"“”‘’…—·①℃":            {9, 18},
		"ｱＡ":                   {3, 3},
		"e\u0301":              {1, 1},
		"か\u3099":              {2, 2},
		"a\u200bb":             {2, 2},
		"😀":                    {2, 2},
		"\u2764\ufe0f":         {2, 2},
		"1\ufe0f\u20e3":        {2, 2},
		"中\ufe0f":              {2, 2},
		"\U00020000":           {2, 2},
		"<U+200B>":             {8, 8},
		"":                     {0, 0},
		"\U0001f1e8\U0001f1f3": {2, 2},
	} {
		if got := [2]int{Cells(s, 1), Cells(s, 2)}; got != want {
			t.Errorf("Cells(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestSnap(t *testing.T) {
	s := "ae\u0301\u0302中\u200d国\n\u0301b"
	for _, c := range [][2]Span{
		{{0, 1}, {0, 1}},
		{{1, 2}, {1, 6}},
		{{2, 4}, {1, 6}},
		{{4, 4}, {1, 6}},
		{{6, 6}, {6, 6}},
		{{9, 9}, {6, 12}},
		{{6, 9}, {6, 12}},
		{{12, 15}, {12, 15}},
		{{15, 16}, {15, 16}},
		{{16, 18}, {16, 18}},
		{{18, 19}, {18, 19}},
		{{19, 19}, {19, 19}},
	} {
		if got := Snap(s, c[0]); got != c[1] {
			t.Errorf("Snap(%v) = %v, want %v", c[0], got, c[1])
		}
	}
	if got := Snap(strings.Repeat("\u0301", 1000), Span{1000, 1002}); got.Len() > 4*maxCluster+2 {
		t.Errorf("Snap walked %d bytes of marks", got.Len())
	}
}

func TestEscape(t *testing.T) {
	for r, want := range map[rune]string{
		0: "<U+0000>", 0x1b: "<U+001B>", '\n': "<U+000A>", '\r': "<U+000D>", 0x7f: "<U+007F>", 0x85: "<U+0085>",
		0xad: "<U+00AD>", 0x61c: "<U+061C>", 0x200b: "<U+200B>", 0x200d: "<U+200D>", 0x200f: "<U+200F>", 0x2028: "<U+2028>",
		0x202e: "<U+202E>", 0x2060: "<U+2060>", 0x2069: "<U+2069>", 0xfeff: "<U+FEFF>", 0xe000: "<U+E000>",
		0xf0000: "<U+F0000>", 0xe0041: "<U+E0041>", 0xfffe: "<U+FFFE>",
		'\t': "", ' ': "", 'a': "", 'é': "", '中': "", '\u3000': "", '\u0301': "", '\ufe0f': "", '😀': "", utf8.RuneError: "", 0x600: "",
	} {
		if got, hostile := Escape(r, 0); got != want || hostile != (want != "") {
			t.Errorf("Escape(%U) = %q, %v, want %q", r, got, hostile, want)
		}
	}
	if got, hostile := Escape(utf8.RuneError, 0xe9); got != `<\xE9>` || !hostile {
		t.Errorf("Escape of a raw byte = %q, %v", got, hostile)
	}
}
