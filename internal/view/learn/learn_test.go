package learn

import (
	"fmt"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
)

func page(n int, head, tail string) *document.Document {
	s := fmt.Sprintf("%s第%d次会议工作报告\n各位代表：\n现在，我代表第%d届委员会向大会作工作报告，请予审议，并请列席人员提出意见。\n一年来我们做了%d项工作，取得了较好的成绩，受到群众的普遍欢迎。\n谢谢大家！\n%s", head, n, n, n, tail)
	return document.New("a.txt", codec.FromString(s))
}

func TestLearnsWhatRecurs(t *testing.T) {
	var l Learner
	for n := range 6 {
		l.Add(page(n+1, "江城发布专栏\n", "江城记忆馆\n设为首页\n加入收藏\n"))
	}
	l.Add(page(9, "别处的一行\n", "另一行\n"))
	var got []string
	for _, x := range l.Lines(4) {
		got = append(got, fmt.Sprintf("%s %v %d %v", x.Text, x.Head, x.Files, x.Known))
	}
	want := "江城发布专栏 true 6 false|江城记忆馆 false 6 false|设为首页 false 6 true|加入收藏 false 6 true"
	if strings.Join(got, "|") != want {
		t.Errorf("learnt\n%s\nwant\n%s", strings.Join(got, "|"), want)
	}
	rule := l.Rule("江城", 4)
	for _, line := range []string{"\"江城发布专栏\", # head, 6 files", "\"江城记忆馆\", # tail, 6 files"} {
		if !strings.Contains(rule, line) {
			t.Errorf("rule lacks %s:\n%s", line, rule)
		}
	}
	for _, line := range []string{"设为首页", "谢谢大家", "各位代表", "别处的一行"} {
		if strings.Contains(rule, line) {
			t.Errorf("rule holds %s", line)
		}
	}
}

func TestMemoryIsBounded(t *testing.T) {
	var l Learner
	for n := range 3000 {
		var b strings.Builder
		for k := range 20 {
			fmt.Fprintf(&b, "栏目%d之%d\n", n, k)
		}
		l.Add(page(n, "常设栏目甲\n", b.String()))
	}
	if len(l.known) > Limit {
		t.Errorf("%d lines remembered", len(l.known))
	}
	if got := l.Lines(100); len(got) != 1 || got[0].Text != "常设栏目甲" || got[0].Files != 3000 {
		t.Errorf("learnt %v", got)
	}
}

func TestAlike(t *testing.T) {
	for _, tc := range []struct {
		ranks []int
		want  bool
	}{{[]int{0, 0, 1, 2}, true}, {[]int{0, 10, 20, 24}, false}, {[]int{3, 3, 3, 3, 20}, true}, {nil, false}} {
		if Alike(tc.ranks) != tc.want {
			t.Errorf("Alike(%v) is not %v", tc.ranks, tc.want)
		}
	}
}
