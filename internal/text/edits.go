package text

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of bytes of one text, on rune boundaries.
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Of returns the part of src that the span covers.
func (s Span) Of(src string) string { return src[s.Start:s.End] }

// Edit replaces the bytes of Span by New.
type Edit struct {
	Span Span
	New  string
}

// Edits is a canonical list of edits of one text: sorted, disjoint, neighbours coalesced, no no-ops.
// Only Canon, Then, Lift and Join make one. The nil list changes nothing.
type Edits []Edit

// Canon brings es into canonical form for src. It is the only constructor of Edits from loose edits.
// It refuses spans outside src, spans that cut a rune, overlapping edits, and two insertions at one offset.
// Identical edits count once; edits that touch are joined; edits that change nothing are dropped.
func Canon(src string, es []Edit) (Edits, error) {
	sorted := slices.Clone(es)
	if order := func(a, b Edit) int { return compareSpans(a.Span, b.Span) }; !slices.IsSortedFunc(sorted, order) {
		slices.SortStableFunc(sorted, order)
	}
	out := Edits(sorted[:0]) // never ahead of what is read
	var p Edit               // the edit before
	for i, e := range sorted {
		if e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > len(src) {
			return nil, fmt.Errorf("edit [%d,%d) lies outside the text of %d bytes", e.Span.Start, e.Span.End, len(src))
		}
		if cutsRune(src, e.Span.Start) || cutsRune(src, e.Span.End) {
			return nil, fmt.Errorf("edit [%d,%d) cuts a character", e.Span.Start, e.Span.End)
		}
		if i > 0 {
			if p == e {
				continue
			}
			if collide(p, e) {
				return nil, fmt.Errorf("edits [%d,%d) and [%d,%d) overlap", p.Span.Start, p.Span.End, e.Span.Start, e.Span.End)
			}
		}
		out, p = append(out, e), e
	}
	return coalesce(src, out), nil
}

func cutsRune(s string, i int) bool {
	if i <= 0 || i >= len(s) || utf8.RuneStart(s[i]) {
		return false
	}
	// A stray continuation byte is a character of its own; only a valid sequence can be cut.
	for j := i - 1; j >= 0 && j > i-utf8.UTFMax; j-- {
		if utf8.RuneStart(s[j]) {
			_, n := utf8.DecodeRuneInString(s[j:])
			return j+n > i
		}
	}
	return false
}

// compareSpans orders by start, then by end: an insertion comes before what it is inserted before.
func compareSpans(a, b Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return a.End - b.End
}

// collide reports whether b, which is sorted behind a, cannot be done together with it.
func collide(a, b Edit) bool {
	return b.Span.Start < a.Span.End || b.Span.Start == a.Span.Start && b.Span.Len() == 0 && a.Span.Len() == 0
}

// coalesce drops no-ops from a sorted, disjoint list and joins neighbours; what is joined may turn out to be one more no-op.
// Like dropNoOps and glue it works in place: the list is the caller's own, and spent.
func coalesce(src string, es Edits) Edits {
	return dropNoOps(src, glue(dropNoOps(src, es)))
}

func dropNoOps(src string, es Edits) Edits {
	out := es[:0]
	for _, e := range es {
		if e.Span.Of(src) != e.New {
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// glue joins runs of edits that touch. Each run's New is written once, so that thousands of touching edits stay linear.
func glue(es Edits) Edits {
	out := es[:0]
	for i := 0; i < len(es); {
		j, size := i+1, len(es[i].New)
		for ; j < len(es) && es[j].Span.Start == es[j-1].Span.End; j++ {
			size += len(es[j].New)
		}
		e := es[i]
		if j > i+1 {
			var b strings.Builder
			b.Grow(size)
			for _, x := range es[i:j] {
				b.WriteString(x.New)
			}
			e = Edit{Span{es[i].Span.Start, es[j-1].Span.End}, b.String()}
		}
		out, i = append(out, e), j
	}
	return out
}

// Apply returns src with the edits done.
func (e Edits) Apply(src string) string {
	if len(e) == 0 {
		return src
	}
	size := len(src)
	for _, x := range e {
		size += len(x.New) - x.Span.Len()
	}
	var b strings.Builder
	b.Grow(size)
	at := 0
	for _, x := range e {
		b.WriteString(src[at:x.Span.Start])
		b.WriteString(x.New)
		at = x.Span.End
	}
	b.WriteString(src[at:])
	return b.String()
}
