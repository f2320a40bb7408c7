package structure

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// The head of a report names who gives it: 市长 姚华明. Glued to the title above or to the salutation below, the speaker hides
// both, and the outline may know of neither.

// offices are what those who give reports hold.
var offices = []string{"市长", "市長", "省长", "省長", "县长", "縣長", "区长", "區長", "州长", "旗长", "盟长", "镇长", "鎮長", "乡长", "总理", "總理", "主席"}

const (
	address    = "各位代表"
	besideHead = 6  // lines below the first part of a head that may belong to it
	farHead    = 60 // lines: what the outline finds further down heads no file
)

// spokenHeads finds the lines above and shortly below the first title, dateline or salutation in which a speaker is glued to one of them, and the
// salutation that runs into the paragraph below it. taken are the lines judged already.
func spokenHeads(d *document.Document, o *outline.Outline, taken map[int]*parts) []head {
	s, lines := d.Text(), d.Lines()
	first := lines.Len()
	if len(o.Titles) > 0 {
		first = min(first, o.Titles[0].Line)
	}
	if len(o.Datelines) > 0 {
		first = min(first, o.Datelines[0].Line)
	}
	if len(o.Salutations) > 0 {
		first = min(first, lines.At(o.Salutations[0].Start))
	}
	if first > farHead {
		first = 0 // all of them glued to one another: the dates further down are others
	}
	var out []head
	for i := 0; i < min(lines.Len(), first+besideHead+1); i++ {
		if p := taken[i]; p != nil && p.salutation.Len() > 0 {
			continue
		}
		if h, ok := spokenHead(s, lines.Span(i)); ok && (h.why != "opening" || paragraphed(lines, i)) {
			out = append(out, h)
		}
	}
	return out
}

// paragraphed: below line i paragraphs stand on lines of their own, so that each had its break.
func paragraphed(lines *text.Lines, i int) bool {
	n := 0
	for k := i + 1; k < min(lines.Len(), i+4*besideHead); k++ {
		if l := lines.Span(k).Len(); l >= paragraphBytes {
			n++
		}
	}
	return n >= 3
}

// spokenHead judges one line: title and speaker, speaker and salutation, or salutation and report.
func spokenHead(s string, ln text.Span) (head, bool) {
	start := skipBlank(s, ln)
	limit := min(ln.End, start+3*4*headingRunes)
	t := s[start:limit]
	if len(t) < len(address)+3 {
		return head{}, false
	}
	h := head{span: text.Span{Start: start, End: limit}}
	var cuts []int
	sal := strings.Index(t, address)
	if sal >= 0 {
		end := sal + len(address)
		if r := next(t, end); r != '：' && r != ':' {
			return h, false
		}
		end += len(string(next(t, end)))
		h.span.End = start + end
		rest := strings.TrimLeft(s[start+end:ln.End], blanks)
		switch {
		case hasPrefix(rest, reportOpenings):
			cuts = append(cuts, start+end)
		case strings.TrimSpace(rest) != "":
			return h, false
		}
		t = t[:sal]
	} else if limit < ln.End || !strings.Contains(t, "工作报告") {
		return h, false
	}
	h.why = "opening"
	if trim(t) != "" {
		if strings.ContainsAny(t, "，。；！？：,;!?:") || !spokenBy(t) {
			return h, false
		}
		h.why = "speaker"
		if sal >= 0 {
			cuts = append(cuts, start+sal)
		}
		if i := strings.Index(t, "工作报告"); i >= 0 && !strings.ContainsAny(t[:i], "作我向听審审") && office(t[i:]) >= 0 {
			cuts = append(cuts, start+i+len("工作报告"))
		}
	}
	for _, c := range cuts {
		if e, ok := breakAt(s, ln, c); ok {
			h.edits = append(h.edits, e)
		}
	}
	sortBy(h.edits, func(e text.Edit) int { return e.Span.Start })
	if h.why == "opening" {
		h.severity, h.level = checks.Info, checks.Medium
	}
	return h, len(h.edits) > 0
}

// reportOpenings are how one begins who gives a report.
var reportOpenings = []string{"现在，我", "现在,我", "现在我", "現在，我", "我代表", "我受", "受市", "受县", "受省", "受区"}

// office is the offset behind the last office in t; -1 if there is none.
func office(t string) int {
	end := -1
	for _, w := range offices {
		if i := strings.LastIndex(t, w); i >= 0 {
			end = max(end, i+len(w))
		}
	}
	return end
}

// spokenBy: t ends with an office and the name of a person: two to four Han, a blank between them or not.
func spokenBy(t string) bool {
	end := office(t)
	if end < 0 {
		return false
	}
	n := 0
	for _, r := range t[end:] {
		switch {
		case isHan(r):
			n++
		case !isBlank(r):
			return false
		}
	}
	return n >= 2 && n <= 4
}
