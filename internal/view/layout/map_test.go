package layout

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
)

func mapOf(s string) *Map {
	return Of(document.New("a.txt", &codec.Text{S: s, Encoding: codec.UTF8, EOL: "\n"}))
}

func roles(m *Map) string {
	var b strings.Builder
	for i := range m.Len() {
		b.WriteString(m.Role(i).Name().En)
		if p := m.Line(i).Part; p != NoPart {
			b.WriteString("/" + p.Name().En)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

const paragraph = "全市地区生产总值增长5.2%，城乡居民收入稳步提高，民生支出占比保持在八成以上，重点工程全部开工，营商环境持续改善。\n"

func TestRolesOfAPortalPage(t *testing.T) {
	m := mapOf("网站首页\n政务公开\n您的位置：首页 > 政府工作报告 > 正文\n2021年江城县政府工作报告\n来源：江城日报 发布时间：2021-02-03\n【字号：大 中 小】 打印\n" +
		"——2021年1月20日在江城县第十七届人民代表大会第六次会议上\n县长 李建国\n各位代表：\n" + paragraph + "一、2020年工作回顾\n" + paragraph + paragraph +
		"附件：1.名词解释\n扫一扫在手机打开当前页\n版权所有：江城县人民政府 主办单位：江城县人民政府办公室\n滇ICP备10000000号 网站标识码：5308260001\n")
	want := `frame/navigation
frame/navigation
frame/breadcrumb
title
meta/provenance
frame/toolbar
dateline
byline
salutation
body
heading
body
body
attachment
frame/prompt
frame/footer
frame/footer
`
	if got := roles(m); got != want {
		t.Errorf("roles:\n%s\nwant:\n%s", got, want)
	}
}

func TestPlainReportHasNoFrame(t *testing.T) {
	m := mapOf("政府工作报告\n——2020年1月8日在南城市第八届人民代表大会第五次会议上\n市长 王志强\n各位代表：\n" + strings.Repeat(paragraph, 3) + "一、主要工作\n" + paragraph + "（一）加强政务公开。" + paragraph +
		"主办单位：市政府办公室\n地址：人民路1号\n电话：12345678\n联系人：张三\n")
	for i := range m.Len() {
		if r := m.Role(i); r == Frame || r == Meta {
			role, why := m.Explain(i)
			t.Errorf("line %d is %s: %v", i+1, role.En, why)
		}
	}
}

func TestSeveralDocuments(t *testing.T) {
	one := "版权所有：江城县人民政府 滇ICP备10000000号\n"
	for _, tc := range []struct {
		name, text string
		want       []int
	}{
		{"one report", "政府工作报告\n各位代表：\n" + paragraph + "一、工作回顾\n" + paragraph, []int{0}},
		{"no title", "各位代表：\n" + paragraph, []int{0}},
		{"two pages", "江城县政府工作报告\n各位代表：\n" + paragraph + one + "宁洱县政府工作报告\n各位代表：\n" + paragraph + one, []int{0, 4}},
		{"a listing", "-\n江城县政府工作报告\n" + paragraph + "2025-07-02\n-\n宁洱县政府工作报告\n" + paragraph + "2025-07-02\n-\n墨江县政府工作报告\n" + paragraph + "2025-07-02\n", []int{1, 5, 9}},
		{"nothing", "\n\n", nil},
	} {
		if got := mapOf(tc.text).Documents(); !slices.Equal(got, tc.want) {
			t.Errorf("%s: documents begin on %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestReportsKeepTheirText(t *testing.T) {
	files, err := filepath.Glob("../../../fixtures/reports/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		m := mapOf(string(b))
		for i := range m.Len() {
			if l := m.Line(i); m.Removable(i) && l.Prose() && l.Runes() > 60 {
				t.Errorf("%s: line %d of %d code points would go", f, i+1, l.Runes())
			}
		}
	}
}

// A map must not cost more per line as lines grow in number: the steps that look back are bounded.
func TestManyShortLines(t *testing.T) {
	for _, line := range []string{"打印\n", "各位代表：\n", "2025-07-02\n", "新闻\n", "\n", "-\n", "作者：\n"} {
		if m := mapOf(strings.Repeat(line, 100_000)); m.Len() != 100_000 {
			t.Errorf("%q: %d lines", line, m.Len())
		}
	}
}
