package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// mapText is how much of a line --show-map shows, in cells of a terminal.
const mapText = 48

// messageText is how much of an error is told: names and values in it come from anywhere.
const messageText = 1 << 16

// pathText is how much of a path is told on standard error.
const pathText = 4096

// showMap prints what each line of the files is taken for, and why: check --show-map.
func (a *app) showMap(jobs []runner.Job) error {
	first := true
	return a.eachText(jobs, func(path string, _ []byte, d *document.Document) error {
		if !first {
			fmt.Fprintln(a.out)
		}
		first = false
		fmt.Fprintln(a.out, path)
		m := layout.Of(d)
		for n := range m.Len() {
			a.mapLine(d, m, n)
		}
		return nil
	})
}

// eachText hands every file that can be read to do: its bytes, and its text as checks see it, through all certified repairs. A
// file that cannot be read is told of and left out; an error of do ends it.
func (a *app) eachText(jobs []runner.Job, do func(path string, raw []byte, d *document.Document) error) error {
	w := &lint.Worker{}
	for _, j := range jobs {
		raw, err := j.Read()
		if err != nil {
			a.unread(j.Path, err)
			continue
		}
		file, err := codec.Decode(raw, j.Setup.Encoding)
		if err != nil {
			a.unread(j.Path, err)
			continue
		}
		if err := do(j.Path, raw, j.Setup.Linter.Through(document.New(j.Path, file), w)); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) mapLine(d *document.Document, m *layout.Map, n int) {
	if m.Role(n) == layout.Blank {
		return
	}
	role, reasons := m.Explain(n)
	why := make([]string, len(reasons))
	for i, r := range reasons {
		why[i] = r.In(a.lang)
	}
	name := role.In(a.lang)
	pad := strings.Repeat(" ", max(0, 30-text.Cells(name, 1)))
	fmt.Fprintf(a.out, "%5d  %s%s  %s\n", n+1, name, pad, printable(m.Line(n).Span.Of(d.Text()), mapText))
	fmt.Fprintf(a.out, "%5s  = %s\n", "", strings.Join(why, a.say("；", "; ")))
}

// printable is s without characters that act on a terminal, cut at the given number of cells.
func printable(s string, cells int) string {
	var b strings.Builder
	used := 0
	for i, r := range s {
		var bad byte
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				bad = s[i]
			}
		}
		token, hostile := text.Escape(r, bad)
		if !hostile {
			if token = string(r); r == '\t' {
				token = " "
			}
		}
		if used += text.Cells(token, 1); used > cells {
			return b.String() + "..."
		}
		b.WriteString(token)
	}
	return b.String()
}
