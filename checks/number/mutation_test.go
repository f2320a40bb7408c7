package number_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/view/outline"
	"github.com/reportlint/reportlint/rules"
)

// seed makes the table of mutations reproducible: go test ./checks/number -run TestMutations -v
const seed = 20260117

// mutant is a report with one statement broken.
type mutant struct {
	text  string
	at    int // where it was broken
	rule  string
	quote string
}

// operator breaks statements of one kind in one way.
type operator struct {
	name string
	rule string
	make func(s string, r *rand.Rand) []mutant
}

func numberLinter(t testing.TB) *lint.Linter {
	t.Helper()
	c, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l, err := lint.New(c, lint.Options{Reported: func(r *rules.Rule) bool { return r.Family == "number" && r.Scope != rules.ScopeCorpus && !r.Preview }})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func findings(l *lint.Linter, s string) []lint.Finding {
	return l.Lint(document.New("report.txt", codec.FromString(s)), &lint.Worker{}).Findings
}

// texts are the reports to break: the five fixtures, those that hold several reports cut into them, and the clean ones.
func texts(t testing.TB) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, _ := filepath.Glob("../../fixtures/reports/*.txt")
	clean, _ := filepath.Glob("../../fixtures/clean/*.txt")
	for _, f := range append(files, clean...) {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s, name := string(b), filepath.Base(f)
		if !strings.HasPrefix(name, "004") {
			out[name] = s
			continue
		}
		lines := strings.Split(s, "\n")
		for i, line := range lines {
			if len(line) > 3000 {
				out[fmt.Sprintf("%s:%d", name, i+1)] = lines[i-1] + "\n" + line
			}
		}
	}
	if len(out) < 14 {
		t.Fatalf("only %d reports", len(out))
	}
	return out
}

// replace makes a mutant of s with s[i:j] replaced.
func replace(s string, i, j int, new, rule string) mutant {
	return mutant{text: s[:i] + new + s[j:], at: i, rule: rule, quote: s[max(0, i-30):min(len(s), j+30)]}
}

func outlineOf(s string) *outline.Outline {
	return outline.Of(document.New("x", codec.FromString(s)))
}

var (
	announcedAt = regexp.MustCompile(`(?:重点|做好|抓好|以下|着力)[^,。:;\n]{0,12}?([二三四五六七八九十]|[2-9]|1[0-9])(?:个|大)?(?:方面工作|方面|项工作|件实事)[^,。:;\n]{0,12}[:。：\n]`)
	listsAt     = regexp.MustCompile(`分别(?:增长|提高|达到|达|为|下降|是)([0-9.]+%(?:[、和][0-9.]+%)+)`)
	fromToAt    = regexp.MustCompile(`[由从]([0-9.]+)%(?:提高|提升|上升|增加|增|下降|降)(?:至|到)([0-9.]+)%`)
	rangeAt     = regexp.MustCompile(`([0-9]+)[-—]([0-9]+)(个|家|项|万元|亿元|公里|件|年)`)
	shareAt     = regexp.MustCompile(`(?:覆盖率|城镇化率|占比|合格率|普及率|失业率|优良率|接种率)(?:达到|达|为|超过)?([0-9]{1,2}(?:\.[0-9]+)?)[%％]`)
	rateAt      = regexp.MustCompile(`(?:增长|下降|提高)([0-9]+)(\.)([0-9]+)[%％]`)
	sinceAt     = regexp.MustCompile(`(20[0-9]{2})年以来`)
	sumAt       = regexp.MustCompile(`(?:地区生产总值|国内生产总值|一般公共预算收入|人均可支配收入)(?:达到|突破|完成|达)?[0-9.]+(亿元|万元|元)`)
	subsetAt    = regexp.MustCompile(`[0-9]{2,}([个家项所])[^。;0-9]{0,12},其中[^,。;0-9]{2,12}([0-9]+)([个家项所])`)
	sectorsAt   = regexp.MustCompile(`产业结构[^。]{0,10}?([0-9]+)(\.[0-9])[∶:]`)
	summedAt    = regexp.MustCompile(`[,。;:，；：]([^,。;:，；：“”的和及与为以\s0-9]{6,80})(?:“)?([三四五六七八九十])(?:大|项|个|条|张)[^,。;月以]`)
	titleAt     = regexp.MustCompile(`(?m)^ *(20[0-9]{2})年[^\n,。]{2,14}政府工作报告`)
)

