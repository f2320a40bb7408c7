package number_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/lint"
)

// statement is one sentence that holds, and the same sentence broken in one figure.
type statement struct{ holds, broken, rule string }

var subjects = []string{"高技术产业", "装备制造业", "现代服务业", "民营经济", "绿色食品", "海洋经济", "数字经济", "文化旅游", "外贸进口", "新材料"}

// statements make sentences with figures of their own: what no report here says, in the forms that reports use.
var statements = []func(r *rand.Rand) statement{
	func(r *rand.Rand) statement { // percentage points
		a, d := 20+r.IntN(400), 5+r.IntN(300) // tenths
		f := "科技贡献率由%.1f%%提高到%.1f%%,提高%.1f个百分点。"
		off := d + 3 + r.IntN(20)
		return statement{fmt.Sprintf(f, tenths(a), tenths(a+d), tenths(d)), fmt.Sprintf(f, tenths(a), tenths(a+d), tenths(off)), "number/from-to-delta"}
	},
	func(r *rand.Rand) statement { // growth
		a := 100 + r.IntN(900)
		b := a + a*(10+r.IntN(60))/100
		g := 100 * float64(b-a) / float64(a)
		f := "规上企业从%d家增加到%d家,增长%.1f%%。"
		return statement{fmt.Sprintf(f, a, b, g), fmt.Sprintf(f, a, b, g+2+10*r.Float64()), "number/from-to-delta"}
	},
	func(r *rand.Rand) statement { // a fall
		a, d := 40+r.IntN(60), 5+r.IntN(30)
		f := "审批时限由%d天压缩至%d天。"
		return statement{fmt.Sprintf(f, a, a-d), fmt.Sprintf(f, a-d, a), "number/direction-contradicts"}
	},
	func(r *rand.Rand) statement { // arity
		n := 3 + r.IntN(4)
		var names, values []string
		for _, k := range r.Perm(len(subjects))[:n] {
			names = append(names, subjects[k])
			values = append(values, fmt.Sprintf("%.1f%%", 1+20*r.Float64()))
		}
		f := "%s增加值分别增长%s。"
		bad := values[1:]
		if r.IntN(2) == 0 {
			bad = append(slices.Clone(values), "9.9%")
		}
		return statement{fmt.Sprintf(f, strings.Join(names, "、"), strings.Join(values, "、")), fmt.Sprintf(f, strings.Join(names, "、"), strings.Join(bad, "、")), "number/respectively-arity"}
	},
	func(r *rand.Rand) statement { // range
		a := 2 + r.IntN(20)
		b := a + 1 + r.IntN(9)
		unit := []string{"家", "个", "项", "亿元", "公里"}[r.IntN(5)]
		dash := []string{"—", "-", "～"}[r.IntN(3)]
		return statement{fmt.Sprintf("新建骨干项目%d%s%d%s。", a, dash, b, unit), fmt.Sprintf("新建骨干项目%d%s%d%s。", b, dash, a, unit), "number/range-reversed"}
	},
	func(r *rand.Rand) statement { // years
		a := 2015 + r.IntN(5)
		return statement{fmt.Sprintf("%d—%d年统筹推进。", a, a+5), fmt.Sprintf("%d—%d年统筹推进。", a+5, a), "number/range-reversed"}
	},
	func(r *rand.Rand) statement { // share
		v := 500 + r.IntN(490)
		name := []string{"医保参保率", "常住人口城镇化率", "农产品抽检合格率", "建成区绿化覆盖率"}[r.IntN(4)]
		return statement{fmt.Sprintf("%s达到%.1f%%。", name, tenths(v)), fmt.Sprintf("%s达到%.1f%%。", name, tenths(v+1000)), "number/share-over-100"}
	},
	func(r *rand.Rand) statement { // sectors
		a, b := 50+r.IntN(200), 300+r.IntN(200)
		return statement{fmt.Sprintf("三次产业结构调整为%.1f∶%.1f∶%.1f。", tenths(a), tenths(b), tenths(1000-a-b)), fmt.Sprintf("三次产业结构调整为%.1f∶%.1f∶%.1f。", tenths(a), tenths(b+5+r.IntN(60)), tenths(1000-a-b)), "number/total-outside-parts"}
	},
	func(r *rand.Rand) statement { // parts
		n, k := 100+r.IntN(500), 10+r.IntN(80)
		return statement{fmt.Sprintf("新开工项目%d个,其中重大项目%d个。", n, k), fmt.Sprintf("新开工项目%d个,其中重大项目%d个。", n, n+k), "number/total-outside-parts"}
	},
	func(r *rand.Rand) statement { // growth of a whole
		a, b := 60+r.IntN(60), 20+r.IntN(30)
		m := b + 1 + r.IntN(a-b-1)
		f := "存贷款余额增长%.1f%%,其中存款余额增长%.1f%%,贷款余额增长%.1f%%。"
		return statement{fmt.Sprintf(f, tenths(m), tenths(a), tenths(b)), fmt.Sprintf(f, tenths(a+5+r.IntN(50)), tenths(a), tenths(b)), "number/total-outside-parts"}
	},
	func(r *rand.Rand) statement { // shape
		v := 10 + r.IntN(300)
		return statement{fmt.Sprintf("技改投资增长%d.%d%%。", v/10, v%10), fmt.Sprintf("技改投资增长%d?%d%%。", v/10, v%10), "number/malformed-number"}
	},
}

