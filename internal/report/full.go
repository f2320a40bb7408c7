package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// full prints each finding with its line of text, the evidence and the fix.
type full struct {
	w     *bufio.Writer
	o     Options
	style style
	end   closing
}

func newFull(w io.Writer, o Options) Printer {
	return &full{w: bufio.NewWriter(w), o: o, style: newStyle(o.Color), end: closing{o: o}}
}

func (p *full) File(f File) error {
	for _, g := range p.end.group(f, true) {
		p.finding(f.Path, g)
	}
	return p.w.Flush()
}

func (p *full) Close(s Summary) error {
	p.end.print(p.w, p.style, s)
	return p.w.Flush()
}

func (p *full) finding(path string, g group) {
	f, l := g.first, p.o.Lang
	head := fmt.Sprintf("%s[%s]", severityWord(f.Severity).In(l), f.Rule.ID)
	sure := say(l, locale.Text{En: " (confidence: {c})", Zh: "（置信度：{c}）"}, "c", confidenceWord(f.Confidence).In(l))
	fmt.Fprintf(p.w, "%s%s%s%s\n", p.style.severity(f.Severity).Sprint(head), label(l, locale.Text{}),
		p.style.bold.Sprint(oneLine(f.Message.In(l))), p.style.dim.Sprint(sure)+p.mark(f))
	type row struct {
		at      document.Place
		x       document.Excerpt
		mark    byte
		message string
	}
	rows := []row{{f.Place(), f.Excerpt, '^', ""}}
	var elsewhere []lint.Related
	for _, r := range f.Related {
		if r.Path != "" && r.Path != f.Path {
			elsewhere = append(elsewhere, r)
			continue
		}
		rows = append(rows, row{r.Place, r.Excerpt, '-', oneLine(r.Message.In(l))})
	}
	last := 0
	for _, r := range rows {
		last = max(last, r.at.Line)
	}
	for _, r := range elsewhere {
		last = max(last, r.Place.Line)
	}
	gutter := len(strconv.Itoa(last))
	margin := strings.Repeat(" ", gutter)
	fmt.Fprintf(p.w, "%s%s %s\n", margin, p.style.dim.Sprint("-->"), p.style.path.Sprintf("%s:%d:%d", showPath(path), f.Place().Line, f.Place().Column))
	bar := p.style.dim.Sprint("|")
	empty := f.Excerpt.Before+f.Excerpt.Marked+f.Excerpt.After == "" && len(rows) == 1
	if !empty {
		fmt.Fprintf(p.w, "%s %s\n", margin, bar)
	}
	draw := func(line int, x document.Excerpt, mark byte, message string) {
		s := crop(x, p.o.Width-gutter-3, p.o.Ambiguous, p.o.Context, mark)
		fmt.Fprintf(p.w, "%s %s ", p.style.dim.Sprintf("%*d", gutter, line), bar)
		color := p.style.severity(f.Severity)
		if mark == '-' {
			color = p.style.info
		}
		for _, x := range s.line {
			switch {
			case x.token:
				p.w.WriteString(p.style.token.Sprint(x.text))
			case x.marked:
				p.w.WriteString(color.Sprint(x.text))
			default:
				p.w.WriteString(x.text)
			}
		}
		blank := strings.TrimRight(s.marks, string(mark))
		fmt.Fprintf(p.w, "\n%s %s %s%s", margin, bar, blank, color.Sprint(s.marks[len(blank):]))
		if message != "" {
			p.w.WriteString(" " + color.Sprint(message))
		}
		p.w.WriteByte('\n')
		if x.MoreLines > 0 {
			more := say(l, locale.Text{En: "... and [n|line|lines] more", Zh: "... 以下还有 {n} 行"}, "n", x.MoreLines)
			fmt.Fprintf(p.w, "%s %s %s\n", margin, bar, p.style.dim.Sprint(more))
		}
	}
	for _, r := range rows {
		if empty {
			break
		}
		draw(r.at.Line, r.x, r.mark, r.message)
	}
	for _, r := range elsewhere {
		fmt.Fprintf(p.w, "%s%s %s\n", margin, p.style.dim.Sprint("-->"), p.style.path.Sprintf("%s:%d:%d", showPath(r.Path), r.Place.Line, r.Place.Column))
		fmt.Fprintf(p.w, "%s %s\n", margin, bar)
		draw(r.Place.Line, r.Excerpt, '-', oneLine(r.Message.In(l)))
	}
	p.notes(margin, g)
	p.w.WriteByte('\n')
}

