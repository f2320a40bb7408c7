package claim

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
)

func claims(s string) []Claim {
	return NewReader(document.New("x.txt", codec.FromString(s))).All()
}

func show(cs []Claim) string {
	var out []string
	for _, c := range cs {
		v := c.Value.String()
		if c.Range {
			v += "~" + c.Upper.String()
		}
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s|%s|%s%s|%s %s", c.Indicator, c.Kind, v, c.Unit, c.Period, c.Status)))
	}
	return strings.Join(out, "\n")
}

const head = "2022年大连市政府工作报告\n2022年1月6日在大连市第十七届人民代表大会第一次会议上\n一、2021年工作回顾\n"

func TestClaims(t *testing.T) {
	for _, c := range []struct{ name, s, want string }{
		{"elided", head + "地区生产总值7600亿元、增长8%左右,总量居全省首位。",
			"地区生产总值|level|7600亿元|2021 result\n地区生产总值|growth|8%|2021 result\n地区生产总值总量|rank|1位|2021 result"},
		{"estimate carries through its sentence", head + "预计地区生产总值增长5%,固定资产投资增长6%。进出口增长7%。",
			"地区生产总值|growth|5%|2021 estimate\n固定资产投资|growth|6%|2021 estimate\n进出口|growth|7%|2021 result"},
		{"one word, two subjects", head + "城乡居民收入分别增长5%、8.5%。",
			"城镇居民收入|growth|5%|2021 result\n农村居民收入|growth|8.5%|2021 result"},
		{"figures of the clause before", head + "新增科技型企业460户、瞪羚企业40户,分别增长46.1%、20.8%。",
			"新增科技型企业|count|460户|2021 result\n瞪羚企业|count|40户|2021 result\n新增科技型企业|growth|46.1%|2021 result\n瞪羚企业|growth|20.8%|2021 result"},
		{"rates of a list", head + "城镇、农村居民人均可支配收入分别为48632元、24518元,增长5.1%和6.8%。",
			"城镇居民人均可支配收入|level|48632元|2021 result\n农村居民人均可支配收入|level|24518元|2021 result\n城镇居民人均可支配收入|growth|5.1%|2021 result\n农村居民人均可支配收入|growth|6.8%|2021 result"},
		{"a tail for all", head + "数字经济增加值、海洋经济增加值占地区生产总值比重分别达15%、12%以上。",
			"数字经济增加值占地区生产总值比重|share|15%|2021 result\n海洋经济增加值占地区生产总值比重|share|12%|2021 result"},
		{"before and after, and another base", head + "全社会研发经费投入强度由2.35%提高至2.95%、高于全国0.55个百分点。",
			"全社会研发经费投入强度|share|2.35%|2021 result\n全社会研发经费投入强度|share|2.95%|2021 result\n全社会研发经费投入强度|change|0.55个百分点|2021 result"},
		{"what is counted stands behind", head + "培育2-3个平原旅游重点镇、3个乡村旅游重点村。",
			"平原旅游重点镇|count|2~3个|2021 result\n乡村旅游重点村|count|3个|2021 result"},
		{"thresholds are no facts", head + "力争签约10亿元以上招商项目3个。", "10亿元以上招商项目|count|3个|2021 target"},
		{"names are no facts", head + "推广“1511”工作法,12345热线、5G基站、地铁5号线、982钻井平台稳步推进。", ""},
		{"plan", head + "二、2022年重点工作安排\n地区生产总值增长8%左右。", "地区生产总值|growth|8%|2022 target"},
		{"many years", "2022年1月6日在大连市第十七届人民代表大会第一次会议上\n一、过去五年工作回顾\n固定资产投资年均增长7%,能化产业产值是2016年的1.2倍。2021年常住人口745万人。",
			"固定资产投资|growth|7%|2017-2021 result\n能化产业产值|multiple|1.2倍|2021 result\n常住人口|count|745万人|2021 result"},
		{"a rank without a classifier", head + "粮食总产320亿斤、居全国第6,技术指数达61%,提升幅度全省第二,发展首位产业,把安全放在首位。",
			"粮食总产|level|320亿斤|2021 result\n粮食总产|rank|6位|2021 result\n技术指数|share|61%|2021 result\n提升幅度|rank|2位|2021 result"},
		{"a noun phrase ends at its verb", head + "3家企业启动智能改造,22个贫困村达标退出,5家国家级5G工厂建成投产,实施2个电网提升工程。",
			"企业|count|3家|2021 result\n贫困村|count|22个|2021 result\n国家级5G工厂|count|5家|2021 result\n电网提升工程|count|2个|2021 result"},
		{"a bound inside a noun phrase", head + "6个预增产值过10亿元的增长点投产,实施5个以上重大专项,新增布点60%以上服务于新兴产业。",
			"预增产值过10亿元的增长点|count|6个|2021 result\n重大专项|count|5个|2021 result\n新增布点|share|60%|2021 result"},
		{"a bracket inside a noun phrase", head + "污水治理(管控)率达48%。(二)粮食产量增长5%。", "污水治理(管控)率|share|48%|2021 result\n粮食产量|growth|5%|2021 result"},
		{"totals are not of what was added", head + "新增龙头企业16家、总数达到98家。", "新增龙头企业|count|16家|2021 result\n龙头企业总数|count|98家|2021 result"},
		{"rates in other words", head + "营收保持20%以上的增长,经济增长目标定为6%左右,水质指数改善4.1%,总磷浓度剔除气候影响后下降8.5%。",
			"营收|growth|20%|2021 result\n经济|growth|6%|2021 result\n水质指数|growth|4.1%|2021 result\n总磷浓度|growth|8.5%|2021 result"},
		{"the last of many years", "2022年1月6日在大连市第十七届人民代表大会第一次会议上\n一、过去五年工作回顾\n服务业比重由2016年的39.2%提高到45.1%。\n2021年是本届政府的收官之年。投资增长7%。回顾五年的历程,出口增长9%。",
			"服务业比重|share|39.2%|2016 result\n服务业比重|share|45.1%|2017-2021 result\n投资|growth|7%|2021 result\n出口|growth|9%|2017-2021 result"},
		{"english", "I. Review of Work in 2022\nIt is estimated that the city's regional GDP will increase by about 4.5%. The number of accidents and deaths decreased by 19.7% and 26.1% respectively. There are 146 enterprises, accounting for more than 80% of the province.",
			"city's regional GDP|growth|4.5%|2022 estimate\nnumber of accidents|growth|19.7%|2022 result\ndeaths|growth|26.1%|2022 result\nenterprises|count|146|2022 result\nenterprises|share|80%|2022 result"},
		{"english giving", "I. Review of Work in 2022\nThe city allocated 4.5 billion yuan in special funds, an increase of 9%. It used 3 billion yuan to support rural schools. Exports were 10 billion yuan, 2 billion yuan more than in the year before.",
			"special funds|level|4.5billion yuan|2022 result\nspecial funds|growth|9%|2022 result\nrural schools|level|3billion yuan|2022 result\nExports|level|10billion yuan|2022 result\nExports|change|2billion yuan|2022 result"},
		{"english participles", "I. Review of Work in 2022\nII. Main tasks for 2023\nThe targets are: increasing output by 8%, keeping the unemployment rate no higher than 4.6%, and holding the rise in prices to around 3%.",
			"output|growth|8%|2023 target\nunemployment rate|share|4.6%|2023 target\nprices|growth|3%|2023 target"},
		{"english rates of the clauses before", "I. Review of Work in 2022\nUrban income was 17,175 yuan, and rural income was 5,153 yuan, up 9.8% and 8.5% respectively. We trained 300 urban and rural workers.",
			"Urban income|level|17175yuan|2022 result\nrural income|level|5153yuan|2022 result\nUrban income|growth|9.8%|2022 result\nrural income|growth|8.5%|2022 result\nurban and rural workers|count|300|2022 result"},
		{"numbers without a unit", head + "贫困人口减少60多万,8万多农业转移人口落户,新增100万锭棉纺产能。",
			"贫困人口|change|60万|2021 result\n农业转移人口|count|8万|2021 result"},
		{"capacities are in names", head + "某石化年产150万吨芳烃、某厂120万吨乙烯项目开工,发电量5亿千瓦时。", "发电量|level|5亿千瓦时|2021 result"},
		{"a subject in the clause before", head + "肉牛屠宰量实现翻番,由全国第11位跃升至第5位。单产连续3年居全省第1位。",
			"肉牛屠宰量|rank|11位|2021 result\n肉牛屠宰量|rank|5位|2021 result\n单产|rank|1位|2021 result"},
		{"english clauses", "I. Review of Work in 2022\nThe deficit was kept low and the money supply increased by 13%. The number of pupils who were enrolled in schools and colleges rose by 8%. The number of the poor was reduced by 16.5 million. Pensions for urban and rural residents were raised by 3% and 4% respectively.",
			"money supply|growth|13%|2022 result\nnumber of pupils who were enrolled in schools and colleges|growth|8%|2022 result\nnumber of the poor|change|16.5million|2022 result\nPensions for urban residents|growth|3%|2022 result\nPensions for rural residents|growth|4%|2022 result"},
		{"english values after a change", "I. Review of Work in 2022\nThe proportion rose to 50.5%. The gross domestic product (GDP) reached 56.9 trillion yuan, an increase of 7.7% over the previous year.",
			"proportion|share|50.5%|2022 result\ngross domestic product|level|56.9trillion yuan|2022 result\ngross domestic product|growth|7.7%|2022 result"},
	} {
		if got := show(claims(c.s)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, strings.ReplaceAll(got, "\n", "\n     "), strings.ReplaceAll(c.want, "\n", "\n     "))
		}
	}
}

