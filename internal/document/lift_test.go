package document

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/text"
)

// random edits of s, at most n, canonical.
func edits(rng *rand.Rand, s string, n int) text.Edits {
	var es []text.Edit
	at := 0
	for range n {
		if at >= len(s) {
			break
		}
		a := at + rng.IntN(len(s)-at)
		b := min(len(s), a+rng.IntN(4))
		es = append(es, text.Edit{Span: text.Span{Start: a, End: b}, New: []string{"", "x", "yz"}[rng.IntN(3)]})
		at = b + 1
	}
	c, err := text.Canon(s, es)
	if err != nil {
		panic(err)
	}
	return c
}

// Lift through the repairs near an edit is Lift through all repairs.
func TestLiftSeesWhatItNeeds(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	lifted := 0
	for range 3000 {
		src := make([]byte, 40)
		for i := range src {
			src[i] = "abcdef\n"[rng.IntN(7)]
		}
		d := New("a", codec.FromString(string(src)))
		r := edits(rng, d.Text(), rng.IntN(8))
		x := d.Derive(r)
		e := edits(rng, x.Text(), 1+rng.IntN(3))
		want, _, ok := r.Lift(d.Text(), e)
		got, gotOK := x.Lift(e)
		if ok != gotOK || ok && !slices.Equal(got, want) {
			t.Fatalf("src %q repair %v edits %v: got %v %v, want %v %v", src, r, e, got, gotOK, want, ok)
		}
		if ok && len(e) > 0 && len(r) > 0 {
			lifted++
		}
	}
	if lifted < 100 {
		t.Errorf("only %d cases lifted", lifted)
	}
}
