package text

import (
	"strings"
)

// The image of a repair is the range its New takes in the repaired text. Two images never touch, since two edits of a
// canonical list have at least one kept byte between them; the code below leans on that throughout.

// Then composes: r.Then(e).Apply(s) == e.Apply(r.Apply(s)), for every e that is canonical on r.Apply(s). It is associative
// in effect, and nil is its unit. Without the source it cannot see that e puts back what r took away: such an edit stays in
// the list, as a replacement of a text by itself. Linear in the number of edits and the size of their New.
func (r Edits) Then(e Edits) Edits {
	if len(r) == 0 {
		return e
	}
	if len(e) == 0 {
		return r
	}
	out := make(Edits, 0, len(r)+len(e))
	m := merger{r: r, e: e}
	for m.i < len(r) || m.j < len(e) {
		if x := m.cluster(); x.Span.Len() > 0 || x.New != "" {
			out = append(out, x)
		}
	}
	return out
}

// merger walks the middle text of a composition: i and j are the next edits of r and e, shift is how far the middle text
// runs ahead of the source before r[i].
type merger struct {
	r, e  Edits
	i, j  int
	shift int
}

// cluster makes one edit of all that overlaps or touches in the middle text. Each byte of the cluster's range lies under an
// edit of e, whose New stands for it, or else in an image of r, so that the source is not needed.
func (m *merger) cluster() Edit {
	from := len(m.e) == m.j || m.i < len(m.r) && m.r[m.i].Span.Start+m.shift < m.e[m.j].Span.Start
	var end int
	if from {
		end = m.r[m.i].Span.Start + m.shift
	} else {
		end = m.e[m.j].Span.Start
	}
	var b strings.Builder
	start, at := end-m.shift, end // at: the middle text before it is written
	var img Span                  // the last image of r met, and what it holds
	var held string
	flush := func(upTo int) {
		if upTo = min(upTo, img.End); at < upTo {
			b.WriteString(held[at-img.Start : upTo-img.Start])
			at = upTo
		}
	}
	for {
		takeR := m.i < len(m.r) && m.r[m.i].Span.Start+m.shift <= end
		takeE := m.j < len(m.e) && m.e[m.j].Span.Start <= end
		switch {
		case takeR && (!takeE || m.r[m.i].Span.Start+m.shift <= m.e[m.j].Span.Start):
			x := m.r[m.i]
			flush(x.Span.Start + m.shift)
			img = Span{x.Span.Start + m.shift, x.Span.Start + m.shift + len(x.New)}
			held = x.New
			at, end = max(at, img.Start), max(end, img.End)
			m.shift += len(x.New) - x.Span.Len()
			m.i++
		case takeE:
			x := m.e[m.j]
			flush(x.Span.Start)
			b.WriteString(x.New)
			at, end = x.Span.End, max(end, x.Span.End)
			m.j++
		default:
			flush(end)
			return Edit{Span{start, end - m.shift}, b.String()}
		}
	}
}

// Join is both lists done to the same text. Identical edits count once and edits that touch are joined; any other overlap,
// and two different insertions at one offset, are a conflict: ok is false. Join is commutative. Like Then it does not see
// the source and may keep an edit that, joined, changes nothing.
func Join(x, y Edits) (joined Edits, ok bool) {
	if len(x) == 0 {
		return y, true
	}
	if len(y) == 0 {
		return x, true
	}
	all := make(Edits, 0, len(x)+len(y))
	for len(x) > 0 || len(y) > 0 {
		if len(y) == 0 || len(x) > 0 && compareSpans(x[0].Span, y[0].Span) <= 0 {
			all, x = append(all, x[0]), x[1:]
		} else {
			all, y = append(all, y[0]), y[1:]
		}
		if n := len(all); n > 1 {
			if all[n-1] == all[n-2] {
				all = all[:n-1]
			} else if collide(all[n-2], all[n-1]) {
				return nil, false
			}
		}
	}
	return glue(all), true
}

// Lift carries e, written against r.Apply(src), back to src WITHOUT doing r; rest is r minus the repairs that e swallowed
// whole. Law: if ok, Join(rest, down).Apply(src) == e.Apply(r.Apply(src)).
//
// It is not ok iff an edit of e cuts the image of a repair. The image of an insertion, which has a single offset of src to
// stand on, is also cut by an insertion at either of its edges and by edits at both of them: src could not tell their order.
// The empty image of a deletion belongs to the rune before it; at a line start, to the rune after it.
func (r Edits) Lift(src string, e Edits) (down, rest Edits, ok bool) {
	if len(r) == 0 {
		return e, nil, true
	}
	i, shift := 0, 0
	down = make(Edits, 0, len(e))
	for j, x := range e {
		start, placed := 0, false
	repairs:
		for ; i < len(r); i++ {
			switch r.relation(src, i, shift, e, j) {
			case cut:
				return nil, nil, false
			case after:
				break repairs
			case before:
				rest = append(rest, r[i])
			case swallowed:
				if !placed {
					start, placed = x.Span.Start-shift, true
				}
			}
			shift += len(r[i].New) - r[i].Span.Len()
		}
		if !placed {
			start = x.Span.Start - shift
		}
		down = append(down, Edit{Span{start, x.Span.End - shift}, x.New})
	}
	rest = append(rest, r[i:]...)
	return coalesce(src, down), rest, true
}

// relation of a repair to an edit of the repaired text.
type relation uint8

const (
	before    relation = iota // the repair lies wholly before the edit
	swallowed                 // the edit covers all of the repair's image
	after                     // the repair lies wholly behind the edit
	cut                       // the edit takes part of the image, or cannot be ordered against it
)

// relation tells how repair i, whose image begins shift behind its span, stands to e[j].
func (r Edits) relation(src string, i, shift int, e Edits, j int) relation {
	x, s := r[i], e[j].Span
	img := Span{x.Span.Start + shift, x.Span.Start + shift + len(x.New)}
	switch {
	case img.Len() == 0 && s.Start <= img.Start && img.Start <= s.End:
		next := ownedByNext(src, x.Span.Start)
		switch {
		case s.Start < img.Start && img.Start < s.End:
			return swallowed
		case s.Len() == 0 && next:
			return after
		case s.Len() == 0:
			return before
		case s.Start == img.Start && !next:
			return before
		case s.End == img.Start && next:
			return after
		}
		return swallowed
	case img.End < s.Start:
		return before
	case s.End < img.Start:
		return after
	case x.Span.Len() == 0 && s.Len() == 0: // an insertion in or at an inserted text
		return cut
	case s.Start == img.End:
		if x.Span.Len() == 0 && j > 0 && e[j-1].Span.End == img.Start {
			return cut
		}
		return before
	case s.End == img.Start:
		return after
	case s.Contains(img):
		return swallowed
	}
	return cut
}

// ownedByNext reports whether nothing that stands (or stood) at offset off of src belongs to the rune after it: so at a line
// start. Since images do not touch, the byte before a repair is the same in src and in the repaired text.
func ownedByNext(src string, off int) bool { return off == 0 || src[off-1] == '\n' }
