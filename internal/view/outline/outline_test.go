package outline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
)

func of(s string) *Outline { return Of(document.New("x.txt", &codec.Text{S: s})) }

// shape prints lists as "一、:1,2,3 (一)<1:1,2": kind, number of the parent, numbers.
func shape(o *Outline) string {
	var out []string
	for _, l := range o.Lists {
		var n []string
		for _, i := range l.Items {
			n = append(n, fmt.Sprint(o.Markers[i].N))
		}
		p := ""
		if l.Parent >= 0 {
			p = fmt.Sprintf("<%d", o.Markers[l.Parent].N)
		}
		out = append(out, l.Kind.String()+p+":"+strings.Join(n, ","))
	}
	return strings.Join(out, " ")
}

func TestLists(t *testing.T) {
	for _, c := range []struct{ name, s, want string }{
		{"levels", "一、回顾\n(一)甲\n(二)乙\n二、安排\n(一)丙\n(二)丁\n", "一、:1,2 (一)<1:1,2 (一)<2:1,2"},
		{"full width", "一、回顾\n（一）甲\n（二）乙\n", "一、:1 (一)<1:1,2"},
		{"a level begins again under its own kind", "一、回顾\n二、安排重点做好以下三项工作: 一、甲。 二、乙。 三、丙。 三、自身建设\n", "一、:1,2,3 一、<2:1,2,3"},
		{"collapsed", "一、工作回顾过去一年。 (一)甲。一是子。二是丑。三是寅。 (二)乙。 二、工作安排今年", "一、:1,2 (一)<1:1,2 一是<1:1,2,3"},
		{"a gap stays in the list", "(一)甲\n(二)乙\n(四)丁\n(五)戊\n", "(一):1,2,4,5"},
		{"a number twice stays in the list", "(一)甲\n(二)乙\n(二)丙\n(三)丁\n", "(一):1,2,2,3"},
		{"words", "坚持保护第 一、全民共享;维修三、四级道路;浪漫线 一、二期;农村一二三产业融合;规则统一、权责明确;第三和第二位;发展第一要务。", ""},
		{"quoted", "“一”,就是一张蓝图;“八”,就是八项行动。", ""},
		{"first item glued to its heading", "四、全面加强政府自身建设一是讲政治。二是讲法治。三是讲清廉。", "一、:4 一是<4:1,2,3"},
		{"arabic", "1.为老人办事。2.为孩子办事。3.为1.5万人办事。", "1.:1,2,3"},
		{"arabic before a year", "1.2022年回顾\n2.2023年安排\n", "1.:1,2"},
		{"circled", "①甲；②乙；③丙", "①:1,2,3"},
		{"english", "I. Review\n(1) One. Text in the province. (2) Two\n(Three) three\nII. Plan\n", "I.:1,2 (1)<1:1,2,3"},
		{"english ordinals nest", "1. Growth\nFirst, a.\nSecond, b.\n2. Reform\nFirst, c.\nSecond, d.\n", "1.:1,2 First,<1:1,2 First,<2:1,2"},
		{"a new report begins anew", "一、甲\n二、乙\n2022年东丽区政府工作报告\n一、丙\n二、丁\n", "一、:1,2 一、:1,2"},
		{"half-width parenthesis", "1）甲\n2）乙\n", "1):1,2"},
		{"demands", "一要甲，二要乙，三要丙。", "一是:1,2,3"},
		{"nothing", "", ""},
	} {
		if got := shape(of(c.s)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWeak(t *testing.T) {
	o := of("(一)甲。(二)乙。建设三、四级道路。(三)丙。")
	var weak []string
	for _, m := range o.Markers {
		if m.Weak {
			weak = append(weak, fmt.Sprintf("%d %d", m.N, m.List))
		}
	}
	if got := strings.Join(weak, ";"); got != "3 -1" {
		t.Errorf("weak markers %q", got)
	}
	if shape(o) != "(一):1,2,3" {
		t.Errorf("lists %q", shape(o))
	}
	if o := of("重点抓好三项工作(一)甲。(二)乙建设(三)丙。"); o.Lists[0].Reach != 3 {
		t.Errorf("reach %d, want 3: a weak marker could end the list", o.Lists[0].Reach)
	}
}

func TestHeads(t *testing.T) {
	for _, c := range []struct {
		s     string
		title int // year, -1: no title
		date  string
		sal   int
	}{
		{"2022年咸阳市政府工作报告2022年3月28日在咸阳市第九届人民代表大会第一次会议上咸阳市代市长 冷劲松各位代表:现在,我代表市人民政府,向大会作工作报告。", 2022, "2022-3-28 true", 1},
		{"2022年厦门市政府工作报告二〇一九年一月九日在厦门市第十五届人民代表大会第三次会议上各位代表:现在", 2022, "2019-1-9 true", 1},
		{"---2022年12月24日在沙河口区第十九届人民代表大会第三次会议上", -1, "2022-12-24 true", 0},
		{"——2025年1月14日海南省省长 刘小明在海南省第七届人民代表大会第四次会议上的讲话", -1, "2025-1-14 true", 0},
		{"第十二届全国人大二次会议，2014年3月5日", -1, "2014-3-5 true", 0},
		{"Delivered at the Second Session of the Twelfth National People's Congress on March 5, 2014", -1, "2014-3-5 true", 0},
		{"on March 5, 2010", -1, "2010-3-5 false", 0},
		{"（2022年1月6日）", -1, "2022-1-6 false", 0},
		{"2021年1月,习近平总书记亲临考察。", -1, "", 0},
		{"2020年9月16日,习近平总书记亲临郴州。", -1, "", 0},
		{"现在,我代表市政府向大会作政府工作报告,请予审议。", -1, "", 0},
		{"REPORT ON THE WORK OF THE GOVERNMENT--Delivered at the Third Session of the Eleventh National People's Congress", 0, "", 0},
		{"Work Report of Dalian Municipal government in 2023 | |", 2023, "", 0},
		{"Fellow Deputies,", -1, "", 1},
		{"各位代表:", -1, "", 1},
		{"各位代表!奋斗成就梦想。", -1, "", 0},
	} {
		o := of(c.s)
		year := -1
		if len(o.Titles) > 0 {
			year = o.Titles[0].Year
		}
		date := ""
		if len(o.Datelines) > 0 {
			d := o.Datelines[0]
			date = fmt.Sprintf("%d-%d-%d %v", d.Year, d.Month, d.Day, d.Session)
		}
		if year != c.title || date != c.date || len(o.Salutations) != c.sal {
			t.Errorf("%q: title %d, date %q, %d salutations; want %d, %q, %d", c.s, year, date, len(o.Salutations), c.title, c.date, c.sal)
		}
	}
}

// The five reports number their sections without a gap; that is what makes a gap worth reporting.
func TestReportsHaveNoGaps(t *testing.T) {
	files, err := filepath.Glob("../../../fixtures/reports/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatalf("five reports wanted, got %d, %v", len(files), err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		o := of(string(b))
		if len(o.Lists) < 3 {
			t.Errorf("%s: only %d lists", f, len(o.Lists))
		}
		for _, l := range o.Lists {
			for i, m := range l.Items {
				if first := o.Markers[l.Items[0]].N; o.Markers[m].N != first+i {
					t.Errorf("%s line %d: %s %d where %d is due", f, o.Markers[m].Line+1, l.Kind, o.Markers[m].N, first+i)
				}
			}
		}
	}
}

func FuzzOutline(f *testing.F) {
	f.Add("一、甲\n(一)乙(二)丙\n①②\nFirst, a. Second, b.\n2022年厦门市政府工作报告二〇一九年一月九日在会议上各位代表:")
	f.Add("(((一)(二十一)1.2)3)第一,Ⅳ、九是")
	f.Add(strings.Repeat("一、", 200))
	f.Fuzz(func(t *testing.T, s string) {
		o := of(s)
		last := -1
		for i, m := range o.Markers {
			if m.Span.Start < 0 || m.Span.End > len(s) || m.Span.Start >= m.Span.End || m.N < 1 || m.N > maxMarker {
				t.Fatalf("marker %d: %+v", i, m)
			}
			if m.Span.End <= last {
				t.Fatalf("marker %d ends at %d, before %d", i, m.Span.End, last)
			}
			last = m.Span.End
		}
		for _, l := range o.Lists {
			for k, i := range l.Items {
				if o.Markers[i].Kind != l.Kind || k > 0 && o.Markers[i].N < o.Markers[l.Items[k-1]].N {
					t.Fatalf("list %+v holds %+v", l, o.Markers[i])
				}
			}
		}
	})
}
