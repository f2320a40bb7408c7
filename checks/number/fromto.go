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

// Verbs of change by their direction. With 至 到 为 behind they lead to the value after the change, alone to the change.
var (
	rising  = quantity.Words("提高", "提升", "上升", "增加", "增长", "增", "升", "扩大", "上涨", "提", "攀升", "跃升", "拓展", "发展", "壮大")
	falling = quantity.Words("下降", "降低", "减少", "压缩", "缩短", "缩小", "压减", "减", "降", "缩减", "回落", "下调", "收窄", "精简", "压降")
	arrival = quantity.Words("至", "到", "为")
)

// change is a before and an after in one statement: 由2.35%提高至2.95%, with the step where it is printed.
type change struct {
	from, to *quantity.Figure
	verb     string
	verbAt   int
	up       int // +1, −1
	step     *quantity.Figure
	stepUp   int
	growth   bool // the step is a rate of growth, not a difference
	multiple bool // the step is a rate of growth in multiples: 增长1.5倍, which some write for what 是…的1.5倍 says
}

// changes finds the statements of the form 由 A verb 至 B [、verb C].
func changes(x *sentence) []change {
	var out []change
	for k := 0; k+1 < len(x.fs); k++ {
		next := k + 1
		if x.fs[next].Class == quantity.Year && next+1 < len(x.fs) && x.fs[next+1].I-x.fs[next].J <= 1 { // 提升至2023年的38.6%
			next++
		}
		a, b := &x.fs[k], &x.fs[next]
		if a.Class != quantity.Measure || b.Class != quantity.Measure || a.Range || b.Range || a.Unit != b.Unit && a.Unit != "" {
			continue
		}
		if b.I-a.J > 20 || !x.startsChange(a.I) {
			continue
		}
		c, ok := x.verbTo(a, b)
		if !ok {
			continue
		}
		if x.findStep(&c, next+1); c.step == nil && k > 0 {
			x.stepBefore(&c, k-1)
		}
		out = append(out, c)
	}
	return x.compared(out)
}

// startsChange: 由 or 从 stands before the figure, with at most a few words between (由2016年的2.35%).
func (x *sentence) startsChange(i int) bool {
	lo := max(0, i-12)
	for k := i - 1; k >= lo; k-- {
		switch r := x.Runes[k]; {
		case r == '由' || r == '从':
			return true
		case divides(r) || r == '、':
			return false
		}
	}
	return false
}

// verbTo reads the verb of change between a and b.
func (x *sentence) verbTo(a, b *quantity.Figure) (change, bool) {
	j := b.I
	if x.has(j-1, "的") && x.has(j-2, "年") {
		for j -= 2; j > a.J && x.Runes[j-1] >= '0' && x.Runes[j-1] <= '9'; j-- {
		}
	}
	for _, w := range []string{"约", "近", "超过", "不到", "不足"} {
		if at := j - runes(w); x.has(at, w) {
			j = at
		}
	}
	_, p := x.behind(j, arrival)
	if p == j {
		return change{}, false
	}
	for k := a.J; k < j; k++ {
		if divides(x.Runes[k]) || x.Runes[k] == '、' {
			return change{}, false
		}
	}
	if w, at := x.behind(p, rising); at < p {
		return change{from: a, to: b, verb: w, verbAt: at, up: 1}, true
	}
	if w, at := x.behind(p, falling); at < p {
		return change{from: a, to: b, verb: w, verbAt: at, up: -1}, true
	}
	return change{}, false
}

// findStep looks behind the after for the change itself: 、提高0.6个百分点 or ,累计增长12%. Another base (高于全国, 年均, 比上年) is none.
func (x *sentence) findStep(c *change, next int) {
	if next >= len(x.fs) {
		return
	}
	f := &x.fs[next]
	if f.I-c.to.J > 14 {
		return
	}
	i := c.to.J
	for i < f.I && (divides(x.Runes[i]) && x.Runes[i] != '。' || x.Runes[i] == '、' || x.Runes[i] == ' ') {
		i++
	}
	if i == c.to.J { // no mark between
		return
	}
	_, n := summing.At(x.Runes, i, f.I)
	x.takeStep(c, f, i+n)
}

