package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// breaksIn are the line breaks that give line ln, which holds a whole report, its paragraphs back: those that other checks of
// this package would write, then the numbers of every list, addresses to the meeting, openings that recur (五年来，…), and in
// what is still long, sentences that name the topic of those behind them.
func breaksIn(d *document.Document, ln text.Span) []text.Edit {
	s, o := d.Text(), outline.Of(d)
	es := scarEdits(d, ln)
	for _, h := range inside(heads(d), ln, func(h head) int { return h.span.Start }) {
		es = append(es, h.edits...)
	}
	for _, r := range inside(runins(d), ln, func(r runin) int { return r.heading.Start }) {
		if r.found {
			es = append(es, r.edit)
		}
	}
	if plain(d, ln) {
		return together(es)
	}
	at := func(off int) {
		if e, ok := breakAt(s, ln, off); ok {
			es = append(es, e)
		}
	}
	for k := o.After(ln.Start); k < len(o.Markers) && o.Markers[k].Span.Start < ln.End; k++ {
		if m := o.Markers[k]; m.List >= 0 && !m.Start && !m.Weak && len(o.Lists[m.List].Items) >= 2 {
			if g := gapBefore(s, m.Span.Start); g.ends && (stops(g.mark) || m.N == 1 && (g.start < m.Span.Start || m.Kind == outline.Han || m.Kind == outline.HanParen)) {
				at(m.Span.Start)
			}
		}
	}
	opened := sentences(s, ln)
	for _, x := range dashed(s, opened) {
		at(x)
	}
	for _, x := range recurring(s, opened) {
		at(x)
	}
	es = together(es)
	return together(append(es, topical(s, ln, opened, es)...))
}

// sentence is a sentence inside a line: behind one end, up to the next.
type sentence struct{ start, end int }

// sentences cuts a line behind the marks that end sentences.
func sentences(s string, ln text.Span) []sentence {
	var out []sentence
	start := ln.Start
	for i := ln.Start; i < ln.End; {
		r, n := utf8.DecodeRuneInString(s[i:ln.End])
		i += n
		if !stops(r) || r == '.' {
			continue
		}
		for i < ln.End && strings.ContainsRune("”’」』）)》\"", next(s, i)) {
			i += utf8.RuneLen(next(s, i))
		}
		out = append(out, sentence{start, i})
		start = i
	}
	return out
}

// plain: white space stands for every break of the line, also where no number follows; then nothing is left to guess.
func plain(d *document.Document, ln text.Span) bool {
	n := 0
	for _, sc := range inside(scars(d), ln, scar.start) {
		if sc.marker < 0 {
			n++
		}
	}
	return n >= 3
}

// dashed are the starts of sentences that begin with a dash, as the points of an enumeration do: there are two at least.
func dashed(s string, all []sentence) []int {
	var out []int
	for i, x := range all {
		if i > 0 && strings.HasPrefix(s[x.start:x.end], "——") {
			out = append(out, x.start)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// opening phrases are between two and ten characters, up to a comma or an exclamation mark.
func opener(s string, x sentence) string {
	n := 0
	for i, r := range s[x.start:x.end] {
		switch r {
		case '，', ',', '！', '!':
			if n >= 2 {
				return s[x.start : x.start+i]
			}
			return ""
		}
		if n++; n > 8 || !isHan(r) {
			return ""
		}
	}
	return ""
}

// recurring are the starts of sentences whose opening phrase recurs at least three times in the line, a paragraph apart; the
// address to the meeting counts however rarely it comes.
func recurring(s string, all []sentence) []int {
	type seen struct{ n, last, near int }
	count := map[string]*seen{}
	for i, x := range all {
		w := opener(s, x)
		if w == "" || i == 0 {
			continue
		}
		c := count[w]
		if c == nil {
			c = &seen{last: -1}
			count[w] = c
		}
		if c.last >= 0 && x.start-c.last < 3*40 {
			c.near++ // refrains and parallel sentences stand close together
		}
		c.n, c.last = c.n+1, x.start
	}
	var out []int
	for i, x := range all {
		w := opener(s, x)
		if c := count[w]; w != "" && i > 0 && c != nil && (c.n >= 3 && 3*c.near < c.n || strings.HasPrefix(w, "各位代表") || w == "同志们") {
			out = append(out, x.start)
		}
	}
	return out
}

const (
	longStretch = 3 * 300 // bytes: longer paragraphs are searched for topics
	veryLong    = 3 * 700 // in longer ones a topic may have two clauses
	leastBefore = 3 * 90  // between two breaks
	leastAfter  = 3 * 60
)

// topical finds, in stretches that are still long, sentences that name a topic and stand between longer ones: 改革创新活力持续迸发。
func topical(s string, ln text.Span, all []sentence, breaks []text.Edit) []text.Edit {
	var out []text.Edit
	k, from := 0, ln.Start
	end := func() int {
		if k < len(breaks) {
			return breaks[k].Span.Start
		}
		return ln.End
	}
	for i, x := range all {
		for k < len(breaks) && breaks[k].Span.Start <= x.start {
			from = breaks[k].Span.End
			k++
		}
		if i == 0 || x.start-from < leastBefore || end()-x.start < leastAfter || end()-from < longStretch {
			continue
		}
		if !topic(s[x.start:x.end], end()-from > veryLong) || i+1 >= len(all) || all[i+1].end-all[i+1].start < 3*20 || topic(s[all[i+1].start:all[i+1].end], false) {
			continue
		}
		if e, ok := breakAt(s, ln, x.start); ok {
			out = append(out, e)
			from = e.Span.End
		}
	}
	return out
}

// topic: one clause of six to sixteen Han, without figures, that ends with a full stop; with two clauses, up to twenty-two.
func topic(x string, two bool) bool {
	body, ok := strings.CutSuffix(x, "。")
	if !ok {
		return false
	}
	n, commas, most := 0, 0, 16
	for _, r := range body {
		if (r == ',' || r == '，') && two {
			commas, most = commas+1, 22
		} else if !isHan(r) && r != '、' && r != '“' && r != '”' {
			return false
		}
		if n++; n > 22 {
			return false
		}
	}
	return n >= 6 && n <= most && commas <= 1
}
