package report

import (
	"cmp"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
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

func (p *htmlPrinter) byRule(b *strings.Builder) {
	rows := p.tally.ByRule()
	if len(rows) == 0 {
		return
	}
	slices.SortStableFunc(rows, func(x, y RuleTally) int { return cmp.Compare(y.Severity, x.Severity) })
	most := 1
	for _, r := range rows {
		most = max(most, r.Places)
	}
	fmt.Fprintf(b, "<section><h2>%s</h2>\n", both(locale.Text{En: "By rule", Zh: "按规则"}))
	p.ruleTable(b, rows[:min(len(rows), rulesShown)], most)
	if n := len(rows) - rulesShown; n > 0 {
		fmt.Fprintf(b, "<details><summary>%s</summary>\n", both(locale.Text{En: "[n|further rule|further rules]", Zh: "另有 {n} 条规则"}, "n", n))
		p.ruleTable(b, rows[rulesShown:], most)
		b.WriteString("</details>\n")
	}
	b.WriteString("</section>\n")
}

// rulesShown is how many rules stand on the page at once; the others are folded away.
const rulesShown = 12

func (p *htmlPrinter) ruleTable(b *strings.Builder, rows []RuleTally, most int) {
	b.WriteString("<div class=\"wide\"><table><thead><tr>")
	for i, t := range []locale.Text{{En: "Rule", Zh: "规则"}, {En: "Severity", Zh: "级别"}, {En: "Places", Zh: "处"}, {}, {En: "Files", Zh: "文件"}, {En: "Safely repairable", Zh: "可安全修复"},
		{En: "To be checked", Zh: "可修复，需核对"}, {En: "Accepted", Zh: "已放行"}, {En: "per 10,000 characters", Zh: "每万字"}} {
		class := ""
		if i > 1 {
			class = ` class="n"`
		}
		fmt.Fprintf(b, "<th scope=\"col\"%s>%s</th>", class, both(t))
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, r := range rows {
		fmt.Fprintf(b, "<tr class=\"s%d\"><th scope=\"row\"><button type=\"button\" class=\"link\" data-rule=\"%s\">%s</button><br><code>%s</code></th><td class=\"sev\">%s</td>", r.Severity, html.EscapeString(r.Rule.ID), both(r.Rule.Title), html.EscapeString(r.Rule.ID), both(severityWord(r.Severity)))
		fmt.Fprintf(b, "<td class=\"n\">%d</td><td style=\"width:8rem\"><span class=\"bar\" style=\"width:%.1f%%\"></span></td><td class=\"n\">%d</td><td class=\"n\">%d</td><td class=\"n\">%d</td><td class=\"n\">%d</td><td class=\"n\">%s</td></tr>\n",
			r.Places, 100*float64(r.Places)/float64(most), r.Files, r.Safe, r.Unsafe, r.Suppressed, per10k(r.Places, p.tally.Characters))
	}
	b.WriteString("</tbody></table></div>\n")
}

// per10k is how many there are in 10,000 characters, to two digits.
func per10k(n, characters int) string {
	if characters == 0 {
		return "–"
	}
	v := float64(n) * 1e4 / float64(characters)
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

// maxFolders bounds the heat table; the folders with most are shown.
const maxFolders = 100

// byFolder is the heat table folder × family; file × family if all lies in one folder.
func (p *htmlPrinter) byFolder(b *strings.Builder) {
	rows, title, first, tail := p.folders, locale.Text{En: "By folder", Zh: "按文件夹"}, locale.Text{En: "Folder", Zh: "文件夹"}, "/"
	if len(p.folders) < 2 {
		title, first, tail = locale.Text{En: "By file", Zh: "按文件"}, locale.Text{En: "File", Zh: "文件"}, ""
		rows = map[string]*folderTally{}
		for _, f := range p.files {
			rows[f.path] = f.tally
		}
	}
	if len(rows) < 2 || p.tally.Findings == 0 {
		return
	}
	families := map[string]int{}
	for _, t := range rows {
		for f, n := range t.places {
			families[f] += n
		}
	}
	columns := slices.SortedFunc(maps.Keys(families), func(x, y string) int { return cmp.Or(families[y]-families[x], cmp.Compare(x, y)) })
	dirs := slices.SortedFunc(maps.Keys(rows), func(x, y string) int {
		return cmp.Or(rows[y].all-rows[x].all, cmp.Compare(x, y))
	})
	left := max(0, len(dirs)-maxFolders)
	dirs = dirs[:len(dirs)-left]
	slices.Sort(dirs)
	most := 0.0
	for _, d := range dirs {
		for _, n := range rows[d].places {
			most = max(most, share10k(n, rows[d].chars))
		}
	}
	fmt.Fprintf(b, "<section><h2>%s</h2>\n<div class=\"wide\"><table class=\"heat\"><caption>%s</caption><thead><tr><th scope=\"col\">%s</th>",
		both(title), both(locale.Text{En: "Places per 10,000 characters, by family of rules", Zh: "各类规则每万字处数"}), both(first))
	for _, f := range columns {
		fmt.Fprintf(b, "<th scope=\"col\">%s</th>", both(familyName(f)))
	}
	if tail != "" {
		fmt.Fprintf(b, "<th scope=\"col\">%s</th>", both(locale.Text{En: "Files", Zh: "文件数"}))
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, d := range dirs {
		t := rows[d]
		fmt.Fprintf(b, "<tr><th scope=\"row\" class=\"path\">%s</th>", html.EscapeString(d))
		for _, f := range columns {
			cell(b, t.places[f], t.chars, most, f+"/", d+tail)
		}
		if tail != "" {
			fmt.Fprintf(b, "<td>%d</td>", t.files)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table></div>\n")
	if left > 0 {
		fmt.Fprintf(b, "<p>%s</p>\n", both(locale.Text{En: "[n|row|rows] with fewer findings left out.", Zh: "略去问题较少的 {n} 行。"}, "n", left))
	}
	b.WriteString("</section>\n")
}

func share10k(n, chars int) float64 {
	if chars == 0 {
		return 0
	}
	return float64(n) * 1e4 / float64(chars)
}

// cell is one field of a heat table: the number is in it, the colour only repeats it.
func cell(b *strings.Builder, n, chars int, most float64, rule, dir string) {
	if n == 0 {
		b.WriteString("<td></td>")
		return
	}
	v := share10k(n, chars)
	level := 1
	for step := most / 16; level < 5 && v > step; step *= 2 {
		level++
	}
	fmt.Fprintf(b, "<td class=\"h%d\"><button type=\"button\" data-rule=\"%s\" data-path=\"%s\" title=\"%d\">%s</button></td>", level, html.EscapeString(rule), html.EscapeString(strings.TrimPrefix(dir, "./")), n, per10k(n, chars))
}

// grid is the table of a corpus that is laid out in two levels, such as province × year.
func (p *htmlPrinter) grid(b *strings.Builder) {
	type field struct{ places, chars int }
	fields := map[[2]string]field{}
	rows, columns := map[string]bool{}, map[string]bool{}
	for d, t := range p.folders {
		parts := strings.Split(d, "/")
		if len(parts) < 2 {
			continue
		}
		k := [2]string{strings.Join(parts[:len(parts)-1], "/"), parts[len(parts)-1]}
		fields[k] = field{t.all, t.chars}
		rows[k[0]], columns[k[1]] = true, true
	}
	if len(rows) < 2 || len(columns) < 2 || len(rows) > maxFolders || len(columns) > 40 || len(fields) < len(rows)*len(columns)/3 || p.tally.Findings == 0 {
		return
	}
	most := 0.0
	for _, f := range fields {
		most = max(most, share10k(f.places, f.chars))
	}
	fmt.Fprintf(b, "<section><div class=\"wide\"><table class=\"heat\"><caption>%s</caption><thead><tr><td></td>", both(locale.Text{En: "Places of all kinds per 10,000 characters", Zh: "全部问题每万字处数"}))
	names := slices.Sorted(maps.Keys(columns))
	for _, c := range names {
		fmt.Fprintf(b, "<th scope=\"col\" class=\"path\">%s</th>", html.EscapeString(c))
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, r := range slices.Sorted(maps.Keys(rows)) {
		fmt.Fprintf(b, "<tr><th scope=\"row\" class=\"path\">%s</th>", html.EscapeString(r))
		for _, c := range names {
			f := fields[[2]string{r, c}]
			cell(b, f.places, f.chars, most, "", r+"/"+c+"/")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table></div></section>\n")
}

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

// ruleOptions are the choices of the rule filter, by family.
func (p *htmlPrinter) ruleOptions() string {
	var b strings.Builder
	b.WriteString(`<option value="" data-en="all" data-zh="全部">all</option>`)
	byFamily := map[string][]string{}
	for _, r := range p.data.Rules {
		byFamily[r.Family] = append(byFamily[r.Family], r.ID)
	}
	for _, f := range slices.Sorted(maps.Keys(byFamily)) {
		name := familyName(f)
		fmt.Fprintf(&b, "<optgroup label=\"%s\"><option value=\"%s/\" data-en=\"%s: all\" data-zh=\"%s：全部\"></option>", html.EscapeString(f), html.EscapeString(f), html.EscapeString(name.En), html.EscapeString(name.Zh))
		ids := byFamily[f]
		slices.Sort(ids)
		for _, id := range ids {
			fmt.Fprintf(&b, "<option value=\"%s\">%s</option>", html.EscapeString(id), html.EscapeString(id))
		}
		b.WriteString("</optgroup>")
	}
	return b.String()
}
