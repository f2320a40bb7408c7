package number

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// titleYear lets title, dateline and the headings of review and plan vote on the year of a report. A report of December bears
// the next year in its title, a report of January reviews the year before: neither is a difference.
type titleYear struct{}

func (titleYear) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (titleYear) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	var out []checks.Match
	for _, r := range reports(d) {
		if m, ok := r.titleVote(d.Text()); ok {
			out = append(out, m)
		}
		out = append(out, r.reviewVote()...)
	}
	return out
}

// titleVote: the title's year against the dateline, or, without one, against review and plan together.
func (r *report) titleVote(s string) (checks.Match, bool) {
	if len(r.titles) == 0 {
		return checks.Match{}, false
	}
	year := r.titles[0].Year
	m := checks.Match{Vars: map[string]string{"year": strconv.Itoa(year)}}
	switch {
	case r.dateline != nil && apart(year, r.dateline.Year) >= 2:
		m.Vars["held"] = strconv.Itoa(r.dateline.Year)
		m.Related = append(m.Related, checks.Note{Key: "dateline", Vars: map[string]string{"held": m.Vars["held"]}, At: []text.Span{r.dateline.Span}})
		if !r.backs(r.dateline.Year) {
			m.Level = checks.Medium
		}
	case r.dateline == nil:
		held := r.votes()
		if held == 0 || apart(year, held) < 2 {
			return checks.Match{}, false
		}
		m.Vars["held"] = strconv.Itoa(held)
	default:
		return checks.Match{}, false
	}
	for _, t := range r.titles {
		if t.Year == year {
			m.Places = append(m.Places, yearSpan(s, t.Span, year))
		}
	}
	for _, x := range r.sections {
		key := "plan"
		if x.review {
			key = "review"
		}
		if apart(x.value, year) >= 2 {
			m.Related = append(m.Related, checks.Note{Key: key, Vars: map[string]string{"section": strconv.Itoa(x.value)}, At: []text.Span{x.at}})
		}
	}
	return m, true
}

// backs: a heading agrees with the dateline's year, or no heading names one.
func (r *report) backs(held int) bool {
	for _, x := range r.sections {
		if x.value == held || x.review && x.value == held-1 || !x.review && x.value == held+1 {
			return true
		}
	}
	return len(r.sections) == 0
}

// votes is the year of the report by its headings: a review of the year before and a plan for it must both be there.
func (r *report) votes() int {
	for _, x := range r.sections {
		for _, y := range r.sections {
			if x.review && !y.review && y.value == x.value+1 {
				return y.value
			}
		}
	}
	return 0
}

// reviewVote: a heading reviews or plans a year that does not go with the report's own, on which title and dateline agree, or
// which the one that is there names alone.
func (r *report) reviewVote() []checks.Match {
	var held int
	var by text.Span
	switch {
	case r.dateline != nil && len(r.titles) > 0 && apart(r.titles[0].Year, r.dateline.Year) >= 2:
		return nil // titleVote has spoken
	case r.dateline != nil && len(r.titles) > 0:
		held, by = r.dateline.Year, r.dateline.Span
	case r.dateline != nil && r.dateline.Session && len(r.titles) == 0: // 政府工作报告, and the session names the year
		held, by = r.dateline.Year, r.dateline.Span
	case len(r.titles) > 0 && r.votes() == 0:
		held, by = r.titles[0].Year, r.titles[0].Span
	default:
		return nil
	}
	var out []checks.Match
	for _, x := range r.sections {
		key := "review-differs"
		if x.review {
			if x.value == held || x.value == held-1 {
				continue
			}
		} else {
			key = "plan-differs"
			if x.value == held || x.value == held+1 || x.far || x.value == held-1 { // 一、2021年主要工作 may review
				continue
			}
		}
		m := checks.At(x.year.Start, x.year.End)
		m.Message = key
		m.Vars = map[string]string{"year": strconv.Itoa(x.value), "held": strconv.Itoa(held)}
		m.Related = []checks.Note{{Key: "dateline", Vars: map[string]string{"held": strconv.Itoa(held)}, At: []text.Span{by}}}
		if r.dateline == nil {
			m.Level = checks.Medium
		}
		out = append(out, m)
	}
	if len(out) > 1 { // several headings against one date: it is the date that is wrong, or the text is no yearly report
		for i := range out {
			out[i].Level = checks.Medium
		}
	}
	return out
}

// yearSpan is where the title names its year, or the whole title where it is written in Chinese numerals.
func yearSpan(s string, title text.Span, year int) text.Span {
	t := title.Of(s)
	w := strconv.Itoa(year)
	i := strings.Index(t, w)
	if i < 0 {
		return title
	}
	end := title.Start + i + len(w)
	if strings.HasPrefix(s[end:], "年") {
		end += len("年")
	}
	return text.Span{Start: title.Start + i, End: end}
}

func apart(a, b int) int {
	if a > b {
		return a - b
	}
	return b - a
}
