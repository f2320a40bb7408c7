package outline

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/numeral"
)

// How many bytes of a line a title may take, and how many a Chinese one.
const (
	titleRoom    = 240
	chineseTitle = 105
)

var englishTitles = [...]string{"report on the work of the government", "government work report", "work report of", "report on the work of"}

var salutations = [...]string{"各位代表", "Fellow Deputies", "Fellow deputies", "Esteemed Deputies", "Esteemed deputies", "Dear Deputies", "Dear deputies", "Dear representatives", "Delegates:"}

// readHeads finds titles, datelines and salutations: they stand at the beginning of a line, or, where paragraphs were
// collapsed, one after the other in the head of a line. names are where the pass found 工作报告.
func readHeads(o *Outline, s string, lines *text.Lines, names []text.Span) {
	for i := range lines.Len() {
		sp := lines.Span(i)
		first := skipBlank(s, sp.Start, sp.End)
		at := first
		head := s[at:min(sp.End, at+titleRoom)]
		if head == "" {
			continue
		}
		for len(names) > 0 && names[0].Start < at {
			names = names[1:]
		}
		named := len(names) > 0 && names[0].End <= at+min(len(head), chineseTitle)
		opened := false // a title or a date stands on this line
		if n, year := title(head, named); n > 0 {
			opened = true
			t := Title{Span: text.Span{Start: at, End: at + n}, Line: i, Year: year, Head: strings.TrimSpace(s[at+n:sp.End]) != ""}
			o.Titles = append(o.Titles, t)
			at += n
			head = s[at:min(sp.End, at+titleRoom)]
		}
		if head == "" {
			continue
		}
		if d, ok := dateline(head, at == first && sp.End-at <= titleRoom); ok {
			d.Line = i
			d.Span.Start += at
			d.Span.End += at
			o.Datelines = append(o.Datelines, d)
			opened = true
		}
		if sal, ok := salutation(head, opened); ok {
			o.Salutations = append(o.Salutations, text.Span{Start: at + sal.Start, End: at + sal.End})
		}
	}
}

func skipBlank(s string, at, end int) int {
	for at < end {
		r, n := utf8.DecodeRuneInString(s[at:end])
		switch r {
		case ' ', '\t', '\u3000', '\u00A0', '\uFEFF', '#', '*':
			at += n
		default:
			return at
		}
	}
	return at
}

// title reads a title at the head of a line: its bytes and the year it names. named tells that 工作报告 stands in the head.
func title(head string, named bool) (size, year int) {
	part := head[:min(len(head), chineseTitle)]
	if named {
		i := strings.Index(part, "工作")
		if i < 0 || !strings.HasPrefix(part[i:], "工作报告") && !strings.HasPrefix(part[i:], "工作報告") {
			return 0, 0
		}
		size = i + len("工作报告")
		// The year of the title and its date may have been glued; a title itself holds no sentence.
		if strings.ContainsAny(head[:i], ",，。：；:;!！?？") || strings.ContainsAny(head[:i], "作我向听聽审審") {
			return 0, 0
		}
		r, _ := utf8.DecodeRuneInString(head[size:])
		if r == utf8.RuneError || strings.ContainsRune(" \t\u3000(（—-—|", r) || r >= '0' && r <= '9' || glued(r) {
			return size, firstYear(head[:i])
		}
		return 0, 0
	}
	if c := head[0]; c < 'A' || c > 'Z' {
		if !isDigit(c) {
			return 0, 0
		}
	}
	if part := head[:min(len(head), 90)]; !strings.Contains(part, "eport") && !strings.Contains(part, "EPORT") {
		return 0, 0
	}
	if strings.Contains(part, "工作") {
		return 0, 0
	}
	low := strings.ToLower(head[:min(len(head), 120)])
	for _, w := range englishTitles {
		if i := strings.Index(low, w); i >= 0 && i < 40 && !strings.ContainsAny(low[:i], ".,;:") {
			size = len(strings.TrimRight(head, " |\r\t"))
			if j := strings.Index(head, "--"); j > 0 {
				size = j
			}
			if size > 120 || strings.Contains(head[:size], ". ") {
				return 0, 0
			}
			return size, firstYear(head[:size])
		}
	}
	return 0, 0
}

// glued: a date in Chinese numerals, the session or the salutation follows the title without a space.
func glued(r rune) bool {
	_, ok := numeral.Digit(r)
	return ok || r == '第' || r == '各'
}

// firstYear is the first year from 1949 to 2099 that s names, as 2022年, 二〇二二年 or 2022; 0 if there is none.
func firstYear(s string) int {
	for i := 0; i < len(s); {
		if isDigit(s[i]) {
			j := i
			for j < len(s) && isDigit(s[j]) {
				j++
			}
			if n := atoi(s[i:min(j, i+5)]); j-i == 4 && n >= 1949 && n < 2100 {
				return n
			}
			i = j
			continue
		}
		if v, n, form := numeral.Han(s[i:]); n > 0 {
			if form == numeral.Positional && v >= 1949 && v < 2100 {
				return int(v)
			}
			i += n
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return 0
}

// salutation finds the address to the deputies that opens a report: within the head, and with a colon or comma behind it.
func salutation(head string, opened bool) (text.Span, bool) {
	switch head[0] {
	case 'F', 'E', 'D':
	case "各"[0]:
		if !opened && !strings.HasPrefix(head, "各") {
			return text.Span{}, false
		}
	default:
		if !opened {
			return text.Span{}, false
		}
	}
	for n, w := range salutations {
		i := 0
		if n == 0 { // behind title and dateline too, where lines were joined
			if i = strings.Index(head, w); i < 0 {
				if head[0] >= 0x80 {
					return text.Span{}, false
				}
				continue
			}
		} else if !strings.HasPrefix(head, w) {
			continue
		}
		end := i + len(w)
		if strings.HasSuffix(w, ":") {
			return text.Span{Start: i, End: end}, true
		}
		r, _ := utf8.DecodeRuneInString(head[end:])
		if strings.ContainsRune(":：,，", r) {
			return text.Span{Start: i, End: end}, true
		}
	}
	return text.Span{}, false
}
