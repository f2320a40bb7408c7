package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/source"
	"github.com/reportlint/reportlint/rules"
)

// session is one run of check with flags and configuration resolved.
type session struct {
	*app
	flags     *checkFlags
	changed   func(flag string) bool
	cwd       string
	catalogue *rules.Catalogue
	failOn    checks.Severity
	stdin     bool // standard input is among the paths
	setups    map[setupKey]*runner.Setup
	linter    *lint.Linter // of the last setup made; Combine needs one
}

// setupKey names files that are linted alike.
type setupKey struct {
	config string
	markup bool
}

func (s *session) mode() runner.Mode {
	switch {
	case s.flags.fix:
		return runner.Fix
	case s.flags.diff:
		return runner.Diff
	}
	return runner.Look
}

// jobs finds the files; those that cannot be looked at come back as files with a finding that says why.
func (s *session) jobs(ctx context.Context, args []string) ([]runner.Job, []skip, error) {
	req := source.Request{Cwd: s.cwd, Hidden: s.flags.hidden, Commands: commandNames, Nearest: rules.Nearest, Filter: s.filter}
	var jobs []runner.Job
	for _, arg := range args {
		if arg == "-" {
			s.stdin = true
			job, err := s.standardInput()
			if err != nil {
				return nil, nil, err
			}
			jobs = append(jobs, job)
			continue
		}
		req.Args = append(req.Args, arg)
	}
	if s.flags.filesFrom != "" {
		list, err := s.list()
		if err != nil {
			return nil, nil, err
		}
		req.Listed = list
	} else if len(args) == 0 {
		req.Args = []string{"."}
	}
	found, err := source.Find(ctx, req)
	if err != nil {
		return nil, nil, err
	}
	for _, t := range found.Targets {
		setup, err := s.setup(t)
		if err != nil {
			return nil, nil, err
		}
		limit := s.limit(t)
		jobs = append(jobs, runner.Job{Path: t.Path, Named: t.Named, Fixable: t.Fixable, Mode: s.mode(), Setup: setup,
			Read:  func() ([]byte, error) { return source.Read(t.Abs, limit) },
			Write: func(old, new []byte) error { return source.Write(t.Abs, old, new) }})
	}
	var skipped []skip
	for _, k := range found.Skipped {
		skipped = append(skipped, s.skip(k))
	}
	return jobs, skipped, nil
}

// skip is a path that was not looked at.
type skip struct {
	report.File
	failed bool // the user named it, or the system refused: the job was not done
}

// skip says why in a finding; a path that was probably meant as a command is answered on standard error too.
func (s *session) skip(k source.Skip) skip {
	why, passedOver := k.Err.Reason()
	id := "run/unreadable-file"
	if passedOver {
		id = "run/skipped-file"
	}
	if k.Err.Command != "" {
		fmt.Fprintf(s.err, s.say("提示：没有文件 %q；是否想用命令 %q？\n", "hint: there is no file %q; did you mean the command %q?\n"), k.Path, k.Err.Command)
	}
	f := runner.Diagnostic(s.catalogue.Rule(id), k.Path, map[string]locale.Text{"reason": why})
	return skip{report.File{Path: k.Path, Findings: []lint.Finding{f}, Skipped: true}, k.Named || !passedOver}
}

func (s *session) standardInput() (runner.Job, error) {
	name := s.flags.stdinName
	if name == "" {
		name = "-"
	}
	abs := filepath.Join(s.cwd, name)
	t := source.Target{Path: name, Abs: abs, Named: true, Fixable: true, Markup: name != "-" && source.IsMarkup(name)}
	setup, err := s.setup(t)
	if err != nil {
		return runner.Job{}, err
	}
	return runner.Job{Path: name, Named: true, Fixable: !t.Markup, Mode: s.mode(), Setup: setup,
		Read: func() ([]byte, error) { return io.ReadAll(s.in) }}, nil
}

// list reads --files-from.
func (s *session) list() ([]string, error) {
	var r io.Reader = s.in
	if s.flags.filesFrom != "-" {
		f, err := os.Open(s.flags.filesFrom)
		if err != nil {
			return nil, fmt.Errorf("--files-from: %w", err)
		}
		defer f.Close()
		r = f
	}
	return source.ReadList(r, s.flags.nul)
}

