package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/baseline"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/source"
)

// newBaseline is the command tree that keeps a baseline.
func newBaseline(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "baseline",
		Short: a.say("管理基线：已知而暂不处理的问题", "Keep a baseline: findings that are known and not yet dealt with"),
		Long: a.say("基线记下语料现有的问题，使检查只报告新出现的。它是排好序的 JSONL，不含行号与日期，可按并集合并。",
			"A baseline records what a corpus has now, so that checks speak of new findings only. It is sorted JSONL without line numbers or dates, and merges by union."),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(
		a.baselineCommand("create [PATH...]", "新建基线，记下现有的全部问题", "Record all present findings in a new baseline", a.baselineCreate),
		a.baselineCommand("update [PATH...]", "加入新问题，删去已消除的，保留已有的判断", "Add what is new, drop what is gone, keep the judgements", a.baselineUpdate),
		a.baselineCommand("prune [PATH...]", "只删去已消除的条目", "Only drop what is gone", a.baselinePrune),
		a.baselineCommand("check [PATH...]", "核对基线：有失效条目或未排序即以 1 退出", "Verify the baseline: exit code 1 if entries are stale or out of order", a.baselineCheck),
		a.baselineStats(),
		a.baselineAudit(),
	)
	return c
}

// baselineCommand is a subcommand that lints the corpus.
func (a *app) baselineCommand(use, zh, en string, run func(cmd *cobra.Command, s *session, args []string) error) *cobra.Command {
	f := &checkFlags{}
	c := &cobra.Command{Use: use, Short: a.say(zh, en), Args: cobra.ArbitraryArgs}
	f.registerBaseline(a, c)
	c.RunE = func(cmd *cobra.Command, args []string) error {
		s, err := a.newSession(f, cmd.Flags().Changed)
		if err != nil {
			return err
		}
		if s.run.Baseline.Path == "" {
			return errors.New(a.say("没有基线文件\nhint: 用 --baseline FILE 或配置 [baseline] path 指定", "there is no baseline file\nhint: name one with --baseline FILE or [baseline] path"))
		}
		s.corpus = true
		return run(cmd, s, args)
	}
	return c
}

// registerBaseline declares the flags that commands about a baseline share with check.
func (f *checkFlags) registerBaseline(a *app, c *cobra.Command) {
	all := &cobra.Command{}
	f.register(a, all)
	for _, name := range []string{"baseline", "config", "isolated", "jobs", "exclude", "extend-exclude", "no-gitignore", "hidden", "files-from", "null", "encoding", "max-file-size", "preview"} {
		c.Flags().AddFlag(all.Flags().Lookup(name))
	}
}

// survey lints all files and accounts for them.
func (s *session) survey(ctx context.Context, b *baseline.Baseline, args []string) (*known, error) {
	k := s.knownBy(s.run.Baseline.Path, b)
	s.known = k
	jobs, skipped, err := s.jobs(ctx, args)
	if err != nil {
		return nil, err
	}
	for _, x := range skipped {
		if x.failed {
			return nil, errors.New(printable(x.Path, pathText) + s.say("：", ": ") + x.Findings[0].Message.In(s.lang))
		}
	}
	var facts []lint.FactRecord
	failed := ""
	err = runner.Run(ctx, jobs, s.flags.workers, func(o runner.Outcome) error {
		if o.Failed && len(o.Findings) > 0 {
			failed = o.Path + ": " + o.Findings[0].Message.In(s.lang)
		}
		facts = append(facts, o.Facts...)
		k.tell(s, report.File{Path: o.Path, Findings: o.Findings, Skipped: !o.Scanned})
		return nil
	})
	if err != nil {
		return nil, err
	}
	if failed != "" {
		return nil, errors.New(failed)
	}
	s.across(facts)
	return k, nil
}

func (a *app) baselineCreate(cmd *cobra.Command, s *session, args []string) error {
	if _, err := os.Lstat(s.run.Baseline.Path); err == nil {
		return fmt.Errorf(a.say("%s 已存在\nhint: reportlint baseline update 更新它", "%s exists\nhint: reportlint baseline update brings it up to date"), source.Printed(s.cwd, s.run.Baseline.Path))
	}
	k, err := s.survey(cmd.Context(), baseline.New(nil), args)
	if err != nil {
		return err
	}
	return s.saveBaseline(k.account.Update())
}

func (a *app) baselineUpdate(cmd *cobra.Command, s *session, args []string) error {
	return s.rewrite(cmd, args, func(k *known) *baseline.Baseline { return k.account.Update() })
}

func (a *app) baselinePrune(cmd *cobra.Command, s *session, args []string) error {
	return s.rewrite(cmd, args, func(k *known) *baseline.Baseline { return k.account.Prune() })
}

func (s *session) rewrite(cmd *cobra.Command, args []string, change func(*known) *baseline.Baseline) error {
	b, err := s.openBaseline()
	if err != nil {
		return err
	}
	k, err := s.survey(cmd.Context(), b, args)
	if err != nil {
		return err
	}
	return s.saveBaseline(change(k))
}

// openBaseline reads the baseline of a command that needs one.
func (s *session) openBaseline() (*baseline.Baseline, error) {
	path := s.run.Baseline.Path
	b, err := readBaseline(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf(s.say("没有基线文件 %s\nhint: reportlint baseline create 新建", "there is no baseline %s\nhint: reportlint baseline create makes one"), source.Printed(s.cwd, path))
	case err != nil:
		return nil, fmt.Errorf("%s: %w", source.Printed(s.cwd, path), err)
	}
	return b, nil
}

// saveBaseline replaces the file in one step and says what it holds.
func (s *session) saveBaseline(b *baseline.Baseline) error {
	if err := replaceFile(s.run.Baseline.Path, b.Bytes()); err != nil {
		return err
	}
	places := 0
	for _, e := range b.Entries() {
		places += e.N
	}
	fmt.Fprintf(s.out, s.say("%s：%d 条，共 %d 处\n", "%s: %d entries for %d places\n"), source.Printed(s.cwd, s.run.Baseline.Path), len(b.Entries()), places)
	return nil
}

// replaceFile writes a file of the tool's own: whole or not at all.
func replaceFile(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".reportlint-*")
	if err != nil {
		return err
	}
	if _, err := f.Write(b); err != nil {
		f.Close()
		os.Remove(f.Name())
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		os.Remove(f.Name())
		return err
	}
	return finish(f, path)
}

func (a *app) baselineCheck(cmd *cobra.Command, s *session, args []string) error {
	b, err := s.openBaseline()
	if err != nil {
		return err
	}
	raw, err := os.ReadFile(s.run.Baseline.Path)
	if err != nil {
		return err
	}
	name := source.Printed(s.cwd, s.run.Baseline.Path)
	if !bytes.Equal(raw, b.Bytes()) {
		a.code = exitFindings
		fmt.Fprintf(a.out, a.say("%s：条目未排序或有重复（reportlint baseline prune 可整理）\n", "%s: entries are out of order or twice there (reportlint baseline prune tidies up)\n"), name)
	}
	k, err := s.survey(cmd.Context(), b, args)
	if err != nil {
		return err
	}
	stale := k.account.Stale()
	for _, e := range stale {
		a.code = exitFindings
		fmt.Fprintf(a.out, "%s: %s %s %s\n", name, a.say("失效", "stale:"), e.Rule, strings.ToValidUTF8(e.Path, "\ufffd"))
	}
	if a.code == exitOK {
		fmt.Fprintf(a.out, a.say("%s：%d 条，均有效\n", "%s: %d entries, all of them current\n"), name, len(b.Entries()))
	}
	return nil
}
