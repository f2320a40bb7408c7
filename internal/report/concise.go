package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
)

// concise prints one line a finding: PATH:LINE:COLUMN: SEVERITY RULE: MESSAGE [*]. Editors and grep rely on the form, so that
// the severity is English in every language.
type concise struct {
	w     *bufio.Writer
	o     Options
	style style
	end   closing
}

func newConcise(w io.Writer, o Options) Printer {
	return &concise{w: bufio.NewWriter(w), o: o, style: newStyle(o.Color), end: closing{o: o}}
}

func (p *concise) File(f File) error {
	for _, g := range p.end.group(f, false) {
		x := g.first
		at := x.Place()
		fmt.Fprintf(p.w, "%s:%d:%d: %s %s: %s%s\n", p.style.path.Sprint(showPath(f.Path)), at.Line, at.Column,
			p.style.severity(x.Severity).Sprint(x.Severity), x.Rule.ID, oneLine(x.Message.In(p.o.Lang)), tail(x, g, p.o.Lang))
	}
	return p.w.Flush()
}

// tail is what stands after a message on one line: the mark of the fix and how many places there are.
func tail(x *lint.Finding, g group, l locale.Lang) string {
	s := ""
	if m := fixMark(x); m != "" {
		s = " " + m
	}
	if g.more > 0 {
		s += say(l, locale.Text{En: " (+ {n} more)", Zh: "（另有 {n} 处）"}, "n", g.more)
	}
	return s
}

func (p *concise) Close(s Summary) error {
	p.end.print(p.w, p.style, s)
	return p.w.Flush()
}
