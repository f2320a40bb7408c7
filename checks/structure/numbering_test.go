package structure

import (
	"math/rand/v2"
	"testing"

	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// TestWithout: what without counts is what reading the numbers that are left counts.
func TestWithout(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		o := &outline.Outline{}
		for i := range 2 + r.IntN(40) {
			kind := []outline.Kind{outline.Han, outline.HanParen, outline.HanParen, outline.Arabic, outline.HanIs}[r.IntN(5)]
			o.Markers = append(o.Markers, outline.Marker{Span: text.Span{Start: i, End: i + 1}, Kind: kind, N: 1 + r.IntN(4), Line: i, Start: true})
		}
		x := numbersOf(o, text.Span{Start: 0, End: len(o.Markers)})
		cut := r.IntN(len(x.ns))
		back := cut + r.IntN(len(x.ns)-cut+1)
		var c course
		want := 0
		for i, n := range x.ns {
			if (i < cut || i >= back) && c.jumps(n) {
				want++
			}
		}
		if got := x.without(cut, back); got != want {
			t.Fatalf("without(%d, %d) of %v: %d, want %d", cut, back, x.ns, got, want)
		}
		if x.jumps[len(x.ns)] == 0 != orderly(o, text.Span{Start: 0, End: len(o.Markers)}) {
			t.Fatalf("orderly and %d jumps of %v", x.jumps[len(x.ns)], x.ns)
		}
	}
}
