package structure

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
)

func endsShort(s string) (key string) {
	for _, m := range (truncated{}).Run(document.New("x.txt", codec.FromString(s)), nil) {
		key = m.Evidence[0].Key
	}
	return key
}

// TestCutReports cuts clean reports off between two Han. Where a paragraph has hardly begun, a cut looks like a signature and may
// pass; elsewhere it is found.
func TestCutReports(t *testing.T) {
	paths, _ := filepath.Glob("../../fixtures/clean/*-20*.txt")
	if len(paths) == 0 {
		t.Fatal("no reports")
	}
	var found, all [2]int // near the start of a paragraph, and elsewhere
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		if key := endsShort(s); key != "" {
			t.Errorf("%s, whole: %s", p, key)
		}
		for at := len(s) / 5; at < len(s); at += 137 {
			for !utf8.RuneStart(s[at]) {
				at++
			}
			if !isHan(last(s, at)) || !isHan(next(s, at)) {
				continue
			}
			k := 1
			if utf8.RuneCountInString(s[strings.LastIndexByte(s[:at], '\n')+1:at]) < mostRunes {
				k = 0
			}
			if all[k]++; endsShort(s[:at]) != "" {
				found[k]++
			}
		}
	}
	t.Logf("near a start %d of %d, elsewhere %d of %d", found[0], all[0], found[1], all[1])
	if 100*found[0] < 70*all[0] || 100*found[1] < 99*all[1] {
		t.Errorf("near a start %d of %d, elsewhere %d of %d", found[0], all[0], found[1], all[1])
	}
}

const unended = `一、过去一年工作回顾
全市经济平稳运行，工业生产稳中有升，粮食总产量再创新高，城乡居民收入继续增长。培育新兴产业，推动科技成果落地见效。
民生保障持续加强，新建改建学校十二所，城镇新增就业三万人，养老服务覆盖所有乡镇。我们深知发展不易，成绩来自全市人民的团结奋斗。
生态环境不断改善，空气优良天数稳定在三百天以上，河流水质全面达标，绿化面积继续扩大。我们也看到差距和不足，必须正视存在的问题。
二、今年重点工作
加快建设现代产业体系，实施重点项目一百个，完成投资二百亿元，做大做强主导产业。我们要以更大决心推进改革，激发各类主体的活力。
`

func TestShortEndings(t *testing.T) {
	for _, c := range []struct{ tail, want string }{
		{"持续深化国企", "sentence"},
		{"我们", "sentence"},
		{"今年工作的总要求是：坚持稳中求进", "sentence"},
		{"优化营商环境。进一步放宽市场准入条", "sentence"},
		{"三、加强政府自身建", "heading"},
		{"（一）坚持稳字当头，着力扩大内", "opening"},
		{"北山县人民政府", ""},
		{"大连市人民政府办公室", ""},
		{"王建国", ""},
		{"2025年1月8日", ""},
		{"（完）", ""},
		{"责任编辑：王建国", ""},
		{"持续推进科技成果落地见效", ""}, // 见效 ends clauses in the text: a headline
		{"加快推进我市改革！\n持续深化国企", ""},
		{"1.持续深化国企", ""},
	} {
		if got := endsShort(unended + c.tail + "\n"); got != c.want {
			t.Errorf("%q: %q, want %q", c.tail, got, c.want)
		}
	}
}
