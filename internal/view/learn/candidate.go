package learn

import (
	"slices"
	"strings"
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

// Candidates are the lines of d that could belong to its site: short, near an end, before the text begins or
// after it ends, no sentence, nothing that documents of one kind share (titles, datelines, salutations, signatures, headings).
func Candidates(d *document.Document) []Candidate {
	m := layout.Of(d)
	var out []Candidate
	seen := map[int]bool{} // a line of a short file counts for one end only
	// look takes line i, the rank-th from its end, and reports whether the text begins (or ends) there.
	look := func(i, rank int, end string) bool {
		l := m.Line(i)
		framed := l.Role == layout.Frame || l.Role == layout.Meta
		if !framed && (l.Prose() || l.Role == layout.Salutation || l.Role == layout.Heading) {
			return true
		}
		s := l.Span.Of(d.Text())
		n := utf8.RuneCountInString(s)
		if seen[i] || n < shortest || n > longest || !framed && (l.Role != layout.Body && l.Role != layout.Closing || sentence(s) || l.Role == layout.Closing && signature(s)) {
			return false
		}
		seen[i] = true
		out = append(out, Candidate{Key: end + scan.FoldString(s), Text: s, Span: l.Span, Rank: rank, Framed: framed})
		return false
	}
	for i, rank := 0, 0; i < m.Len() && rank < edge; i++ {
		if m.Role(i) == layout.Blank {
			continue
		}
		if look(i, rank, "head:") {
			break
		}
		rank++
	}
	for i, rank := m.Len()-1, 0; i >= 0 && rank < edge; i-- {
		if m.Role(i) == layout.Blank {
			continue
		}
		if look(i, rank, "tail:") {
			break
		}
		rank++
	}
	return out
}

// sentence reports whether s ends as a sentence does: formulas (谢谢大家！) recur as frames do.
func sentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？!?；;：:…", r)
}

// signature reports whether a line under the text is the name of an organ or a date: documents from one body share it.
func signature(s string) bool {
	for _, end := range []string{"政府", "办公室", "委员会", "局", "厅", "部", "院", "会", "处", "中心", "公司", "组", "日"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return s[0] >= '0' && s[0] <= '9'
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
