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

// titleRunIn finds the head of a report on one line: title, date and session, speaker and salutation glued together.
type titleRunIn struct{}

func newTitleRunIn(p checks.Params) (checks.Check, error) { return titleRunIn{}, p.Decode(&struct{}{}) }

func (titleRunIn) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (titleRunIn) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	var out []checks.Match
	for _, h := range heads(d) {
		m := checks.At(h.span.Start, h.span.End)
		m.Evidence = []checks.Note{{Key: h.why}}
		m.Fixes = checks.Rewrite(d, h.edits, checks.ProofNone)
		m.Severity, m.Level = h.severity, h.level
		out = append(out, m)
	}
	return out
}

// head is the head of a report that runs together on one line.
type head struct {
	span  text.Span
	why   string
	edits []text.Edit

	severity checks.Severity // zero: what the rule says
	level    checks.Confidence
}

// heads finds them all, in order.
func heads(d *document.Document) []head {
	type found struct{ all []head }
	return document.View(d, func(d *document.Document) *found {
		return &found{findHeads(d, outline.Of(d))}
	}).all
}

// parts are what stands in the head of one line; a span of length 0 is missing.
type parts struct {
	title, date, salutation text.Span
	session                 bool
}

func findHeads(d *document.Document, o *outline.Outline) []head {
	s, lines := d.Text(), d.Lines()
	byLine := map[int]*parts{}
	var order []int
	at := func(i int) *parts {
		if byLine[i] == nil {
			byLine[i] = &parts{}
			order = append(order, i)
		}
		return byLine[i]
	}
	for _, t := range o.Titles {
		if t.Head {
			at(t.Line).title = t.Span
		}
	}
	for _, x := range o.Datelines {
		if x.Session {
			p := at(x.Line)
			p.date, p.session = x.Span, true
		}
	}
	for _, sal := range o.Salutations {
		if p := byLine[lines.At(sal.Start)]; p != nil {
			p.salutation = sal
		}
	}
	var out []head
	for _, i := range order {
		if h, ok := glued(s, lines.Span(i), byLine[i]); ok {
			out = append(out, h)
		}
	}
	out = append(out, spokenHeads(d, o, byLine)...)
	sortBy(out, func(h head) int { return h.span.Start })
	return out
}

// glued judges one line: a title with a date or a salutation right behind it, or a dateline with a salutation.
// White space between title and date is where the line broke; a bracket or a dash is how the line was set.
func glued(s string, ln text.Span, p *parts) (head, bool) {
	h := head{}
	var cuts []int
	end := 0
	if p.title.Len() > 0 {
		h.span.Start = p.title.Start
		switch {
		case p.date.Len() > 0 && (p.salutation.Len() > 0 || p.date.Start == p.title.End || p.date.Start-p.title.End <= 3 && strings.TrimSpace(s[p.title.End:p.date.Start]) == ""):
			cuts, h.why = append(cuts, p.title.End), "title"
		case p.salutation.Len() > 0 && p.salutation.Start-p.title.End < 120:
			cuts, h.why = append(cuts, p.title.End), "salutation"
		default:
			return h, false
		}
		end = p.title.End
	} else if p.date.Len() > 0 && p.salutation.Len() > 0 {
		h.span.Start, h.why = p.date.Start, "dateline"
	} else {
		return h, false
	}
	limit := ln.End
	if p.salutation.Len() > 0 {
		limit = p.salutation.Start
	}
	if p.date.Len() > 0 {
		end = p.date.End
		if cut := sessionEnd(s, p.date.End, min(limit, p.date.End+240)); cut > 0 && cut < limit && speaker(s[cut:limit]) {
			cuts, end = append(cuts, cut), cut
		} else if cut > 0 {
			end = cut
		}
	}
	if p.salutation.Len() > 0 {
		cuts, end = append(cuts, p.salutation.Start), p.salutation.End
		if r, n := utf8.DecodeRuneInString(s[end:]); strings.ContainsRune(":：,，", r) {
			end += n
			if r == ':' || r == '：' {
				cuts = append(cuts, end)
			}
		}
	}
	h.span.End = end
	for _, c := range cuts {
		if e, ok := breakAt(s, ln, c); ok {
			h.edits = append(h.edits, e)
		}
	}
	return h, len(h.edits) > 0
}

// speaker: nothing but an office and a name stands between the session and the salutation, or the end of the line.
func speaker(t string) bool {
	t = trim(t)
	return t != "" && len(t) <= 3*40 && !strings.ContainsAny(t, "。，,；;！!：:")
}

// sessionEnd is the offset behind 会议上 in s[from:to], where a speaker may follow; 0 if a sentence goes on there.
func sessionEnd(s string, from, to int) int {
	for _, w := range []string{"会议上", "會議上", "大会上", "大會上"} {
		if i := strings.Index(s[from:to], w); i >= 0 {
			end := from + i + len(w)
			if strings.ContainsAny(s[from:end], "。；;！!") || strings.ContainsRune("作的所发做，,", next(s, end)) {
				return 0
			}
			for strings.ContainsRune(")）", next(s, end)) && end < to {
				_, n := utf8.DecodeRuneInString(s[end:])
				end += n
			}
			return end
		}
	}
	return 0
}

// breakAt is the edit that breaks line ln at off; white space there gives way. ok is false at the ends of the line.
func breakAt(s string, ln text.Span, off int) (text.Edit, bool) {
	start, end := off, off
	for start > ln.Start && isBlank(last(s, start)) {
		start -= utf8.RuneLen(last(s, start))
	}
	for end < ln.End && isBlank(next(s, end)) {
		end += utf8.RuneLen(next(s, end))
	}
	return text.Edit{Span: text.Span{Start: start, End: end}, New: "\n"}, start > ln.Start && end < ln.End
}
