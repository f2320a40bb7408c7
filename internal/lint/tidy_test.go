package lint

import (
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/text"
)

// Lines that begin with - are deleted; what is left must be tidy and nothing else may go.
func TestTidy(t *testing.T) {
	for _, tc := range []struct{ name, src, want string }{
		{"between two paragraphs", "甲\n\n-x\n\n乙\n", "甲\n\n乙\n"},
		{"several with blanks between", "甲\n\n-x\n\n-y\n\n乙\n", "甲\n\n乙\n"},
		{"no blank above", "甲\n-x\n\n乙\n", "甲\n\n乙\n"},
		{"no blank below", "甲\n\n-x\n乙\n", "甲\n\n乙\n"},
		{"at the top", "-x\n\n甲\n\n乙\n", "甲\n\n乙\n"},
		{"at the top behind a blank", "\n-x\n\n甲\n", "\n甲\n"},
		{"at the end", "甲\n\n-x\n", "甲\n"},
		{"at the end with blanks", "甲\n\n-x\n\n-y\n\n", "甲\n"},
		{"at the end without a line end", "甲\n\n-x", "甲\n"},
		{"blank lines of the text stay", "甲\n\n\n乙\n-x\n丙\n", "甲\n\n\n乙\n丙\n"},
		{"indented blank line", "甲\n　\n-x\n　\n乙\n", "甲\n　\n乙\n"},
		{"crlf", "甲\r\n\r\n-x\r\n\r\n乙\r\n", "甲\r\n\r\n乙\r\n"},
		{"everything", "-x\n\n-y\n", ""},
	} {
		lines := text.SplitLines(tc.src)
		var es []text.Edit
		for i := range lines.Len() {
			if strings.HasPrefix(lines.Text(i), "-") {
				es = append(es, text.Edit{Span: lines.Whole(i)})
			}
		}
		c, err := text.Canon(tc.src, es)
		if err != nil {
			t.Fatal(err)
		}
		if got := tidy(tc.src, c).Apply(tc.src); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestTidyLeavesOtherEditsAlone(t *testing.T) {
	src := "甲\n\n乙\n"
	for _, e := range []text.Edit{{Span: text.Span{Start: 0, End: 3}}, {Span: text.Span{Start: 5, End: 8}, New: "丙"}, {Span: text.Span{Start: 4, End: 4}, New: "\n"}} {
		c, err := text.Canon(src, []text.Edit{e})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := tidy(src, c).Apply(src), c.Apply(src); got != want {
			t.Errorf("%v: %q, want %q", e, got, want)
		}
	}
}
