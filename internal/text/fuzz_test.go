package text

import (
	"slices"
	"strings"
	"testing"
)

// deal draws choices from fuzz input; it is exhausted into zeros.
type deal struct{ b []byte }

func (d *deal) n(below int) int {
	if len(d.b) == 0 || below < 2 {
		return 0
	}
	x := d.b[0]
	d.b = d.b[1:]
	return int(x) % below
}

var pieces = []string{"a", "\n", "中", "\u200b", "é", "b", "\r\n", "国"}

func (d *deal) text(below int) string {
	var b strings.Builder
	for range d.n(below) {
		b.WriteString(pieces[d.n(len(pieces))])
	}
	return b.String()
}

func boundaries(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

// edits makes a canonical list with many edits that touch, delete, insert and change nothing.
func (d *deal) edits(t *testing.T, src string) Edits {
	t.Helper()
	at := boundaries(src)
	var es []Edit
	for i := 0; i < len(at); i++ {
		if d.n(3) != 0 {
			continue
		}
		j := min(i+d.n(3), len(at)-1)
		es = append(es, Edit{Span{at[i], at[j]}, d.text(3)})
		i = max(i, j-d.n(2))
		if j > 0 && i < j {
			i = j - 1 // the next edit may touch this one
		}
	}
	e, err := Canon(src, es)
	if err != nil {
		t.Fatalf("edits that do not overlap are refused: %v", err)
	}
	checkCanonical(t, src, e)
	return e
}

func checkCanonical(t *testing.T, src string, e Edits) {
	t.Helper()
	for i, x := range e {
		if x.Span.Of(src) == x.New {
			t.Errorf("edit %v changes nothing", x)
		}
		if i > 0 && e[i-1].Span.End >= x.Span.Start {
			t.Errorf("edits %v and %v touch", e[i-1], x)
		}
	}
}

func checkDisjoint(t *testing.T, src string, e Edits) {
	t.Helper()
	for i, x := range e {
		if x.Span.Start < 0 || x.Span.End > len(src) || x.Span.Len() < 0 || x.Span.Len() == 0 && x.New == "" {
			t.Errorf("malformed edit %v", x)
		}
		if i > 0 && e[i-1].Span.End >= x.Span.Start {
			t.Errorf("edits %v and %v touch", e[i-1], x)
		}
	}
}

func seeds(f *testing.F) {
	f.Add([]byte{})
	for i := range 40 { // a small generator: enough for the plain test run to meet every case
		x, b := uint32(i)*2654435761+1, make([]byte, 160)
		for k := range b {
			x ^= x << 13
			x ^= x >> 17
			x ^= x << 5
			b[k] = byte(x >> 8)
		}
		b[0] = byte(3 + i%20)
		f.Add(b)
	}
}

func FuzzThen(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		d := &deal{b}
		src := d.text(24)
		r := d.edits(t, src)
		mid := r.Apply(src)
		e := d.edits(t, mid)
		end := e.Apply(mid)
		re := r.Then(e)
		checkDisjoint(t, src, re)
		if got := re.Apply(src); got != end {
			t.Fatalf("Then: src %q r %v e %v: got %q, want %q", src, r, e, got, end)
		}
		g := d.edits(t, end)
		want := g.Apply(end)
		if got := re.Then(g).Apply(src); got != want {
			t.Errorf("(r e) g: got %q, want %q", got, want)
		}
		if got := r.Then(e.Then(g)).Apply(src); got != want {
			t.Errorf("r (e g): got %q, want %q", got, want)
		}
		if !slices.Equal(r.Then(nil), r) || !slices.Equal(Edits(nil).Then(r), r) {
			t.Errorf("nil is not the unit")
		}
	})
}

func FuzzLift(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		d := &deal{b}
		src := d.text(24)
		r := d.edits(t, src)
		mid := r.Apply(src)
		e := d.edits(t, mid)
		down, rest, ok := r.Lift(src, e)
		if ok != !cutsAny(r, e) {
			t.Fatalf("src %q r %v e %v: ok is %v", src, r, e, ok)
		}
		if !ok {
			return
		}
		checkCanonical(t, src, down)
		for _, x := range rest {
			if !slices.Contains(r, x) {
				t.Errorf("rest holds %v, which is no repair", x)
			}
		}
		both, ok := Join(rest, down)
		if !ok {
			t.Fatalf("src %q r %v e %v: rest %v and down %v do not join", src, r, e, rest, down)
		}
		if got, want := both.Apply(src), e.Apply(mid); got != want {
			t.Errorf("src %q r %v e %v: got %q, want %q", src, r, e, got, want)
		}
		// Where the edit puts something new, it stands where Source says.
		spans := make([]Span, len(e))
		for i, x := range e {
			spans[i] = x.Span
		}
		var plain []Edit
		for i, s := range r.Source(src, spans) {
			plain = append(plain, Edit{s, e[i].New})
		}
		if want := coalesce(src, plain); !slices.Equal(want, down) {
			t.Errorf("src %q r %v e %v: down %v, but Source says %v", src, r, e, down, want)
		}
	})
}