// summing are the words that may stand before the verb of a step without giving it another base.
var summing = quantity.Words("累计", "共", "五年", "五年累计", "四年", "四年累计", "三年", "三年累计", "合计", "总计", "净", "比例", "占比")

// stepBefore looks for the change in the clause before: 提高0.8个百分点,由2.35%提高至2.95%.
func (x *sentence) stepBefore(c *change, before int) {
	f := &x.fs[before]
	i := f.J
	for i < len(x.Runes) && (x.Runes[i] == ',' || x.Runes[i] == '，' || x.Runes[i] == ' ') {
		i++
	}
	if i == f.J || !x.has(i, "由") && !x.has(i, "从") {
		return
	}
	j := f.I
	if x.has(j-1, "了") {
		j--
	}
	if _, at := x.behind(j, rising); at < j {
		x.takeStep(c, f, at)
	} else if _, at := x.behind(j, falling); at < j {
		x.takeStep(c, f, at)
	}
}

// takeStep makes f the step of c if a verb of change at rune i leads to it, and it can be the difference or the rate of c.
func (x *sentence) takeStep(c *change, f *quantity.Figure, i int) {
	if f.Class != quantity.Measure || f.Range || f.Threshold {
		return
	}
	up := 1
	k, n := rising.At(x.Runes, i, len(x.Runes))
	verbs := rising
	if d, m := falling.At(x.Runes, i, len(x.Runes)); m > n {
		up, k, n, verbs = -1, d, m, falling
	}
	if n == 0 {
		return
	}
	word := verbs.Words()[k]
	i += n
	rated := x.has(i, "幅") // 增幅12%
	if rated {
		i++
	}
	for _, w := range []string{"了", "约", "近", "超过", "超", "达", "达到", "为"} {
		if x.has(i, w) && i+runes(w) <= f.I {
			i += runes(w)
		}
	}
	if i != f.I {
		return
	}
	switch {
	case rated && f.Dim != quantity.Percent:
		return
	case c.to.Dim == quantity.Percent && f.Dim == quantity.Point:
	case c.to.Dim == f.Dim && c.to.Unit == f.Unit && f.Dim != quantity.Percent:
	case c.to.Dim != quantity.Percent && f.Dim == quantity.Percent && (rated || word != "提" && word != "降" && word != "减") && !x.deflated(c):
		c.growth = true
	case c.to.Dim != quantity.Percent && f.Dim == quantity.Times && c.up > 0:
		c.growth, c.multiple = true, true
	default:
		return
	}
	c.step, c.stepUp = f, up
}

// deflated: products and values added grow at constant prices, so that the rate is not that of the two levels.
func (x *sentence) deflated(c *change) bool { return x.holds(0, c.from.I, atConstantPrices) }

var atConstantPrices = quantity.Words("生产总值", "增加值", "gdp", "国民总收入", "总产值")

// compared adds the statements that name the before last: 达到65.2%,比2017年的60.1%提高5.1个百分点.
func (x *sentence) compared(out []change) []change {
	for k := 1; k+1 < len(x.fs); k++ {
		from, step := &x.fs[k], &x.fs[k+1]
		if from.Class != quantity.Measure || from.Range || step.I-from.J > 6 {
			continue
		}
		p := k - 1
		for p > 0 && (x.fs[p].Class == quantity.Year || x.fs[p].Class == quantity.Date) {
			p--
		}
		to := &x.fs[p]
		if to.Class != quantity.Measure || to.Range || to.Unit != from.Unit || to.Words || from.Words {
			continue
		}
		i := to.J
		for i < from.I && (x.Runes[i] == ',' || x.Runes[i] == '，' || x.Runes[i] == '、' || x.Runes[i] == ' ') {
			i++
		}
		if i == to.J || from.I-i > 9 || !x.has(i, "比") && !x.has(i, "较") {
			continue
		}
		if j := from.I; j != i+1 && !x.has(j-2, "年的") && !x.has(j-2, "底的") && !x.has(j-2, "末的") && !x.has(j-2, "年初") {
			continue
		}
		if _, reached := x.behind(to.I, attaining); reached == to.I {
			continue // what the words speak of is not the level
		}
		c := change{from: from, to: to, up: to.Base().Cmp(from.Base())}
		if x.takeStep(&c, step, from.J); c.step != nil && !c.growth && c.up == c.stepUp {
			out = append(out, c)
		}
	}
	return out
}

