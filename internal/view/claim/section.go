package claim

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/view/numeral"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// section is a stretch of a report with the time it speaks of.
type section struct {
	start   int
	report  int // where its report opens
	period  Period
	plan    bool
	implied bool   // no heading dates it: the report has none, or it is not reached yet
	known   bool   // the headings say whether it reviews or plans
	review  int    // the year the report reviews; 0: unknown
	place   string // whose report it is
}

// sections are those of a document, in order.
type sections []section

// at is the section that holds offset off.
func (r *Reader) at(off int) section {
	if r.sections == nil {
		r.sections = document.View(r.d, func(d *document.Document) *sections { return sectionsOf(d) })
	}
	all := *r.sections
	i := sort.Search(len(all), func(i int) bool { return all[i].start > off })
	if i == 0 {
		return section{}
	}
	return all[i-1]
}

// opening is where a report begins, with the year it reviews and its place.
type opening struct {
	start, end int
	review     int
	place      string
}

// lateMonth: a session held from this month on reviews the year it is held in.
const lateMonth = 10

func sectionsOf(d *document.Document) *sections {
	o, s := outline.Of(d), d.Text()
	var out sections
	for _, op := range openings(o, s) {
		out = append(out, section{start: op.start, report: op.start, review: op.review, place: op.place})
		if op.review > 0 { // what no heading dates is review
			out[len(out)-1].period, out[len(out)-1].known, out[len(out)-1].implied = Period{op.review, op.review}, true, true
		}
		for i := o.After(op.start); i < len(o.Markers) && o.Markers[i].Span.Start < op.end; i++ {
			m := o.Markers[i]
			if m.List < 0 {
				continue
			}
			switch m.Kind {
			case outline.Han, outline.Roman, outline.EnglishOrdinal, outline.HanParen, outline.Arabic:
			default:
				continue
			}
			if sec, ok := headed(s, m.Span.End, op, m.Kind == outline.Han || m.Kind == outline.Roman || m.Kind == outline.EnglishOrdinal); ok {
				sec.start = m.Span.Start
				if len(out) > 0 {
					out = turned(s, out, sec.start)
				}
				out = append(out, sec)
			}
		}
		out = turned(s, out, op.end)
	}
	return &out
}

// openings cuts the text into reports and finds the year that each reviews: from its dateline, else from its headings, else
// from its title.
func openings(o *outline.Outline, s string) []opening {
	var out []opening
	title, lastLine := 0, -20
	place := ""
	dated := false
	ti, di := 0, 0
	for ti < len(o.Titles) || di < len(o.Datelines) {
		if di == len(o.Datelines) || ti < len(o.Titles) && o.Titles[ti].Span.Start < o.Datelines[di].Span.Start {
			t := o.Titles[ti]
			ti++
			if len(out) == 0 || dated || t.Line-lastLine > 12 {
				out = append(out, opening{start: t.Span.Start})
				title, place, dated = 0, "", false
			}
			lastLine = t.Line
			if t.Year > 0 {
				title = t.Year
			}
			if p := titlePlace(t.Span.Of(s)); p != "" {
				place = p
			}
			cur := &out[len(out)-1]
			cur.place = place
			if title > 0 && !dated {
				cur.review = -title // to be settled by the headings
			}
			continue
		}
		dl := o.Datelines[di]
		di++
		if len(out) == 0 || dated {
			out = append(out, opening{start: dl.Span.Start})
		}
		dated = true
		cur := &out[len(out)-1]
		cur.review = dl.Year - 1
		if dl.Month >= lateMonth {
			cur.review = dl.Year
		}
		if cur.place == "" {
			cur.place = sessionPlace(s[dl.Span.End:min(len(s), dl.Span.End+90)])
		}
	}
	if len(out) == 0 {
		out = append(out, opening{})
	}
	out[0].start = 0
	for i := range out {
		out[i].end = len(s)
		if i+1 < len(out) {
			out[i].end = out[i+1].start
		}
		if out[i].review <= 0 {
			out[i].review = settle(o, s, out[i], -out[i].review)
		}
	}
	return out
}

// settle finds the reviewed year of a report without a dateline: that of a heading that reviews, else the lower of two years
// in a row named by headings, else the year before the title's.
func settle(o *outline.Outline, s string, op opening, title int) int {
	lowest, next := 0, false
	for i := o.After(op.start); i < len(o.Markers) && o.Markers[i].Span.Start < op.end; i++ {
		m := o.Markers[i]
		if m.List < 0 {
			continue
		}
		head := headText(s, m.Span.End)
		y := firstYear(head)
		if y == 0 {
			continue
		}
		if has(head, "回顾", "回顧", "总结", "總結", "Review") {
			return y
		}
		if lowest == 0 || y < lowest {
			next = lowest == y+1
			lowest = y
		} else if y == lowest+1 {
			next = true
		}
	}
	if next || lowest > 0 && title == lowest+1 {
		return lowest
	}
	if title > 0 {
		return title - 1
	}
	return 0
}