// cutsAny is the definition of a cut, pair by pair.
func cutsAny(r, e Edits) bool {
	shift := 0
	for _, x := range r {
		img := Span{x.Span.Start + shift, x.Span.Start + shift + len(x.New)}
		shift += len(x.New) - x.Span.Len()
		left, right := false, false
		for _, y := range e {
			s := y.Span
			if s.Overlaps(img) && !s.Contains(img) || s.Len() == 0 && img.Start < s.Start && s.Start < img.End {
				return true
			}
			if x.Span.Len() == 0 && s.Len() == 0 && (s.Start == img.Start || s.Start == img.End) {
				return true
			}
			left = left || s.End == img.Start
			right = right || s.Start == img.End
		}
		if x.Span.Len() == 0 && left && right {
			return true
		}
	}
	return false
}

func FuzzJoin(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		d := &deal{b}
		src := d.text(24)
		all := d.edits(t, src)
		var x, y Edits
		for _, e := range all { // some edits on one side, some on the other, some on both
			k := d.n(3)
			if k != 1 {
				x = append(x, e)
			}
			if k != 0 {
				y = append(y, e)
			}
		}
		xy, ok := Join(x, y)
		if !ok || !slices.Equal(xy, all) {
			t.Fatalf("Join(%v, %v) = %v, %v, want %v", x, y, xy, ok, all)
		}
		other := d.edits(t, src)
		xo, ok1 := Join(x, other)
		ox, ok2 := Join(other, x)
		if ok1 != ok2 || !slices.Equal(xo, ox) {
			t.Errorf("Join is not commutative: %v %v and %v %v", xo, ok1, ox, ok2)
		}
		if ok1 {
			checkDisjoint(t, src, xo)
			if want, err := Canon(src, slices.Concat(x, other)); err != nil || want.Apply(src) != xo.Apply(src) {
				t.Errorf("Join does %q, Canon %q (%v)", xo.Apply(src), want.Apply(src), err)
			}
		} else if _, err := Canon(src, slices.Concat(x, other)); err == nil {
			t.Errorf("Join refuses what Canon takes: %v and %v", x, other)
		}
	})
}

func FuzzSource(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		d := &deal{b}
		src := d.text(24)
		r := d.edits(t, src)
		mid := r.Apply(src)
		var spans, images []Span
		var next []bool
		shift := 0
		for _, x := range r {
			spans = append(spans, x.Span)
			images = append(images, Span{x.Span.Start + shift, x.Span.Start + shift + len(x.New)})
			next = append(next, x.Span.Start == 0 || src[x.Span.Start-1] == '\n')
			shift += len(x.New) - x.Span.Len()
		}
		checkCarry(t, images, spans, next, d.spans(mid), func(s []Span) []Span { return r.Source(src, s) })
		checkCarry(t, spans, images, next, d.spans(src), func(s []Span) []Span { return r.Image(src, s) })
	})
}

func (d *deal) spans(s string) []Span {
	at := boundaries(s)
	var out []Span
	for i := range at {
		for range d.n(3) {
			out = append(out, Span{at[i], at[min(i+d.n(5), len(at)-1)]})
		}
	}
	return out
}

// checkCarry holds a carried span against its definition, byte by byte: from[i] became to[i], and all else moved along;
// next[i] says that an empty range belongs to the byte after it.
func checkCarry(t *testing.T, from, to []Span, next []bool, spans []Span, carried func([]Span) []Span) {
	t.Helper()
	for k, got := range carried(spans) {
		s := spans[k]
		if s.Len() == 0 {
			if got.Len() != 0 && !slices.ContainsFunc(from, func(f Span) bool { return f.Start < s.Start && s.Start < f.End }) {
				t.Errorf("the point %v outside all repairs became %v", s, got)
			}
			continue
		}
		want, none := Span{}, true
		add := func(x Span) {
			if none {
				want, none = x, false
				return
			}
			want = Span{min(want.Start, x.Start), max(want.End, x.End)}
		}
		for at := s.Start; at < s.End; at++ {
			shift, inside := 0, false
			for i, f := range from {
				if f.Start <= at && at < f.End {
					inside = true
					add(to[i])
				} else if f.End <= at {
					shift = to[i].End - f.End
				}
			}
			if inside {
				continue
			}
			add(Span{at + shift, at + shift + 1})
			for i, f := range from { // the empty range belongs to its owner, which is never part of another repair
				if f.Len() == 0 && (next[i] && f.Start == at || !next[i] && f.Start == at+1) {
					add(to[i])
				}
			}
		}
		if got != want {
			t.Errorf("span %v, repairs %v to %v: became %v, want %v", s, from, to, got, want)
		}
	}
}