// fromToDelta: the printed step is not the difference of what is printed before and after, for no values that round so.
type fromToDelta struct{}

// changeWords are the words that bring the after of a change.
func changeWords() []string {
	var out []string
	for _, list := range []*quantity.WordList{rising, falling} {
		for _, v := range list.Words() {
			for _, a := range arrival.Words() {
				out = append(out, v+a)
			}
		}
	}
	return out
}

func (fromToDelta) Trigger() scan.Trigger {
	return scan.Trigger{Literals: append(changeWords(), "increased from ", "rose from ", "decreased from ", "fell from ", "up from ", "down from ", "dropped from ", "raised from ", "reduced from ", "grew from ", "climbed from ", "declined from ", "lowered from ", "cut from ", "points from ", "比20", "较20")}
}

func (fromToDelta) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	return judged(d, hits).steps
}

// verdicts are what the changes of a document refute: their printed steps, and their verbs.
type verdicts struct{ steps, verbs []checks.Match }

// judged reads the changes around hits once for the two rules that look at them: both have the same trigger.
func judged(d *document.Document, hits []scan.Hit) *verdicts {
	return document.View(d, func(d *document.Document) *verdicts {
		v := &verdicts{}
		each(d, hits, tellsChange, func(x *sentence) []checks.Match {
			for _, c := range all(x) {
				if m, ok := c.refuted(x); ok {
					v.steps = append(v.steps, m)
				}
				if m, ok := c.contradicted(x); ok {
					v.verbs = append(v.verbs, m)
				}
			}
			return nil
		})
		return v
	})
}

// changeReach is how many bytes before its verb of change the 由 or 从 of a statement can stand: two figures' lengths and what
// may lie between them.
const changeReach = 200

// tellsChange: figures stand on both sides of the verb, and in Chinese 由 or 从 before the first.
func tellsChange(s string, h scan.Hit) bool {
	if s[h.Span.Start] < 0x80 { // the English verbs hold their from: both figures stand behind them
		behind := s[h.Span.End:min(len(s), h.Span.End+60)]
		to := strings.Index(behind, " to ")
		return to > 0 && hasDigit(behind[:to]) && hasDigit(behind[to:])
	}
	if strings.HasSuffix(h.Span.Of(s), "20") { // 比2016年的58.2%提高
		return hasDigit(s[max(0, h.Span.Start-24):h.Span.Start]) && strings.HasPrefix(s[min(len(s), h.Span.End+2):], "年的")
	}
	if !figured(s, h, 16, 120) {
		return false
	}
	before := s[max(0, h.Span.Start-changeReach):h.Span.Start]
	return strings.Contains(before, "由") || strings.Contains(before, "从") || strings.Contains(before, "從")
}

// all are the changes of a sentence in its language.
func all(x *sentence) []change {
	if x.Han {
		return changes(x)
	}
	return englishChanges(x)
}

