package number

import (
	"strings"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// section is a heading that names a year: what happened in it, or what is planned.
type section struct {
	at     text.Span // marker and words up to what names the section
	year   text.Span
	value  int
	review bool
	far    bool // a long-range goal: 2035年远景目标
}

// report is one report of a document with the years it names. A file may hold several.
type report struct {
	titles   []outline.Title // those that name a year
	dateline *outline.Dateline
	sections []section
	start    int // offset at which it opens
	end      int
}

// maxHead is how many lines may lie between a title and its dateline.
const maxHead = 12

// reports cuts a document into its reports: each opens with its titles or its dateline.
func reports(d *document.Document) []report {
	o := outline.Of(d)
	var out []report
	var cur *report
	open := func(at int) {
		if cur != nil {
			cur.end = at
		}
		out = append(out, report{start: at, end: len(d.Text())})
		cur = &out[len(out)-1]
	}
	ti, di := 0, 0
	last := -maxHead - 1 // line of the last title
	for ti < len(o.Titles) || di < len(o.Datelines) {
		if di >= len(o.Datelines) || ti < len(o.Titles) && o.Titles[ti].Span.Start < o.Datelines[di].Span.Start {
			t := o.Titles[ti]
			ti++
			if cur == nil || cur.dateline != nil || t.Line-last > maxHead {
				open(t.Span.Start)
			}
			last = t.Line
			if t.Year > 0 {
				cur.titles = append(cur.titles, t)
			}
			continue
		}
		dl := &o.Datelines[di]
		di++
		if cur == nil || cur.dateline != nil || dl.Line-last > maxHead {
			if !dl.Session {
				continue
			}
			open(dl.Span.Start)
		}
		cur.dateline = dl
	}
	if cur == nil {
		out = append(out, report{end: len(d.Text())})
	}
	for i := range out {
		out[i].sections = sections(d.Text(), o, out[i].start, out[i].end)
	}
	return out
}

// sections are the headings between start and end that name a year.
func sections(s string, o *outline.Outline, start, end int) []section {
	var out []section
	for i := o.After(start); i < len(o.Markers) && o.Markers[i].Span.Start < end; i++ {
		m := o.Markers[i]
		if m.Weak && m.List < 0 {
			continue
		}
		switch m.Kind {
		case outline.Han, outline.Roman, outline.EnglishOrdinal, outline.HanParen:
		default:
			continue
		}
		if sec, ok := heading(s, m.Span, end); ok {
			out = append(out, sec)
		}
	}
	return out
}

var (
	reviewWords = []string{"工作回顾", "工作回顧", "工作总结", "工作總結", "政府工作回顾", "主要工作回顾", "回顾", "回顧"}
	planWords   = []string{"工作安排", "主要工作", "重点工作", "重點工作", "工作任务", "工作任務", "工作总体", "目标任务", "目標任務", "主要任务", "工作思路", "重点任务"}
)

// heading reads 一、2018年工作回顾 or I. Review of Work in 2022 at a marker.
func heading(s string, m text.Span, end int) (section, bool) {
	head := s[m.End:min(end, m.End+90)]
	blank := len(head) - len(strings.TrimLeft(head, " \t\u3000"))
	english := strings.HasPrefix(head[blank:], "Review")
	y := yearAt(head[blank:])
	if !english && (y == 0 || !strings.HasPrefix(head[blank+4:], "年")) {
		return section{}, false
	}
	if i := strings.IndexAny(head, "\n。"); i >= 0 {
		head = head[:i]
	}
	if english {
		if i := strings.Index(head, " in "); i > 0 {
			if y := yearAt(head[i+4:]); y > 0 {
				at := m.End + i + 4
				return section{text.Span{Start: m.Start, End: at + 4}, text.Span{Start: at, End: at + 4}, y, true, false}, true
			}
		}
		return section{}, false
	}
	at := m.End + blank
	rest := head[blank+4+len("年"):]
	for _, review := range []bool{true, false} {
		words := planWords
		if review {
			words = reviewWords
		}
		for _, w := range words {
			far := !review && (strings.Contains(rest, "远景") || strings.Contains(rest, "遠景") || strings.Contains(rest, "五年") || strings.Contains(rest, "规划") || strings.Contains(rest, "目标") && !strings.Contains(rest, "工作"))
			if i := strings.Index(rest, w); i >= 0 && i <= 30 && !strings.ContainsAny(rest[:i], ",，;；") {
				return section{text.Span{Start: m.Start, End: at + 4 + len("年") + i + len(w)}, text.Span{Start: at, End: at + 4 + len("年")}, y, review, far}, true
			}
		}
	}
	return section{}, false
}

// yearAt is the year from 1949 to 2099 in ASCII digits at the beginning of s, 0 if there is none.
func yearAt(s string) int {
	if len(s) < 4 || len(s) > 4 && s[4] >= '0' && s[4] <= '9' {
		return 0
	}
	n := 0
	for i := range 4 {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = n*10 + int(s[i]-'0')
	}
	if n < 1949 || n > 2099 {
		return 0
	}
	return n
}
