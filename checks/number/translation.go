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

// Translation declares that the file at English translates the file at Chinese. Paths are as documents are named; one * in
// both stands for the same text: zh/*.txt, en/*.txt.
type Translation struct{ Chinese, English string }

// translation holds the English of a report against its Chinese: the same indicator of the same year has one figure.
type translation struct{ pairs []Translation }

// Translations is the check of number/translation-differs for files that are declared to be pairs.
func Translations(pairs []Translation) checks.Check { return translation{pairs} }

// Trigger: only documents of a pair are read.
func (translation) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

// Run returns nothing: one report alone has nothing to be held against.
func (translation) Run(*document.Document, []scan.Hit) []checks.Match { return nil }

// pair is what the two files of a pair share, and which of them path is.
func (c translation) pair(path string) (key string, english, ok bool) {
	for i, p := range c.pairs {
		if stem, yes := fits(p.Chinese, path); yes {
			return strconv.Itoa(i) + ":" + stem, false, true
		}
		if stem, yes := fits(p.English, path); yes {
			return strconv.Itoa(i) + ":" + stem, true, true
		}
	}
	return "", false, false
}

// fits reports whether path has the form of pattern, and what stands for its *.
func fits(pattern, path string) (stem string, ok bool) {
	head, tail, star := strings.Cut(pattern, "*")
	if !star {
		return "", pattern == path
	}
	if len(path) < len(head)+len(tail) || !strings.HasPrefix(path, head) || !strings.HasSuffix(path, tail) {
		return "", false
	}
	return path[len(head) : len(path)-len(tail)], true
}

// term is an indicator by its names in both languages, as the statistical yearbooks and the official translations of
// government work reports print them; folded, without scope.
type term struct{ chinese, english []string }

var terms = []term{
	{[]string{"国内生产总值", "地区生产总值", "生产总值", "gdp"}, []string{"gross domestic product", "gdp", "regional gdp", "gross regional product", "regional gross domestic product"}},
	{[]string{"居民消费价格", "居民消费价格指数", "居民消费价格总水平"}, []string{"consumer price index", "cpi", "consumer prices", "consumer price index (cpi)"}},
	{[]string{"城镇登记失业率"}, []string{"registered urban unemployment rate", "registered urban unemployment"}},
	{[]string{"城镇新增就业", "新增城镇就业"}, []string{"new urban jobs", "new urban jobs created", "urban jobs"}},
	{[]string{"进出口总额", "货物进出口总额", "外贸进出口总额", "外贸进出口"}, []string{"total imports and exports", "total import and export volume", "total volume of imports and exports", "total volume of foreign trade"}},
	{[]string{"城镇居民人均可支配收入"}, []string{"per capita disposable income of urban residents", "urban per capita disposable income"}},
	{[]string{"农村居民人均可支配收入"}, []string{"per capita disposable income of rural residents", "rural per capita disposable income"}},
	{[]string{"农村居民人均纯收入"}, []string{"per capita net income of rural residents", "rural per capita net income"}},
	{[]string{"居民人均可支配收入"}, []string{"personal per capita disposable income", "per capita disposable income", "per capita disposable personal income"}},
	{[]string{"财政收入"}, []string{"government revenue", "fiscal revenue"}},
	{[]string{"一般公共预算收入"}, []string{"general public budget revenue", "general public budget revenues"}},
	{[]string{"粮食产量", "粮食总产量"}, []string{"grain output", "total grain output", "grain production", "total grain production"}},
	{[]string{"全社会用电量"}, []string{"total electricity consumption", "electricity consumption"}},
	{[]string{"货运量"}, []string{"volume of freight transport", "freight volume"}},
	{[]string{"规模以上工业增加值", "规上工业增加值"}, []string{"value-added of industrial enterprises above designated size", "added value of industries above designated size", "value added of industrial enterprises above designated size", "added value of industrial enterprises above designated size"}},
	{[]string{"固定资产投资"}, []string{"fixed-asset investment", "investment in fixed assets", "fixed asset investment"}},
	{[]string{"社会消费品零售总额"}, []string{"total retail sales of consumer goods", "retail sales of consumer goods"}},
	{[]string{"实际利用外资"}, []string{"actual utilization of foreign capital", "actual use of foreign capital", "utilized foreign capital"}},
	{[]string{"森林覆盖率"}, []string{"forest coverage", "forest coverage rate"}},
	{[]string{"高速铁路运营里程", "高铁运营里程"}, []string{"length of high-speed railways in service", "length of high-speed railways", "operating mileage of high-speed railways"}},
	{[]string{"财政赤字", "拟安排财政赤字"}, []string{"government deficit", "government budget deficit", "government budget deficit for this year", "government deficit for this year"}},
	{[]string{"中央财政赤字"}, []string{"central government deficit", "central government budget deficit"}},
	{[]string{"常住人口"}, []string{"permanent population", "permanent resident population", "resident population"}},
}

// termOf finds the term of an indicator as printed.
func termOf(name string, english bool) (int, bool) {
	n := scan.FoldString(strings.TrimSpace(name))
	prefixes := []string{"全市", "全省", "全区", "全县", "全国", "我市", "我省", "我国", "实现", "完成"}
	if english {
		prefixes = []string{"the ", "china's ", "our ", "country's ", "city's ", "province's ", "nation's "}
	}
	for _, p := range prefixes {
		n = strings.TrimPrefix(n, p)
	}
	for i, t := range terms {
		list := t.chinese
		if english {
			list = t.english
		}
		for _, w := range list {
			if w == n {
				return i, true
			}
		}
	}
	return 0, false
}

