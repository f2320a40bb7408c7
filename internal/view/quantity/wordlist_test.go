package quantity

import (
	"slices"
	"testing"
)

func TestWordList(t *testing.T) {
	l := Words("增长", "增", "同比增长", "", "长", "增长了", "增")
	rs := []rune("今年同比增长了8%")
	for _, c := range []struct {
		name   string
		look   func() (k, n int)
		word   string
		length int
	}{
		{"at the longest", func() (int, int) { return l.At(rs, 4, len(rs)) }, "增长了", 3},
		{"at, bounded", func() (int, int) { return l.At(rs, 4, 6) }, "增长", 2},
		{"at the first of two alike", func() (int, int) { return l.At(rs, 4, 5) }, "增", 1},
		{"at none", func() (int, int) { return l.At(rs, 0, len(rs)) }, "", 0},
		{"at beyond the end", func() (int, int) { return l.At(rs, len(rs), len(rs)) }, "", 0},
		{"at before the beginning", func() (int, int) { return l.At(rs, -1, len(rs)) }, "", 0},
		{"before the longest", func() (int, int) { return l.Before(rs, 0, 6) }, "同比增长", 4},
		{"before, bounded", func() (int, int) { return l.Before(rs, 3, 6) }, "增长", 2},
		{"before none", func() (int, int) { return l.Before(rs, 0, 3) }, "", 0},
		{"before the beginning", func() (int, int) { return l.Before(rs, 0, -2) }, "", 0},
	} {
		k, n := c.look()
		if n != c.length || n > 0 && l.Words()[k] != c.word {
			t.Errorf("%s: %d runes, word %d; want %q", c.name, n, k, c.word)
		}
	}
	if k, _ := l.At(rs, 4, 5); k != 1 {
		t.Errorf("of two words alike %d was found, want the first", k)
	}
	if !l.Is([]rune("增长")) || l.Is([]rune("增长率")) || l.Is([]rune("同比")) || l.Is(nil) {
		t.Error("Is")
	}
	if i, j := l.In(rs, 0, len(rs)), l.In(rs, 0, 4); i != 2 || j != -1 {
		t.Errorf("In: %d and %d, want 2 and -1", i, j)
	}
	if got := slices.Collect(l.All(rs, 4)); !slices.Equal(got, []string{"增长了", "增长", "增", "增"}) {
		t.Errorf("All: %q", got)
	}
}

// Sentences divide a text without gaps whatever it holds.
func FuzzNext(f *testing.F) {
	f.Add("一、增长8%。好！A.B. C? D\n\n(完)", true)
	f.Add("No. 5 U.S. trade。\xe3\x80\xff\xef", false)
	f.Fuzz(func(t *testing.T, s string, wrapped bool) {
		w := Flow{wrapped}
		for at := 0; at < len(s); {
			sp := w.Next(s, at, len(s))
			if sp.Start != at || sp.End <= at || sp.End > len(s) {
				t.Fatalf("from %d: %v of %d bytes", at, sp, len(s))
			}
			at = sp.End
		}
	})
}

func TestDecimalCmp(t *testing.T) {
	ds := []Decimal{{-15, 0}, {-1, 1}, {0, 5}, {1, -20}, {5, -1}, {50, -2}, {7, -1}, {9007199254740993, 0}, {1, 18}, {3, 18}, {1, 40}}
	for _, a := range ds {
		for _, b := range ds {
			if got, want := a.Cmp(b), a.Rat().Cmp(b.Rat()); got != want {
				t.Errorf("%v against %v: %d, want %d", a, b, got, want)
			}
		}
	}
}
