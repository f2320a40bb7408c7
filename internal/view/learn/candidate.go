package learn

import (
	"slices"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// edge is how many lines that are not blank are looked at from either end.
const edge = 25

// The lengths of lines that may be learnt, in code points.
const (
	shortest = 2
	longest  = 80
)

// Candidate is a line near an end of a document that could belong to a site.
type Candidate struct {
	Key    string // the end it stands at, and the line folded: what is compared between files
	Text   string // the line without surrounding white space
	Span   text.Span
	Rank   int  // how many lines that are not blank stand between it and its end
	Framed bool // the document map knows it as frame already
}

// Candidates are the lines of d that could belong to its site: short, near an end, no sentence, nothing that documents of
// one kind share (titles, datelines, salutations, headings of the outline).
func Candidates(d *document.Document) []Candidate {
	m := layout.Of(d)
	var out []Candidate
	add := func(i, rank int, end string) {
		l := m.Line(i)
		framed := l.Role == layout.Frame || l.Role == layout.Meta
		if !framed && (l.Role != layout.Body && l.Role != layout.Closing || l.Prose()) {
			return
		}
		s := l.Span.Of(d.Text())
		if n := utf8.RuneCountInString(s); n < shortest || n > longest {
			return
		}
		out = append(out, Candidate{Key: end + scan.FoldString(s), Text: s, Span: l.Span, Rank: rank, Framed: framed})
	}
	var seen []int
	for i := 0; i < m.Len() && len(seen) < edge; i++ {
		if m.Role(i) != layout.Blank {
			add(i, len(seen), "head:")
			seen = append(seen, i)
		}
	}
	last := -1
	if len(seen) > 0 {
		last = seen[len(seen)-1]
	}
	for i, rank := m.Len()-1, 0; i > last && rank < edge; i-- {
		if m.Role(i) != layout.Blank {
			add(i, rank, "tail:")
			rank++
		}
	}
	return out
}

// Alike reports whether ranks of one line in several files are like places: four fifths of them within three lines of the median.
func Alike(ranks []int) bool {
	if len(ranks) == 0 {
		return false
	}
	r := slices.Sorted(slices.Values(ranks))
	mid, near := r[len(r)/2], 0
	for _, x := range r {
		if x >= mid-3 && x <= mid+3 {
			near++
		}
	}
	return 5*near >= 4*len(r)
}
