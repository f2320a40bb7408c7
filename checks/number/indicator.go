package number

import (
	"errors"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/claim"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// indicatorParams are the [params] of the rules that follow indicators through a report.
type indicatorParams struct {
	Indicators []string `toml:"indicators"` // by name, without scope: 地区生产总值
}

// indicators are claims of core indicators, read sentence by sentence around their names.
type indicators struct{ names []string }

func newIndicators(p checks.Params) (indicators, error) {
	var v indicatorParams
	if err := p.Decode(&v); err != nil {
		return indicators{}, err
	}
	if len(v.Indicators) == 0 {
		return indicators{}, errors.New("indicators: name at least one")
	}
	return indicators{v.Indicators}, nil
}

// Trigger calls where a name stands.
func (c indicators) Trigger() scan.Trigger { return scan.Trigger{Literals: c.names} }

// claims are those of exactly these indicators (not of 高新区地区生产总值), with their folded names.
func (c indicators) claims(d *document.Document, hits []scan.Hit) (cs []claim.Claim, names []string) {
	r := claim.NewReader(d)
	done := -1
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		sp := quantity.Around(d.Text(), h.Span.Start)
		done = sp.End
		for _, x := range r.Read(sp) {
			n := scan.FoldString(x.Indicator)
			for _, scope := range []string{"全市", "全省", "全区", "全县", "我市", "我省", "实现", "完成"} {
				n = strings.TrimPrefix(n, scope)
			}
			if slices.Contains(c.names, n) {
				cs, names = append(cs, x), append(names, n)
			}
		}
	}
	return cs, names
}

// sameIndicator: one indicator of one period has two values in one report.
type sameIndicator struct{ indicators }

func newSameIndicator(p checks.Params) (checks.Check, error) {
	c, err := newIndicators(p)
	return sameIndicator{c}, err
}

// said is what makes two claims speak of the same thing.
type said struct {
	report  int
	name    string
	kind    claim.Kind
	period  claim.Period
	average bool
	unit    string
}

func (c sameIndicator) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if len(hits) < 2 {
		return nil
	}
	cs, names := c.claims(d, hits)
	first := map[said]int{}
	var out []checks.Match
	for i := range cs {
		x := &cs[i]
		if x.Status != claim.Result || x.Period.To == 0 || x.Kind != claim.Level && x.Kind != claim.Growth || x.Range || x.Qualifier == quantity.About || elsewhere(d, x) {
			continue
		}
		k := said{x.Report, names[i], x.Kind, x.Period, x.Average, x.Figure.Unit}
		j, ok := first[k]
		if !ok {
			first[k] = i
			continue
		}
		y := &cs[j]
		if x.Sentence == y.Sentence || x.Interval().Meets(y.Interval()) {
			continue
		}
		m := checks.At(x.Span.Start, x.Span.End)
		m.Vars = map[string]string{"name": names[i], "period": x.Period.String(), "other": y.Span.Of(d.Text())}
		m.Related = []checks.Note{{Key: "other", At: []text.Span{y.Span}}}
		out = append(out, m)
	}
	return out
}

// elsewhere: the sentence speaks of other places, of parts of the year or of comparisons, so its figure may be another one.
func elsewhere(d *document.Document, x *claim.Claim) bool {
	s := x.Sentence.Of(d.Text())
	for _, w := range []string{"全国", "全省", "季度", "上半年", "下半年", "月份", "个月", "同期", "去年", "上年", "目标", "预期", "力争", "计划", "民营", "县域", "开发区", "高新区", "新区", "园区", "乡镇", "街道", "全球", "世界", "沿线", "其中", "人均", "单位", "占", "每", "预计", "预算"} {
		if strings.Contains(s, w) && !(w == "预算" && strings.Contains(s, "预算收入")) && !(w == "人均" && strings.Contains(x.Indicator, "人均")) {
			return true
		}
	}
	return false
}
