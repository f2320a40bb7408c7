package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/reportlint/reportlint/internal/baseline"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/runner"
)

// baselineAudit shows the entries nobody judged yet, one at a time, and asks. Every answer is written at once, so that a lost
// connection loses nothing and the next audit goes on where this one stopped.
func (a *app) baselineAudit() *cobra.Command {
	return a.baselineCommand("audit [PATH...]", "逐条判断待判的条目：y 属实，n 误报，s 跳过，u 撤回，q 结束", "Judge the entries one by one: y right, n wrong, s skip, u undo, q quit", a.auditBaseline)
}

func (a *app) auditBaseline(cmd *cobra.Command, s *session, args []string) error {
	b, err := s.openBaseline()
	if err != nil {
		return err
	}
	found, err := s.findAll(cmd, args)
	if err != nil {
		return err
	}
	keys, restore, err := a.keys()
	if err != nil {
		return err
	}
	defer restore()
	name := &known{path: s.run.Baseline.Path}
	at := map[string]*lint.Finding{}
	for i := range found {
		f := &found[i]
		id := name.name(s.absolute(f.Path)) + "\x00" + f.Rule.ID + "\x00" + f.Fingerprint
		if at[id] == nil {
			at[id] = f
		}
	}
	es := append([]baseline.Entry(nil), b.Entries()...)
	var todo []int
	for i, e := range es {
		if e.Status == baseline.Todo && at[e.Path+"\x00"+e.Rule+"\x00"+e.Fingerprint] != nil {
			todo = append(todo, i)
		}
	}
	for k := 0; k < len(todo); {
		e := &es[todo[k]]
		f := at[e.Path+"\x00"+e.Rule+"\x00"+e.Fingerprint]
		if err := a.show(f, s); err != nil {
			return err
		}
		fmt.Fprintf(a.out, a.say("第 %d 条，共 %d 条。属实 [y] 误报 [n] 跳过 [s] 撤回 [u] 结束 [q] ", "%d of %d. right [y] wrong [n] skip [s] undo [u] quit [q] "), k+1, len(todo))
		key, err := keys()
		fmt.Fprint(a.out, "\r\n")
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		switch key {
		case 'y', 'Y':
			e.Status = baseline.Accepted
		case 'n', 'N':
			e.Status = baseline.FalsePositive
		case 'u', 'U':
			if k > 0 {
				k--
				es[todo[k]].Status = baseline.Todo
			}
			if err := replaceFile(s.run.Baseline.Path, baseline.New(es).Bytes()); err != nil {
				return err
			}
			continue
		case 's', 'S', ' ':
		case 'q', 'Q', 3, 4, 27: // Ctrl-C, Ctrl-D, Escape
			return nil
		default:
			continue
		}
		k++
		if err := replaceFile(s.run.Baseline.Path, baseline.New(es).Bytes()); err != nil {
			return err
		}
	}
	fmt.Fprint(a.out, a.say("没有待判的条目。", "Nothing is left to judge."), "\r\n")
	return nil
}

// findAll lints all files and keeps their findings.
func (s *session) findAll(cmd *cobra.Command, args []string) ([]lint.Finding, error) {
	jobs, _, err := s.jobs(cmd.Context(), args)
	if err != nil {
		return nil, err
	}
	var out []lint.Finding
	err = runner.Run(cmd.Context(), jobs, s.flags.workers, func(o runner.Outcome) error {
		out = append(out, o.Findings...)
		return nil
	})
	return out, err
}

// show prints one finding as the format full does, with line ends that a raw terminal needs.
func (a *app) show(f *lint.Finding, s *session) error {
	color, err := a.colored("auto", a.out)
	if err != nil {
		return err
	}
	var b strings.Builder
	p, err := report.New("full", &b, report.Options{Lang: a.lang, Color: color, Width: widthOf(a.out), Ambiguous: s.run.Output.AmbiguousWidth, MinSeverity: 1})
	if err != nil {
		return err
	}
	if err := p.File(report.File{Path: f.Path, Findings: []lint.Finding{*f}}); err != nil {
		return err
	}
	_, err = io.WriteString(a.out, strings.ReplaceAll(b.String(), "\n", "\r\n"))
	return err
}

// keys reads single keys from the terminal, or bytes that are no white space from whatever standard input is.
func (a *app) keys() (next func() (byte, error), restore func(), err error) {
	restore = func() {}
	if f, ok := a.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		old, err := term.MakeRaw(int(f.Fd()))
		if err != nil {
			return nil, restore, err
		}
		restore = func() { term.Restore(int(f.Fd()), old) }
	}
	var one [1]byte
	return func() (byte, error) {
		for {
			if _, err := io.ReadFull(a.in, one[:]); err != nil {
				return 0, err
			}
			if one[0] != '\n' && one[0] != '\r' {
				return one[0], nil
			}
		}
	}, restore, nil
}
