package number

import (
	"math/big"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// unitParams are the [params] of a rule of kind unit-slip: what a local or national report can say of an indicator, one line
// each: "人均可支配收入 元 3000 400000". The unit is that of the figure with its scale done.
type unitParams struct {
	Bounds []string `toml:"bounds"`
	Ratios []string `toml:"ratios"` // what one indicator can be of another in one sentence: "一般公共预算收入 地区生产总值 0.005 0.6"
}

type bound struct {
	name      string
	unit      string
	low, high *big.Rat
}

// unitSlip: a unit or a currency that the size of the figure refutes: 地区生产总值2581.3万元, or a trillion-dollar cluster in a
// document whose largest sum is a trillion yuan.
type unitSlip struct {
	bounds []bound
	ratios []bound // name: the part, unit: the whole
}

func newUnitSlip(p checks.Params) (checks.Check, error) {
	var v unitParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	var c unitSlip
	for _, x := range []struct {
		lines []string
		to    *[]bound
	}{{v.Bounds, &c.bounds}, {v.Ratios, &c.ratios}} {
		for _, line := range x.lines {
			f := strings.Fields(line)
			if len(f) != 4 {
				return nil, &boundError{line}
			}
			lo, ok1 := new(big.Rat).SetString(f[2])
			hi, ok2 := new(big.Rat).SetString(f[3])
			if !ok1 || !ok2 || lo.Cmp(hi) >= 0 {
				return nil, &boundError{line}
			}
			*x.to = append(*x.to, bound{f[0], f[1], lo, hi})
		}
	}
	return c, nil
}

type boundError struct{ line string }

func (e *boundError) Error() string {
	return "bounds: " + e.line + ": want NAME UNIT LOW HIGH with LOW below HIGH"
}

const dollarWord = "-dollar"

func (c unitSlip) Trigger() scan.Trigger {
	lits := []string{dollarWord}
	for _, b := range c.bounds {
		lits = append(lits, b.name)
	}
	return scan.Trigger{Literals: lits}
}

func (c unitSlip) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	yuan := (*big.Rat)(nil)
	seen := false
	for _, h := range hits {
		if h.Index > 0 {
			continue
		}
		if !seen {
			yuan, seen = largestYuan(d.Text()), true
		}
		if m, ok := dollars(d.Text(), h.Span, yuan); ok {
			out = append(out, m)
		}
	}
	return append(out, c.sizes(d, hits)...)
}

// dollars: N trillion-dollar, where no sum of yuan in the document is larger.
func dollars(s string, at text.Span, yuan *big.Rat) (checks.Match, bool) {
	if yuan == nil || strings.HasSuffix(strings.ToLower(s[max(0, at.Start-3):at.Start]), "us") {
		return checks.Match{}, false
	}
	for _, w := range []struct {
		word string
		exp  int
	}{{"trillion", 12}, {"billion", 9}, {"million", 6}} {
		if !strings.HasSuffix(strings.ToLower(s[max(0, at.Start-len(w.word)):at.Start]), w.word) {
			continue
		}
		start := at.Start - len(w.word)
		v := quantity.Decimal{Mant: 1, Exp: w.exp}.Rat()
		i := start
		for i > 0 && (s[i-1] == ' ' || s[i-1] == '-') {
			i--
		}
		first := i
		for first > 0 && (digit(s, first-1) || s[first-1] == '.' || s[first-1] == ',') {
			first--
		}
		if first < i && i < start {
			n, ok := new(big.Rat).SetString(strings.ReplaceAll(s[first:i], ",", ""))
			if !ok {
				return checks.Match{}, false
			}
			v.Mul(v, n)
			start = first
		}
		if strings.HasSuffix(s[:start], "$") || v.Cmp(yuan) < 0 {
			return checks.Match{}, false
		}
		m := checks.At(start, at.End)
		m.Message = "currency"
		m.Vars = map[string]string{"largest": yuanText(yuan)}
		return m, true
	}
	return checks.Match{}, false
}

// minYuan is how often a document must count in yuan for its currency to be beyond doubt.
const minYuan = 10

// largestYuan is the largest sum in yuan of the document, nil where too few are given.
func largestYuan(s string) *big.Rat {
	var best *big.Rat
	n := 0
	for at := 0; ; {
		i := strings.Index(s[at:], " yuan")
		if i < 0 {
			break
		}
		end := at + i + len(" yuan")
		at = end
		lo := max(0, end-40)
		x := quantity.Flow{}.Read(s, text.Span{Start: runeStart(s, lo), End: end}, nil)
		fs := quantity.Figures(x, nil)
		if len(fs) == 0 {
			continue
		}
		f := &fs[len(fs)-1]
		if f.Dim != quantity.Money || f.Unit != "yuan" || f.Span.End != end {
			continue
		}
		n++
		if v := f.BaseUpper().Rat(); best == nil || v.Cmp(best) > 0 {
			best = v
		}
	}
	if n < minYuan {
		return nil
	}
	return best
}

func runeStart(s string, i int) int {
	for i > 0 && s[i]&0xC0 == 0x80 {
		i--
	}
	return i
}

func yuanText(v *big.Rat) string {
	for _, w := range []struct {
		exp  int
		word string
	}{{12, " trillion"}, {9, " billion"}, {6, " million"}} {
		unit := quantity.Decimal{Mant: 1, Exp: w.exp}.Rat()
		if v.Cmp(unit) >= 0 {
			s := new(big.Rat).Quo(v, unit).FloatString(3)
			return strings.TrimRight(strings.TrimRight(s, "0"), ".") + w.word + " yuan"
		}
	}
	return strings.TrimSuffix(v.FloatString(0), ".") + " yuan"
}

