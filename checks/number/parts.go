package number

import (
	"math/big"
	"strconv"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// parts: a whole and its parts that cannot both be: a part larger than its whole, a total growth outside that of all its parts,
// shares that do not add up to 100.
type parts struct{}

func (parts) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"其中", "∶", "产业结构", "产业比"}}
}

func (parts) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	out := each(d, hits, func(s string, h scan.Hit) bool { return h.Index == 0 && figured(s, h, 90, 90) }, subset)
	return append(out, shares(d.Text(), hits)...)
}

// exhaustive are sets of parts that make up their whole.
var exhaustive = [][]string{{"存款", "贷款"}, {"进口", "出口"}, {"城镇", "农村"}, {"第一产业", "第二产业", "第三产业"}, {"一产", "二产", "三产"}}

// subset judges every 其中 of a sentence.
func subset(x *sentence) []checks.Match {
	var out []checks.Match
	for i, r := range x.Runes {
		if r != '其' || !x.has(i, "其中") {
			continue
		}
		k := 0
		for k < len(x.fs) && x.fs[k].I < i {
			k++
		}
		if k == 0 || k == len(x.fs) {
			continue
		}
		if m, ok := x.larger(i, k); ok {
			out = append(out, m)
		} else if m, ok := x.outside(i, k); ok {
			out = append(out, m)
		} else if m, ok := x.sums(i, k); ok {
			out = append(out, m)
		}
	}
	return out
}

// larger: the first figure behind 其中 exceeds the last one before it in the same unit. 其中累计 and 其中总 count something else.
func (x *sentence) larger(i, k int) (checks.Match, bool) {
	whole, part := &x.fs[k-1], &x.fs[k]
	if whole.Dim == quantity.Percent { // 项目217个,增长5%,其中…124个
		for k > 1 && whole.Dim == quantity.Percent {
			k--
			whole = &x.fs[k-1]
		}
	}
	if whole.Class != quantity.Measure || part.Class != quantity.Measure || whole.Unit != part.Unit || whole.Threshold || part.Threshold || whole.Range || part.Range || whole.Words != part.Words {
		return checks.Match{}, false
	}
	switch whole.Dim {
	case quantity.Count, quantity.Persons, quantity.Money, quantity.Physical:
	default:
		return checks.Match{}, false
	}
	_, hi := x.clause(part.I)
	if part.I-i > 24 || i-whole.J > 16 || x.isChange(whole.I) {
		return checks.Match{}, false
	}
	if x.holds(whole.J+1, hi, newTotal) {
		return checks.Match{}, false
	}
	if part.Base().Cmp(whole.Base()) <= 0 || part.Interval().Low == nil || exactly(part).Low.Cmp(exactly(whole).High) <= 0 || whole.Qualifier == quantity.AtLeast || whole.Qualifier == quantity.About || part.Qualifier == quantity.About {
		return checks.Match{}, false
	}
	m := checks.At(part.Span.Start, part.Span.End)
	m.Vars = map[string]string{"whole": x.print(whole), "part": x.print(part)}
	m.Related = []checks.Note{{Key: "whole", At: []text.Span{whole.Span}}}
	return m, true
}

// newTotal are words behind 其中 that count something else than parts of the whole.
var newTotal = quantity.Words("累计", "总", "合计", "达到", "增至", "年均", "日均", "每", "人均", "户均", "平均", "单", "最")

// isChange: the figure at rune i says by how much something changed (比上年增加1500亿元), not how much it is.
func (x *sentence) isChange(i int) bool {
	if x.has(i-2, "新增") || x.has(i-3, "新增加") {
		return false
	}
	_, up := x.behind(i, rising)
	_, down := x.behind(i, falling)
	return up < i || down < i
}

// outside: 存贷款余额增长7.2%,其中存款余额增长8.6%,贷款余额增长7.8%: the growth of a whole lies between those of its parts.
func (x *sentence) outside(i, k int) (checks.Match, bool) {
	whole := &x.fs[k-1]
	if whole.Dim != quantity.Percent || whole.Qualifier != quantity.Exact || !x.grows(whole.I) {
		return checks.Match{}, false
	}
	for _, set := range exhaustive {
		if k+len(set) > len(x.fs) {
			continue
		}
		ok := x.named(i, k, set)
		for n := range set {
			f := &x.fs[k+n]
			ok = ok && f.Dim == quantity.Percent && f.Qualifier == quantity.Exact && x.grows(f.I)
		}
		if !ok {
			continue
		}
		if between(whole, x.fs[k:k+len(set)]) {
			return checks.Match{}, false
		}
		lo, hi := exactly(&x.fs[k]), exactly(&x.fs[k])
		for n := range set {
			v := exactly(&x.fs[k+n])
			if v.Low.Cmp(lo.Low) < 0 {
				lo = v
			}
			if v.High.Cmp(hi.High) > 0 {
				hi = v
			}
		}
		w := exactly(whole)
		if w.High.Cmp(lo.Low) >= 0 && w.Low.Cmp(hi.High) <= 0 {
			return checks.Match{}, false
		}
		m := checks.At(whole.Span.Start, whole.Span.End)
		m.Message = "outside"
		m.Vars = map[string]string{"whole": x.print(whole)}
		for n := range set {
			f := &x.fs[k+n]
			m.Related = append(m.Related, checks.Note{Key: "part", Vars: map[string]string{"part": x.print(f)}, At: []text.Span{f.Span}})
		}
		return m, true
	}
	return checks.Match{}, false
}

