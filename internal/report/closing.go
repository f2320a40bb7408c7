package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
)

// closing gathers what the last lines of a terminal format say.
type closing struct {
	o      Options
	tally  Tally
	hidden int            // findings below MinSeverity
	capped int            // findings beyond MaxPerRule
	per    map[string]int // findings shown, by rule
}

// room reports whether one more finding of x's rule may be shown, and counts it.
func (c *closing) room(x *lint.Finding) bool {
	if c.o.MaxPerRule <= 0 {
		return true
	}
	if c.per == nil {
		c.per = map[string]int{}
	}
	if c.per[x.Rule.ID] >= c.o.MaxPerRule {
		c.capped++
		return false
	}
	c.per[x.Rule.ID]++
	return true
}

// print writes the statistics and the last lines.
func (c *closing) print(w *bufio.Writer, st style, s Summary) {
	l, t := c.o.Lang, &c.tally
	line := func(x locale.Text, vars ...any) { fmt.Fprintln(w, say(l, x, vars...)) }
	if c.o.ShowFixes {
		c.repairs(w, s)
	}
	if c.o.Statistics && t.Findings > 0 {
		c.statistics(w, st)
	}
	if s.Fixed > 0 {
		line(locale.Text{En: "Fixed [n|place|places] in [f|file|files].", Zh: "已修复 {f} 个文件中的 {n} 处。"}, "n", s.Fixed, "f", s.FixedFiles)
	}
	scanned := t.Files - t.Skipped
	switch {
	case t.Findings == 0 && s.FixOnly:
		if s.Fixed == 0 {
			line(locale.Text{En: "Nothing to fix in [n|file|files].", Zh: "检查 {n} 个文件，没有可修复的问题。"}, "n", scanned)
		}
	case t.Findings == 0:
		line(locale.Text{En: "No problems in [n|file|files].", Zh: "检查 {n} 个文件，未发现问题。"}, "n", scanned)
	default:
		places := locale.Text{}
		if t.All() != t.Findings {
			places = locale.Text{En: " at [p|place|places]", Zh: "（涉及 {p} 处）"}
		}
		fmt.Fprintln(w, st.bold.Sprint(say(l, locale.Text{
			En: "Found [n|problem|problems]" + places.En + " in {w} of [f|file|files]: [e|error|errors], [a|warning|warnings], [i|note|notes].",
			Zh: "{f} 个文件中有 {w} 个发现问题，共 {n} 条" + places.Zh + "：错误 {e} 处，警告 {a} 处，提示 {i} 处。"},
			"n", t.Findings, "p", t.All(), "w", t.WithAny, "f", t.Files, "e", t.Error, "a", t.Warning, "i", t.Info)))
	}
	switch {
	case t.Safe > 0 && t.Unsafe > 0:
		line(locale.Text{En: "[*] {n} fixable with --fix, {m} more with --unsafe-fixes.", Zh: "[*] --fix 可修复 {n} 处，加 --unsafe-fixes 可再修复 {m} 处。"}, "n", t.Safe, "m", t.Unsafe)
	case t.Safe > 0:
		line(locale.Text{En: "[*] {n} fixable with --fix.", Zh: "[*] --fix 可修复 {n} 处。"}, "n", t.Safe)
	case t.Unsafe > 0:
		line(locale.Text{En: "[?] {m} fixable with --fix --unsafe-fixes.", Zh: "[?] --fix --unsafe-fixes 可修复 {m} 处。"}, "m", t.Unsafe)
	}
	if c.hidden > 0 {
		x := locale.Text{En: "[n|note|notes] not shown (--min-severity info).", Zh: "另有 {n} 条提示未显示（--min-severity info）。"}
		if c.o.MinSeverity == checks.Error {
			x = locale.Text{En: "[n|warning or note|warnings and notes] not shown (--min-severity info).", Zh: "另有 {n} 条警告和提示未显示（--min-severity info）。"}
		}
		line(x, "n", c.hidden)
	}
	if c.capped > 0 {
		line(locale.Text{En: "[n|finding|findings] not shown (--max-per-rule {k}).", Zh: "另有 {n} 条结果未显示（--max-per-rule {k}）。"}, "n", c.capped, "k", c.o.MaxPerRule)
	}
	if t.Suppressed > 0 {
		line(locale.Text{En: "[n|place|places] accepted by the baseline or by [[allow]].", Zh: "{n} 处已由基线或 [[allow]] 放行。"}, "n", t.Suppressed)
	}
	if t.Skipped > 0 {
		line(locale.Text{En: "[n|file was|files were] not checked.", Zh: "{n} 个文件未检查。"}, "n", t.Skipped)
	}
	if s.Stale > 0 {
		line(locale.Text{En: "[n|baseline entry is|baseline entries are] stale (reportlint baseline prune).", Zh: "基线中有 {n} 条已失效（reportlint baseline prune）。"}, "n", s.Stale)
	}
	if s.Interrupted {
		line(locale.Text{En: "Interrupted: the results are incomplete.", Zh: "运行中断，结果不完整。"})
	}
}

// statistics prints the table by rule.
func (c *closing) statistics(w *bufio.Writer, st style) {
	l := c.o.Lang
	head := []string{locale.Text{En: "places", Zh: "处"}.In(l), locale.Text{En: "findings", Zh: "条"}.In(l), locale.Text{En: "files", Zh: "文件"}.In(l), locale.Text{En: "fixable", Zh: "可修复"}.In(l), locale.Text{En: "rule", Zh: "规则"}.In(l), ""}
	rows := [][]string{head}
	for _, r := range c.tally.ByRule() {
		if r.Findings == 0 {
			continue
		}
		fixable := fmt.Sprint(r.Safe)
		if r.Unsafe > 0 {
			fixable += fmt.Sprintf("+%d", r.Unsafe)
		}
		rows = append(rows, []string{fmt.Sprint(r.Places), fmt.Sprint(r.Findings), fmt.Sprint(r.Files), fixable, r.Rule.ID, oneLine(r.Rule.Title.In(l))})
	}
	table(w, rows, 4, c.o.Ambiguous)
	w.WriteByte('\n')
}

// repairs prints what was repaired, by rule.
func (c *closing) repairs(w *bufio.Writer, s Summary) {
	rows := [][]string{}
	for _, r := range s.Repairs {
		mark := "[?]"
		if r.Safe {
			mark = "[*]"
		}
		rows = append(rows, []string{fmt.Sprint(r.Places), mark, r.Rule.ID, oneLine(r.Rule.Title.In(c.o.Lang))})
	}
	if len(rows) > 0 {
		table(w, rows, 1, c.o.Ambiguous)
		w.WriteByte('\n')
	}
}

// table prints rows in columns; the first right columns are numbers and stand to the right.
func table(w *bufio.Writer, rows [][]string, right, ambiguous int) {
	var wide []int
	for _, r := range rows {
		for i, s := range r {
			if i == len(wide) {
				wide = append(wide, 0)
			}
			wide[i] = max(wide[i], text.Cells(s, ambiguous))
		}
	}
	for _, r := range rows {
		var b strings.Builder
		for i, s := range r {
			pad := strings.Repeat(" ", wide[i]-text.Cells(s, ambiguous))
			if i > 0 {
				b.WriteString("  ")
			}
			if i < right {
				b.WriteString(pad + s)
			} else {
				b.WriteString(s + pad)
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}
