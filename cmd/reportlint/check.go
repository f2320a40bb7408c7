package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/rules"
)

type checkFlags struct {
	fix, unsafe, exitZero, isolated, noBaseline bool
	selects, ignores, extends                   []string
	format, stdinName, failOn                   string
	workers                                     int
}

func newCheck(a *app, use string) *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   use,
		Short: a.say("检查文件；加 --fix 即修复", "Check files; with --fix, repair them"),
		Args:  cobra.ArbitraryArgs,
		RunE:  func(cmd *cobra.Command, args []string) error { return a.check(cmd, args, f) },
	}
	fl := c.Flags()
	fl.BoolVar(&f.fix, "fix", false, "")
	fl.BoolVar(&f.unsafe, "unsafe-fixes", false, "")
	fl.BoolVar(&f.exitZero, "exit-zero", false, "")
	fl.BoolVar(&f.isolated, "isolated", false, "")
	fl.BoolVar(&f.noBaseline, "no-baseline", false, "")
	fl.StringSliceVar(&f.selects, "select", nil, "")
	fl.StringSliceVar(&f.ignores, "ignore", nil, "")
	fl.StringSliceVar(&f.extends, "extend-select", nil, "")
	fl.StringVarP(&f.format, "output-format", "f", "concise", "")
	fl.StringVar(&f.stdinName, "stdin-filename", "-", "")
	fl.StringVar(&f.failOn, "fail-on", "error", "")
	fl.IntVarP(&f.workers, "jobs", "j", runtime.NumCPU(), "")
	return c
}

func (a *app) check(cmd *cobra.Command, args []string, f checkFlags) error {
	cat, err := rules.Builtin()
	if err != nil {
		return err
	}
	reported, err := cat.Choose(rules.Selection{Select: f.selects, Extend: f.extends, Ignore: f.ignores}, false)
	if err != nil {
		return err
	}
	l, err := lint.New(cat, lint.Options{Reported: reported})
	if err != nil {
		return err
	}
	setup := &runner.Setup{Catalogue: cat, Linter: l, Policy: lint.Policy{Unsafe: f.unsafe, MaxRemovedProse: 0.02}, Encoding: "auto"}
	var jobs []runner.Job
	stdin := false
	for _, p := range args {
		job := runner.Job{Path: p, Named: true, Fixable: true, Setup: setup}
		if f.fix {
			job.Mode = runner.Fix
		}
		if p == "-" {
			stdin = true
			job.Path = f.stdinName
			job.Read = func() ([]byte, error) { return io.ReadAll(a.in) }
			jobs = append(jobs, job)
			continue
		}
		files := []string{p}
		if st, err := os.Stat(p); err == nil && st.IsDir() {
			files, _ = filepath.Glob(p + "/*.txt")
		}
		for _, q := range files {
			job.Path = q
			job.Read = func() ([]byte, error) { return os.ReadFile(q) }
			job.Write = func(_, b []byte) error { return os.WriteFile(q, b, 0o644) }
			jobs = append(jobs, job)
		}
	}
	errs := 0
	err = runner.Run(cmd.Context(), jobs, f.workers, func(o runner.Outcome) error {
		to := a.out
		if stdin && f.fix {
			to = a.err
			out := o.After
			if out == nil {
				out = o.Before
			}
			a.out.Write(out)
		}
		for _, x := range o.Findings {
			if x.Severity == checks.Error {
				errs++
			}
			if f.format == "jsonl" {
				printJSONL(to, x)
			} else {
				mark := ""
				if x.Fix != nil {
					mark = map[rules.Ceiling]string{rules.FixSafe: " [*]", rules.FixUnsafe: " [?]"}[x.Fix.Safety]
				}
				p := x.Place()
				fmt.Fprintf(to, "%s:%d:%d: %s %s: %s%s\n", x.Path, p.Line, p.Column, x.Severity, x.Rule.ID, x.Message.In(a.lang), mark)
			}
		}
		if o.Failed {
			a.code = exitFailure
		}
		return nil
	})
	if err == nil && errs > 0 && !f.exitZero && a.code == exitOK {
		a.code = exitFindings
	}
	return err
}

func printJSONL(w io.Writer, x lint.Finding) {
	p := x.Place()
	m := map[string]any{"v": 1, "kind": "finding", "path": x.Path, "rule": x.Rule.ID, "family": x.Rule.Family, "severity": x.Severity.String(),
		"confidence": x.Confidence.String(), "line": p.Line, "column": p.Column, "end_line": p.EndLine, "end_column": p.EndColumn,
		"byte_start": p.Bytes.Start, "byte_end": p.Bytes.End, "text": x.Text, "message": x.Message, "withheld": x.Withheld}
	var places [][2]int
	for _, q := range x.Places {
		places = append(places, [2]int{q.Bytes.Start, q.Bytes.End})
	}
	m["places"] = places
	var ev []string
	for _, e := range x.Evidence {
		ev = append(ev, e.En)
	}
	m["evidence"] = ev
	if x.Fix != nil {
		var eds []map[string]any
		for _, e := range x.Fix.Edits {
			eds = append(eds, map[string]any{"byte_start": e.Bytes.Start, "byte_end": e.Bytes.End, "new": e.New})
		}
		m["fix"] = map[string]any{"safety": x.Fix.Safety.String(), "proof": x.Fix.Proof.String(), "edits": eds}
	}
	var rel []map[string]any
	for _, r := range x.Related {
		rel = append(rel, map[string]any{"line": r.Place.Line, "column": r.Place.Column, "end_line": r.Place.EndLine, "end_column": r.Place.EndColumn})
	}
	m["related"] = rel
	b, _ := json.Marshal(m)
	fmt.Fprintln(w, strings.TrimSpace(string(b)))
}