// named: each of the figures from k on stands behind another name of the set, in whatever order.
func (x *sentence) named(i, k int, set []string) bool {
	at, seen := i, 0
	for n := range set {
		f := &x.fs[k+n]
		lo, _ := x.clause(f.I)
		lo = max(lo, at)
		for m, name := range set {
			if seen&(1<<m) == 0 && x.find(lo, f.I, name) {
				seen |= 1 << m
				break
			}
		}
		at = f.J
	}
	return seen == 1<<len(set)-1
}

// summed are whole and parts that add up.
var summed = []struct{ whole, one, other string }{{"进出口", "出口", "进口"}, {"存贷款", "存款", "贷款"}}

// sums: 进出口总额103亿元,其中出口103亿元、进口39亿元.
func (x *sentence) sums(i, k int) (checks.Match, bool) {
	whole := &x.fs[k-1]
	if k+1 >= len(x.fs) || whole.Dim != quantity.Money || whole.Range || x.isChange(whole.I) || i-whole.J > 3 {
		return checks.Match{}, false
	}
	a, b := &x.fs[k], &x.fs[k+1]
	for _, f := range []*quantity.Figure{whole, a, b} {
		if f.Unit != whole.Unit || f.Dim != quantity.Money || f.Qualifier != quantity.Exact || f.Range || x.isChange(f.I) {
			return checks.Match{}, false
		}
	}
	lo, _ := x.clause(whole.I)
	for _, set := range summed {
		if !x.find(lo, whole.I, set.whole) || !x.named(i, k, []string{set.one, set.other}) || x.find(i, b.I, "对") {
			continue
		}
		sum := exactly(a).Plus(exactly(b))
		if sum.Meets(exactly(whole)) {
			return checks.Match{}, false
		}
		m := checks.At(whole.Span.Start, whole.Span.End)
		m.Message = "sum"
		m.Vars = map[string]string{"whole": x.print(whole), "one": x.print(a), "other": x.print(b)}
		m.Related = []checks.Note{{Key: "addend", Vars: map[string]string{"part": x.print(a)}, At: []text.Span{a.Span}}, {Key: "addend", Vars: map[string]string{"part": x.print(b)}, At: []text.Span{b.Span}}}
		return m, true
	}
	return checks.Match{}, false
}

// between: f lies, as printed, within the least and the greatest of fs.
func between(f *quantity.Figure, fs []quantity.Figure) bool {
	above, below := false, false
	for i := range fs {
		c := f.Base().Cmp(fs[i].Base())
		above, below = above || c >= 0, below || c <= 0
	}
	return above && below
}

// grows: 增长 stands directly before rune i.
func (x *sentence) grows(i int) bool {
	return x.has(i-2, "增长") || x.has(i-3, "增长了")
}

func (x *sentence) find(lo, hi int, w string) bool {
	for ; lo < hi; lo++ {
		if x.has(lo, w) {
			return true
		}
	}
	return false
}

// shares: of the hits that are no 其中, 13.5∶44.6∶41.9 of the three sectors must add up to 100 within their rounding.
func shares(s string, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	done := 0
	for _, h := range hits {
		i := h.Span.Start
		if h.Index == 0 || i < done { // 其中
			continue
		}
		if h.Index == 1 {
			for i > 0 && (digit(s, i-1) || s[i-1] == '.') {
				i--
			}
		} else { // 产业结构…13.5:44.6:41.9
			for k := 0; k < 40 && i < len(s) && !digit(s, i); k++ {
				_, n := utf8.DecodeRuneInString(s[i:])
				i += n
			}
		}
		vs, places, end := ratio(s, i)
		if len(vs) != 3 || end <= done || !sector(s, i) {
			continue
		}
		done = end
		sum, place := new(big.Rat), 0
		for n, v := range vs {
			sum.Add(sum, v.Rat())
			place = max(place, -places[n])
		}
		gap := new(big.Rat).Sub(sum, big.NewRat(100, 1))
		room := quantity.Decimal{Mant: 15, Exp: -place - 1}.Rat() // three times half a unit
		if gap.Abs(gap).Cmp(room) <= 0 {
			continue
		}
		m := checks.At(i, end)
		m.Message = "shares"
		m.Vars = map[string]string{"sum": sum.FloatString(place), "n": strconv.Itoa(len(vs))}
		out = append(out, m)
	}
	return out
}

// sector: the ratio is that of the sectors of the economy.
func sector(s string, i int) bool {
	head := s[runeStart(s, max(0, i-60)):i]
	for _, w := range []string{"产业结构", "產業結構", "三次产业", "三次產業", "一二三产", "产业比", "三产结构"} {
		if k := lastIndex(head, w); k >= 0 {
			return true
		}
	}
	return false
}

func lastIndex(s, w string) int {
	for i := len(s) - len(w); i >= 0; i-- {
		if s[i:i+len(w)] == w {
			return i
		}
	}
	return -1
}

// ratio reads a∶b∶c at i.
func ratio(s string, i int) (vs []quantity.Decimal, places []int, end int) {
	for end = i; ; {
		start := end
		point := 0
		var v quantity.Decimal
		for end < len(s) && (digit(s, end) || s[end] == '.' && digit(s, end+1) && point == 0) {
			if s[end] == '.' {
				point = end
			} else if end-start < 8 {
				v.Mant = v.Mant*10 + int64(s[end]-'0')
			}
			end++
		}
		if end == start {
			return vs, places, end
		}
		if point > 0 {
			v.Exp = -(end - point - 1)
		}
		vs, places = append(vs, v), append(places, v.Exp)
		n := 0
		for _, sep := range []string{"∶", ":", "："} {
			if len(s) >= end+len(sep) && s[end:end+len(sep)] == sep && digit(s, end+len(sep)) {
				n = len(sep)
			}
		}
		if n == 0 {
			return vs, places, end
		}
		end += n
	}
}
