package number

import (
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// A gate lets through every hit from which its rule can find something, and few others.
func TestGates(t *testing.T) {
	for _, c := range []struct {
		name  string
		gate  func(string, scan.Hit) bool
		word  string
		yes   []string
		no    []string
		index int
	}{
		{"share", overInSight, "覆盖率", []string{"覆盖率达131%", "覆盖率稳定在1,310.5%", "覆盖率为100.4%", "覆盖率达131、140%"},
			[]string{"覆盖率达100%", "覆盖率达100.00%", "覆盖率达98.5%,合格率131%", "覆盖率提高", "覆盖率达10"}, 0},
		{"respectively", joinsValues, "分别", []string{"分别增长8%、9%", "分別為8、9亿元", "分别\n增长8%", "分别增长１０%"},
			[]string{"分别由12家增至15家", "分别於2016年", "分别提高,增长8%", "分别召开"}, 0},
		{"respectively in English", joinsValues, "respectively", []string{"5% and 6%, respectively", "respectively grew by 5% and 6%"}, []string{"grew and fell respectively"}, 1},
		{"change", tellsChange, "提高至", []string{"由2016年的2.35%提高至2.95%", "從2.35%提高至2.95%"}, []string{"增长8%,2.35%提高至2.95%", "由低提高至2.95%", "由2.35%提高至新水平"}, 0},
		{"change in English", tellsChange, "rose from ", []string{"in 2020 it rose from 5% to 6%"}, []string{"in 2020 it rose from many to some"}, 0},
	} {
		for want, texts := range map[bool][]string{true: c.yes, false: c.no} {
			for _, s := range texts {
				i := strings.Index(strings.ReplaceAll(s, "別", "别"), c.word)
				h := scan.Hit{Index: c.index, Span: text.Span{Start: i, End: i + len(c.word)}}
				if got := c.gate(s, h); got != want {
					t.Errorf("%s: %q: %v", c.name, s, got)
				}
			}
		}
	}
}
