package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// words of the pages about rules.
func (r *Rule) severityText() locale.Text {
	return [...]locale.Text{{}, {Zh: "提示", En: "info"}, {Zh: "警告", En: "warning"}, {Zh: "错误", En: "error"}}[r.Severity]
}

func (r *Rule) fixText() locale.Text {
	switch r.Fix {
	case FixSafe:
		return locale.Text{Zh: "可安全修复（须有证明）", En: "safe where proved"}
	case FixUnsafe:
		return locale.Text{Zh: "仅在 --unsafe-fixes 下修复", En: "only with --unsafe-fixes"}
	}
	return locale.Text{Zh: "不修复", En: "none"}
}

func (r *Rule) confidenceText() locale.Text {
	return [...]locale.Text{{}, {Zh: "低", En: "low"}, {Zh: "中", En: "medium"}, {Zh: "高", En: "high"}}[r.Confidence]
}

func (r *Rule) scopeText() locale.Text {
	switch r.Scope {
	case ScopeDocument:
		return locale.Text{Zh: "全文一条", En: "one finding a document"}
	case ScopeCorpus:
		return locale.Text{Zh: "跨文件", En: "across files"}
	}
	return locale.Text{Zh: "逐处", En: "one finding a place"}
}

// statusText says when the rule is off unless asked for; empty for rules that are on.
func (r *Rule) statusText() locale.Text {
	switch {
	case r.Preview:
		return locale.Text{Zh: "预览：须加 --preview 或指名启用", En: "preview: on with --preview or when named"}
	case !r.Default:
		return locale.Text{Zh: "默认关闭：须指名启用", En: "off by default: on when named"}
	}
	return locale.Text{}
}

// labels of the facts about a rule.
var factLabels = struct{ severity, confidence, fix, scope, tags, since, off locale.Text }{
	severity:   locale.Text{Zh: "严重程度", En: "Severity"},
	confidence: locale.Text{Zh: "置信度", En: "Confidence"},
	fix:        locale.Text{Zh: "修复", En: "Fix"},
	scope:      locale.Text{Zh: "报告方式", En: "Scope"},
	tags:       locale.Text{Zh: "标签", En: "Tags"},
	since:      locale.Text{Zh: "始于版本", En: "Since"},
	off:        locale.Text{Zh: "状态", En: "Status"},
}

// Fact is one labelled property of a rule, for pages and terminals.
type Fact struct{ Label, Value string }

// Facts are the properties of the rule in language l.
func (r *Rule) Facts(l locale.Lang) []Fact {
	fs := []Fact{
		{factLabels.severity.In(l), r.severityText().In(l)},
		{factLabels.confidence.In(l), r.confidenceText().In(l)},
		{factLabels.fix.In(l), r.fixText().In(l)},
		{factLabels.scope.In(l), r.scopeText().In(l)},
	}
	if s := r.statusText().In(l); s != "" {
		fs = append(fs, Fact{factLabels.off.In(l), s})
	}
	if len(r.Tags) > 0 {
		fs = append(fs, Fact{factLabels.tags.In(l), strings.Join(r.Tags, ", ")})
	}
	return append(fs, Fact{factLabels.since.In(l), r.Since})
}

// Markdown is the rule's section of the documentation; depth is the level of its heading.
func (r *Rule) Markdown(l locale.Lang, depth int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n\n**%s**\n\n", strings.Repeat("#", depth), r.ID, r.Title.In(l))
	var fs []string
	for _, f := range r.Facts(l) {
		fs = append(fs, f.Label+locale.Text{Zh: "：", En: ": "}.In(l)+f.Value)
	}
	fmt.Fprintf(&b, "%s\n\n%s\n", strings.Join(fs, " · "), r.Why.In(l))
	bad := locale.Text{Zh: "有问题：", En: "Found:"}.In(l)
	good := locale.Text{Zh: "没有问题：", En: "Not found:"}.In(l)
	for _, e := range r.Examples {
		for _, x := range []Fact{{bad, e.Bad}, {good, e.Good}} {
			if x.Value != "" {
				fmt.Fprintf(&b, "\n%s\n\n%s\n", x.Label, fence(Visible(x.Value)))
			}
		}
	}
	return b.String()
}