// refuted compares the step with the difference, as intervals.
func (c *change) refuted(x *sentence) (checks.Match, bool) {
	if c.step == nil || c.stepUp != c.up {
		return checks.Match{}, false
	}
	from, to, step := exactly(c.from), exactly(c.to), c.step.Interval()
	var due quantity.Interval
	if c.growth {
		var ok bool
		if due, ok = rate(from, to, c.up); !ok {
			return checks.Match{}, false
		}
	} else if due = to.Minus(from); c.up < 0 {
		due = from.Minus(to)
	}
	if c.from.Qualifier != quantity.Exact || c.to.Qualifier != quantity.Exact {
		return checks.Match{}, false
	}
	if c.multiple {
		ratio := quantity.Interval{Low: hundredth(due.Low, 1), High: hundredth(due.High, 1)}
		due = quantity.Interval{Low: hundredth(due.Low, 0), High: hundredth(due.High, 0)}
		if ratio.Meets(step) {
			return checks.Match{}, false
		}
	}
	if due.Meets(step) {
		return checks.Match{}, false
	}
	m := checks.At(c.step.Span.Start, c.step.Span.End)
	m.Vars = map[string]string{"from": x.print(c.from), "to": x.print(c.to), "step": x.print(c.step), "due": show(due, c)}
	m.Related = []checks.Note{{Key: "from", At: []text.Span{c.from.Span}}, {Key: "to", At: []text.Span{c.to.Span}}}
	m.Evidence = []checks.Note{{Key: "sum"}}
	return m, true
}

// hundredth is x/100 + more.
func hundredth(x *big.Rat, more int64) *big.Rat {
	r := new(big.Rat).Quo(x, big.NewRat(100, 1))
	return r.Add(r, big.NewRat(more, 1))
}

// exactly is the rounding interval of a figure, its qualifier set aside.
func exactly(f *quantity.Figure) quantity.Interval {
	return quantity.Rounded(f.Base(), f.Last+f.Scale)
}

// rate is the interval of growth in per cent from one positive interval to another.
func rate(from, to quantity.Interval, up int) (quantity.Interval, bool) {
	if from.Low.Sign() <= 0 || to.Low.Sign() <= 0 {
		return quantity.Interval{}, false
	}
	growth := func(a, b *big.Rat) *big.Rat { // (b−a)/a in %
		r := new(big.Rat).Sub(b, a)
		r.Quo(r, a)
		return r.Mul(r, big.NewRat(int64(100*up), 1))
	}
	lo, hi := growth(from.High, to.Low), growth(from.Low, to.High)
	if up < 0 {
		lo, hi = hi, lo
	}
	return quantity.Interval{Low: lo, High: hi}, true
}

// show writes the middle of an interval as the step is printed, with its unit.
func show(v quantity.Interval, c *change) string {
	mid := new(big.Rat).Add(v.Low, v.High)
	mid.Quo(mid, big.NewRat(2, 1))
	if c.step.Scale > 0 {
		mid.Quo(mid, quantity.Decimal{Mant: 1, Exp: c.step.Scale}.Rat())
	}
	return mid.FloatString(max(-c.step.Last, 0))
}

// direction: the verb says up and the figures go down, or the other way round.
type direction struct{}

func (direction) Trigger() scan.Trigger { return fromToDelta{}.Trigger() }

func (direction) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	return judged(d, hits).verbs
}

// contradicted compares the verb with the two figures.
func (c *change) contradicted(x *sentence) (checks.Match, bool) {
	cmp := c.to.Base().Cmp(c.from.Base())
	if c.verb == "" || cmp == 0 || cmp == c.up || c.from.Qualifier != quantity.Exact || x.Han && c.from.Unit == "" || c.from.Dim == quantity.Rank {
		return checks.Match{}, false
	}
	if x.has(c.from.J, "级") || x.has(c.to.J, "级") { // 万吨级 is a class
		return checks.Match{}, false
	}
	if c.from.Dim == quantity.Count && c.from.Unit == "位" { // places in a ranking rise downwards
		return checks.Match{}, false
	}
	m := checks.At(c.to.Span.Start, c.to.Span.End)
	m.Vars = map[string]string{"from": x.print(c.from), "to": x.print(c.to), "verb": x.span(c.verbAt, c.verbAt+runes(c.verb)).Of(x.s)}
	m.Related = []checks.Note{{Key: "from", At: []text.Span{c.from.Span}}}
	return m, true
}

func runes(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}