// setup compiles the rules for the files of one configuration, once.
func (s *session) setup(t source.Target) (*runner.Setup, error) {
	key := setupKey{"", t.Markup}
	if have := s.setups[key]; have != nil {
		return have, nil
	}
	f := s.flags
	chosen, err := s.catalogue.Choose(rules.Selection{Select: f.selects, Extend: f.extends, Ignore: f.ignores}, f.preview)
	if err != nil {
		return nil, err
	}
	confidence := checks.Medium
	if f.minConfidence != "" {
		if confidence, err = s.confidenceNamed("--min-confidence", f.minConfidence); err != nil {
			return nil, err
		}
	}
	l, err := lint.New(s.catalogue, lint.Options{MinConfidence: confidence, Reported: func(r *rules.Rule) bool { return chosen(r) && !(t.Markup && r.Markup) }})
	if err != nil {
		return nil, err
	}
	fixable, err := s.catalogue.Choose(rules.Selection{Select: f.fixable, Ignore: f.unfixable}, true)
	if err != nil {
		return nil, err
	}
	enc := codec.Auto
	if f.encoding != "" {
		enc = codec.Encoding(f.encoding)
	}
	setup := &runner.Setup{Catalogue: s.catalogue, Linter: l, Encoding: enc,
		Policy: lint.Policy{Unsafe: f.unsafe, Fixable: fixable, MaxRemovedProse: 0.02}}
	s.setups[key], s.linter = setup, l
	return setup, nil
}

// across judges what only several files together show.
func (s *session) across(facts []lint.FactRecord) []report.File {
	if len(facts) == 0 || s.linter == nil {
		return nil
	}
	var out []report.File
	for _, f := range s.linter.Combine(facts) {
		if n := len(out); n > 0 && out[n-1].Path == f.Path {
			out[n-1].Findings = append(out[n-1].Findings, f)
			continue
		}
		out = append(out, report.File{Path: f.Path, Findings: []lint.Finding{f}})
	}
	return out
}

// nothingScanned is the finding of a run that looked at no file although paths were named.
func (s *session) nothingScanned(n int, args []string) *report.File {
	if n > 0 || s.flags.forceExclude || s.flags.filesFrom != "" {
		return nil
	}
	path := "."
	if len(args) > 0 {
		path = args[0]
	}
	f := runner.Diagnostic(s.catalogue.Rule("run/nothing-scanned"), path, nil)
	return &report.File{Path: path, Findings: []lint.Finding{f}, Skipped: true}
}

// formats are the outputs asked for, else one that suits where they go.
func (s *session) formats() []string {
	if len(s.flags.outputs) > 0 {
		return s.flags.outputs
	}
	if v := s.getenv("REPORTLINT_OUTPUT_FORMAT"); v != "" {
		return []string{v}
	}
	return []string{"full"}
}

func (s *session) printOptions(w io.Writer) (report.Options, error) {
	f := s.flags
	o := report.Options{Lang: s.lang, Width: widthOf(w), Context: f.context, MaxPerRule: f.maxPerRule, Statistics: f.statistics,
		ShowFixes: f.showFixes, Tool: report.Tool{Version: version}}
	var err error
	if o.Color, err = s.colored(f.tone, w); err != nil {
		return o, err
	}
	if f.minSeverity != "" {
		if o.MinSeverity, err = s.severityNamed("--min-severity", f.minSeverity); err != nil {
			return o, err
		}
	}
	switch f.redact {
	case "", "auto":
	case "always":
		o.Redact = report.RedactAlways
	case "never":
		o.Redact = report.RedactNever
	default:
		return o, s.notOneOf("--redact", f.redact, "auto", "always", "never")
	}
	return o, nil
}

// newSession resolves flags and configuration.
func (a *app) newSession(f *checkFlags, changed func(string) bool) (*session, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	cat, err := rules.Builtin()
	if err != nil {
		return nil, err
	}
	s := &session{app: a, flags: f, changed: changed, cwd: cwd, catalogue: cat, failOn: checks.Error, setups: map[setupKey]*runner.Setup{}}
	switch f.failOn {
	case "":
	case "never":
		s.failOn = checks.SeverityUnset
	default:
		if s.failOn, err = a.severityNamed("--fail-on", f.failOn); err != nil {
			return nil, err
		}
	}
	if f.verdict != "" && !slices.Contains([]string{"clean", "fixable", "review", "unusable"}, f.verdict) {
		return nil, a.notOneOf("--files-with-verdict", f.verdict, "clean", "fixable", "review", "unusable")
	}
	if f.filesFrom == "-" && f.stdinName != "" {
		return nil, errors.New(a.say("标准输入不能既是文件列表又是文本", "standard input cannot be both the list of files and a text"))
	}
	return s, nil
}

// filter says how the files of a folder are chosen.
func (s *session) filter(dir string) (source.Filter, error) { return source.Plain(), nil }

// limit is the largest file that is read, in bytes; 0 means any.
func (s *session) limit(source.Target) int64 { return 256 << 20 }

// commandNames are what a mistyped path may have meant.
var commandNames = []string{"check", "rule", "config", "version", "completion"}
