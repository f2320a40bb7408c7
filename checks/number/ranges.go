package number

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// rangeReversed: the lower bound of a range is greater than the upper one.
type rangeReversed struct{}

func (rangeReversed) Trigger() scan.Trigger {
	lits := []string{"%至", "%到", "元至", "家至", "个至", "万至", "亿至", "吨至", "人至", "年至"}
	for c := '0'; c <= '9'; c++ {
		lits = append(lits, string(c)+"至", string(c)+"到")
	}
	for c := '1'; c <= '9'; c++ {
		lits = append(lits, "~"+string(c))
	}
	return scan.Trigger{Literals: lits, Pairs: []scan.Pair{{A: scan.Dash, B: scan.Digit}, {A: scan.Hyphen, B: scan.Digit}}}
}

func (rangeReversed) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	return each(d, hits, bounded, func(x *sentence) []checks.Match {
		var out []checks.Match
		for i := range x.fs {
			f := &x.fs[i]
			if !f.Range || f.BaseUpper().Cmp(f.Base()) >= 0 || f.Negative {
				continue
			}
			switch {
			case f.Class == quantity.Year:
				if f.Value.Mant-f.Upper.Mant > 100 {
					continue
				}
			case f.Class != quantity.Measure, f.Unit == "℃", f.Dim == quantity.Duration, x.behindLetter(f.I):
				continue
			}
			if x.descends(f) {
				continue
			}
			m := checks.At(f.Span.Start, f.Span.End)
			m.Vars = map[string]string{"low": f.Value.String(), "high": f.Upper.String()}
			out = append(out, m)
		}
		return out
	})
}

// bounded: dates, phone numbers and codes are no ranges: a digit, % or unit must stand before the dash.
func bounded(s string, h scan.Hit) bool {
	c := before(s, h.Span.Start)
	if digit(s, h.Span.Start) && h.Span.End-h.Span.Start > 3 { // 50至27所
		return digit(s, h.Span.End)
	}
	return c >= '0' && c <= '9' || c == '%' || c >= 0x80 && (h.Index >= 39 || digit(s, h.Span.End))
}

// descends: 7%至5% behind 由, 从 or a verb of falling tells a change, not a range.
func (x *sentence) descends(f *quantity.Figure) bool {
	if !x.find(f.I, f.J, "至") && !x.find(f.I, f.J, "到") {
		return false
	}
	lo, hi := x.clause(f.I)
	return x.holds(lo, hi, falling) || x.holds(lo, hi, starting)
}

// starting are the words that open a change at its before.
var starting = quantity.Words("由", "从", "自", "以")

func (x *sentence) behindLetter(i int) bool {
	return i > 0 && (x.Runes[i-1] == '-' || x.Runes[i-1] == '−' || x.Runes[i-1] == '第' || x.Runes[i-1] == '零')
}

func before(s string, i int) byte {
	if i == 0 {
		return 0
	}
	return s[i-1]
}

// shareParams are the [params] of a rule of kind share-over-100.
type shareParams struct {
	Nouns  []string `toml:"nouns"`  // shares that end at 100 %: 覆盖率, 城镇化率
	Except []string `toml:"except"` // longer names that end in one of them and do not: 拨备覆盖率, 毛入学率
}

// shareOver: a share of a whole is more than the whole.
type shareOver struct{ nouns, except *quantity.WordList }

func newShare(p checks.Params) (checks.Check, error) {
	var v shareParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	return shareOver{quantity.Words(v.Nouns...), quantity.Words(v.Except...)}, nil
}

func (c shareOver) Trigger() scan.Trigger { return scan.Trigger{Literals: c.nouns.Words()} }

// attaining are the words that may stand between a share and its figure.
var attaining = quantity.Words("达", "达到", "为", "是", "超过", "超", "突破", "稳定在", "保持在", "保持", "控制在", "约", "近", "已", "均", "均达", "均达到", "提高到", "提高至", "提升到", "提升至", "达到了", "高达", "已达", "分别达", "分别达到", "分别为", " ", " is ", " was ", " reached ", " has reached ", " stood at ", " rose to ", " exceeded ", " of ", " at ", " reaching ", "上升到", "上升至", "的比重为", "的", "实现", "完成", "以上")

func (c shareOver) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	whole := quantity.Decimal{Mant: 100}
	return each(d, hits, overInSight, func(x *sentence) []checks.Match {
		var out []checks.Match
		for i := range x.fs {
			f := &x.fs[i]
			if f.Dim != quantity.Percent || f.Range || f.Threshold || f.Base().Cmp(whole) <= 0 || exactly(f).Low.Cmp(whole.Rat()) < 0 {
				continue
			}
			j := x.attained(x.opening(i))
			if _, at := x.behind(j, c.except); at < j {
				continue
			}
			_, at := x.behind(j, c.nouns)
			if at == j {
				continue
			}
			m := checks.At(f.Span.Start, f.Span.End)
			m.Vars = map[string]string{"share": x.span(at, j).Of(x.s)}
			m.Related = []checks.Note{{Key: "noun", At: []text.Span{x.span(at, j)}}}
			out = append(out, m)
		}
		return out
	})
}

// opening is where the statement begins that gives figure i: its 由 in 由45.2%提高到103%, the first value in 分别达到65.2%、103%, whose
// last value belongs to the last noun. Without such a statement it is the figure itself.
func (x *sentence) opening(i int) int {
	f := &x.fs[i]
	if i == 0 {
		return f.I
	}
	if before := &x.fs[i-1]; f.I-before.J <= 6 {
		if j := x.attained(f.I); j == before.J {
			if h := before.I - 1; x.has(h, "由") || x.has(h, "从") {
				return h
			}
		}
	}
	if i+1 < len(x.fs) && x.lists(f.J, x.fs[i+1].I) {
		return f.I
	}
	k := i
	for k > 0 && x.lists(x.fs[k-1].J, x.fs[k].I) {
		k--
	}
	if j := x.attained(x.fs[k].I); k < i && x.find(j, x.fs[k].I, "分别") {
		return x.fs[k].I
	}
	return f.I
}

// attained is where the words that lead from a noun to its figure at rune i begin.
func (x *sentence) attained(i int) int {
	for {
		_, at := x.behind(i, attaining)
		if at == i {
			return i
		}
		i = at
	}
}

// overInSight: one of the first numbers behind the hit is above 100.
func overInSight(s string, h scan.Hit) bool {
	i := h.Span.End
	for end, seen := min(len(s), i+40), 0; seen < 3 && i < len(s); seen++ {
		for ; i < end && !digit(s, i); i++ {
			if c := s[i]; c == ',' || c == ';' || c == '\n' || strings.HasPrefix(s[i:], "，") || strings.HasPrefix(s[i:], "。") || strings.HasPrefix(s[i:], "；") {
				return false
			}
		}
		start := i
		for digit(s, i) || i > start && i < len(s) && s[i] == ',' && digit(s, i+1) {
			i++
		}
		n := i - start
		if n > 3 || n == 3 && s[start:i] != "100" {
			return true
		}
		if n == 0 {
			return false
		}
		point := i
		for i++; digit(s, i); i++ {
			if n == 3 && s[point] == '.' && s[i] != '0' { // 100.4
				return true
			}
		}
		end = min(len(s), i+24)
	}
	return false
}
