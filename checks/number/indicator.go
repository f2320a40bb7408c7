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
		sp := quantity.FlowOf(d).Around(d.Text(), h.Span.Start)
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
type sameIndicator struct {
	indicators
	same []int // of each name, the number of the first that means the same
}

func newSameIndicator(p checks.Params) (checks.Check, error) {
	c, err := newIndicators(p)
	same := make([]int, len(c.names))
	for i, n := range c.names {
		same[i] = slices.IndexFunc(c.names, func(m string) bool { return formal(m) == formal(n) })
	}
	return sameIndicator{c, same}, err
}

// doubtful keeps the hits that are worth reading: those directly before a figure, of names that stand before two different
// figures of one unit outside the plans.
func (c sameIndicator) doubtful(d *document.Document, hits []scan.Hit) []scan.Hit {
	printed := make([]string, len(hits)) // the figures; empty where there is none to compare
	for i, h := range hits {
		printed[i] = figureBehind(d.Text(), h.Span.End)
	}
	different := c.differing(hits, printed)
	if different == nil {
		return nil
	}
	r := claim.NewReader(d) // asked only now: to date the sections is dear
	for i, h := range hits {
		if printed[i] != "" && (!different[h.Index] || r.Plans(h.Span.Start)) {
			printed[i] = ""
		}
	}
	if different = c.differing(hits, printed); different == nil {
		return nil
	}
	var out []scan.Hit
	for i, h := range hits {
		if printed[i] != "" && different[h.Index] {
			out = append(out, h)
		}
	}
	return out
}

// differing are the names with two different figures of one unit, by their number; nil if there are none.
func (c sameIndicator) differing(hits []scan.Hit, printed []string) []bool {
	first := make([][2]string, len(c.names)) // of each name, without and with a per cent sign
	var out []bool
	for i, h := range hits {
		p := printed[i]
		if p == "" {
			continue
		}
		unit := 0
		if strings.HasSuffix(p, "%") || strings.HasSuffix(p, "％") {
			unit = 1
		}
		switch f := &first[c.same[h.Index]][unit]; {
		case *f == "":
			*f = p
		case *f != p:
			if out == nil {
				out = make([]bool, len(c.names))
			}
			out[c.same[h.Index]] = true
		}
	}
	for i := range out {
		out[i] = out[c.same[i]]
	}
	return out
}

// figureBehind is the figure, up to a per cent sign, that begins within a few words behind offset i; empty if there is none.
func figureBehind(s string, i int) string {
	start := i
	for end := min(len(s), i+30); i < end; i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if strings.Contains(s[start:i], "年均") {
				return ""
			}
			j := i
			for j < len(s) && (s[j] >= '0' && s[j] <= '9' || s[j] == '.') {
				j++
			}
			if strings.HasPrefix(s[j:], "%") {
				j++
			} else if strings.HasPrefix(s[j:], "％") {
				j += len("％")
			}
			return s[i:j]
		case c == ',' || c == '\n':
			return ""
		}
	}
	return ""
}

// formal is the name of an indicator without its short forms: 规上工业增加值 is 规模以上工业增加值.
func formal(name string) string {
	return strings.TrimPrefix(strings.Replace(name, "规上", "规模以上", 1), "外贸")
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
	if hits = c.doubtful(d, hits); len(hits) < 2 {
		return nil
	}
	cs, names := c.claims(d, hits)
	first := map[said]int{}
	var out []checks.Match
	for i := range cs {
		x := &cs[i]
		if x.Status != claim.Result || x.Period.To == 0 || x.Kind != claim.Level && x.Kind != claim.Growth && x.Kind != claim.Share || x.Range || x.Qualifier == quantity.About || elsewhere(d, x) {
			continue
		}
		k := said{x.Report, formal(names[i]), x.Kind, x.Period, x.Average, x.Figure.Unit}
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
