package claim

import (
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// date gives claim c its place, period and status: by the section, and by what its sentence says before it.
func (r *Reader) date(c *Claim, sec section) {
	c.Place = sec.place
	c.Period = sec.period
	switch {
	case !sec.known:
	case sec.plan:
		c.Status = Target
	default:
		c.Status = Result
	}
	if c.Status != Target && r.cues.estimate < c.I {
		c.Status = Estimate
	}
	if c.Status != Target && r.cues.target < c.I && r.cues.past >= c.I {
		c.Status = Target
	}
	if c.Status == Result && sec.implied && !r.x.Han && r.cues.future < c.I && !r.near(c.I, 40, " last year") {
		c.Status = Target
		if sec.review > 0 {
			c.Period = Period{sec.review + 1, sec.review + 1}
		}
	}
	average := r.near(c.I, 10, "年均", "平均每年", "annual average") || c.Kind == Growth && r.near(c.I, 24, "年均")
	c.Average, c.Report = average, sec.report
	if p, ok := r.named(c); ok && !average {
		c.Period = p
	}
	if y, ok := r.since(c.I); ok {
		c.Period = Period{y, y}
	}
	if c.Kind == Multiple && sec.period.From < sec.period.To && r.near(c.I, 12, "年的") {
		c.Period = Period{sec.period.To, sec.period.To}
	}
}

// first is the rune at which a word of list first stands in the sentence; its length where none does.
func (r *Reader) first(list *quantity.WordList) int {
	if k := list.In(r.x.Runes, 0, len(r.x.Runes)); k >= 0 {
		return k
	}
	return len(r.x.Runes)
}

// near reports whether one of the words stands within n runes before rune i.
func (r *Reader) near(i, n int, words ...string) bool {
	for _, w := range words {
		for k := max(0, i-n); k < i; k++ {
			if r.has(k, w) {
				return true
			}
		}
	}
	return false
}

// named is the last year before the claim that its sentence speaks of; years behind 比 较 是 are bases of comparison, and those
// in names and plans (十四五) are no years.
func (r *Reader) named(c *Claim) (p Period, ok bool) {
	for i := range r.fs {
		f := &r.fs[i]
		if f.I >= c.I {
			break
		}
		if f.Class != quantity.Year || f.Value.Exp != 0 || f.Value.Mant < 1978 {
			continue
		}
		switch r.rune(f.I - 1) {
		case '比', '较', '是', '为', '自', '从', '由', '对', '“', '于':
			continue
		}
		if r.has(f.I-3, "恢复到") || r.has(f.I-3, "恢复至") || r.has(f.I-3, "相当于") {
			continue
		}
		if r.has(f.J, "以来") || r.has(f.J, "度") && !r.x.Han || !r.x.Han && !r.timeHead(f.I) {
			continue
		}
		if f.Range {
			p, ok = Period{int(f.Value.Mant), int(f.Upper.Mant)}, true
			continue
		}
		p, ok = Period{int(f.Value.Mant), int(f.Value.Mant)}, true
	}
	return p, ok
}

// since is the year whose value the figure at rune i is: 由2016年的39.2%提高到45.1%.
func (r *Reader) since(i int) (year int, ok bool) {
	for k := range r.fs {
		f := &r.fs[k]
		if f.I >= i {
			break
		}
		if f.Class != quantity.Year || f.Range || f.Value.Exp != 0 || f.Value.Mant < 1978 || i-f.J > 3 {
			continue
		}
		if c := r.rune(f.I - 1); (c == '由' || c == '从') && (i == f.J || r.has(f.J, "的") && i == f.J+1 || r.has(f.J, "底的") && i == f.J+2 || r.has(f.J, "末的") && i == f.J+2) {
			return int(f.Value.Mant), true
		}
	}
	return 0, false
}

// timeHead: in English only In 2021 at the head of the sentence or clause, or by 2025, dates what follows.
func (r *Reader) timeHead(i int) bool { return r.has(i-3, "in ") || r.has(i-3, "by ") }

func (r *Reader) rune(i int) rune {
	if i < 0 || i >= len(r.x.Runes) {
		return 0
	}
	return r.x.Runes[i]
}

func (r *Reader) has(i int, w string) bool {
	if i < 0 {
		return false
	}
	for _, c := range w {
		if i >= len(r.x.Runes) || r.x.Runes[i] != c {
			return false
		}
		i++
	}
	return true
}