// measures convert the units of both languages to one: money as it is, masses to kilograms, lengths to kilometres, areas to mu.
var measures = map[string]struct {
	unit       string
	mult, over int64
}{
	"元": {"yuan", 1, 1}, "yuan": {"yuan", 1, 1}, "美元": {"dollars", 1, 1}, "dollars": {"dollars", 1, 1}, "US dollars": {"dollars", 1, 1},
	"吨": {"kg", 1000, 1}, "tons": {"kg", 1000, 1}, "metric tons": {"kg", 1000, 1}, "tonnes": {"kg", 1000, 1}, "斤": {"kg", 1, 2}, "jin": {"kg", 1, 2}, "公斤": {"kg", 1, 1}, "千克": {"kg", 1, 1}, "kilograms": {"kg", 1, 1}, "kg": {"kg", 1, 1},
	"公里": {"km", 1, 1}, "千米": {"km", 1, 1}, "kilometers": {"km", 1, 1}, "km": {"km", 1, 1},
	"亩": {"mu", 1, 1}, "mu": {"mu", 1, 1}, "公顷": {"mu", 15, 1}, "hectares": {"mu", 15, 1},
	"%": {"%", 1, 1}, "percent": {"%", 1, 1}, "人": {"", 1, 1}, "个": {"", 1, 1}, "": {"", 1, 1},
}

// partial are words that make a figure speak of another time or part than its indicator says.
var partial = []string{" average", " quarter", " half of ", " month", " five years"}

// Facts are the core indicators of a file that belongs to a pair, by what they measure, of which year, and whether they plan.
func (c translation) Facts(d *document.Document, _ []scan.Hit) []checks.Fact {
	key, english, ok := c.pair(d.Name())
	if !ok {
		return nil
	}
	var out []checks.Fact
	for _, x := range claim.NewReader(d).All() {
		t, ok := termOf(x.Indicator, english)
		m, measured := measures[x.Figure.Unit]
		if !ok || !measured || x.Average || x.Range || x.Qualifier == quantity.About || x.Period.To == 0 || x.Period.From != x.Period.To {
			continue
		}
		kind := ""
		switch x.Kind {
		case claim.Level, claim.Count:
			kind = "level"
		case claim.Growth:
			kind = "growth"
		case claim.Share:
			kind = "share"
		default:
			continue
		}
		if partly(d, &x, english) {
			continue
		}
		in := x.Interval()
		side := "zh"
		if english {
			side = "en"
		}
		f := checks.Fact{At: []text.Span{x.Span}}
		f.Key = strings.Join([]string{key, strconv.Itoa(t), x.Period.String(), kind, m.unit, strconv.FormatBool(x.Status == claim.Target)}, "\x00")
		f.Data = strings.Join([]string{side, converted(in.Low, m.mult, m.over), converted(in.High, m.mult, m.over), strconv.Itoa(x.Up), x.Span.Of(d.Text())}, "\x00")
		out = append(out, f)
	}
	return out
}

func partly(d *document.Document, x *claim.Claim, english bool) bool {
	if !english {
		s := x.Sentence.Of(d.Text())
		for _, w := range []string{"季度", "上半年", "下半年", "月份", "个月", "五年", "年均", "同期"} {
			if strings.Contains(s, w) {
				return true
			}
		}
		return false
	}
	s := scan.FoldString(x.Sentence.Of(d.Text()))
	for _, w := range partial {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// converted writes a bound of an interval, converted; "" is open.
func converted(x *big.Rat, mult, over int64) string {
	if x == nil {
		return ""
	}
	return new(big.Rat).Mul(x, big.NewRat(mult, over)).RatString()
}

// Combine compares the figures of the two files. Where either prints several that differ, or any two agree, nothing is told.
func (translation) Combine(key string, fs []checks.Fact) []checks.Late {
	type side struct {
		first int
		in    quantity.Interval
		up    string
		text  string
		n     int
	}
	var sides [2]side
	for i, f := range fs {
		p := strings.SplitN(f.Data, "\x00", 5)
		x := &sides[0]
		if p[0] == "en" {
			x = &sides[1]
		}
		in := quantity.Interval{Low: ratOf(p[1]), High: ratOf(p[2])}
		if x.n++; x.n == 1 {
			x.first, x.in, x.up, x.text = i, in, p[3], p[4]
		} else if !x.in.Meets(in) || x.up != p[3] {
			return nil
		}
	}
	zh, en := &sides[0], &sides[1]
	if zh.n == 0 || en.n == 0 || zh.in.Meets(en.in) {
		return nil
	}
	p := strings.Split(key, "\x00")
	t, _ := strconv.Atoi(p[1])
	return []checks.Late{{Fact: en.first, Related: []int{zh.first}, Vars: map[string]string{"name": terms[t].chinese[0], "english": terms[t].english[0], "year": p[2], "other": zh.text},
		Evidence: []checks.Note{{Key: "both"}}}}
}

func ratOf(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return r
}
