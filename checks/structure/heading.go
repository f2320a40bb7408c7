package structure

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// runin is a heading that runs into its body.
type runin struct {
	heading text.Span // number and heading, or as much as is known of it
	edit    text.Edit
	found   bool   // the end is known
	why     string // key of the evidence
}

// runins finds the headings that have no end, in order.
func runins(d *document.Document) []runin {
	type found struct{ all []runin }
	return document.View(d, func(d *document.Document) *found { return &found{findRunins(d)} }).all
}

func findRunins(d *document.Document) []runin {
	s, o := d.Text(), outline.Of(d)
	scarred := scarredLines(d)
	var lists [][]item
	for _, l := range o.Lists {
		if l.Kind != outline.Han && l.Kind != outline.HanParen {
			continue
		}
		if items, suspect := suspects(d, o, l, scarred); suspect {
			for i := range items {
				items[i].fixed(s)
			}
			lists = append(lists, items)
		}
	}
	learn(s, lists)
	var out []runin
	for _, items := range lists {
		compare(s, items)
		out = append(out, judge(s, o, items)...)
	}
	sortBy(out, func(r runin) int { return r.heading.Start })
	return out
}

// scarredLines are the lines in which other evidence shows lost breaks: three scars, or a whole report.
func scarredLines(d *document.Document) map[int]bool {
	out, n, lines := map[int]bool{}, map[int]int{}, d.Lines()
	for _, sc := range scars(d) {
		i := lines.At(sc.gap.Start)
		if n[i]++; n[i] >= 2 {
			out[i] = true
		}
	}
	for i := range lines.Len() {
		if ln := lines.Span(i); ln.Len() > 6000 && sections(d, ln) >= 3 {
			out[i] = true
		}
	}
	return out
}

// suspects reads the items of a list and tells whether some may have lost their end: their line is scarred, or siblings stand
// on their lines alone while they run on.
func suspects(d *document.Document, o *outline.Outline, l outline.List, scarred map[int]bool) (items []item, ok bool) {
	lines, s := d.Lines(), d.Text()
	alone, on := 0, 0
	for i, k := range l.Items {
		m := o.Markers[k]
		end := len(s)
		if i+1 < len(l.Items) {
			end = o.Markers[l.Items[i+1]].Span.Start
		}
		it := readItem(s, k, m, lines.Span(m.Line), end)
		switch {
		case it.alone:
			alone++
		case scarred[m.Line] || m.Start:
			on++
			it.scarred = scarred[m.Line]
			items = append(items, it)
			ok = ok || scarred[m.Line]
		}
	}
	return items, on > 0 && (ok || alone >= 2 && alone >= on)
}

// judge decides which of the suspected items have lost their end. Where most close with a mark after few words, all have it.
func judge(s string, o *outline.Outline, items []item) []runin {
	open, closed, topical := 0, 0, false
	for i := range items {
		it := &items[i]
		it.choose(3, -1)
		if it.closed(s) {
			closed++
		}
		topical = topical || it.best >= 0 && it.points[it.best].fixed
	}
	if clause := usual(items); clause >= 0 && !topical {
		for i := range items {
			items[i].choose(3, clause)
		}
	}
	for i := range items {
		if items[i].best >= 0 {
			open++
		}
	}
	many := open >= 2 && 2*open >= len(items) && 2*closed < len(items)
	if many && !topical {
		for i := range items {
			if items[i].best < 0 {
				items[i].choose(2, usual(items))
			}
		}
	}
	var out []runin
	for i := range items {
		it := &items[i]
		if it.best < 0 && topical {
			it.best = it.topic()
		}
		m := o.Markers[it.marker]
		switch {
		case it.best >= 0 && (many || it.points[it.best].fixed) && (it.scarred || it.certain(s)):
			p := it.points[it.best]
			if e, ok := breakAt(s, it.line, p.at); ok {
				why := "parallel"
				if p.fixed {
					why = "topic"
				}
				out = append(out, runin{text.Span{Start: m.Span.Start, End: p.at}, e, true, why})
			}
		case many && it.scarred:
			out = append(out, runin{heading: text.Span{Start: m.Span.Start, End: it.stop}, why: "siblings"})
		}
	}
	return out
}

// certain asks for more where nothing but the siblings speaks of a lost break: strong words on both sides, and a paragraph behind.
func (it *item) certain(s string) bool {
	p := it.points[it.best]
	return p.closer >= 2 && p.opener >= 2 && utf8.RuneCountInString(s[p.at:it.line.End]) >= 60
}

// topic is the last point behind a topic in the first clause; -1: none.
func (it *item) topic() int {
	best := -1
	for i, p := range it.points {
		if p.fixed && !p.never && (best < 0 || p.at-it.points[best].at < 30) {
			best = i
		}
	}
	return best
}

// usual is in which clause most headings of a list seem to end: parallel headings have as many; -1 if there is no majority.
func usual(items []item) int {
	count := map[int]int{}
	for i := range items {
		if b := items[i].best; b >= 0 {
			count[items[i].points[b].clause]++
		}
	}
	best := -1
	for c, n := range count {
		if n >= 2 && (best < 0 || n > count[best] || n == count[best] && c < best) {
			best = c
		}
	}
	return best
}