// mark is [*] for a safe fix and [?] for an unsafe one.
func (p *full) mark(f *lint.Finding) string {
	switch fixMark(f) {
	case "[*]":
		return gap(p.o.Lang) + p.style.good.Sprint("[*]")
	case "[?]":
		return gap(p.o.Lang) + p.style.warning.Sprint("[?]")
	}
	return ""
}

func fixMark(f *lint.Finding) string {
	switch {
	case f.Fix == nil:
		return ""
	case f.Fix.Safety == rules.FixSafe:
		return "[*]"
	}
	return "[?]"
}

// notes prints what stands under the snippet.
func (p *full) notes(margin string, g group) {
	f, l := g.first, p.o.Lang
	note := func(name locale.Text, s string) {
		fmt.Fprintf(p.w, "%s %s %s%s\n", margin, p.style.dim.Sprint("="), p.style.bold.Sprint(strings.TrimRight(label(l, name), " ")), gap(l)+s)
	}
	if len(f.Evidence) > 0 {
		var es []string
		for _, e := range f.Evidence {
			if s := oneLine(e.In(l)); !slices.Contains(es, s) {
				es = append(es, s)
			}
		}
		name := locale.Text{En: "evidence", Zh: "依据"}
		indent := len(margin) + 3 + text.Cells(label(l, name), p.o.Ambiguous)
		note(name, strings.Join(pack(es, locale.Text{En: ";", Zh: "；"}.In(l), gap(l), p.o.Width-indent, p.o.Ambiguous), "\n"+strings.Repeat(" ", indent)))
	}
	if f.Repaired != "" {
		note(locale.Text{En: "reads", Zh: "修复后为"}, cut(oneLine(f.Repaired), 60))
	}
	if g.more > 0 {
		note(locale.Text{En: "note", Zh: "注"}, g.others(l))
	}
	switch {
	case f.Fix != nil && f.Fix.Safety == rules.FixSafe:
		s := fixText(f, f.Fix.Edits, l)
		if w := proofWord(f.Fix.Proof).In(l); w != "" {
			s += say(l, locale.Text{En: " ({w})", Zh: "（{w}）"}, "w", w)
		}
		note(locale.Text{En: "fix (safe)", Zh: "修复（安全）"}, s)
	case f.Fix != nil:
		note(locale.Text{En: "fix (unsafe)", Zh: "修复（需核对）"}, fixText(f, f.Fix.Edits, l))
	case f.Withheld != "":
		note(locale.Text{En: "note", Zh: "注"}, withheld(f.Withheld).In(l))
	case f.Rule.Family == "number" && len(f.Related) > 0:
		note(locale.Text{En: "note", Zh: "注"}, locale.Text{En: "no automatic fix: the tool cannot know which figure is right", Zh: "不自动修复：工具无从判断哪个数字正确"}.In(l))
	}
	if f.Fix != nil {
		for i, a := range f.Fix.Alternatives {
			if i == 5 {
				break
			}
			s := fixText(f, a.Edits, l)
			var es []string
			for _, e := range a.Evidence {
				es = append(es, oneLine(e.In(l)))
			}
			if len(es) > 0 {
				s += say(l, locale.Text{En: " ({e})", Zh: "（{e}）"}, "e", strings.Join(es, locale.Text{En: "; ", Zh: "；"}.In(l)))
			}
			note(locale.Text{En: "or", Zh: "或"}, s)
		}
	}
	note(locale.Text{En: "help", Zh: "说明"}, "reportlint rule "+f.Rule.ID)
}

// pack puts short sentences on lines of at most limit cells where it can; sep ends all but the last, gap follows it within a line.
func pack(parts []string, sep, gap string, limit, ambiguous int) []string {
	var lines []string
	cells := 0
	for i, s := range parts {
		if i < len(parts)-1 {
			s += sep
		}
		n := text.Cells(s, ambiguous)
		if i == 0 || cells+len(gap)+n > limit {
			lines = append(lines, s)
			cells = n
			continue
		}
		lines[len(lines)-1] += gap + s
		cells += len(gap) + n
	}
	return lines
}

func gap(l locale.Lang) string {
	if l == locale.Zh {
		return ""
	}
	return " "
}
