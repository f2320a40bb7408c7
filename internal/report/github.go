package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
)

// annotationsPerLevel is how many annotations of one level a step of GitHub Actions shows; the rest would be dropped unseen.
const annotationsPerLevel = 10

// github prints workflow commands: the worst ten of each level, then one notice about the rest.
type github struct {
	w     *bufio.Writer
	o     Options
	tally Tally
	kept  map[checks.Severity][]annotation
	rest  int
	page  *page
}

type annotation struct {
	path string
	f    lint.Finding
}

func newGitHub(w io.Writer, o Options) Printer {
	p := &github{w: bufio.NewWriter(w), o: o, kept: map[checks.Severity][]annotation{}}
	if o.Page != nil {
		p.page = newPage(o)
	}
	return p
}

func (p *github) File(f File) error {
	p.tally.Add(f)
	if p.page != nil {
		p.page.add(f)
	}
	for i := range f.Findings {
		x := &f.Findings[i]
		if !p.o.shown(x) {
			continue
		}
		p.keep(annotation{f.Path, *x})
	}
	return nil
}

// keep holds the annotation if it is among the ten of its level that are surest; of equals the earlier one stays.
func (p *github) keep(a annotation) {
	as := p.kept[a.f.Severity]
	if len(as) == annotationsPerLevel {
		p.rest++
		if as[len(as)-1].f.Confidence >= a.f.Confidence {
			return
		}
		as = as[:len(as)-1]
	}
	at := len(as)
	for at > 0 && as[at-1].f.Confidence < a.f.Confidence {
		at--
	}
	as = append(as, annotation{})
	copy(as[at+1:], as[at:])
	as[at] = a
	p.kept[a.f.Severity] = as
}

func (p *github) Close(s Summary) error {
	for _, v := range []checks.Severity{checks.Error, checks.Warning, checks.Info} {
		for _, a := range p.kept[v] {
			p.annotate(a)
		}
	}
	l := p.o.Lang
	if p.rest > 0 {
		fmt.Fprintf(p.w, "::notice title=reportlint::%s\n", commandData(say(l, locale.Text{
			En: "[n|more finding is|more findings are] not shown as annotations: [e|error|errors], [a|warning|warnings] and [i|note|notes] in all",
			Zh: "另有 {n} 条结果未以注解显示；共有错误 {e} 处、警告 {a} 处、提示 {i} 处"},
			"n", p.rest, "e", p.tally.Error, "a", p.tally.Warning, "i", p.tally.Info)))
	}
	if err := p.w.Flush(); err != nil || p.page == nil {
		return err
	}
	return p.page.write(p.o.Page, s)
}

func (p *github) annotate(a annotation) {
	at, l := a.f.Place(), p.o.Lang
	command := map[checks.Severity]string{checks.Error: "error", checks.Warning: "warning", checks.Info: "notice"}[a.f.Severity]
	path, _ := pathOf(a.path)
	props := fmt.Sprintf("file=%s,line=%d,endLine=%d", commandProperty(oneLine(path)), at.Line, max(at.EndLine, at.Line))
	if at.EndLine == at.Line {
		props += fmt.Sprintf(",col=%d,endColumn=%d", at.Column, max(at.EndColumn, at.Column))
	}
	message := oneLine(a.f.Message.In(l))
	if n := len(a.f.Places) - 1; n > 0 {
		message += say(l, locale.Text{En: " (+ {n} more)", Zh: "（另有 {n} 处）"}, "n", n)
	}
	if m := fixMark(&a.f); m != "" {
		message += " " + m
	}
	fmt.Fprintf(p.w, "::%s %s,title=%s::%s\n", command, props, commandProperty(a.f.Rule.ID), commandData(passOn(p.o, &a.f, message)))
}

// commandData escapes the message of a workflow command.
func commandData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// commandProperty escapes a property of a workflow command.
func commandProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
