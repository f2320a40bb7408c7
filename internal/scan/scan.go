package scan

import "github.com/reportlint/reportlint/internal/text"

// Pair is two classes side by side, the event of a character of class A directly before one of class B.
type Pair struct{ A, B Class }

// Trigger says when a check wants to be called.
type Trigger struct {
	Literals []string // matched on folded runes, overlapping; positions are those of the unfolded text
	Classes  []Class  // any character of the class
	Pairs    []Pair   // two adjacent characters
	Document bool     // once per document, hits or not
}

// Hit is one place where a trigger fired.
type Hit struct {
	Span  text.Span // of the literal, the character, or both characters of the pair
	Index int       // into Literals, then Classes, then Pairs of the trigger, counted through
}

// Buffer holds a worker's reusable memory: hits of one document are overwritten by those of the next. The zero value is
// ready. It grows with the largest number of hits seen and is not for concurrent use.
type Buffer struct{ scan Scan }

// Scan is what one walk over a text found. It is valid until the next Run with the same buffer.
type Scan struct {
	counts [classSlots]int
	hits   [][]Hit
	doc    []bool  // the program's
	same   []int32 // the program's

	traditional, simplified int // characters that only one script uses
}

// Hits are the places where trigger i fired, sorted by start, then index. Every literal, class and pair of the trigger is
// reported wherever it occurs, overlapping or not. Triggers that ask for the same share their hits: nobody may change them.
func (s *Scan) Hits(i int) []Hit { return s.hits[s.same[i]] }

// Calls reports whether the check behind trigger i is to be called.
func (s *Scan) Calls(i int) bool { return s.doc[i] || len(s.Hits(i)) > 0 }

// Count is the number of characters of class c.
func (s *Scan) Count(c Class) int { return s.counts[c] }

// Runes is the number of characters of the text, every byte that is not UTF-8 counted as one.
func (s *Scan) Runes() int {
	n := 0
	for _, k := range s.counts {
		n += k
	}
	return n
}

// start clears the buffer for a run of p and returns its scan.
func (b *Buffer) start(p *Program) *Scan {
	sc := &b.scan
	clear(sc.counts[:])
	sc.doc, sc.same = p.doc, p.same
	if cap(sc.hits) < len(p.doc) {
		sc.hits = append(sc.hits[:cap(sc.hits)], make([][]Hit, len(p.doc)-cap(sc.hits))...)
	}
	sc.hits = sc.hits[:len(p.doc)]
	for i := range sc.hits {
		sc.hits[i] = sc.hits[i][:0]
	}
	return sc
}

// add appends a hit of every target and keeps the order. A literal may be found several characters after its start, when
// hits of later starts are there already; never more than the trigger can have within those few.
func (s *Scan) add(span text.Span, to []target) {
	for _, t := range to {
		h := append(s.hits[t.trigger], Hit{span, int(t.index)})
		for k := len(h) - 1; k > 0 && h[k].before(h[k-1]); k-- {
			h[k-1], h[k] = h[k], h[k-1]
		}
		s.hits[t.trigger] = h
	}
}

func (h Hit) before(g Hit) bool {
	return h.Span.Start < g.Span.Start || h.Span.Start == g.Span.Start && h.Index < g.Index
}