func each(re *regexp.Regexp, s string, f func(m []int)) {
	for _, m := range re.FindAllStringSubmatchIndex(s, -1) {
		f(m)
	}
}

var operators = []operator{
	{"an item is dropped", "number/enumeration-gap", func(s string, r *rand.Rand) []mutant {
		o := outlineOf(s)
		var out []mutant
		for _, l := range o.Lists {
			n := len(l.Items)
			if n < 4 || l.Kind == outline.EnglishOrdinal || l.Kind == outline.HanOrdinal || l.Kind == outline.Circled || l.Kind == outline.HalfParen || o.Markers[l.Items[n-1]].N != n {
				continue
			}
			k := 1 + r.IntN(n-2)
			a, b := o.Markers[l.Items[k]], o.Markers[l.Items[k+1]]
			if a.Start != o.Markers[l.Items[k-1]].Start || a.Start != b.Start {
				continue
			}
			m := replace(s, a.Span.Start, b.Span.Start, "", "number/enumeration-gap")
			out = append(out, m)
		}
		return out
	}},
	{"an announced count is off by one", "number/announced-count-differs", func(s string, r *rand.Rand) []mutant {
		o := outlineOf(s)
		var out []mutant
		each(announcedAt, s, func(m []int) {
			n := value(s[m[2]:m[3]])
			i := o.After(m[1])
			if n == 0 || i >= len(o.Markers) || o.Markers[i].N != 1 || o.Markers[i].List < 0 || o.Markers[i].Span.Start > m[1]+60 {
				return
			}
			if l := o.Lists[o.Markers[i].List]; len(l.Items) != n || l.Reach != n {
				return // says nothing of what follows
			}
			to := n + 1 - 2*r.IntN(2)
			if to < 2 {
				to = n + 1
			}
			out = append(out, replace(s, m[2], m[3], strconv.Itoa(to), "number/announced-count-differs"))
		})
		return out
	}},
	{"a sum of a list in a sentence is off by one", "number/listed-count-differs", func(s string, r *rand.Rand) []mutant {
		var out []mutant
		each(summedAt, s, func(m []int) {
			n := value(s[m[4]:m[5]])
			if strings.Count(s[m[2]:m[3]], "、")+1 != n || strings.Contains(s[m[2]:m[3]], "等") {
				return
			}
			to := []string{"三", "四", "五", "六", "七", "八", "九", "十"}
			i := slices.Index(to, s[m[4]:m[5]])
			switch {
			case i < 0:
				return
			case i == 0 || i < len(to)-1 && r.IntN(2) == 0:
				i++
			default:
				i--
			}
			out = append(out, replace(s, m[4], m[5], to[i], "number/listed-count-differs"))
		})
		return out
	}},
	{"a value is added to 分别", "number/respectively-arity", func(s string, _ *rand.Rand) []mutant {
		var out []mutant
		each(listsAt, s, func(m []int) {
			from := strings.LastIndexAny(s[:m[0]], ",，。;:；：\n") + 1
			head := s[from:m[0]]
			if strings.Contains(head, "等") || strings.Contains(head, "各") { // an open list takes any number
				return
			}
			out = append(out, replace(s, m[2], m[2], "7.31%、6.32%、", "number/respectively-arity"))
		})
		return out
	}},
	{"a value of 分别 is dropped", "number/respectively-arity", func(s string, _ *rand.Rand) []mutant {
		var out []mutant
		each(listsAt, s, func(m []int) {
			from := strings.LastIndexAny(s[:m[0]], ",，。;:；：\n") + 1
			head, values := s[from:m[0]], s[m[2]:m[3]]
			n := strings.Count(values, "%")
			if n < 3 || strings.ContainsAny(head, "和与及") && strings.Count(head, "、") < n-1 || head != "" && strings.Count(head, "、") < n-1 {
				return // 和 may stand inside a subject: two readings
			}
			if strings.ContainsAny(head, "和与及") {
				return
			}
			cut := strings.IndexAny(values, "、和")
			out = append(out, replace(s, m[2], m[2]+cut+len("、"), "", "number/respectively-arity"))
		})
		return out
	}},
	{"a step that is not the difference", "number/from-to-delta", func(s string, r *rand.Rand) []mutant {
		var out []mutant
		each(fromToAt, s, func(m []int) {
			a, _ := strconv.ParseFloat(s[m[2]:m[3]], 64)
			b, _ := strconv.ParseFloat(s[m[4]:m[5]], 64)
			verb, d := "提高", b-a
			if d < 0 {
				verb, d = "下降", -d
			}
			off := 0.3 // beyond what two decimals, or none, leave open
			if !strings.Contains(s[m[0]:m[1]], ".") {
				off = 2.3
			}
			if s[m[1]:min(len(s), m[1]+6)] == "以上" || strings.HasPrefix(s[m[1]:], "左右") {
				return
			}
			out = append(out, replace(s, m[1], m[1], fmt.Sprintf("、%s%.2f个百分点", verb, d+off+r.Float64()), "number/from-to-delta"))
		})
		return out
	}},
	{"before and after are swapped", "number/direction-contradicts", func(s string, _ *rand.Rand) []mutant {
		var out []mutant
		each(fromToAt, s, func(m []int) {
			out = append(out, replace(s, m[2], m[5], s[m[4]:m[5]]+s[m[3]:m[4]]+s[m[2]:m[3]], "number/direction-contradicts"))
		})
		return out
	}},
	{"a range is reversed", "number/range-reversed", func(s string, _ *rand.Rand) []mutant {
		var out []mutant
		each(rangeAt, s, func(m []int) {
			a, _ := strconv.Atoi(s[m[2]:m[3]])
			b, _ := strconv.Atoi(s[m[4]:m[5]])
			if unit := s[m[6]:m[7]]; a >= b || unit == "年" && (a < 1900 || b > 2100) || unit != "年" && b > 9999 || m[0] > 0 && strings.ContainsAny(s[m[0]-1:m[0]], "0123456789.-:") {
				return
			}
			out = append(out, replace(s, m[2], m[5], s[m[4]:m[5]]+s[m[3]:m[4]]+s[m[2]:m[3]], "number/range-reversed"))
		})
		return out
	}},
	{"a share above the whole", "number/share-over-100", func(s string, _ *rand.Rand) []mutant {
		var out []mutant
		each(shareAt, s, func(m []int) {
			v := s[m[2]:m[3]]
			if !strings.Contains(v, ".") {
				v = fmt.Sprintf("%02s", v)
			}
			out = append(out, replace(s, m[2], m[3], "1"+strings.Repeat("0", max(0, 2-len(strings.SplitN(v, ".", 2)[0])))+v, "number/share-over-100"))
		})
		return out
	}},
	{"a point becomes a question mark", "number/malformed-number", func(s string, r *rand.Rand) []mutant {
		var out []mutant
		each(rateAt, s, func(m []int) {
			if r.IntN(12) == 0 {
				out = append(out, replace(s, m[4], m[5], "?", "number/malformed-number"))
			}
		})
		return out
	}},
	{"a digit and a second point", "number/malformed-number", func(s string, r *rand.Rand) []mutant {
		var out []mutant
		each(rateAt, s, func(m []int) {
			if r.IntN(12) == 0 {
				out = append(out, replace(s, m[4], m[5], ".1.", "number/malformed-number"))
			}
		})
		return out
	}},
	{"since a year to come", "number/year-out-of-place", func(s string, r *rand.Rand) []mutant {
		o := outlineOf(s)
		if len(o.Datelines) == 0 {
			return nil
		}
		var out []mutant
		each(sinceAt, s, func(m []int) {
			if m[0] > o.Datelines[0].Span.End {
				out = append(out, replace(s, m[2], m[3], strconv.Itoa(o.Datelines[0].Year+1+r.IntN(3)), "number/year-out-of-place"))
			}
		})
		return out
	}},
	{"the title names another year", "number/title-year-differs", func(s string, r *rand.Rand) []mutant {
		o := outlineOf(s)
		if len(o.Datelines) == 0 {
			return nil
		}
		year := o.Datelines[0].Year + 2 + r.IntN(3)
		if r.IntN(2) == 0 {
			year = o.Datelines[0].Year - 2 - r.IntN(3)
		}
		var out []mutant
		each(titleAt, s, func(m []int) {
			if m[0] < 400 && len(out) == 0 {
				out = append(out, replace(s, m[2], m[3], strconv.Itoa(year), "number/title-year-differs"))
			}
		})
		return out
	}},
	{"万 for 亿, 亿 for 万", "number/unit-slip", func(s string, _ *rand.Rand) []mutant {
		var out []mutant
		each(sumAt, s, func(m []int) {
			to := map[string]string{"亿元": "万元", "万元": "亿元", "元": "万元"}[s[m[2]:m[3]]]
			out = append(out, replace(s, m[2], m[3], to, "number/unit-slip"))
		})
		return out
	}},
	{"a part larger than its whole", "number/total-outside-parts", func(s string, _ *rand.Rand) []mutant {
		var out []mutant
		each(subsetAt, s, func(m []int) {
			if s[m[2]:m[3]] == s[m[6]:m[7]] && !strings.Contains(s[m[0]:m[1]], "累计") && !strings.Contains(s[m[0]:m[4]], "以上,其中") {
				out = append(out, replace(s, m[4], m[5], "98"+s[m[4]:m[5]], "number/total-outside-parts"))
			}
		})
		return out
	}},
	{"sectors that do not add up", "number/total-outside-parts", func(s string, r *rand.Rand) []mutant {
		var out []mutant
		each(sectorsAt, s, func(m []int) {
			n, _ := strconv.Atoi(s[m[2]:m[3]])
			out = append(out, replace(s, m[2], m[3], strconv.Itoa(n+1+r.IntN(5)), "number/total-outside-parts"))
		})
		return out
	}},
}

