package number

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// futureYear: what is told as having been going on since a year that had not begun when the report was given. 2022年以来 in a
// report of December 2021 cannot be; 2022年将 and names of events may.
type futureYear struct{}

func (futureYear) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"年以来", "since 20", "过去的20", "回顾20", "截至20", "比20"}}
}

func (futureYear) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	s := d.Text()
	var rs []report
	var out []checks.Match
	for _, h := range hits {
		year, at := 0, text.Span{}
		switch h.Index {
		case 0:
			i := h.Span.Start - 4
			if i < 0 || i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
				continue
			}
			year, at = yearAt(s[i:h.Span.Start]), text.Span{Start: i, End: h.Span.End}
		default:
			i := h.Span.End - 2
			year, at = yearAt(s[i:min(len(s), i+5)]), text.Span{Start: i, End: i + 4}
			if h.Index > 1 && (year == 0 || !done(s, h.Index, i+4)) {
				continue
			}
		}
		if year == 0 {
			continue
		}
		if rs == nil {
			rs = reports(d)
		}
		r := holding(rs, at.Start)
		if r == nil {
			continue
		}
		given, by := r.given()
		if given == 0 || year <= given || year > given+20 {
			continue
		}
		m := checks.At(at.Start, at.End)
		m.Vars = map[string]string{"year": strconv.Itoa(year), "held": strconv.Itoa(given)}
		m.Related = []checks.Note{{Key: "dateline", At: []text.Span{by}}}
		if r.dateline == nil {
			m.Level = checks.Medium
		}
		out = append(out, m)
	}
	return out
}

// done: what stands behind the year at i tells of what has been: 截至2027年底,已建成; 比2027年增长.
func done(s string, index, i int) bool {
	if !strings.HasPrefix(s[i:], "年") {
		return false
	}
	behind := s[i+len("年") : min(len(s), i+60)]
	switch index {
	case 4:
		if k := strings.IndexAny(behind, "。;；\n"); k >= 0 {
			behind = behind[:k]
		}
		k := strings.Index(behind, "已")
		return k >= 0 && !strings.HasPrefix(behind, "的") && !strings.Contains(behind[:k], "将")
	case 5:
		before := s[runeStart(s, max(0, i-150)) : i-len("2025")]
		before = before[strings.LastIndexAny(before, "。\n")+1:]
		for _, w := range []string{"到20", "将", "力争", "目标", "规划", "预期", "争取", "末"} { // 到2030年比2025年增长12%
			if strings.Contains(before, w) {
				return false
			}
		}
		for _, w := range []string{"增长", "下降", "增加", "减少"} {
			if strings.HasPrefix(behind, w) {
				return true
			}
		}
		return false
	}
	return true
}

// holding is the report that holds offset off.
func holding(rs []report, off int) *report {
	for i := range rs {
		if rs[i].start <= off && off < rs[i].end {
			return &rs[i]
		}
	}
	return nil
}

// given is the year in which the report was given, and what says so: its dateline, else its title where titles and headings
// do not disagree.
func (r *report) given() (int, text.Span) {
	if r.dateline != nil {
		return r.dateline.Year, r.dateline.Span
	}
	if len(r.titles) > 0 {
		if v := r.votes(); v == 0 || v == r.titles[0].Year {
			return r.titles[0].Year, r.titles[0].Span
		}
	}
	return 0, text.Span{}
}