// sized is the figure behind the name of an indicator, empty if there is none or it is a rate.
func sized(s string, h scan.Hit) string {
	if h.Index == 0 {
		return ""
	}
	f := figureBehind(s, h.Span.End)
	if strings.HasSuffix(f, "%") || strings.HasSuffix(f, "％") {
		return ""
	}
	return f
}

// sizes: an indicator whose figure stands right behind its name, far outside what it can be.
func (c unitSlip) sizes(d *document.Document, hits []scan.Hit) []checks.Match {
	var byEnd map[int]*bound
	return each(d, hits, c.odd, func(x *sentence) []checks.Match {
		if byEnd == nil {
			byEnd = c.named(x.s, hits)
		}
		var out []checks.Match
		seen := map[string]*quantity.Figure{}
		for i := range x.fs {
			f := &x.fs[i]
			if f.Class != quantity.Measure || f.Threshold || f.Words || f.Shared {
				continue
			}
			j := x.attained(f.I)
			b := byEnd[x.At[j]]
			if b == nil || b.unit != f.Unit {
				continue
			}
			v := f.Base().Rat()
			if seen[b.name] == nil {
				seen[b.name] = f
			}
			if v.Cmp(b.low) >= 0 && f.BaseUpper().Rat().Cmp(b.high) <= 0 {
				continue
			}
			m := checks.At(f.Span.Start, f.Span.End)
			m.Vars = map[string]string{"name": b.name}
			m.Related = []checks.Note{{Key: "name", At: []text.Span{x.span(j-runes(b.name), j)}}}
			out = append(out, m)
		}
		if len(out) == 0 {
			out = c.compare(x, seen)
		}
		return out
	})
}

// named are the bounds of the indicators that a figure follows, by the offset behind their names.
func (c unitSlip) named(s string, hits []scan.Hit) map[int]*bound {
	out := map[int]*bound{}
	for _, h := range hits {
		if sized(s, h) == "" {
			continue
		}
		b := &c.bounds[h.Index-1]
		if longer := out[h.Span.End]; longer != nil && len(longer.name) > len(b.name) { // 人均地区生产总值 ends as 地区生产总值 does
			continue
		}
		if strings.HasSuffix(s[:h.Span.Start], "均") || strings.HasSuffix(s[:h.Span.Start], "公里") || strings.HasSuffix(s[:h.Span.Start], "亩") { // 亩均, 每平方公里
			delete(out, h.Span.End)
			continue
		}
		out[h.Span.End] = b
	}
	return out
}

// odd: the unit that is printed is not the one that such an indicator usually bears, so that the sentence is worth reading.
func (c unitSlip) odd(s string, h scan.Hit) bool {
	f := sized(s, h)
	if f == "" {
		return false
	}
	i := h.Span.End + strings.Index(s[h.Span.End:], f) + len(f)
	unit := s[i:min(len(s), i+6)]
	switch b := &c.bounds[h.Index-1]; {
	case c.exceeds(s, h, b.name, f):
		return true
	case b.unit == "元" && strings.HasPrefix(b.name, "人均"):
		digits, _, _ := strings.Cut(f, ".")
		return !strings.HasPrefix(unit, "元") && !(unit == "万元" && len(digits) < 3)
	case b.unit == "元":
		return unit != "亿元" && unit != "万亿"
	case b.unit == "人":
		return unit != "万人"
	}
	return true
}

// exceeds: the indicator is printed with more digits than one before it in the sentence that it is a part of, or with as many.
func (c unitSlip) exceeds(s string, h scan.Hit, name, figure string) bool {
	digits, _, _ := strings.Cut(figure, ".")
	for _, r := range c.ratios {
		if r.name != name || len(digits) < 3 {
			continue
		}
		before := s[max(0, h.Span.Start-ratioReach):h.Span.Start]
		k := strings.LastIndex(before, r.unit)
		if k < 0 || strings.Contains(before[k:], "。") {
			continue
		}
		whole, _, _ := strings.Cut(figureBehind(before, k+len(r.unit)), ".")
		if len(whole) > 0 && len(digits) >= len(whole) {
			return true
		}
	}
	return false
}

// ratioReach is how many bytes before its part the whole can stand.
const ratioReach = 90

// compare holds two indicators of one sentence against each other: a budget is a part of the product, not a millionth of it.
func (c unitSlip) compare(x *sentence, seen map[string]*quantity.Figure) []checks.Match {
	for _, r := range c.ratios {
		part, whole := seen[r.name], seen[r.unit]
		if part == nil || whole == nil || whole.Base().Mant == 0 {
			continue
		}
		v := new(big.Rat).Quo(part.Base().Rat(), whole.Base().Rat())
		if v.Cmp(r.low) >= 0 && v.Cmp(r.high) <= 0 {
			continue
		}
		m := checks.At(part.Span.Start, part.Span.End)
		m.Message = "ratio"
		m.Vars = map[string]string{"name": r.name, "other": r.unit, "whole": x.print(whole)}
		m.Related = []checks.Note{{Key: "name", At: []text.Span{whole.Span}}}
		return []checks.Match{m}
	}
	return nil
}
