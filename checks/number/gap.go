package number

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// enumerationGap: a list jumps over a number or says one twice. It is the cheapest sign that text was lost or put in.
type enumerationGap struct{}

// Trigger: a list that jumps has a third member, or says the second one twice.
func (enumerationGap) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (enumerationGap) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	o := outline.Of(d)
	var out []checks.Match
	for i := range o.Lists {
		out = append(out, gaps(d.Text(), o, &o.Lists[i])...)
	}
	return out
}

// gaps judges one list. Where numbers are missing again and again, a converter has dropped them: the text itself is whole, and
// nothing is said.
func gaps(s string, o *outline.Outline, l *outline.List) []checks.Match {
	var out []checks.Match
	for k := 1; k < len(l.Items); k++ {
		a, b := o.Markers[l.Items[k-1]], o.Markers[l.Items[k]]
		if b.N == a.N+1 {
			continue
		}
		if b.Weak || !trusted(s, o, l, k) {
			continue
		}
		m := checks.At(b.Span.Start, b.Span.End)
		m.Vars = map[string]string{"before": a.Span.Of(s), "after": b.Span.Of(s), "missing": missing(l.Kind, a, b), "n": strconv.Itoa(b.N - a.N - 1)}
		if b.N == a.N {
			m.Message = "twice"
		}
		m.Related = []checks.Note{{Key: "before", Vars: map[string]string{"before": m.Vars["before"]}, At: []text.Span{a.Span}}}
		m.Evidence = []checks.Note{{Key: "list", Vars: map[string]string{"members": members(s, o, l)}}}
		out = append(out, m)
	}
	if len(out) > 1 && len(out)*3 > len(l.Items) {
		return nil
	}
	return out
}

// trusted: item k belongs to the list beyond doubt. A list of one member that jumps may be two lists, and one whose number is
// found, only weak, in between has no gap.
func trusted(s string, o *outline.Outline, l *outline.List, k int) bool {
	a, b := o.Markers[l.Items[k-1]], o.Markers[l.Items[k]]
	if o.Markers[l.Items[0]].N != 1 {
		return false
	}
	if a.Start != b.Start && (l.Kind == outline.Han || l.Kind == outline.HanParen || l.Kind == outline.Arabic) {
		return false // one begins a line, the other stands in a paragraph: two levels
	}
	for i := l.Items[k-1] + 1; i < l.Items[k]; i++ {
		if x := o.Markers[i]; x.List < 0 && x.Kind == l.Kind && x.N > a.N && x.N < b.N {
			return false
		}
	}
	if l.Kind == outline.EnglishOrdinal || l.Kind == outline.HanOrdinal || l.Kind == outline.HalfParen || l.Kind == outline.Circled {
		return b.N-a.N == 2 && tight(s, o, l) && !otherwise(s[a.Span.End:b.Span.Start]) // notes jump, and Second may be said otherwise
	}
	if len(l.Items) < 3 && b.N-a.N > 1 && l.Kind != outline.HanIs && !strings.ContainsRune("\n", rune(s[max(0, a.Span.Start-1)])) {
		return false
	}
	if b.N == a.N {
		if b.N == 2 && beginsBetween(s, a.Span, b.Span) {
			return false
		}
		// said twice: the list must go on behind it, else a new list has begun without a first member
		return k+1 < len(l.Items) && o.Markers[l.Items[k+1]].N == b.N+1 || k >= 2
	}
	return true
}

// tightReach is how many bytes an item of a tight list may have.
const tightReach = 600

// tight: the items stand on lines that follow each other, or behind each other on one line, each behind a mark: a list, and no notes
// to words of a text.
func tight(s string, o *outline.Outline, l *outline.List) bool {
	if len(l.Items) < 3 {
		return false
	}
	first := o.Markers[l.Items[0]]
	for k, i := range l.Items {
		m := o.Markers[i]
		if k > 0 {
			before := o.Markers[l.Items[k-1]]
			if m.Span.Start-before.Span.End > tightReach || m.Start != o.Markers[l.Items[1]].Start || m.Start && m.Line != before.Line+1 || !m.Start && m.Line != first.Line {
				return false
			}
		}
		r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:m.Span.Start], " \t\u3000"))
		if !m.Start && !divides(r) && r != '.' && m.Span.Start > 0 {
			return false
		}
	}
	return true
}

// otherwise: a word stands in s that takes the place of an ordinal.
func otherwise(s string) bool {
	s = strings.ToLower(s)
	for _, w := range []string{"其次", "再次", "再者", "其二", "其三", "然后", "接着", "次之", "secondly", "second", "next", "then", "thirdly", "also", "moreover", "furthermore", "in addition"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// beginsBetween: between the two 2. stands a 1. that the outline does not see, because a year follows it inside a line
// (附件：1.2022年重点项目计划): the second 2. goes on with that list.
func beginsBetween(s string, a, b text.Span) bool {
	first := strings.NewReplacer("2", "1", "２", "１").Replace(b.Of(s))
	if first == b.Of(s) {
		return false
	}
	for at := a.End; ; {
		i := strings.Index(s[at:b.Start], first)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(first)
		if r, _ := utf8.DecodeLastRuneInString(s[:i]); (r == ' ' || r == '\u3000' || r >= 0x80 || divides(r)) && strings.HasPrefix(s[min(len(s), at+4):], "年") && yearAt(s[at:]) > 0 {
			return true
		}
	}
}

// missing writes the numbers between two markers the way the list does.
func missing(kind outline.Kind, a, b outline.Marker) string {
	var out []string
	for n := a.N + 1; n < b.N; n++ {
		out = append(out, write(kind, n))
	}
	return strings.Join(out, " ")
}

var han = [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

func chinese(n int) string {
	switch {
	case n <= 10:
		return han[n]
	case n < 20:
		return "十" + han[n-10]
	case n < 100:
		return han[n/10] + "十" + han[n%10]
	}
	return strconv.Itoa(n)
}

func write(kind outline.Kind, n int) string {
	switch kind {
	case outline.Han:
		return chinese(n) + "、"
	case outline.HanParen:
		return "（" + chinese(n) + "）"
	case outline.HanIs:
		return chinese(n) + "是"
	case outline.ArabicParen:
		return "(" + strconv.Itoa(n) + ")"
	}
	return strconv.Itoa(n) + "."
}

// members writes the list as it stands.
func members(s string, o *outline.Outline, l *outline.List) string {
	var b strings.Builder
	for i, k := range l.Items {
		if i > 0 {
			b.WriteByte(' ')
		}
		if i == 24 {
			b.WriteString("…")
			break
		}
		b.WriteString(o.Markers[k].Span.Of(s))
	}
	return b.String()
}
