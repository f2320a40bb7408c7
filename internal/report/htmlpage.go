package report

import (
	"fmt"
	"html"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// both is a text of the page in its two languages; the style sheet shows one of them.
func both(t locale.Text, vars ...any) string {
	return `<span lang="en">` + html.EscapeString(say(locale.En, t, vars...)) + `</span><span lang="zh">` + html.EscapeString(say(locale.Zh, t, vars...)) + `</span>`
}

func (p *htmlPrinter) about() string {
	t := &p.tally
	s := both(locale.Text{En: "[n|file|files], [c|character|characters] read", Zh: "{n} 个文件，共 {c} 个字符"}, "n", t.Files-t.Skipped, "c", t.Characters)
	if p.o.Root != "" {
		s = `<span class="path">` + html.EscapeString(p.o.Root) + `</span> · ` + s
	}
	return s
}

func (p *htmlPrinter) foot() string {
	s := "reportlint " + html.EscapeString(p.o.Tool.Version)
	if p.o.Tool.ConfigHash != "" {
		s += " · " + both(locale.Text{En: "configuration", Zh: "配置"}) + " <code>" + html.EscapeString(p.o.Tool.ConfigHash) + "</code>"
	}
	if p.o.Redact != RedactNever {
		s += " · " + both(locale.Text{En: "hosts and accounts are written so that nobody follows them", Zh: "网址与账号已作处理，以免误点"})
	} else {
		s += " · " + both(locale.Text{En: "hosts are written so that nobody follows them", Zh: "网址已作处理，以免误点"})
	}
	return s
}

// overview is everything above the list of findings.
func (p *htmlPrinter) overview(s Summary) string {
	var b strings.Builder
	t := &p.tally
	verdicts := map[Verdict]int{}
	for _, f := range p.files {
		verdicts[f.verdict]++
	}
	card := func(class string, n int, name locale.Text) {
		fmt.Fprintf(&b, "<li class=\"%s\"><b>%d</b>%s</li>\n", class, n, both(name))
	}
	fmt.Fprintf(&b, "<section aria-label=\"overview / 概览\"><ul class=\"cards\">\n")
	card("error", t.Error, locale.Text{En: "errors", Zh: "错误（处）"})
	card("warning", t.Warning, locale.Text{En: "warnings", Zh: "警告（处）"})
	card("info", t.Info, locale.Text{En: "notes", Zh: "提示（处）"})
	card("good", t.Safe, locale.Text{En: "safe repairs", Zh: "可安全修复（处）"})
	for _, v := range []struct {
		v    Verdict
		name locale.Text
	}{{Clean, locale.Text{En: "clean files", Zh: "无须处理的文件"}}, {Fixable, locale.Text{En: "files for safe repair", Zh: "只需安全修复的文件"}},
		{Review, locale.Text{En: "files for somebody to look at", Zh: "需人工审读的文件"}}, {Unusable, locale.Text{En: "unusable files", Zh: "不可用的文件"}}} {
		card("", verdicts[v.v], v.name)
	}
	b.WriteString("</ul>\n")
	if s.Fixed > 0 {
		fmt.Fprintf(&b, "<p>%s</p>\n", both(locale.Text{En: "[n|place was|places were] repaired in this run.", Zh: "本次运行已修复 {n} 处。"}, "n", s.Fixed))
	}
	if s.Interrupted {
		fmt.Fprintf(&b, "<p><strong>%s</strong></p>\n", both(locale.Text{En: "The run was interrupted: the results are incomplete.", Zh: "运行中断，结果不完整。"}))
	}
	b.WriteString("</section>\n")
	p.skipped(&b)
	p.byRule(&b)
	p.byFolder(&b)
	p.grid(&b)
	p.worst(&b)
	return b.String()
}

// skipped names what was not looked at: nobody may take it for clean.
func (p *htmlPrinter) skipped(b *strings.Builder) {
	if len(p.skips) == 0 {
		return
	}
	fmt.Fprintf(b, "<section><h2>%s</h2>\n<div class=\"wide\"><table><thead><tr><th>%s</th><th>%s</th></tr></thead><tbody>\n",
		both(locale.Text{En: "Not checked", Zh: "未检查的文件"}), both(locale.Text{En: "File", Zh: "文件"}), both(locale.Text{En: "Why", Zh: "原因"}))
	for _, s := range p.skips {
		fmt.Fprintf(b, "<tr><td class=\"path\">%s</td><td>%s</td></tr>\n", html.EscapeString(s.path), both(locale.Text{En: oneLine(s.why.En), Zh: oneLine(s.why.Zh)}))
	}
	b.WriteString("</tbody></table></div></section>\n")
}
