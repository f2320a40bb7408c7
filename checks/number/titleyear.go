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

// reviewVote: a heading reviews a year that is neither the dateline's nor the one before, while title and dateline agree.
func (r *report) reviewVote() []checks.Match {
	if r.dateline == nil || len(r.titles) == 0 || apart(r.titles[0].Year, r.dateline.Year) >= 2 {
		return nil
	}
	var out []checks.Match
	for _, x := range r.sections {
		if !x.review || x.value == r.dateline.Year || x.value == r.dateline.Year-1 {
			continue
		}
		m := checks.At(x.year.Start, x.year.End)
		m.Message = "review-differs"
		m.Vars = map[string]string{"year": strconv.Itoa(x.value), "held": strconv.Itoa(r.dateline.Year)}
		m.Related = []checks.Note{{Key: "dateline", At: []text.Span{r.dateline.Span}}}
		out = append(out, m)
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
