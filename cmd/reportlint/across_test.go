package main

import (
	"fmt"
	"strings"
	"testing"
)

// xiamen is a report of one place on one year.
func xiamen(year int, body string) string {
	return fmt.Sprintf("%d年厦门市政府工作报告\n%d年1月9日在厦门市第十五届人民代表大会第三次会议上\n一、%d年工作回顾\n%s\n二、%d年工作安排\n继续努力。\n", year+1, year+1, year, body, year+1)
}

func TestCounterSteps(t *testing.T) {
	for _, tc := range []struct {
		before, after string
		want          string // the number expected; empty: silence
	}{
		{"营商环境连续5年位居全国前列。", "营商环境连续6年位居全国前列。", ""},
		{"营商环境连续5年位居全国前列。", "营商环境连续5年位居全国前列。", "6"},
		{"营商环境连续第五年位居全国前列。", "营商环境连续第8年位居全国前列。", "6"},
		{"营商环境连续5年位居全国前列。", "空气质量连续5年位居全国前列。", ""},
		{"粮食产量12.5万吨，连续5年位居全省首位。", "粮食产量13.5万吨，连续5年位居全省首位。", "6"},
		{"粮食产量12.5万吨，连续5年位居全省首位。", "生猪存栏13.5万头，连续5年位居全省首位。", ""},
		{"对连续3年亏损的国有企业挂牌督办。", "对连续3年亏损的国有企业挂牌督办。", ""},
		{"成功举办第12届海峡论坛。", "成功举办第十三届海峡论坛。", ""},
		{"成功举办第12届海峡论坛。", "成功举办第12届海峡论坛。", "13"},
		{"获评第六届全国文明城市，举办文化节。", "获评第六届全国文明城市，举办文化节。", ""},
	} {
		files := map[string]string{"2021.txt": xiamen(2020, tc.before), "2022.txt": xiamen(2021, tc.after)}
		got, _ := at(t, files, "", "--isolated", "--lang", "zh", "--select", "number/counter-does-not-step", "-f", "json", ".")
		if told := strings.Contains(got.out, "number/counter-does-not-step"); told != (tc.want != "") {
			t.Errorf("%s / %s: told %v\n%s", tc.before, tc.after, told, got.out)
		} else if told && (!strings.Contains(got.out, "应为 "+tc.want) || !strings.Contains(got.out, "2021.txt") || !strings.Contains(got.out, "2022.txt")) {
			t.Errorf("%s / %s:\n%s", tc.before, tc.after, got.out)
		}
	}
	files := map[string]string{"2020.txt": xiamen(2019, "营商环境连续5年位居全国前列。"), "2022.txt": xiamen(2021, "营商环境连续5年位居全国前列。")}
	if got, _ := at(t, files, "", "--isolated", "--select", "number/counter-does-not-step", "-f", "json", "."); strings.Contains(got.out, "number/counter") {
		t.Errorf("two years apart tell nothing:\n%s", got.out)
	}
}

func TestTranslations(t *testing.T) {
	const (
		config = "[files]\ntranslations = { \"zh/*.txt\" = \"en/*.txt\" }\n"
		zh     = "政府工作报告\n2014年3月5日在第十二届全国人民代表大会第二次会议上\n一、2013年工作回顾\n国内生产总值达到56.9万亿元，增长7.7%。\n粮食产量达到1.2万亿斤。\n城镇新增就业1310万人。\n"
		en     = "REPORT ON THE WORK OF THE GOVERNMENT\nMarch 5, 2014\nI. Review of Work in 2013\nGDP reached %s yuan, an increase of %s over the previous year.\nGrain output reached %s metric tons.\nA total of %s new urban jobs were created.\n"
	)
	for _, tc := range []struct {
		figures [4]any
		want    []string
	}{
		{[4]any{"56.9 trillion", "7.7%", "600 million", "13.1 million"}, nil},
		{[4]any{"56.88 trillion", "7.7%", "600.2 million", "13.1 million"}, nil}, // other roundings
		{[4]any{"569 billion", "7.7%", "600 million", "13.1 million"}, []string{"569 billion yuan"}},
		{[4]any{"56.9 trillion", "7.7%", "1.2 billion", "13.1 million"}, []string{"1.2 billion metric tons"}},
		{[4]any{"56.9 trillion", "7.7%", "600 million", "1.31 million"}, []string{"1.31 million"}},
	} {
		files := map[string]string{".reportlint.toml": config, "zh/2014.txt": zh, "en/2014.txt": fmt.Sprintf(en, tc.figures[:]...), "en/2013.txt": fmt.Sprintf(en, "1 billion", "1%", "1 million", "1 million")}
		got, _ := at(t, files, "", "--lang", "zh", "--select", "number/translation-differs", "-f", "json", ".")
		if n := strings.Count(got.out, `"rule":"number/translation-differs"`); n != len(tc.want) {
			t.Errorf("%v: %d findings\n%s%s", tc.figures, n, got.out, got.err)
		}
		for _, w := range tc.want {
			if !strings.Contains(got.out, "英文为 "+w) || !strings.Contains(got.out, "en/2014.txt") {
				t.Errorf("%v:\n%s", tc.figures, got.out)
			}
		}
	}
	bad := map[string]string{".reportlint.toml": "[files]\ntranslations = { \"zh/*.txt\" = \"en/a.txt\" }\n", "a.txt": zh}
	if got, _ := at(t, bad, "", "--lang", "en", "a.txt"); got.code != 2 || !strings.Contains(got.err, "make no pair") {
		t.Errorf("a bad pair: %+v", got)
	}
}

// TestIgnoresHoldAcrossFiles: what only several files show is silenced like any other finding.
func TestIgnoresHoldAcrossFiles(t *testing.T) {
	files := map[string]string{"2021.txt": xiamen(2020, "营商环境连续5年位居全国前列。"), "2022.txt": xiamen(2021, "营商环境连续5年位居全国前列。")}
	args := []string{"--select", "number/counter-does-not-step", "-f", "concise", "--min-severity", "info", "."}
	told, dir := at(t, files, "", args...)
	if !strings.Contains(told.out, "number/counter-does-not-step") {
		t.Fatalf("nothing to silence:\n%s", told.out)
	}
	got := in(t, dir, "", append([]string{"--config", `lint.per-file-ignores = { "*.txt" = ["number"] }`}, args...)...)
	if got.code != 0 || strings.Contains(got.out, "number/") {
		t.Errorf("not silenced: exit %d\n%s%s", got.code, got.out, got.err)
	}
}
