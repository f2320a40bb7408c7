package text

import "testing"

func TestLines(t *testing.T) {
	src := "a\r\n\nb\rc\u2028d\n"
	l := SplitLines(src)
	want := []string{"a", "", "b\rc\u2028d"}
	if l.Len() != len(want) {
		t.Fatalf("%d lines, want %d", l.Len(), len(want))
	}
	whole := ""
	for i, w := range want {
		if got := l.Text(i); got != w {
			t.Errorf("line %d is %q, want %q", i, got, w)
		}
		for off := l.Whole(i).Start; off < l.Whole(i).End; off++ {
			if got := l.At(off); got != i {
				t.Errorf("offset %d is on line %d, want %d", off, got, i)
			}
		}
		whole += l.Whole(i).Of(src)
	}
	if whole != src {
		t.Errorf("the lines together are %q", whole)
	}
	if n := SplitLines("").Len(); n != 0 {
		t.Errorf("the empty text has %d lines", n)
	}
	if n := SplitLines("a\nb").Len(); n != 2 {
		t.Errorf("a text without a final line end has %d lines, want 2", n)
	}
}
