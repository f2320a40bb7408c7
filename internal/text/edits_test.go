package text

import (
	"strings"
	"testing"
)

func TestCanonRefuses(t *testing.T) {
	src := "中文ab"
	for name, es := range map[string][]Edit{
		"outside":         {{Span{7, 9}, "x"}},
		"backwards":       {{Span{3, 0}, "x"}},
		"cuts a rune":     {{Span{0, 2}, "x"}},
		"overlap":         {{Span{0, 6}, "x"}, {Span{3, 7}, "y"}},
		"inside":          {{Span{0, 6}, "x"}, {Span{3, 3}, "y"}},
		"two insertions":  {{Span{3, 3}, "x"}, {Span{3, 3}, "y"}},
		"two to one span": {{Span{0, 3}, "x"}, {Span{0, 3}, "y"}},
	} {
		if e, err := Canon(src, es); err == nil {
			t.Errorf("%s: taken as %v", name, e)
		}
	}
}

func TestCanonJoins(t *testing.T) {
	e, err := Canon("abcd", []Edit{{Span{2, 3}, "C"}, {Span{1, 2}, ""}, {Span{1, 1}, "<"}, {Span{2, 3}, "C"}})
	if err != nil || len(e) != 1 || e[0] != (Edit{Span{1, 3}, "<C"}) {
		t.Errorf("got %v, %v", e, err)
	}
	if e, err := Canon("ab", []Edit{{Span{0, 1}, ""}, {Span{1, 1}, "a"}}); err != nil || len(e) != 0 {
		t.Errorf("edits that together change nothing: got %v, %v", e, err)
	}
	if e, err := Canon("a\xe4b", []Edit{{Span{1, 2}, "ä"}}); err != nil || e.Apply("a\xe4b") != "aäb" {
		t.Errorf("a stray byte is a character of its own: got %v, %v", e, err)
	}
}

// TestLiftTakesOwnersSide: a zero-width space deleted in a line goes with the rune before it, at a line start with the rune
// after it.
func TestLiftTakesOwnersSide(t *testing.T) {
	src := "中\u200b国\n\u200b文"
	r, err := Canon(src, []Edit{{Span{3, 6}, ""}, {Span{10, 13}, ""}})
	if err != nil || r.Apply(src) != "中国\n文" {
		t.Fatal(r, err)
	}
	for _, c := range []struct {
		e    Edit
		down Edit
		rest int
	}{
		{Edit{Span{0, 3}, "X"}, Edit{Span{0, 6}, "X"}, 1},
		{Edit{Span{3, 6}, "X"}, Edit{Span{6, 9}, "X"}, 2},
		{Edit{Span{3, 3}, "X"}, Edit{Span{6, 6}, "X"}, 2},
		{Edit{Span{6, 7}, " "}, Edit{Span{9, 10}, " "}, 2},
		{Edit{Span{7, 10}, ""}, Edit{Span{10, 16}, ""}, 1},
		{Edit{Span{7, 7}, "X"}, Edit{Span{10, 10}, "X"}, 2},
		{Edit{Span{0, 10}, "X"}, Edit{Span{0, 16}, "X"}, 0},
	} {
		down, rest, ok := r.Lift(src, Edits{c.e})
		if !ok || len(down) != 1 || down[0] != c.down || len(rest) != c.rest {
			t.Errorf("%v: down %v rest %v %v, want %v and %d repairs left", c.e, down, rest, ok, c.down, c.rest)
		}
	}
}

// TestTouchingEditsAreJoinedOnce: the pieces of a long run are each copied a bounded number of times.
func TestTouchingEditsAreJoinedOnce(t *testing.T) {
	const n = 100000
	src := strings.Repeat("a", n)
	es := make([]Edit, n)
	for i := range es {
		es[i] = Edit{Span{i, i + 1}, "中"}
	}
	var e Edits
	allocs := testing.AllocsPerRun(1, func() {
		var err error
		if e, err = Canon(src, es); err != nil {
			t.Fatal(err)
		}
	})
	if len(e) != 1 || e[0].New != strings.Repeat("中", n) {
		t.Errorf("joined to %d edits", len(e))
	}
	if allocs > 200 {
		t.Errorf("%v allocations for one run of %d edits", allocs, n)
	}
}
