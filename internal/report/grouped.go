package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/reportlint/reportlint/internal/text"
)

// grouped prints the findings of each file under its path, in columns.
type grouped struct {
	w     *bufio.Writer
	o     Options
	style style
	end   closing
}

func newGrouped(w io.Writer, o Options) Printer {
	return &grouped{w: bufio.NewWriter(w), o: o, style: newStyle(o.Color), end: closing{o: o}}
}

func (p *grouped) File(f File) error {
	gs := p.end.group(f, true)
	if len(gs) == 0 {
		return nil
	}
	fmt.Fprintln(p.w, p.style.path.Sprint(showPath(f.Path)))
	places, rules := 0, 0
	for _, g := range gs {
		places = max(places, len(fmt.Sprintf("%d:%d", g.first.Place().Line, g.first.Place().Column)))
		rules = max(rules, len(g.first.Rule.ID))
	}
	for _, g := range gs {
		x := g.first
		word := severityWord(x.Severity).In(p.o.Lang)
		pad := strings.Repeat(" ", max(0, 7-text.Cells(word, p.o.Ambiguous)))
		fmt.Fprintf(p.w, "  %*s  %s%s  %-*s  %s%s\n", places, fmt.Sprintf("%d:%d", x.Place().Line, x.Place().Column),
			p.style.severity(x.Severity).Sprint(word), pad, rules, x.Rule.ID, oneLine(x.Message.In(p.o.Lang)), tail(x, g, p.o.Lang))
	}
	p.w.WriteByte('\n')
	return p.w.Flush()
}

func (p *grouped) Close(s Summary) error {
	p.end.print(p.w, p.style, s)
	return p.w.Flush()
}
