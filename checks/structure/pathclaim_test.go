package structure

import (
	"maps"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
)

func TestPathValues(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		want          map[string]string
	}{
		{"{province}/{place}-{year}.txt", "corpus/辽宁省/大连市-2022.txt", map[string]string{"province": "辽宁省", "place": "大连市", "year": "2022"}},
		{"{place}-{year}.txt", "大连市-2022.txt", map[string]string{"place": "大连市", "year": "2022"}},
		{"{place}-{year}.txt", "大连市.txt", nil},
		{"{place}-{year}.txt", "大连市-2022.md", nil},
		{"{province}/{place}.txt", "大连市.txt", nil},
		{"{place}{year}.txt", "a.b.txt", nil},
		{"", "a.txt", nil},
	} {
		got := pathValues(c.pattern, c.path)
		if c.pattern == "{place}{year}.txt" {
			continue // nothing tells where one ends; it must only not die
		}
		if !maps.Equal(got, c.want) {
			t.Errorf("%q by %q gives %v, want %v", c.path, c.pattern, got, c.want)
		}
	}
}

// TestPathAgainstText: the path is outvoted by two parts of the text that agree, not by one.
func TestPathAgainstText(t *testing.T) {
	report := "2022年大连市政府工作报告\n——2022年1月8日在大连市第十七届人民代表大会第一次会议上\n各位代表：\n" + strings.Repeat("大连经济社会发展取得新的成绩。", 20) + "\n"
	for path, want := range map[string]string{
		"大连市-2022.txt": "", "沈阳市-2022.txt": "path-place", "大连市-2019.txt": "path-year", "大连市-2023.txt": "", "其他.txt": "",
	} {
		got := ""
		for _, m := range WrongDocument("{place}-{year}.txt").Run(document.New(path, codec.FromString(report)), nil) {
			got = m.Message
		}
		if got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
