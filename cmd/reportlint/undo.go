package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/config"
	"github.com/reportlint/reportlint/internal/journal"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/source"
)

// newUndo reverses what a run of --fix --fix-journal did.
func newUndo(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "undo JOURNAL",
		Short: a.say("按修复日志还原文件", "Reverse the changes of a fix journal"),
		Long: a.say("从后往前还原 --fix-journal 记下的改动。修复之后又有改动的文件不动，逐一列出，并以 1 退出。",
			"Reverse the changes that --fix-journal recorded, the last first. A file that has changed since is left alone and named, and the exit code is 1."),
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.undo(args[0]) },
	}
}

func (a *app) undo(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return errors.New(path + a.say("：", ": ") + source.Cause(err).In(a.lang))
	}
	changes, err := journal.Read(f)
	f.Close()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	done := 0
	for i := len(changes) - 1; i >= 0; i-- {
		c := changes[i]
		file := filepath.Join(filepath.Dir(path), filepath.FromSlash(c.Path))
		err := a.undoOne(file, c)
		switch {
		case err == nil:
			done++
		case errors.Is(err, journal.ErrChanged):
			a.code = max(a.code, exitFindings)
			fmt.Fprintf(a.err, a.say("%s：修复之后又有改动，未还原\n", "%s: changed since, left as it is\n"), printable(file, pathText))
		default:
			a.code = exitFailure
			fmt.Fprintf(a.err, "%s%s%v\n", printable(file, pathText), a.say("：", ": "), err)
		}
	}
	fmt.Fprintf(a.out, a.say("已撤销对文件的修复 %d 次，共 %d 次\n", "%d of %d file repairs undone\n"), done, len(changes))
	return nil
}

func (a *app) undoOne(file string, c journal.Change) error {
	now, err := source.Read(file, 0)
	if err != nil {
		return err
	}
	before, err := c.Undo(now)
	if err != nil {
		return err
	}
	return source.Write(file, now, before)
}

// record appends what was done to a file to the journal of its configuration.
func (s *session) record(o runner.Outcome) error {
	abs := s.absolute(o.Path)
	if o.After == nil || s.stdin || s.mode() != runner.Fix {
		return nil
	}
	cfg, err := s.configs.For(abs)
	if err != nil || cfg.Fix.Journal == "" {
		return err
	}
	path := s.journalPath(cfg)
	rel, err := filepath.Rel(filepath.Dir(path), abs)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if err := journal.Write(f, journal.Of(filepath.ToSlash(rel), o.Before, o.After, o.Edits, o.Applied)); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func (s *session) journalPath(cfg *config.Config) string {
	if filepath.IsAbs(cfg.Fix.Journal) {
		return cfg.Fix.Journal
	}
	return filepath.Join(s.cwd, cfg.Fix.Journal)
}
