package outline

import (
	"reflect"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// A pass that looks for other things too tells the outline the same as its own.
func TestNotice(t *testing.T) {
	s := "2022年政府工作报告\n——2022年3月5日在第一次会议上\n各位代表：\n一、回顾\n（一）甲。1.子；2）丑。①寅\n（两）乙，第一，卯。一是辰，第二要务\n" +
		"Report\nI. Growth (Seven) First，a. Second, b (SEVEN)\n政府工作報告 二、安排"
	p, err := scan.Compile([]scan.Trigger{{Literals: []string{"工作", "一、"}}, Trigger(), {Document: true}})
	if err != nil {
		t.Fatal(err)
	}
	told, alone := document.New("x", codec.FromString(s)), document.New("x", codec.FromString(s))
	var b scan.Buffer
	Notice(told, p.Run(s, &b).Hits(1))
	p.Run("一、", &b) // the pass uses its memory again
	got, want := Of(told), Of(alone)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	var marks []string
	for _, m := range want.Markers {
		marks = append(marks, m.Span.Of(s))
	}
	if w := []string{"一、", "（一）", "1.", "2）", "①", "（两）", "第一，", "一是", "I.", "(Seven)", "First，", "Second,", "(SEVEN)", "二、"}; !reflect.DeepEqual(marks, w) {
		t.Errorf("%q, want %q", marks, w)
	}
}
