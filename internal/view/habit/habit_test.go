package habit

import (
	"slices"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

func doc(s string) *document.Document { return document.New("x.txt", codec.FromString(s)) }

func TestMarks(t *testing.T) {
	h := Of(doc("全市,稳中求进，9:00开会,(一)GDP(RCEP),see (a), b。！"))
	for _, c := range []struct {
		mark       Mark
		full, half int
	}{{Comma, 1, 2}, {Colon, 0, 0}, {Open, 0, 1}, {Close, 0, 1}, {Bang, 1, 0}} {
		if f, g := h.Full(c.mark), h.Half(c.mark); f != c.full || g != c.half {
			t.Errorf("%c: %d full, %d half; want %d, %d", c.mark.Half(), f, g, c.full, c.half)
		}
		if m, full := MarkOf(c.mark.Full()); m != c.mark || !full {
			t.Errorf("%c is read as mark %d", c.mark.Full(), m)
		}
	}
	if h.Han() != 9 || h.Count(scan.Stop) != 2 {
		t.Errorf("%d Han, %d stops", h.Han(), h.Count(scan.Stop))
	}
}

func TestScripts(t *testing.T) {
	for s, want := range map[string]Scripts{
		"":                 {},
		"发展經濟":             {2, 1},
		"於是後來發現乾坤著作":       {5, 0},
		"abc\xff发\xe5\x8f": {0, 1},
		"群台布后干里":           {},
	} {
		if got := ScriptsOf(doc(s)); got != want {
			t.Errorf("%q: %+v, want %+v", s, got, want)
		}
	}
}

func TestJapanese(t *testing.T) {
	if !Of(doc("情報通信の分野で大きな成果を上げました")).Japanese() || Of(doc("优の良品进入全市商场")).Japanese() {
		t.Error("kana as a script of the document are told wrongly")
	}
}

func TestCode(t *testing.T) {
	for s, want := range map[string][]string{
		"全市“稳中求进”":              nil,
		"用 `a, b` 和 ``x`y`` 表示": {"`a, b`", "``x`y``"},
		"一个 ` 不是代码\n下一行 ` 也不是":  nil,
		"甲\n```\nx--y\n```\n乙":  {"```\nx--y\n```"},
		"```\n没有结束":             {"```\n没有结束"},
	} {
		var got []string
		for _, c := range Code(doc(s)) {
			got = append(got, c.Of(s))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