func value(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return slices.Index([]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}, s)
}

// known are the findings on untouched reports that are true.
var known = []string{"2022年", "2022年以来", "18城市之一", "trillion-dollar", "7%", "26%"}

// TestMutations breaks each statement that holds in one way. What arithmetic or counting can decide must be found, and the
// untouched reports must stay silent but for the defects they have.
func TestMutations(t *testing.T) {
	l := numberLinter(t)
	all := texts(t)
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	base := map[string]map[string]int{}
	for _, name := range names {
		base[name] = map[string]int{}
		for _, f := range findings(l, all[name]) {
			base[name][f.Rule.ID+"\x00"+f.Text]++
			if !slices.Contains(known, f.Text) {
				t.Errorf("untouched %s: %s on %q", name, f.Rule.ID, f.Text)
			}
		}
	}
	r := rand.New(rand.NewPCG(seed, 1))
	t.Logf("%-38s %-34s %7s %6s %7s", "mutation", "rule", "mutants", "found", "recall")
	for _, op := range operators {
		made, found := 0, 0
		var missed []string
		for _, name := range names {
			for _, m := range op.make(all[name], r) {
				made++
				if hit(findings(l, m.text), m, base[name]) {
					found++
				} else {
					missed = append(missed, name+": "+m.quote)
				}
			}
		}
		recall := 1.0
		if made > 0 {
			recall = float64(found) / float64(made)
		}
		t.Logf("%-38s %-34s %7d %6d %7.2f", op.name, op.rule, made, found, recall)
		if testing.Verbose() {
			for _, q := range missed {
				t.Logf("    missed %s", strings.ReplaceAll(q, "\n", "⏎"))
			}
		}
		if recall < 0.9 {
			t.Errorf("%s: recall %.2f\n%s", op.name, recall, strings.Join(missed[:min(len(missed), 8)], "\n"))
		}
		if made == 0 {
			t.Errorf("%s: no statement to break", op.name)
		}
	}
}

