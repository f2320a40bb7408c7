package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// What a page in Markdown shows: the weightiest findings first, then some of each rule. GitHub takes a job summary of 1 MiB.
const (
	pageFindings = 50
	pagePerRule  = 100
	pageBytes    = 1000 << 10
)

// page is a report in Markdown.
type page struct {
	o     Options
	tally Tally
	top   []annotation
	rules map[string][]annotation // the first pagePerRule of each rule
}

func newPage(o Options) *page { return &page{o: o, rules: map[string][]annotation{}} }

func (p *page) add(f File) {
	p.tally.Add(f)
	for i := range f.Findings {
		x := &f.Findings[i]
		if !p.o.shown(x) {
			continue
		}
		a := annotation{f.Path, *x}
		p.top = append(p.top, a)
		if as := p.rules[x.Rule.ID]; len(as) < pagePerRule {
			p.rules[x.Rule.ID] = append(as, a)
		}
	}
	if len(p.top) > 20*pageFindings {
		p.sort()
	}
}

// sort keeps the pageFindings weightiest.
func (p *page) sort() {
	slices.SortStableFunc(p.top, func(a, b annotation) int {
		return cmp.Or(cmp.Compare(b.f.Severity, a.f.Severity), cmp.Compare(b.f.Confidence, a.f.Confidence))
	})
	p.top = slices.Clip(p.top[:min(len(p.top), pageFindings)])
}

func (p *page) write(w io.Writer, s Summary) error {
	p.sort()
	l := p.o.Lang
	var b strings.Builder
	b.WriteString("## reportlint\n\n")
	t := &p.tally
	if t.Findings == 0 {
		b.WriteString(say(l, locale.Text{En: "No problems in [n|file|files].\n", Zh: "检查 {n} 个文件，未发现问题。\n"}, "n", t.Files-t.Skipped))
	} else {
		b.WriteString(say(l, locale.Text{En: "**[n|problem|problems]** in {w} of [f|file|files]: [e|error|errors], [a|warning|warnings], [i|note|notes]; {s} safely fixable.\n",
			Zh: "{f} 个文件中有 {w} 个发现问题，共 **{n} 条**：错误 {e} 处，警告 {a} 处，提示 {i} 处；可安全修复 {s} 处。\n"},
			"n", t.Findings, "w", t.WithAny, "f", t.Files, "e", t.Error, "a", t.Warning, "i", t.Info, "s", t.Safe))
		p.table(&b)
	}
	if t.Skipped > 0 {
		b.WriteString("\n" + say(l, locale.Text{En: "[n|file was|files were] **not checked**.\n", Zh: "**{n} 个文件未检查**。\n"}, "n", t.Skipped))
	}
	if s.Interrupted {
		b.WriteString("\n" + locale.Text{En: "The run was interrupted: the results are incomplete.\n", Zh: "运行中断，结果不完整。\n"}.In(l))
	}
	if len(p.top) > 0 {
		name := locale.Text{En: "Findings", Zh: "问题"}
		if t.Findings > len(p.top) {
			name = locale.Text{En: "The weightiest {k} of {n} findings", Zh: "最重要的 {k} 条问题（共 {n} 条）"}
		}
		fmt.Fprintf(&b, "\n### %s\n\n", say(l, name, "k", len(p.top), "n", t.Findings))
		for _, a := range p.top {
			p.item(&b, a)
		}
	}
	for _, r := range t.ByRule() {
		if len(p.rules[r.Rule.ID]) == 0 || t.Findings <= pageFindings {
			continue
		}
		var d strings.Builder
		fmt.Fprintf(&d, "\n<details><summary><code>%s</code> (%d)</summary>\n\n%s\n\n", r.Rule.ID, r.Places, markdown(r.Rule.Why.In(l)))
		for _, a := range p.rules[r.Rule.ID] {
			p.item(&d, a)
		}
		if n := r.Findings - len(p.rules[r.Rule.ID]); n > 0 {
			d.WriteString(say(l, locale.Text{En: "- and {n} more\n", Zh: "- 另有 {n} 条\n"}, "n", n))
		}
		d.WriteString("\n</details>\n")
		if b.Len()+d.Len() > pageBytes {
			b.WriteString("\n" + locale.Text{En: "The rest is left out: a job summary holds 1 MiB.\n", Zh: "其余从略：任务摘要以 1 MiB 为限。\n"}.In(l))
			break
		}
		b.WriteString(d.String())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (p *page) table(b *strings.Builder) {
	l := p.o.Lang
	b.WriteString("\n" + locale.Text{En: "| rule | | places | files | fixable |", Zh: "| 规则 | | 处 | 文件 | 可修复 |"}.In(l) + "\n|---|---|--:|--:|--:|\n")
	for _, r := range p.tally.ByRule() {
		if r.Findings == 0 {
			continue
		}
		fixable := fmt.Sprint(r.Safe)
		if r.Unsafe > 0 {
			fixable += fmt.Sprintf("+%d", r.Unsafe)
		}
		fmt.Fprintf(b, "| `%s` | %s | %d | %d | %s |\n", r.Rule.ID, markdown(oneLine(r.Rule.Title.In(l))), r.Places, r.Files, fixable)
	}
}

func (p *page) item(b *strings.Builder, a annotation) {
	l, f := p.o.Lang, &a.f
	at := f.Place()
	fmt.Fprintf(b, "- %s `%s` %s", severityWord(f.Severity).In(l), f.Rule.ID, code(fmt.Sprintf("%s:%d:%d", oneLine(a.path), at.Line, at.Column)))
	fmt.Fprintf(b, " %s%s\n", markdown(passOn(p.o, f, oneLine(f.Message.In(l)))), markdown(tail(f, group{first: f, more: len(f.Places) - 1}, l)))
	if f.Text != "" {
		show := func(s string) string { return markdown(passOn(p.o, f, oneLine(s))) }
		fmt.Fprintf(b, "  > %s**%s**%s\n", show(f.Context[0]), cmp.Or(strings.TrimSpace(show(cut(f.Text, 80))), "␣"), show(f.Context[1]))
	}
}

// code is s as inline code, whatever it holds.
func code(s string) string {
	ticks := "`"
	for strings.Contains(s, ticks) {
		ticks += "`"
	}
	if len(ticks) > 1 {
		return ticks + " " + s + " " + ticks
	}
	return ticks + s + ticks
}

// markdown escapes what Markdown or HTML would read as markup.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '~', '$', '!', '@':
			if r == '<' {
				b.WriteString("&lt;")
				continue
			}
			if r == '@' { // a backslash does not stop a mention
				b.WriteString("&#64;")
				continue
			}
			b.WriteByte('\\')
		case '&':
			b.WriteString("&amp;")
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// markdownPrinter is the format on its own.
type markdownPrinter struct {
	w    io.Writer
	page *page
}

func newMarkdown(w io.Writer, o Options) Printer { return &markdownPrinter{w, newPage(o)} }

func (p *markdownPrinter) File(f File) error {
	p.page.add(f)
	return nil
}

func (p *markdownPrinter) Close(s Summary) error { return p.page.write(p.w, s) }
