package report

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/locale"
)

// maxWorst bounds the list of files that need somebody.
const maxWorst = 200

// worst lists the files that need somebody, ten at once and the others folded away.
func (p *htmlPrinter) worst(b *strings.Builder) {
	var fs []htmlFile
	for _, f := range p.files {
		if f.verdict == Review || f.verdict == Unusable {
			fs = append(fs, f)
		}
	}
	if len(fs) == 0 {
		return
	}
	slices.SortStableFunc(fs, func(x, y htmlFile) int {
		return cmp.Or(cmp.Compare(y.verdict, x.verdict), y.counts.Error-x.counts.Error)
	})
	left := max(0, len(fs)-maxWorst)
	fs = fs[:len(fs)-left]
	fmt.Fprintf(b, "<section><h2>%s</h2>\n", both(locale.Text{En: "Files for somebody to look at", Zh: "需人工处理的文件"}))
	p.fileTable(b, fs[:min(len(fs), 10)])
	if len(fs) > 10 {
		fmt.Fprintf(b, "<details><summary>%s</summary>\n", both(locale.Text{En: "[n|further file|further files]", Zh: "另有 {n} 个文件"}, "n", len(fs)+left-10))
		p.fileTable(b, fs[10:])
		if left > 0 {
			fmt.Fprintf(b, "<p>%s</p>\n", both(locale.Text{En: "[n|file|files] with fewer errors left out", Zh: "略去错误较少的 {n} 个文件"}, "n", left))
		}
		b.WriteString("</details>\n")
	}
	b.WriteString("</section>\n")
}

// fileTable is a table of files with their verdicts.
func (p *htmlPrinter) fileTable(b *strings.Builder, fs []htmlFile) {
	fmt.Fprintf(b, "<div class=\"wide\"><table><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\" class=\"n\">%s</th><th scope=\"col\" class=\"n\">%s</th><th scope=\"col\" class=\"n\">%s</th></tr></thead><tbody>\n",
		both(locale.Text{En: "File", Zh: "文件"}), both(locale.Text{En: "Verdict", Zh: "结论"}),
		both(severityWord(checks.Error)), both(severityWord(checks.Warning)), both(locale.Text{En: "per 10,000 characters", Zh: "每万字"}))
	for _, f := range fs {
		fmt.Fprintf(b, "<tr><th scope=\"row\"><button type=\"button\" class=\"link path\" data-path=\"%s\">%s</button></th><td>%s</td><td class=\"n\">%d</td><td class=\"n\">%d</td><td class=\"n\">%s</td></tr>\n",
			html.EscapeString(f.path), html.EscapeString(f.path), both(verdictName(f.verdict)), f.counts.Error, f.counts.Warning, per10k(f.counts.Error+f.counts.Warning, f.chars))
	}
	b.WriteString("</tbody></table></div>\n")
}

func verdictName(v Verdict) locale.Text {
	switch v {
	case Clean:
		return locale.Text{En: "clean", Zh: "无须处理"}
	case Fixable:
		return locale.Text{En: "fixable", Zh: "可修复"}
	case Review:
		return locale.Text{En: "to be looked at", Zh: "需审读"}
	}
	return locale.Text{En: "unusable", Zh: "不可用"}
}

func familyName(f string) locale.Text {
	switch f {
	case "ads":
		return locale.Text{En: "ads", Zh: "广告"}
	case "chrome":
		return locale.Text{En: "page frame", Zh: "网页框架"}
	case "encoding":
		return locale.Text{En: "encoding", Zh: "编码"}
	case "script":
		return locale.Text{En: "script", Zh: "字符"}
	case "number":
		return locale.Text{En: "numbers", Zh: "数字"}
	case "structure":
		return locale.Text{En: "structure", Zh: "结构"}
	case "duplicate":
		return locale.Text{En: "duplicates", Zh: "重复"}
	case "privacy":
		return locale.Text{En: "privacy", Zh: "隐私"}
	case "run":
		return locale.Text{En: "run", Zh: "运行"}
	}
	return locale.Text{En: f, Zh: f}
}
