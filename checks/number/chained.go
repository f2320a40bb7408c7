package number

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/claim"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// chained: what was added last year and its rate imply the stock it was added to; what is to be added this year and its rate
// must imply the stock that came of it. Where one member of a list shows that this is how its rates are meant, the others must
// agree.
type chained struct{}

func (chained) Trigger() scan.Trigger { return scan.Trigger{Literals: []string{"分别增长"}} }

// added is a number added, with its rate.
type added struct{ n, rate *claim.Claim }

func (chained) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	listed := hits[:0:0]
	for _, h := range hits { // …户,分别增长: the counts stand in the clause before
		if c, _ := utf8.DecodeLastRuneInString(d.Text()[:h.Span.Start]); divides(c) {
			listed = append(listed, h)
		}
	}
	if hits = listed; len(hits) < 2 {
		return nil
	}
	r := claim.NewReader(d)
	var results, targets [][]added
	done := -1
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		sp := quantity.FlowOf(d).Around(d.Text(), h.Span.Start)
		done = sp.End
		if list := lists(append([]claim.Claim(nil), r.Read(sp)...)); len(list) >= 2 {
			if list[0].n.Status == claim.Target {
				targets = append(targets, list)
			} else {
				results = append(results, list)
			}
		}
	}
	var out []checks.Match
	for _, t := range targets {
		for _, res := range results {
			out = append(out, unlinked(d, res, t)...)
		}
	}
	return out
}

// lists pairs counts with the rates of growth of the same sentence.
func lists(cs []claim.Claim) []added {
	var out []added
	for i := range cs {
		if cs[i].Kind != claim.Count || cs[i].Range {
			continue
		}
		for j := i + 1; j < len(cs); j++ {
			if cs[j].Kind == claim.Growth && cs[j].Indicator == cs[i].Indicator && cs[j].Dim == quantity.Percent {
				out = append(out, added{&cs[i], &cs[j]})
				break
			}
		}
	}
	return out
}

// unlinked are the members of the later list whose rate does not fit the stock, if another member's does.
func unlinked(d *document.Document, before, after []added) []checks.Match {
	fits := 0
	var out []checks.Match
	for _, a := range after {
		for _, b := range before {
			if bare(a.n.Indicator) != bare(b.n.Indicator) || a.n.Unit != b.n.Unit {
				continue
			}
			old, ok1 := stock(b)
			now, ok2 := stock(a)
			if !ok1 || !ok2 {
				continue
			}
			due := old.Plus(exactly(&b.n.Figure))
			if due.Meets(now) {
				if narrow(due) && narrow(now) { // 8 % leaves an eighth open: that proves nothing
					fits++
				}
				continue
			}
			m := checks.At(a.rate.Span.Start, a.rate.Span.End)
			m.Vars = map[string]string{"name": a.n.Indicator, "added": a.n.Span.Of(d.Text()), "stock": whole(due), "implied": whole(now)}
			m.Related = []checks.Note{{Key: "before", At: []text.Span{b.n.Span}}, {Key: "rate", At: []text.Span{b.rate.Span}}}
			out = append(out, m)
		}
	}
	if fits == 0 {
		return nil
	}
	return out
}

// narrow: the interval is within a twentieth of its value.
func narrow(v quantity.Interval) bool {
	w := new(big.Rat).Sub(v.High, v.Low)
	return w.Mul(w, big.NewRat(20, 1)).Cmp(v.High) <= 0
}

func bare(s string) string { return strings.TrimPrefix(strings.TrimPrefix(s, "新增"), "净增") }

// stock is what the number was added to, by its rate.
func stock(a added) (quantity.Interval, bool) {
	n, g := exactly(&a.n.Figure), exactly(&a.rate.Figure)
	if g.Low.Sign() <= 0 {
		return quantity.Interval{}, false
	}
	div := func(x, y *big.Rat) *big.Rat { r := new(big.Rat).Quo(x, y); return r.Mul(r, big.NewRat(100, 1)) }
	return quantity.Interval{Low: div(n.Low, g.High), High: div(n.High, g.Low)}, true
}

// whole writes the middle of an interval as a whole number.
func whole(v quantity.Interval) string {
	m := new(big.Rat).Add(v.Low, v.High)
	return m.Quo(m, big.NewRat(2, 1)).FloatString(0)
}
