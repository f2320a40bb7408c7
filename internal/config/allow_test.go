package config

import (
	"sync"
	"testing"
	"time"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/rules"
)

func rule(id, family string, tags ...string) *rules.Rule {
	return &rules.Rule{ID: id, Family: family, Tags: tags}
}

var (
	promo  = rule("ads/promo-sentence", "ads", "gambling")
	number = rule("number/malformed-number", "number")
	today  = time.Date(2026, 11, 21, 23, 59, 0, 0, time.UTC)
)

func TestAllows(t *testing.T) {
	at := Place{Rule: promo, Path: "/w/corpus/2015/a.txt", Before: "安排", Text: "彩票公益金5亿元", After: "用于社会福利"}
	part := at
	part.Before, part.Text, part.After = "安排", "彩票", "公益金5亿元"
	for _, c := range []struct {
		entry string
		place Place
		want  bool
	}{
		{`rules = ["ads"]`, at, true},
		{`rules = ["gambling"]`, at, true},
		{`rules = ["number", "ads/promo-sentence"]`, at, true},
		{`rules = ["number"]`, at, false},
		{`paths = ["corpus/2015/**"]`, at, true},
		{`paths = ["corpus/2015"]`, at, true},
		{`paths = ["2015/"]`, at, true},
		{`paths = ["/2015/"]`, at, false},
		{`paths = ["corpus/**", "!corpus/2015/"]`, at, false},
		{`paths = ["corpus/**", "!corpus/2014/"]`, at, true},
		{`text = "彩票公益金"`, at, true},
		{`text = "彩票公益金"`, part, true}, // the finding lies inside what is allowed
		{`text = "彩票公益金。"`, part, false},
		{`text = "社会福利"`, at, false},
		{"text = \"社会福利\"\ntarget = \"line\"", at, true},
		{`regex = "\\d亿元$"`, at, true},
		{`regex = "^安排"`, at, false},
		{"regex = \"^安排\"\ntarget = \"line\"", at, true},
		{"rules = [\"ads\"]\ntext = \"别的\"", at, false},
		{"rules = [\"ads\"]\nexpires = 2026-11-21", at, true},
		{"rules = [\"ads\"]\nexpires = 2026-11-20", at, false},
		{"rules = [\"ads\"]\nexpires = \"2026-11-20\"", at, false},
	} {
		reason, ok := config(t, "[[allow]]\nreason = \"because\"\n"+c.entry).Allows(c.place, today)
		if ok != c.want || ok && reason != "because" {
			t.Errorf("%s: %v, %q", c.entry, ok, reason)
		}
	}
}

func TestUnusedAllows(t *testing.T) {
	fsys := files{
		"/w/.reportlint.toml": "[[allow]]\ntext = \"used\"\nreason = \"1\"\n[[allow]]\ntext = \"unused\"\nreason = \"2\"\n[[allow]]\ntext = \"used\"\nexpires = 2020-01-01\nreason = \"3\"\n" +
			"[[allow]]\npaths = [\"other/\"]\nreason = \"4\"\n[[allow]]\nrules = [\"run\"]\nreason = \"5\"",
		"/w/sub/.reportlint.toml": "extend = \"../.reportlint.toml\"\n[[allow]]\ntext = \"unused\"\nreason = \"6\"",
	}
	r := resolver(t, Options{}, fsys)
	top, err := r.For("/w/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	sub, err := r.For("/w/sub/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 { // workers share the configuration
		wg.Go(func() {
			for range 100 {
				sub.Allows(Place{Rule: promo, Path: "/w/sub/a.txt", Text: "used"}, today)
				top.Allows(Place{Rule: promo, Path: "/w/a.txt", Text: "else"}, today)
			}
		})
	}
	wg.Wait()
	none := func(*rules.Rule) bool { return false }
	got := ""
	for _, u := range r.Unused([]string{"/w/a.txt", "/w/sub/a.txt"}, none, catalogue(t), today) {
		got += u.Reason
		if u.Expired {
			got += "!"
		}
	}
	if got != "23!6" { // 4 bears on no file, 5 on no rule that ran, and 2 is counted once though two configurations hold it
		t.Error(got)
	}
}

func TestPerFile(t *testing.T) {
	c := config(t, "[lint]\nper-file-ignores = { \"news/**\" = [\"number\"], \"*.text\" = [\"all\"] }\nseverity = { all = \"warning\", ads = \"info\", gambling = \"error\" }\n[fix]\nunfixable = [\"number\"]\nextend-unsafe-fixes = [\"ads\"]\nextend-safe-fixes = [\"all\"]")
	for _, x := range []struct {
		path string
		rule *rules.Rule
		want bool
	}{
		{"/w/news/1/a.txt", number, true}, {"/w/news/1/a.txt", promo, false}, {"/w/a.txt", number, false}, {"/w/x/a.text", promo, true}, {"/v/news/a.txt", number, false},
	} {
		if got := c.Ignores(x.path, x.rule); got != x.want {
			t.Errorf("%+v: %v", x, got)
		}
	}
	if c.MayFix(number) || !c.MayFix(promo) {
		t.Error("unfixable")
	}
	if c.Safety(promo, rules.FixSafe) != rules.FixUnsafe || c.Safety(number, rules.FixUnsafe) != rules.FixSafe || c.Safety(number, rules.FixNone) != rules.FixNone {
		t.Error("safety")
	}
	cat := catalogue(t)
	for _, r := range cat.Rules() {
		want := checks.Warning
		if r.Family == "ads" {
			want = checks.Info
		}
		if ok, _ := r.Matches("gambling"); ok {
			want = checks.Error
		}
		if got := c.Severities(cat)[r.ID]; got != want {
			t.Errorf("%s is %s", r.ID, got)
		}
	}
}
