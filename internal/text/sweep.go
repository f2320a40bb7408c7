package text

import "sort"

// Source carries spans of r.Apply(src), sorted by Start, back to the spans of src that cover them. An endpoint inside the
// image of a repair widens to the whole repaired span; the empty image of a deletion belongs to the rune before it, at a
// line start to the rune after it. A span inside inserted text has nothing of src in it and comes back empty.
// One forward sweep: linear in len(r)+len(spans) where the spans do not nest.
func (r Edits) Source(src string, spans []Span) []Span {
	return carry(r.bridges(src, func(span, image Span) (from, to Span) { return image, span }), spans)
}

// Image carries spans of src, sorted by Start, forward to the spans of r.Apply(src) that cover what became of them, by the
// same rules: an endpoint inside a repaired span widens to the whole image, and inserted text belongs to the rune before
// it, at a line start to the rune after it.
func (r Edits) Image(src string, spans []Span) []Span {
	return carry(r.bridges(src, func(span, image Span) (from, to Span) { return span, image }), spans)
}

// bridge is one repair as a pair of ranges. next says that an empty range belongs to the rune after it.
type bridge struct {
	from, to Span
	next     bool
}

func (r Edits) bridges(src string, order func(span, image Span) (from, to Span)) []bridge {
	out := make([]bridge, len(r))
	shift := 0
	for i, x := range r {
		img := Span{x.Span.Start + shift, x.Span.Start + shift + len(x.New)}
		from, to := order(x.Span, img)
		out[i] = bridge{from, to, ownedByNext(src, x.Span.Start)}
		shift += len(x.New) - x.Span.Len()
	}
	return out
}

// carry maps the ends of each span. Starts come sorted, so one pointer follows them; ends may step back where spans nest,
// and then the bridge is searched.
func carry(bs []bridge, spans []Span) []Span {
	out := make([]Span, len(spans))
	i, j := 0, 0 // the first bridge that ends at or behind the start, the end
	for k, s := range spans {
		for i < len(bs) && bs[i].from.End < s.Start {
			i++
		}
		if j = max(i, j); j > i && bs[j-1].from.End >= s.End {
			j = i + sort.Search(j-i, func(n int) bool { return bs[i+n].from.End >= s.End })
		}
		for j < len(bs) && bs[j].from.End < s.End {
			j++
		}
		out[k] = Span{cross(bs, i, s.Start, false), cross(bs, j, s.End, true)}
	}
	return out
}

// cross carries one offset; i is the first bridge that ends at or behind it. An offset inside a range goes to its far side
// if it is the end of a span, else to its near side.
func cross(bs []bridge, i, off int, end bool) int {
	if i == len(bs) || off < bs[i].from.Start {
		if i == 0 {
			return off
		}
		return off - bs[i-1].from.End + bs[i-1].to.End
	}
	b := bs[i]
	switch {
	case b.from.Len() == 0:
		if b.next {
			return b.to.Start
		}
		return b.to.End
	case off == b.from.Start:
		return b.to.Start
	case off == b.from.End || end:
		return b.to.End
	}
	return b.to.Start
}
