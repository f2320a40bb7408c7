package number_test

import (
	"fmt"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

const (
	report2021 = "2021年厦门市政府工作报告\n2021年1月9日在厦门市第十五届人民代表大会第二次会议上\n一、2020年工作回顾\n地区生产总值6384亿元、增长5.7%。\n"
	report2022 = "2022年厦门市政府工作报告\n2022年1月9日在厦门市第十五届人民代表大会第三次会议上\n一、2021年工作回顾\n地区生产总值%s亿元、增长8.1%%。\n"
)

// TestAcrossReports: 7033 / 1.081 = 6506 lies within the revisions of a year, 8033 does not.
func TestAcrossReports(t *testing.T) {
	c, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l, err := lint.New(c, lint.Options{Corpus: true, Reported: func(r *rules.Rule) bool { return r.ID == "number/across-reports" }})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		level string
		want  int
	}{{"7033", 0}, {"8033", 1}} {
		var facts []lint.FactRecord
		for i, s := range []string{report2021, fmt.Sprintf(report2022, x.level)} {
			res := l.Lint(document.New([]string{"a.txt", "b.txt"}[i], codec.FromString(s)), &lint.Worker{})
			for _, f := range res.Facts {
				f.Fact.Order = i
				facts = append(facts, f)
			}
		}
		if len(facts) != 2 {
			t.Fatalf("%d facts, want one a report", len(facts))
		}
		if got := l.Combine(facts); len(got) != x.want {
			t.Errorf("level %s: %d findings, want %d", x.level, len(got), x.want)
		}
	}
}
