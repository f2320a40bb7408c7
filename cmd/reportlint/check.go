package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/diff"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/source"
)

func newCheck(a *app, use string) *cobra.Command {
	f := &checkFlags{}
	c := &cobra.Command{
		Use:   use,
		Short: a.say("检查文件；加 --fix 即修复", "Check files; with --fix, repair them"),
		Long: a.say("检查给出的文件与目录（默认为当前目录）。路径 - 为标准输入。",
			"Check the given files and folders (the current one by default). The path - is standard input."),
		Example: "  reportlint corpus/\n  reportlint --fix report.txt\n  reportlint --diff --select chrome corpus/ | git apply",
		Args:    cobra.ArbitraryArgs,
		RunE:    func(cmd *cobra.Command, args []string) error { return a.check(cmd, args, f) },
	}
	f.register(a, c)
	return c
}

// check is one run: find the files, work through them, print, and decide the exit code.
func (a *app) check(cmd *cobra.Command, args []string, f *checkFlags) error {
	if f.fix && f.diff {
		return errors.New(a.say("--fix 与 --diff 不能同用", "--fix and --diff exclude each other"))
	}
	f.fix = f.fix || f.fixOnly && !f.diff // alone it would hide the findings and repair nothing
	if err := a.sensible(args, f); err != nil {
		return err
	}
	s, err := a.newSession(f, cmd.Flags().Changed)
	if err != nil {
		return err
	}
	s.corpus = !slices.Contains(args, "-") && f.newOnly() == "" // a part of a corpus cannot be compared with the rest
	if s.changes, err = s.changed(cmd.Context(), args); err != nil {
		return err
	}
	if s.known, err = s.loadBaseline(); err != nil {
		return err
	}
	jobs, skipped, err := s.jobs(cmd.Context(), args)
	if err != nil {
		return err
	}
	if f.showFiles || f.showMap || f.split != "" {
		for _, k := range skipped {
			a.passedOver(k.Path, k.Findings[0].Message.In(a.lang), k.failed)
		}
	}
	switch {
	case f.showFiles:
		for _, j := range jobs {
			fmt.Fprintln(a.out, j.Path)
		}
		return nil
	case f.showMap:
		return a.showMap(jobs)
	case f.split != "":
		return a.split(jobs, f.split)
	}
	// With --fix the standard output of standard input is the fixed text, with --diff it is the diff.
	results := a.out
	if s.stdin && f.fix {
		results = a.err
	}
	if f.diff || f.quiet || f.verdict != "" {
		results = io.Discard
	}
	options, err := s.printOptions(results)
	if err != nil {
		return err
	}
	page, err := a.summaryPage()
	if err != nil {
		return err
	}
	if page != nil {
		defer page.Close()
		options.Page = page
	}
	out, err := a.open(s.run.Output.Format, results, options)
	if err != nil {
		return err
	}
	g := s.gate()
	for _, k := range skipped {
		g.add(k.File)
		g.failed = g.failed || k.failed
		if err := out.File(k.File); err != nil {
			return err
		}
	}
	bar := a.newProgress(len(jobs), f.noProgress || f.quiet)
	var facts []lint.FactRecord
	err = runner.Run(cmd.Context(), jobs, f.workers, func(o runner.Outcome) error {
		file := report.File{Path: o.Path, Findings: o.Findings, Characters: o.Characters, Encoding: string(o.Encoding), Skipped: !o.Scanned}
		facts = append(facts, o.Facts...)
		if err := s.record(o); err != nil {
			return fmt.Errorf("--fix-journal: %w", err)
		}
		s.known.tell(s, file)
		file.Findings = onlyNew(file.Findings)
		if s.stdin && f.fix {
			text := o.After
			if text == nil {
				text = o.Before
			}
			if _, err := a.out.Write(text); err != nil {
				return err
			}
		}
		if f.diff && o.After != nil {
			if _, err := a.out.Write(diff.Unified(o.Path, o.Before, o.Edits)); err != nil {
				return err
			}
		}
		g.outcome(o)
		if f.fixOnly {
			file.Findings = nil
		}
		g.add(file)
		if v, _ := report.Judge(file); f.verdict != "" && string(v) == f.verdict {
			fmt.Fprintln(a.out, o.Path)
		}
		return bar.step(func() error { return out.File(file) })
	})
	bar.end()
	if err == nil {
		err = s.changes.failure(s)
	}
	if err != nil {
		out.Abort()
		return err
	}
	late := append(s.across(facts), s.unusedAllows()...)
	stale, n := s.known.stale(s)
	if g.fixed.Stale, g.stale = n, n > 0 && s.run.Baseline.Strict; n > 0 {
		late = append(late, stale)
	}
	if empty := s.nothingScanned(g.scanned+len(skipped), args); empty != nil {
		g.failed = true
		late = append(late, *empty)
	}
	for _, file := range late {
		g.add(file)
		if err := out.File(file); err != nil {
			return err
		}
	}
	if err := out.Close(g.summary()); err != nil {
		return err
	}
	a.code = g.code(f)
	return nil
}

// sensible complains about arguments that can only be mistakes.
func (a *app) sensible(args []string, f *checkFlags) error {
	if f.diff && slices.Contains(args, "-") {
		return errors.New(a.say("--diff 不能用于标准输入", "--diff does not go with standard input") + "\nhint: " +
			a.say("用 --fix - 取得修复后的文本", "--fix - prints the repaired text"))
	}
	if i := slices.Index(args, "-"); i >= 0 && slices.Contains(args[i+1:], "-") {
		return errors.New(a.say("标准输入只能读一次", "standard input can be read only once"))
	}
	for name, n := range map[string]int{"--jobs": f.workers, "--context": f.context, "--max-per-rule": f.maxPerRule} {
		if n < 0 {
			return fmt.Errorf(a.say("%s 不能小于 0", "%s cannot be less than 0"), name)
		}
	}
	return nil
}

// named complains about an empty path. It is a variable that was not set: to take it for the current folder would lint, or with
// --fix write, what nobody named.
func (a *app) named(args []string) error {
	if slices.Contains(args, "") {
		return errors.New(a.say("路径不能为空（变量未赋值？）", "a path cannot be empty (a variable that is not set?)"))
	}
	return nil
}

// passedOver tells on standard error, where there are no findings to tell it in, of a path that was not looked at.
func (a *app) passedOver(path, why string, failed bool) {
	fmt.Fprintf(a.err, "%s%s%s\n", printable(path, pathText), a.say("：", ": "), why)
	if failed {
		a.code = exitFailure
	}
}

// unread is passedOver of a file that was found, but could not be read.
func (a *app) unread(path string, err error) {
	why := locale.Say(err, a.lang)
	var se *source.Error
	if errors.As(err, &se) {
		text, _ := se.Reason()
		why = text.In(a.lang)
	}
	a.passedOver(path, why, true)
}

// summaryPage is the job summary of GitHub Actions, nil outside of it.
func (a *app) summaryPage() (io.WriteCloser, error) {
	path := a.getenv("GITHUB_STEP_SUMMARY")
	if path == "" {
		return nil, nil
	}
	return os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
}
