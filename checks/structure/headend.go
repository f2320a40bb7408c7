package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// A heading that ran into its body has lost the mark between the two. Its end is searched in the first sentence behind the
// number, at a point where the words before end clauses and the words behind begin them: everywhere in this document, in the
// parallel headings of the same list, or by the fixed expressions of such reports.

const (
	headingRunes = 40 // a heading is not longer
	bodyRunes    = 30 // what follows a heading is not shorter
	farRunes     = 20 // a clause of a heading is seldom longer
)

// item is one member of a list, with what follows its number.
type item struct {
	marker  int
	from    int // behind the number
	on      int // its line, 0-based
	line    text.Span
	stop    int       // behind the first mark that ends a sentence, within reach
	scarred bool      // other evidence shows lost breaks in this line
	strict  bool      // nothing but the item itself shows a lost break
	like    *siblings // the headings of the list that stand alone
	alone   bool      // the heading stands on its line alone
	points  []point   // where the heading may end
	best    int       // index into points, -1: none
}

// point is an offset where a heading may end.
type point struct {
	at             int
	closer, opener int  // how strongly the words before end a heading, and those behind begin a sentence
	fixed          bool // the words before are the fixed end of such headings: 工作回顾, 自身建设
	never          bool // the heading goes on here
	clause         int  // commas before it
	far            bool // its clause would be longer than those of headings are
}

func (p point) score() int {
	if p.far {
		return p.closer + p.opener - 2
	}
	return p.closer + p.opener
}

// itemOf looks at the i-th member of list l.
func itemOf(d *document.Document, o *outline.Outline, l outline.List, i int) item {
	s, m := d.Text(), o.Markers[l.Items[i]]
	it := item{marker: l.Items[i], from: m.Span.End, on: m.Line, line: d.Lines().Span(m.Line), best: -1}
	end := it.line.End
	if i+1 < len(l.Items) {
		end = min(end, o.Markers[l.Items[i+1]].Span.Start)
	}
	rest := s[it.from:end]
	n, limit := 0, len(rest)
	for i, r := range rest {
		if n++; n > headingRunes+bodyRunes {
			limit = i
			break
		}
		if stops(r) && r != '.' || r == '；' || r == ';' || r == '：' || r == ':' {
			it.stop = it.from + i + utf8.RuneLen(r)
			limit = i
			break
		}
	}
	it.alone = limit == len(rest) && n <= headingRunes || it.stop == end && n <= headingRunes
	if it.alone || len(rest) < utf8.UTFMax*bodyRunes && utf8.RuneCountInString(rest) < bodyRunes {
		it.alone = true
		return it
	}
	if it.stop == 0 {
		it.stop = it.from + limit
	}
	return it
}

// findPoints lists the offsets between two Han (or a Han and a figure or quote) where the heading may end: behind at least three
// characters of its last clause, and with as many before the next mark.
func (it *item) findPoints(s string) {
	n, clause, commas := 0, 0, 0
	for i, r := range s[it.from:it.stop] {
		at := it.from + i
		p := last(s, at)
		if breaksClause(r) && r != '、' {
			clause = 0
			if r == '，' || r == ',' {
				commas++
			}
		}
		if n++; n > headingRunes {
			break
		}
		if clause >= 3 && n > 5 && (isHan(p) || p == '”' || p == '》') && (isHan(r) || isDigit(r) && !isDigit(p) || r == '“' || r == '《') {
			it.points = append(it.points, point{at: at, clause: commas, far: clause > farRunes})
		}
		if !breaksClause(r) {
			clause++
		}
	}
	// What follows is a clause too.
	for i := range it.points {
		behind := s[it.points[i].at:it.stop]
		k := strings.IndexFunc(behind, breaksClause)
		if k < 0 {
			k = len(behind)
		}
		if utf8.RuneCountInString(behind[:k]) < 3 || utf8.RuneCountInString(behind) < 6 {
			it.points[i].never = true
		}
	}
}

// fixed scores the points by the words that close headings and open sentences in reports. Where a closing word goes on
// (工作|安排), only the last point counts.
func (it *item) fixed(s string) {
	head := s[it.from:it.stop]
	for i := range it.points {
		p := &it.points[i]
		before, behind := s[it.from:p.at], s[p.at:it.stop]
		p.closer, p.fixed = closing(before)
		if p.fixed && p.clause > 0 { // topics stand in short headings
			p.closer, p.fixed = 1, false
		}
		p.never = p.never || hasSuffix(before, adverbs) || hasPrefix(behind, nouns) || p.closer == 0 && (hasSuffix(before, times) || hasSuffix(before, verbs[:longVerbs]))
		r, _ := utf8.DecodeRuneInString(behind)
		if goesOn(behind) || strings.HasSuffix(before, "新") && hasPrefix(behind, renewed) || strings.ContainsRune("和与及的中上下等之为总", r) || strings.ContainsRune("上中里在要将与和的是把被向从以于并而不更", last(s, p.at)) {
			p.never = true
			continue
		}
		p.opener = opening(behind)
		if dated(behind) || p.closer > 0 && repeats(head[:p.at-it.from], behind) {
			p.opener = 2
		}
	}
}

// dated: a year begins s (2022年).
func dated(s string) bool {
	return len(s) > 7 && isDigit(rune(s[0])) && isDigit(rune(s[3])) && strings.HasPrefix(s[4:], "年")
}

// repeats: the body takes up the first words of its heading: 今后五年的总体要求今后五年的发展…
func repeats(heading, body string) bool {
	n := 0
	for i, r := range heading {
		b, size := utf8.DecodeRuneInString(body[min(i, len(body)):])
		if r != b || size == 0 {
			break
		}
		if n++; n >= 4 {
			return true
		}
	}
	return n >= 3
}

// choose takes the best point: the highest score, of equals the last, with both sides above zero and want in all. clause limits
// it to the points behind so many commas; -1: any.
func (it *item) choose(want, clause int) {
	it.best = -1
	for i, p := range it.points {
		if p.never || clause >= 0 && p.clause != clause || p.score() < want || p.closer == 0 && p.opener < 3 || p.opener == 0 && p.closer < 3 {
			continue
		}
		if it.best < 0 || p.score() >= it.points[it.best].score() {
			it.best = i
		}
	}
}

// closed reports whether the first sentence reads as a heading that has its mark: over soon, its last clause short.
func (it *item) closed(s string) bool {
	first := s[it.from:it.stop]
	if !strings.HasSuffix(first, "。") || utf8.RuneCountInString(first) > headingRunes {
		return false
	}
	first = strings.TrimSuffix(first, "。")
	if i := strings.LastIndexFunc(first, func(r rune) bool { return r == '，' || r == ',' }); i >= 0 {
		_, n := utf8.DecodeRuneInString(first[i:])
		first = first[i+n:]
	}
	n := utf8.RuneCountInString(first)
	return n <= 14 || n <= 16 && strings.Contains(first, "的")
}
