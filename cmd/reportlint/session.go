package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/reportlint/reportlint/checks/number"
	"github.com/reportlint/reportlint/checks/structure"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/config"
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
	flags      *checkFlags
	cwd        string
	now        time.Time // decides which [[allow]] entries have expired
	configs    *config.Resolver
	run        *config.Config // of the working directory: gate, output, baseline
	catalogue  *rules.Catalogue
	catalogues map[string]*rules.Catalogue // by rule-paths
	corpus     bool                        // rules that compare files take part
	stdin      bool                        // standard input is among the paths
	setups     map[setupKey]*runner.Setup
	linter     *lint.Linter                                   // of the last setup made; Combine needs one
	silencers  map[string]func([]lint.Finding) []lint.Finding // by path: per-file-ignores and [[allow]]
	linted     []string                                       // absolute paths
	changes    *changes                                       // nil: all files count
	known      *known                                         // nil: no baseline
}

// setupKey names files that are linted alike.
type setupKey struct {
	config *config.Config
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
	if err := s.named(args); err != nil {
		return nil, nil, err
	}
	req := source.Request{Cwd: s.cwd, Hidden: s.flags.hidden, Commands: commandNames, Nearest: rules.Nearest, Filter: func(dir string) (source.Filter, error) {
		return s.configs.ForDir(dir)
	}}
	var jobs []runner.Job
	for _, arg := range args {
		if arg == "-" {
			s.stdin = true
			job, err := s.standardInput(ctx)
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
	if s.changes != nil {
		if err := s.changes.restrict(s, &found); err != nil {
			return nil, nil, err
		}
	}
	for _, t := range found.Targets {
		job, err := s.job(t)
		if err != nil {
			return nil, nil, err
		}
		cfg, err := s.configs.For(t.Abs)
		if err != nil {
			return nil, nil, err
		}
		limit := cfg.MaxBytes()
		job.Read = func() ([]byte, error) { return source.Read(t.Abs, limit) }
		job.Write = func(old, new []byte) error { return source.Write(t.Abs, old, new) }
		s.known.silence(&job, t.Abs)
		if s.changes != nil {
			s.changes.bind(&job, t)
		}
		jobs = append(jobs, job)
		s.linted = append(s.linted, t.Abs)
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
		fmt.Fprintf(s.err, s.say("提示：没有文件“%s”；是否想用命令“%s”？\n", "hint: there is no file \"%s\"; did you mean the command \"%s\"?\n"), printable(k.Path, pathText), k.Err.Command)
	}
	f := runner.Diagnostic(s.catalogue.Rule(id), k.Path, map[string]locale.Text{"reason": why})
	return skip{report.File{Path: k.Path, Findings: []lint.Finding{f}, Skipped: true}, k.Named || !passedOver}
}

func (s *session) standardInput(ctx context.Context) (runner.Job, error) {
	name := s.flags.stdinName
	if name == "" {
		name = "-"
	}
	abs := filepath.Join(s.cwd, name)
	t := source.Target{Path: name, Abs: abs, Named: true, Fixable: true, Markup: name != "-" && source.IsMarkup(name)}
	t.Fixable = !t.Markup
	job, err := s.job(t)
	job.Read = func() ([]byte, error) {
		s.tell("读取标准输入", "reading standard input")
		return readAll(ctx, s.in)
	}
	return job, err
}

// tell says on standard error what is being done, if -v asks for it.
func (s *session) tell(zh, en string) {
	if s.flags.verbose {
		fmt.Fprintln(s.err, s.say(zh, en))
	}
}

// readAll reads r to its end, or until ctx is done: nobody may ever write to a pipe.
func readAll(ctx context.Context, r io.Reader) ([]byte, error) {
	type result struct {
		b   []byte
		err error
	}
	c := make(chan result, 1)
	go func() {
		b, err := io.ReadAll(r)
		c <- result{b, err}
	}()
	select {
	case x := <-c:
		return x.b, x.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// job is a target with what it is linted with.
func (s *session) job(t source.Target) (runner.Job, error) {
	setup, err := s.setup(t)
	if err != nil {
		return runner.Job{}, err
	}
	filter, err := s.silencer(t)
	s.silencers[t.Path] = filter
	return runner.Job{Path: t.Path, Named: t.Named, Fixable: t.Fixable, Mode: s.mode(), Setup: setup, Filter: filter}, err
}

// list reads --files-from.
func (s *session) list() ([]string, error) {
	var r io.Reader = s.in
	if s.flags.filesFrom != "-" {
		f, err := os.Open(s.flags.filesFrom)
		if err != nil {
			return nil, fmt.Errorf("--files-from: %s: %s", s.flags.filesFrom, source.Cause(err).In(s.lang))
		}
		defer f.Close()
		r = f
	}
	return source.ReadList(r, s.flags.nul)
}

// setup compiles the rules for the files of one configuration, once.
func (s *session) setup(t source.Target) (*runner.Setup, error) {
	cfg, err := s.configs.For(t.Abs)
	if err != nil {
		return nil, err
	}
	key := setupKey{cfg, t.Markup}
	if have := s.setups[key]; have != nil {
		return have, nil
	}
	cat, err := s.rulesOf(cfg)
	if err != nil {
		return nil, err
	}
	chosen, err := cat.Choose(cfg.Selection(), cfg.Lint.Preview)
	if err != nil {
		return nil, err
	}
	// What the tool says of itself is not for --select to hide: a file that was not read, or a fix that was refused, is told unless
	// it is ignored by name.
	told, err := cat.Choose(rules.Selection{Ignore: cfg.Lint.Ignore}, true)
	if err != nil {
		return nil, err
	}
	reported := func(r *rules.Rule) bool { return chosen(r) && !(t.Markup && r.Markup) }
	l, err := lint.New(cat, lint.Options{Reported: reported, MinConfidence: cfg.Confidence(), Severity: cfg.Severities(cat), Safety: cfg.Safety, Corpus: s.corpus})
	if err != nil {
		return nil, err
	}
	setup := &runner.Setup{Catalogue: cat, Linter: l, Encoding: codec.Encoding(cfg.Files.Encoding), Reported: told,
		Policy: lint.Policy{Unsafe: cfg.Fix.Unsafe, Fixable: cfg.MayFix, MaxRemovedProse: cfg.Fix.MaxRemovedProse}}
	s.setups[key], s.linter = setup, l
	return setup, nil
}

// rulesOf is the catalogue of a configuration: the built-in rules and those of its rule-paths.
func (s *session) rulesOf(cfg *config.Config) (*rules.Catalogue, error) {
	pairs := s.translations(cfg)
	key := strings.Join(append([]string{cfg.Files.PathPattern, fmt.Sprintf("%q", pairs)}, cfg.Lint.RulePaths...), "\x00")
	if cat := s.catalogues[key]; cat != nil {
		return cat, nil
	}
	cat := s.catalogue
	for _, p := range cfg.Lint.RulePaths {
		if _, err := os.Stat(p); err != nil {
			return nil, cfg.ErrorAt("lint.rule-paths", locale.Text{Zh: "规则目录不存在：" + p, En: "there is no folder of rules " + p}, locale.Text{})
		}
		var err error
		if cat, err = cat.With(os.DirFS(p), source.Printed(s.cwd, p)); err != nil {
			return nil, err
		}
	}
	if p := cfg.Files.PathPattern; p != "" {
		cat = cat.Checking("structure/wrong-document", structure.WrongDocument(p))
	}
	if len(pairs) > 0 {
		cat = cat.Checking("number/translation-differs", number.Translations(pairs))
	}
	s.catalogues[key] = cat
	return cat, nil
}

// translations are the declared pairs of a configuration, as documents are named.
func (s *session) translations(cfg *config.Config) []number.Translation {
	var out []number.Translation
	for _, zh := range slices.Sorted(maps.Keys(cfg.Files.Translations)) {
		out = append(out, number.Translation{Chinese: source.Printed(s.cwd, zh), English: source.Printed(s.cwd, cfg.Files.Translations[zh])})
	}
	return out
}

// silencer applies per-file-ignores and [[allow]] of the file's configuration.
func (s *session) silencer(t source.Target) (func([]lint.Finding) []lint.Finding, error) {
	cfg, err := s.configs.For(t.Abs)
	if err != nil {
		return nil, err
	}
	abs := filepath.ToSlash(t.Abs)
	return func(fs []lint.Finding) []lint.Finding {
		kept := fs[:0]
		for _, f := range fs {
			if cfg.Ignores(abs, f.Rule) {
				continue
			}
			p := config.Place{Rule: f.Rule, Path: abs, Before: f.Excerpt.Before, Text: f.Excerpt.Marked, After: f.Excerpt.After}
			if reason, ok := cfg.Allows(p, s.now); ok {
				f.Suppressed = "allow: " + reason
			}
			kept = append(kept, f)
		}
		return kept
	}, nil
}

// across judges what only several files together show.
func (s *session) across(facts []lint.FactRecord) []report.File {
	if len(facts) == 0 || s.linter == nil {
		return nil
	}
	var out []report.File
	for _, f := range s.linter.Combine(facts) {
		// per-file-ignores and [[allow]] hold for what only several files show, too.
		if silence := s.silencers[f.Path]; silence != nil {
			kept := silence([]lint.Finding{f})
			if len(kept) == 0 {
				continue
			}
			f = kept[0]
		}
		if n := len(out); n > 0 && out[n-1].Path == f.Path {
			out[n-1].Findings = append(out[n-1].Findings, f)
			continue
		}
		out = append(out, report.File{Path: f.Path, Findings: []lint.Finding{f}, Late: true})
	}
	for _, f := range out {
		s.known.later(s, f)
	}
	return out
}

// unusedAllows are the [[allow]] entries that silenced nothing in the files they speak of, or have expired.
func (s *session) unusedAllows() []report.File {
	var out []report.File
	ran := func(r *rules.Rule) bool { return r.Check != nil }
	for _, u := range s.configs.Unused(s.linted, ran, s.catalogue, s.now) {
		f := runner.Diagnostic(s.catalogue.Rule("run/unused-allow"), u.Path, map[string]locale.Text{"entry": {Zh: u.Reason, En: u.Reason}})
		f.Places[0].Line, f.Places[0].EndLine, f.Places[0].Column, f.Places[0].EndColumn = u.Line, u.Line, u.Column, u.Column
		out = append(out, report.File{Path: u.Path, Findings: []lint.Finding{f}, Late: true})
	}
	return out
}

// nothingScanned is the finding of a run that looked at no file although paths were named.
func (s *session) nothingScanned(n int, args []string) *report.File {
	if n > 0 || s.changes != nil || s.run.Files.ForceExclude || s.flags.filesFrom != "" {
		return nil
	}
	path := "."
	if len(args) > 0 {
		path = args[0]
	}
	f := runner.Diagnostic(s.catalogue.Rule("run/nothing-scanned"), path, nil)
	return &report.File{Path: path, Findings: []lint.Finding{f}, Skipped: true, Late: true} // no further file: what was passed over is counted already
}

// commandNames are what a mistyped path may have meant.
var commandNames = []string{"check", "rule", "config", "version", "completion", "baseline", "report", "facts", "learn", "undo"}