// hit: a finding of the rule that was not there before, at or near the place that was broken.
func hit(fs []lint.Finding, m mutant, before map[string]int) bool {
	seen := map[string]int{}
	for i := range fs {
		f := &fs[i]
		k := f.Rule.ID + "\x00" + f.Text
		if seen[k]++; f.Rule.ID != m.rule || seen[k] <= before[k] {
			continue
		}
		for _, p := range f.Places {
			if p.Span.Start <= m.at+400 && m.at <= p.Span.End+400 {
				return true
			}
		}
	}
	return false
}

// TestWrapped wraps every report at 38 characters a line, as text editors and mail do: nothing new may be said of it.
func TestWrapped(t *testing.T) {
	l := numberLinter(t)
	for name, s := range texts(t) {
		var b strings.Builder
		for _, line := range strings.Split(s, "\n") {
			n := 0
			for _, r := range line {
				if n == 38 && r >= 0x80 && !strings.ContainsRune("，。；：、！？”）》", r) {
					b.WriteByte('\n')
					n = 0
				}
				b.WriteRune(r)
				n++
			}
			b.WriteByte('\n')
		}
		for _, f := range findings(l, b.String()) {
			if !slices.Contains(known, f.Text) {
				p := f.Places[0].Span
				t.Errorf("%s wrapped: %s on %q in %q", name, f.Rule.ID, f.Text, b.String()[max(0, p.Start-90):min(b.Len(), p.End+30)])
			}
		}
	}
}
