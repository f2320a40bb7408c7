package text

import "slices"

// Gathering joins many lists of edits of one text. Lists that come in order of place, as findings do, cost their own length
// only; one that falls between others costs a Join.
type Gathering struct{ edits Edits }

// Add takes e in if it conflicts with nothing gathered so far; otherwise nothing changes and it reports false.
func (g *Gathering) Add(e Edits) bool {
	if len(e) == 0 {
		return true
	}
	n := len(g.edits)
	switch {
	case n == 0:
		g.edits = slices.Clip(e) // a repair of the whole text is not copied
		return true
	case g.edits[n-1].Span.End < e[0].Span.Start:
		g.edits = append(g.edits, e...)
		return true
	case slices.Equal(g.edits, e): // two rules stand for one repair
		return true
	}
	joined, ok := Join(g.edits, e)
	if ok {
		g.edits = joined
	}
	return ok
}

// Edits is what was gathered. It must not be used after a further Add.
func (g *Gathering) Edits() Edits { return g.edits }
