package text

import (
	"slices"
	"testing"
)

// Gathering gives what joining one by one gives, in whatever order the lists come.
func TestGatheringIsJoin(t *testing.T) {
	at := func(a, b int, s string) Edits { return Edits{{Span{a, b}, s}} }
	lists := []Edits{at(10, 12, "x"), at(20, 20, "in"), at(12, 14, "y"), at(11, 13, "conflict"), at(0, 1, ""), at(20, 20, "in"), at(20, 20, "other"), nil,
		{{Span{2, 3}, "a"}, {Span{30, 31}, "b"}}}
	for range len(lists) {
		var g Gathering
		var joined Edits
		for _, e := range lists {
			j, ok := Join(joined, e)
			if g.Add(e) != ok {
				t.Fatalf("Add and Join disagree on %v", e)
			}
			if ok {
				joined = j
			}
			if !slices.Equal(g.Edits(), joined) {
				t.Fatalf("gathered %v, joined %v", g.Edits(), joined)
			}
		}
		lists = append(lists[1:], lists[0])
	}
}
