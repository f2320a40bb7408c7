package structure

import (
	"strings"
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
		if items := suspects(d, o, l, scarred); items != nil {
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

// scarredLines are the lines in which other evidence shows lost breaks: two scars, or a whole report.
func scarredLines(d *document.Document) map[int]bool {
	out, lines := map[int]bool{}, d.Lines()
	above := -1
	for _, sc := range scars(d) {
		i := lines.At(sc.gap.Start)
		if i == above {
			out[i] = true
		}
		above = i
	}
	for i := range lines.Len() {
		if ln := lines.Span(i); ln.Len() > 6000 && sections(d, ln) >= 3 {
			out[i] = true
		}
	}
	return out
}

// suspects are the items of a list that may have lost their end, none if nothing speaks for it: that their line is scarred, or
// that siblings stand on their lines alone while they run on.
func suspects(d *document.Document, o *outline.Outline, l outline.List, scarred map[int]bool) []item {
	s := d.Text()
	alone, on, seen := 0, 0, false
	for i := range l.Items {
		it := itemOf(d, o, l, i)
		switch {
		case it.alone:
			alone++
		case scarred[it.on] || o.Markers[it.marker].Start:
			on++
			seen = seen || scarred[it.on]
		}
	}
	if on == 0 {
		return nil
	}
	strict := !seen && (alone < 1 || alone < on)
	if strict && l.Kind != outline.Han {
		return nil
	}
	items, like := make([]item, 0, on), &siblings{}
	for i := range l.Items {
		it := itemOf(d, o, l, i)
		switch {
		case it.alone:
			like.add(s[it.from:it.line.End])
		case strict && !timed(s[it.from:]):
		case scarred[it.on] || o.Markers[it.marker].Start:
			it.scarred, it.like, it.strict = scarred[it.on], like, strict
			it.findPoints(s)
			it.fixed(s)
			items = append(items, it)
		}
	}
	return items
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
		case it.best >= 0 && (it.scarred && (many || it.points[it.best].fixed) || !it.scarred && it.certain(s)):
			p := it.points[it.best]
			if e, ok := breakAt(s, it.line, p.at); ok {
				why := "parallel"
				if p.fixed {
					why = "topic"
				}
				out = append(out, runin{text.Span{Start: m.Span.Start, End: p.at}, e, true, why})
			}
		case many && it.scarred, !it.scarred && !it.strict && it.like.n >= 3 && it.like.n >= 2*len(items) && !it.closed(s) && it.line.Len() >= 3*120:
			out = append(out, runin{heading: text.Span{Start: m.Span.Start, End: it.stop}, why: "siblings"})
		}
	}
	return out
}

// siblings are the headings of a list that stand on their lines alone: how many, how long, with how many commas.
type siblings struct{ n, least, most, commas int }

func (x *siblings) add(heading string) {
	n := utf8.RuneCountInString(strings.TrimSpace(heading))
	if x.n == 0 || n < x.least {
		x.least = n
	}
	x.n, x.most = x.n+1, max(x.most, n)
	x.commas = max(x.commas, strings.Count(heading, "，")+strings.Count(heading, ","))
}

// certain asks for more where nothing but the siblings speaks of a lost break: a paragraph behind, and either strong words on both
// sides, or a heading built as three siblings are. Where no siblings speak, the heading names its time and topic.
func (it *item) certain(s string) bool {
	p := it.points[it.best]
	if utf8.RuneCountInString(s[p.at:it.line.End]) < 60 {
		return false
	}
	if it.strict {
		return p.fixed && p.opener >= 2
	}
	n := utf8.RuneCountInString(s[it.from:p.at])
	alike := it.like.n >= 3 && n >= it.like.least-2 && n <= it.like.most+2 && p.clause <= it.like.commas
	return p.closer >= 2 && p.opener >= 2 || alike && p.score() >= 3
}

// timed: a heading that names the time it speaks of begins s: 2024年工作回顾, 过去五年的工作.
func timed(s string) bool { return dated(s) || hasPrefix(s, spans) }

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
