package ads

import (
	"slices"
	"strings"
	"testing"
)

// TestFinder compares the places of words, looked up or searched for, with those that a search finds.
func TestFinder(t *testing.T) {
	s := "必赢必赢必赢体育市。1xbet必赢省政府，" + strings.Repeat("全市必赢体育", 40) + "必赢bet必"
	words := []string{"必赢", "必赢必赢", "体育市", "必", "bet", "赢b", "没有的", "政府，全市", "必赢bet必", "必赢bet必赢", "赢体育全市必赢体"}
	in := &finder{s: s}
	for round := range 2 {
		for _, w := range words {
			var want []int
			for i := 0; ; {
				n := strings.Index(s[i:], w)
				if n < 0 {
					break
				}
				i += n + len(w)
				want = append(want, i)
			}
			if got := in.ends(w); !slices.Equal(got, want) {
				t.Errorf("round %d: %s ends at %v, want %v", round, w, got, want)
			}
			if in.atLeast(w, len(want)+1) || !in.atLeast(w, len(want)) {
				t.Errorf("round %d: %s does not stand %d times", round, w, len(want))
			}
		}
	}
	if in.from == nil {
		t.Error("nothing was looked up")
	}
}