// fence puts s into a code block whose fence is longer than any run of back quotes in it.
func fence(s string) string {
	f := "```"
	for strings.Contains(s, f) {
		f += "`"
	}
	return f + "text\n" + strings.TrimSuffix(s, "\n") + "\n" + f
}

// Visible writes characters that cannot be seen as their code points, and cuts what is longer than a reader needs.
func Visible(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > 600 {
			b.WriteString("…")
			break
		}
		switch {
		case r == '\n':
			b.WriteRune(r)
		case r < ' ' || r >= 0x7f && r < 0xa1 || r == 0xad || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2060 && r <= 0x206f ||
			r >= 0xe000 && r <= 0xf8ff || r == 0xfeff || r >= 0xe0000:
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Families are the families of the catalogue, sorted, the tool's own diagnostics last.
func (c *Catalogue) Families() []string {
	var out []string
	for _, r := range c.rules {
		if r.Family != "run" && !slices.Contains(out, r.Family) {
			out = append(out, r.Family)
		}
	}
	return append(out, "run")
}

// Family are the rules of one family, sorted.
func (c *Catalogue) Family(name string) []*Rule {
	var out []*Rule
	for _, r := range c.rules {
		if r.Family == name {
			out = append(out, r)
		}
	}
	return out
}

// FamilyTitle says what a family is about.
func FamilyTitle(name string) locale.Text {
	return map[string]locale.Text{
		"ads":       {Zh: "被人塞进来的话", En: "words that someone put in"},
		"chrome":    {Zh: "网站套在正文外的东西", En: "what the site put around the text"},
		"encoding":  {Zh: "解码、流程与伪装造成的损坏", En: "damage done by decoders, pipelines and cloaks"},
		"number":    {Zh: "不可能同时成立的数字", En: "figures that cannot all be true"},
		"script":    {Zh: "不该混在一起的文字与标点", En: "scripts and marks that do not belong together"},
		"structure": {Zh: "流程在篇章结构上留下的伤痕", En: "what a pipeline did to the shape"},
		"run":       {Zh: "工具自身的诊断", En: "diagnostics of the tool itself"},
	}[name]
}

// Page is the documentation of all rules in language l: docs/rules.md and docs/rules.zh.md.
func (c *Catalogue) Page(l locale.Lang) string {
	var b strings.Builder
	say := func(zh, en string) string { return locale.Text{Zh: zh, En: en}.In(l) }
	fmt.Fprintf(&b, "<!-- %s -->\n\n# %s\n\n", say("本页由 reportlint rule --all --format markdown --lang zh 生成，请勿手改", "generated by: reportlint rule --all --format markdown --lang en"), say("规则", "Rules"))
	fmt.Fprintf(&b, "%s\n\n", say(
		"每条规则对应维护者会叫得出名字的一种缺陷。**安全**的修复须有证明；**非安全**的修复只在 `--unsafe-fixes` 下执行；数值从不改动。",
		"Each rule is one defect that a curator would name. A **safe** fix carries a certificate; **unsafe** ones are done only with `--unsafe-fixes`; values of figures are never changed."))
	for _, fam := range c.Families() {
		title := FamilyTitle(fam).In(l)
		if title != "" {
			title = locale.Text{Zh: "：", En: ": "}.In(l) + title
		}
		fmt.Fprintf(&b, "## %s%s\n\n| %s | %s | %s | %s |\n|---|---|---|---|\n", fam, title, say("规则", "rule"), say("缺陷", "defect"), say("严重程度", "severity"), say("修复", "fix"))
		for _, r := range c.Family(fam) {
			fix := [...]locale.Text{{Zh: "无", En: "none"}, {Zh: "非安全", En: "unsafe"}, {Zh: "安全", En: "safe"}}[r.Fix].In(l)
			fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s |\n", r.ID, strings.ReplaceAll(r.ID, "/", ""), r.Title.In(l), r.severityText().In(l), fix)
		}
		b.WriteString("\n")
	}
	for _, fam := range c.Families() {
		for _, r := range c.Family(fam) {
			b.WriteString(r.Markdown(l, 3) + "\n")
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
