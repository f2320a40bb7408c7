package structure

import (
	"testing"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// FuzzChecks: no check dies, every place is a span of the text in order, and every document begins where the one before it ends.
func FuzzChecks(f *testing.F) {
	for _, s := range []string{"", "\n", "一、", " 一、甲。 二、乙。", "2022年甲市政府工作报告2022年3月28日在甲市第九届人民代表大会第一次会议上市长 某某各位代表：现在", "第 一、二期", "a-\nb",
		"— 1 —\n", "附件：", "①", "[1]", "\x00", "一、工作回顾过去五年，全市经济平稳健康发展，各项事业全面进步，人民生活持续改善。二、"} {
		f.Add(s)
	}
	var all []checks.Check
	var triggers []scan.Trigger
	for _, k := range Kinds() {
		c, err := k.New(checks.Params{})
		if err != nil {
			f.Fatal(err)
		}
		all, triggers = append(all, c), append(triggers, c.Trigger())
	}
	p, err := scan.Compile(triggers)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := document.New("a.txt", codec.FromString(s))
		sc := p.Run(s, nil)
		for i, c := range all {
			if !sc.Calls(i) {
				continue
			}
			for _, m := range c.Run(d, sc.Hits(i)) {
				if len(m.Places) == 0 {
					t.Fatalf("%s: a match without a place", Kinds()[i].Name)
				}
				end := 0
				for _, at := range m.Places {
					if at.Start < end || at.End < at.Start || at.End > len(s) {
						t.Fatalf("%s: places %v of %d bytes", Kinds()[i].Name, m.Places, len(s))
					}
					end = at.Start
				}
			}
		}
		end := 0
		for _, doc := range Documents(d) {
			if doc.Start != end {
				t.Fatalf("documents %v leave a gap", Documents(d))
			}
			end = doc.End
		}
		if end != len(s) {
			t.Fatalf("documents end at %d of %d", end, len(s))
		}
	})
}
