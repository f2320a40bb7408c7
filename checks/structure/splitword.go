package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// splitWord finds white space inside a word before a numeral, where a pipeline took the numeral for that of a heading.
type splitWord struct{}

func newSplitWord(p checks.Params) (checks.Check, error) { return splitWord{}, p.Decode(&struct{}{}) }

func (splitWord) Trigger() scan.Trigger {
	return scan.Trigger{Pairs: []scan.Pair{{A: scan.Han, B: scan.Space}, {A: scan.Han, B: scan.WideSpace}, {A: scan.Han, B: scan.NoBreakSpace}}}
}

func (splitWord) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	s, lines := d.Text(), d.Lines()
	for k, h := range hits {
		before, n := utf8.DecodeRuneInString(s[h.Span.Start:])
		sp := text.Span{Start: h.Span.Start + n, End: h.Span.End}
		numeral, size := utf8.DecodeRuneInString(s[sp.End:])
		if !strings.ContainsRune("一二三四五六七八九十", numeral) {
			continue
		}
		ln := lines.At(sp.Start)
		rest := s[sp.End+size:]
		pause := strings.HasPrefix(rest, "、")
		key := ""
		switch {
		case numberWord(before, numeral) && goesWith(next(s, sp.End+size)):
			key = "word"
		case pause && countsOn(rest[len("、"):]):
			key = "count"
		case pause && strayMarker(d, sp.End):
			key = "outline"
		default:
			continue
		}
		if spaced(s, lines.Span(ln), hits, k) {
			if key == "outline" {
				continue
			}
			key = "spaced"
		}
		m := checks.At(sp.Start-n, sp.End+size)
		m.Vars = map[string]string{"word": string(before) + string(numeral)}
		m.Evidence = []checks.Note{{Key: key}}
		proof := checks.ProofShape
		if key == "outline" || key == "spaced" {
			proof, m.Level = checks.ProofNone, checks.Medium
		}
		m.Fixes = checks.Replace(d, sp, "", proof)
		out = append(out, m)
	}
	return out
}

// goesWith: what follows the numeral belongs to the same line of prose.
func goesWith(r rune) bool {
	return isHan(r) || strings.ContainsRune("、，。；：！？”》）,;:!?)—“《（(", r)
}

// strayMarker: the marker at off continues no list, while other numbers of its kind do make lists here.
func strayMarker(d *document.Document, off int) bool {
	o := outline.Of(d)
	m, ok := o.Marked(off)
	if !ok || m.Kind != outline.Han || m.List >= 0 {
		return false
	}
	for _, l := range o.Lists {
		if l.Kind == outline.Han && len(l.Items) >= 3 {
			return true
		}
	}
	return false
}

// splits reports whether the white space before marker m cuts a word rather than paragraphs.
func splits(s string, o *outline.Outline, m outline.Marker, g gap) bool {
	r, _ := utf8.DecodeRuneInString(s[m.Span.Start:])
	return m.Kind == outline.Han && (numberWord(g.before, r) || countsOn(s[m.Span.End:]))
}

// spaced reports whether the line of hit k has another such gap between Han close by: then columns or names are set with spaces.
func spaced(s string, ln text.Span, hits []scan.Hit, k int) bool {
	for _, j := range []int{k - 1, k + 1} {
		if j < 0 || j >= len(hits) || !ln.Contains(hits[j].Span) {
			continue
		}
		if a, b := hits[min(j, k)].Span, hits[max(j, k)].Span; b.Start-a.End < 120 && isHan(next(s, hits[j].Span.End)) {
			return true
		}
	}
	return false
}
