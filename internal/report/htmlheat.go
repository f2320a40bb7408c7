package report

import (
	"cmp"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

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
	most := map[string]float64{} // by column: a family with thousands must not pale the others
	for _, d := range dirs {
		for f, n := range rows[d].places {
			most[f] = max(most[f], share10k(n, rows[d].chars))
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
			cell(b, t.places[f], t.chars, most[f], f+"/", d+tail)
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