// headText is the heading behind a marker: to the end of its sentence or line, 100 bytes at most.
func headText(s string, at int) string {
	end := min(len(s), at+100)
	for end < len(s) && end > at && !utf8.RuneStart(s[end]) {
		end--
	}
	h := s[at:end]
	if i := strings.IndexByte(h, '\n'); i >= 0 {
		h = h[:i]
	}
	if i := strings.Index(h, "。"); i >= 0 {
		h = h[:i]
	}
	return h
}

// headed dates a section by its heading. Lower levels count only where they name a year.
func headed(s string, at int, op opening, top bool) (section, bool) {
	h := headText(s, at)
	y := firstYear(h[:min(len(h), 45)])
	if !top && y == 0 && !has(h[:min(len(h), 60)], "年", "届", "屆", "years") {
		return section{}, false // what tells the time below names years or a term of office
	}
	sec := section{known: true, report: op.start, review: op.review, place: op.place}
	past := has(h, "回顾", "回顧", "总结", "總結", "Review", "review")
	work := has(h, "总体要求", "政策取向", "总体部署", "工作", "任务", "任務", "目标", "目標", "安排", "work", "task", "objectives")
	switch {
	case has(h[:min(len(h), 60)], "过去五年", "過去五年", "过去四年", "五年来", "五年工作", "五年政府工作", "本届政府", "本屆政府", "过去三年", "past five years") && (past || top):
		n := years(s[at:min(len(s), at+1200)])
		sec.period = Period{op.review - n + 1, op.review}
	case has(h[:min(len(h), 60)], "今后五年", "今後五年", "未来五年", "未來五年", "next five years"):
		sec.plan = true
		sec.period = Period{op.review + 1, op.review + 5}
	case y > 0 && (past || work) && y <= op.review:
		sec.period = Period{y, y}
	case y > op.review && y <= op.review+2 && (top || work):
		sec.plan = true
		sec.period = Period{y, y}
	case !top:
		return section{}, false
	case past:
		sec.period = Period{op.review, op.review}
	case has(h, "今年", "this year"), work && has(h, "安排", "任务", "任務", "重点", "重點", "目标", "目標"), has(h, "自身建设", "自身建設"):
		sec.plan = true
		sec.period = Period{op.review + 1, op.review + 1}
	default:
		return section{}, false
	}
	if op.review == 0 && y == 0 {
		sec.period = Period{}
	}
	return sec, true
}

// years is how many years the text looks back on: 过去四年, 五年来; five where it does not say.
func years(s string) int {
	for _, w := range []string{"过去", "過去"} {
		for at := 0; ; {
			i := strings.Index(s[at:], w)
			if i < 0 {
				break
			}
			at += i + len(w)
			rest := strings.TrimPrefix(s[at:], "的")
			if v, n, _ := numeral.Han(rest); n > 0 && v >= 2 && v <= 10 && strings.HasPrefix(rest[n:], "年") {
				return int(v)
			}
		}
	}
	return 5
}

// firstYear is the first year from 1978 to 2099 in s.
func firstYear(s string) int {
	for i := 0; i+4 <= len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		j := i
		n := 0
		for j < len(s) && s[j] >= '0' && s[j] <= '9' {
			n = n*10 + int(s[j]-'0')
			if j++; j-i > 6 {
				break
			}
		}
		if j-i == 4 && n >= 1978 && n < 2100 {
			return n
		}
		i = j
	}
	return 0
}

func has(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// titlePlace: 2022年大连市沙河口区政府工作报告 is that of 大连市沙河口区.
func titlePlace(t string) string {
	for _, w := range []string{"人民政府工作", "政府工作"} {
		if i := strings.Index(t, w); i > 0 {
			p := t[:i]
			if k := strings.LastIndex(p, "年"); k >= 0 {
				p = p[k+len("年"):]
			}
			p = strings.Trim(p, " 　]】")
			if n := utf8.RuneCountInString(p); n >= 2 && n <= 16 {
				return p
			}
		}
	}
	return ""
}

// sessionPlace: 在厦门市第十五届人民代表大会第三次会议上.
func sessionPlace(s string) string {
	rest, ok := strings.CutPrefix(s, "在")
	if !ok {
		return ""
	}
	i := strings.Index(rest, "第")
	if i <= 0 || i > 48 {
		return ""
	}
	p := rest[:i]
	for _, end := range []string{"省", "市", "区", "區", "县", "縣", "州", "旗", "盟"} {
		if strings.HasSuffix(p, end) {
			return p
		}
	}
	return ""
}