// Every claim points into the text, has an indicator, and the time is linear: a line of 100,000 characters is read like many
// short ones.
func TestClaimsOfReports(t *testing.T) {
	files, _ := filepath.Glob("../../../fixtures/reports/*.txt")
	if len(files) != 5 {
		t.Fatalf("%d reports", len(files))
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		cs := claims(string(b))
		if len(cs) < 50 {
			t.Errorf("%s: only %d claims", f, len(cs))
		}
		for _, c := range cs {
			if c.Indicator == "" || c.Span.Start < 0 || c.Span.End > len(b) || c.Span.Start >= c.Span.End {
				t.Errorf("%s: %+v", f, c)
			}
		}
	}
}

func FuzzClaims(f *testing.F) {
	f.Add("2022年1月6日在大连市第一次会议上\n一、2021年工作回顾\n城乡居民收入分别增长5%、8.5%,A、B和C等产业占比由3%提高到4%、高于全国1个百分点,培育2—3家企业,居第三位,近八成行业翻一番。")
	f.Add("In 2021, GDP (X) rose by 5% and 6% respectively, an increase of US$4 billion; 146 enterprises were up 3 percentage points")
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range claims(s) {
			if c.Span.Start < 0 || c.Span.End > len(s) || c.Span.Start >= c.Span.End || c.Indicator == "" {
				t.Fatalf("%+v", c)
			}
		}
	})
}

func TestLongSentence(t *testing.T) {
	s := strings.Repeat("固定资产投资增长5.1%,新增企业3家、", 6000)
	done := make(chan int)
	go func() { done <- len(claims(s)) }()
	select {
	case n := <-done:
		if n < 6000 {
			t.Errorf("%d claims", n)
		}
	case <-time.After(time.Minute):
		t.Fatal("not linear in the length of a line")
	}
}