func tenths(n int) float64 { return float64(n) / 10 }

// TestPlanted plants sentences that hold into real reports, where nothing may be said of them, and the same sentences broken,
// which must be found.
func TestPlanted(t *testing.T) {
	l := numberLinter(t)
	all := texts(t)
	var names []string
	for name := range all {
		if !strings.HasPrefix(name, "003") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	r := rand.New(rand.NewPCG(seed, 2))
	type score struct{ planted, alarms, found int }
	scores := map[string]*score{}
	each := 30
	if testing.Short() {
		each = 8
	}
	for _, make := range statements {
		for k := range each {
			st := make(r)
			s := all[names[k%len(names)]]
			at := sentenceEnd(s, len(s)/4+r.IntN(len(s)/2))
			if scores[st.rule] == nil {
				scores[st.rule] = &score{}
			}
			c := scores[st.rule]
			c.planted++
			if n := within(l, s[:at]+st.holds+s[at:], at, at+len(st.holds), ""); n > 0 {
				c.alarms++
				t.Errorf("alarm on a statement that holds: %s", st.holds)
			}
			if within(l, s[:at]+st.broken+s[at:], at, at+len(st.broken), st.rule) > 0 {
				c.found++
			} else {
				t.Logf("missed: %s", st.broken)
			}
		}
	}
	var ids []string
	for id := range scores {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	t.Logf("%-34s %7s %6s %7s %7s", "rule", "planted", "found", "recall", "alarms")
	for _, id := range ids {
		c := scores[id]
		recall := float64(c.found) / float64(c.planted)
		t.Logf("%-34s %7d %6d %7.2f %7d", id, c.planted, c.found, recall, c.alarms)
		if recall < 0.9 {
			t.Errorf("%s: recall %.2f", id, recall)
		}
	}
}

// sentenceEnd is the first offset behind a 。 at or after i.
func sentenceEnd(s string, i int) int {
	if k := strings.Index(s[i:], "。"); k >= 0 {
		return i + k + len("。")
	}
	return len(s)
}

// within counts the findings between two offsets, of one rule or of all.
func within(l *lint.Linter, s string, from, to int, rule string) int {
	n := 0
	for _, f := range findings(l, s) {
		if p := f.Places[0].Span; p.Start >= from && p.End <= to && (rule == "" || f.Rule.ID == rule) {
			n++
		}
	}
	return n
}
