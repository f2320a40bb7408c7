package report

import (
	"cmp"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/locale"
)

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
	heads := []locale.Text{{En: "Rule", Zh: "规则"}, {En: "Severity", Zh: "级别"}, {En: "Places", Zh: "处"}, {}, {En: "Files", Zh: "文件"}, {En: "Safely repairable", Zh: "可安全修复"},
		{En: "Repairable with care", Zh: "可修复，需核对"}, {En: "Accepted", Zh: "已放行"}, {En: "per 10,000 characters", Zh: "每万字"}}
	compared := p.compared()
	if compared {
		heads[2] = locale.Text{En: "New since the baseline", Zh: "新增（基线之外）"}
		heads = slices.Insert(heads, 4, locale.Text{En: "Known before", Zh: "基线已有"})
	}
	b.WriteString("<div class=\"wide\"><table class=\"rules\"><thead><tr>")
	for i, t := range heads {
		class := ""
		switch {
		case i == 3:
			class = ` class="gauge"`
		case i > 1:
			class = ` class="n"`
		}
		fmt.Fprintf(b, "<th scope=\"col\"%s>%s</th>", class, both(t))
	}
	b.WriteString("</tr></thead><tbody>\n")
	for _, r := range rows {
		fmt.Fprintf(b, "<tr class=\"s%d\"><th scope=\"row\"><button type=\"button\" class=\"link\" data-rule=\"%s\">%s</button><br><code>%s</code></th><td class=\"sev\">%s</td>", r.Severity, html.EscapeString(r.Rule.ID), both(headed(r.Rule.Title)), html.EscapeString(r.Rule.ID), both(severityWord(r.Severity)))
		fmt.Fprintf(b, "<td class=\"n\">%d</td><td class=\"gauge\"><span class=\"bar\" style=\"width:%.1f%%\"></span></td>", r.Places, 100*float64(r.Places)/float64(most))
		counts := []int{r.Files, r.Safe, r.Unsafe, r.Suppressed - r.Known}
		if compared {
			counts = slices.Insert(counts, 0, r.Known)
		}
		for _, n := range counts {
			fmt.Fprintf(b, "<td class=\"n\">%d</td>", n)
		}
		fmt.Fprintf(b, "<td class=\"n\">%s</td></tr>\n", per10k(r.Places, p.tally.Characters))
	}
	b.WriteString("</tbody></table></div>\n")
}

// compared reports whether the run was held against a baseline or an older version: then what it counts is new, and what was there
// before has a column of its own. Saved results show it by their findings.
func (p *htmlPrinter) compared() bool {
	return p.o.Compared || slices.ContainsFunc(p.tally.ByRule(), func(r RuleTally) bool { return r.Known > 0 })
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

// headed is a title as a heading begins: with a capital.
func headed(t locale.Text) locale.Text {
	r, n := utf8.DecodeRuneInString(t.En)
	t.En = string(unicode.ToUpper(r)) + t.En[n:]
	return t
}
