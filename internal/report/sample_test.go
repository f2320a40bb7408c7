package report

import (
	"strings"
	"testing"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// The rules of the sample. They only look like rules: no check is behind them.
var (
	promo = &rules.Rule{ID: "ads/promo-sentence", Family: "ads", Slug: "promo-sentence", Severity: checks.Error, Confidence: checks.High, Tags: []string{"gambling"},
		Title: locale.Text{En: "Injected advertisement", Zh: "文中插入广告"}, Why: locale.Text{En: "The sentence was put in by somebody else.", Zh: "句子系他人植入。"},
		Examples: []rules.Example{{Bad: "推进乡村振兴。澳门新葡京www.example.com送38元，坚持", Good: "彩票公益金支出"}}}
	footer    = &rules.Rule{ID: "chrome/site-footer", Family: "chrome", Slug: "site-footer", Severity: checks.Warning, Confidence: checks.High, Title: locale.Text{En: "Footer of a web page", Zh: "网页页脚"}, Why: locale.Text{En: "It is no part of the report.", Zh: "不属于报告正文。"}}
	invisible = &rules.Rule{ID: "encoding/invisible-character", Family: "encoding", Slug: "invisible-character", Severity: checks.Warning, Confidence: checks.High, Scope: rules.ScopeDocument, Title: locale.Text{En: "Invisible character", Zh: "不可见字符"}, Why: locale.Text{En: "Search does not find the word.", Zh: "检索不到所在词语。"}}
	differs   = &rules.Rule{ID: "number/same-indicator-differs", Family: "number", Slug: "same-indicator-differs", Severity: checks.Warning, Confidence: checks.Medium, Title: locale.Text{En: "Two figures for one indicator", Zh: "同一指标两个数值"}, Why: locale.Text{En: "One of them is wrong.", Zh: "其中必有一误。"}}
	space     = &rules.Rule{ID: "script/space-between-han", Family: "script", Slug: "space-between-han", Severity: checks.Info, Confidence: checks.Medium, Title: locale.Text{En: "Space between Han characters", Zh: "汉字之间的空格"}, Why: locale.Text{En: "A line end became a space.", Zh: "换行变成了空格。"}}
	page404   = &rules.Rule{ID: "structure/error-page", Family: "structure", Slug: "error-page", Severity: checks.Error, Confidence: checks.High, Verdict: "unusable", Title: locale.Text{En: "Error page", Zh: "错误页面"}, Why: locale.Text{En: "There is no report.", Zh: "没有报告内容。"}}
	skipped   = &rules.Rule{ID: "run/skipped-file", Family: "run", Slug: "skipped-file", Severity: checks.Warning, Confidence: checks.High, Title: locale.Text{En: "File was not checked", Zh: "文件未检查"}, Why: locale.Text{En: "Green but not scanned is the worst failure.", Zh: "“通过”却没有检查过，是最糟的失误。"}}
)

// marked is a document whose text between ⟦ and ⟧ is marked; the marks are taken out.
func marked(t *testing.T, name, s string) (*document.Document, []text.Span) {
	t.Helper()
	var b strings.Builder
	var spans []text.Span
	for {
		before, rest, ok := strings.Cut(s, "⟦")
		b.WriteString(before)
		if !ok {
			break
		}
		in, after, ok := strings.Cut(rest, "⟧")
		if !ok {
			t.Fatalf("%s: ⟦ without ⟧", name)
		}
		spans = append(spans, text.Span{Start: b.Len(), End: b.Len() + len(in)})
		b.WriteString(in)
		s = after
	}
	return document.New(name, codec.FromString(b.String())), spans
}

// finding is a finding of rule r at spans of d.
func finding(d *document.Document, r *rules.Rule, en, zh string, spans ...text.Span) lint.Finding {
	f := lint.Finding{Path: d.Name(), Rule: r, Severity: r.Severity, Confidence: r.Confidence, Places: d.Places(spans), Message: locale.Text{En: en, Zh: zh}}
	f.Excerpt = d.Excerpt(f.Places[0])
	f.Context = [2]string{text.Last(f.Excerpt.Before, 40), text.First(f.Excerpt.After, 40)}
	whole := spans[0].Of(d.Text())
	f.Text, f.TextLength = text.First(whole, 200), len([]rune(whole))
	f.Fingerprint = "v1:" + strings.Repeat("0", 8) + text.First(strings.ReplaceAll(r.ID, "/", "")+"xxxxxxxx", 8)
	return f
}

func related(d *document.Document, path string, s text.Span, en, zh string) lint.Related {
	p := d.Places([]text.Span{s})[0]
	return lint.Related{Path: path, Place: p, Excerpt: d.Excerpt(p), Message: locale.Text{En: en, Zh: zh}}
}

func edits(f lint.Finding, new string) []lint.Edit {
	var es []lint.Edit
	for _, p := range f.Places {
		es = append(es, lint.Edit{Bytes: p.Bytes, New: new})
	}
	return es
}

// sample is a run with what makes reports hard: Han, a line of 13,000 characters, hostile characters, blocks of lines, several
// places, places in other files, CRLF, alternatives, a path that is no UTF-8.
func sample(t *testing.T) []File {
	long := strings.Repeat("坚持稳中求进工作总基调，", 600)
	d, at := marked(t, "corpus/2021/guangdong.txt", "政府工作报告\n"+
		long+"全面推进乡村振兴战略。⟦澳门新葡京娱乐城www.example.com官网注册送38元，微信：casino888⟧坚持以人民为中心"+long+"\n"+
		"\t地区生产总值增长⟦7.8%⟧，“十三五”规划圆满收官。\n"+
		"生态环⟦ ⟧境持续改善，营商环⟦ ⟧境进一步优化。\n"+
		"零宽⟦\u200b⟧字符，又一⟦\u200b⟧处，\x1b[31m红\x1b[0m与⟦\u202e⟧倒写\u202c。\n"+
		"全年地区生产总值增速⟦8.7%⟧左右。\n"+
		"⟦版权所有：某某网\n备案号：京ICP备00000000号\n::error::注入 ##[group]x\n⟧")
	ad := finding(d, promo, "injected advertisement: “澳门新葡京娱乐城www.example.com官…”", "文中插入广告：“澳门新葡京娱乐城www.example.com官…”", at[0])
	ad.Evidence = []locale.Text{{En: "a casino's name and a registration bonus", Zh: "博彩名称与注册奖金同时出现"}, {En: "breaks the sentence", Zh: "打断原句"}}
	ad.Fix = &lint.Fix{Safety: rules.FixUnsafe, Edits: edits(ad, "")}
	gdp := finding(d, differs, "growth is 7.8% here and 8.7% on line 6", "此处增长 7.8%，第 6 行为 8.7%", at[1])
	gdp.Related = []lint.Related{related(d, "", at[7], "8.7%", "8.7%")}
	var spaces []lint.Finding
	for _, s := range at[2:4] {
		f := finding(d, space, "space between Han characters", "汉字之间有空格", s)
		f.Fix = &lint.Fix{Safety: rules.FixSafe, Proof: checks.ProofShape, Edits: edits(f, "")}
		spaces = append(spaces, f)
	}
	zero := finding(d, invisible, "3 invisible characters", "3 个不可见字符", at[4:7]...)
	zero.Fix = &lint.Fix{Safety: rules.FixSafe, Proof: checks.ProofInvisible, Edits: edits(zero, "")}
	foot := finding(d, footer, "footer of a web page", "网页页脚", at[8])
	foot.Fix = &lint.Fix{Safety: rules.FixSafe, Proof: checks.ProofFurniture, Edits: edits(foot, "")}
	guangdong := File{Path: d.Name(), Findings: append(append([]lint.Finding{ad, gdp}, spaces...), zero, foot), Characters: len([]rune(d.Text())), Encoding: "utf-8"}

	o, oat := marked(t, "corpus/2021/=other, 'x'.txt", "去年地区生产总值增长⟦7.9%⟧。\r\n今年以来⟦“⟧形势向好\r\n")
	quote := finding(o, &rules.Rule{ID: "script/unbalanced-pair", Family: "script", Severity: checks.Warning, Confidence: checks.Low, Title: locale.Text{En: "Quotation mark without its partner", Zh: "引号不成对"}}, "“ is never closed", "“没有配对", oat[1])
	quote.Fix = &lint.Fix{Safety: rules.FixUnsafe, Edits: edits(quote, ""), Alternatives: []lint.Alternative{{
		Edits: []lint.Edit{{Bytes: codec.Bytes{Start: 60, End: 60}, New: "”"}}, Evidence: []locale.Text{{En: "the sentence ends there", Zh: "句子到此结束"}}}}}
	across := finding(o, differs, "growth is 7.9% here and 7.8% in another file", "此处增长 7.9%，另一文件为 7.8%", oat[0])
	across.Related = []lint.Related{related(d, d.Name(), at[1], "7.8%", "7.8%")}
	across.Suppressed = "baseline: accepted"
	late := across
	late.Suppressed, late.Withheld, late.Severity = "", "after encoding/pinyin-cloak", checks.Info
	other := File{Path: o.Name(), Findings: []lint.Finding{late, across, quote}, Characters: 30, Encoding: "gb18030"}

	e, eat := marked(t, "corpus/2020/\xc3\x28.txt", "⟦404 Not Found⟧\n")
	broken := File{Path: e.Name(), Findings: []lint.Finding{finding(e, page404, "an error page, no report: “404 Not Found”", "错误页面，并非报告：“404 Not Found”", eat[0])}, Characters: 14, Encoding: "utf-8"}

	b, bat := marked(t, "corpus/logo.txt", "⟦⟧")
	binary := File{Path: b.Name(), Findings: []lint.Finding{finding(b, skipped, "file was not checked: it is binary", "文件未检查：二进制文件", bat[0])}, Skipped: true}

	clean := File{Path: "corpus/clean.txt", Characters: 12000, Encoding: "utf-8"}
	return []File{broken, other, guangdong, clean, binary}
}
