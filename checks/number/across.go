package number

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/claim"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// across holds the reports of one place against each other: a level and its growth imply the level of the year before, which
// the report of that year has printed.
type across struct{ indicators }

func newAcross(p checks.Params) (checks.Check, error) {
	c, err := newIndicators(p)
	return across{c}, err
}

// Run returns nothing: one report alone has nothing to be held against.
func (across) Run(*document.Document, []scan.Hit) []checks.Match { return nil }

// Facts are level and growth of each indicator in the year that the report reviews, by place.
func (c across) Facts(d *document.Document, hits []scan.Hit) []checks.Fact {
	cs, names := c.claims(d, hits)
	type key struct {
		name, place string
		year        int
	}
	level, growth := map[key]*claim.Claim{}, map[key]*claim.Claim{}
	var order []key
	for i := range cs {
		x := &cs[i]
		if x.Place == "" || x.Status == claim.Target || x.Status == claim.Unknown || x.Period.From != x.Period.To || x.Average || x.Range || elsewhere(d, x) && x.Status != claim.Estimate {
			continue
		}
		k := key{names[i], x.Place, x.Period.To}
		switch {
		case x.Kind == claim.Level && level[k] == nil:
			level[k] = x
			order = append(order, k)
		case x.Kind == claim.Growth && growth[k] == nil:
			growth[k] = x
		}
	}
	var out []checks.Fact
	for _, k := range order {
		x := level[k]
		f := checks.Fact{Key: k.place + "\x00" + k.name + "\x00" + x.Figure.Unit, At: []text.Span{x.Span}}
		g := ""
		if y := growth[k]; y != nil && y.Dim == quantity.Percent && y.Qualifier == quantity.Exact {
			g = y.Value.String()
			if y.Up < 0 {
				g = "-" + g
			}
		}
		f.Data = strings.Join([]string{strconv.Itoa(k.year), x.Base().String(), g, x.Span.Of(d.Text())}, "\x00")
		out = append(out, f)
	}
	return out
}

// revision is how far the figure of a year may be revised before the next report speaks of it (censuses move a product by
// some per cent).
var revision = big.NewRat(12, 100)

// Combine compares each year with the one after it.
func (across) Combine(key string, fs []checks.Fact) []checks.Late {
	type fact struct {
		year   int
		value  *big.Rat
		growth *big.Rat
		text   string
	}
	var all []fact
	for _, f := range fs {
		p := strings.Split(f.Data, "\x00")
		x := fact{text: p[3]}
		x.year, _ = strconv.Atoi(p[0])
		x.value, _ = new(big.Rat).SetString(p[1])
		if p[2] != "" {
			x.growth, _ = new(big.Rat).SetString(p[2])
		}
		all = append(all, x)
	}
	name := strings.Split(key, "\x00")
	var out []checks.Late
	for i, x := range all {
		if x.growth == nil || x.value == nil {
			continue
		}
		for j, y := range all {
			if y.year != x.year-1 || fs[i].Path == fs[j].Path || y.value == nil || y.value.Sign() <= 0 {
				continue
			}
			rate := new(big.Rat).Quo(x.growth, big.NewRat(100, 1))
			rate.Add(rate, big.NewRat(1, 1))
			if rate.Sign() <= 0 {
				continue
			}
			base := new(big.Rat).Quo(x.value, rate)
			off := new(big.Rat).Sub(base, y.value)
			off.Quo(off.Abs(off), y.value)
			if off.Cmp(revision) <= 0 {
				continue
			}
			out = append(out, checks.Late{Fact: i, Related: []int{j}, Vars: map[string]string{"place": name[0], "name": name[1],
				"year": strconv.Itoa(x.year), "before": strconv.Itoa(y.year), "growth": x.growth.FloatString(1), "other": y.text, "off": new(big.Rat).Mul(off, big.NewRat(100, 1)).FloatString(0)}})
		}
	}
	return out
}
