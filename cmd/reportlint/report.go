package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/source"
	"github.com/reportlint/reportlint/rules"
)

// newReport renders saved results without a new scan.
func newReport(a *app) *cobra.Command {
	f := &checkFlags{}
	c := &cobra.Command{
		Use:     "report RESULTS.jsonl...",
		Short:   a.say("把保存的结果渲染成另一种格式，不重新检查", "Render saved results in another format, without a new scan"),
		Long:    a.say("读取 -f jsonl 保存的结果（- 为标准输入；可给多个，合为一份），按所选格式输出。退出码不反映其中的问题。", "Read results saved with -f jsonl (- is standard input; several make one report) and print them in the formats asked for. The exit code says nothing about the findings."),
		Example: "  reportlint -f jsonl=out.jsonl corpus/\n  reportlint report out.jsonl -f html=report.html",
		Args:    cobra.MinimumNArgs(1),
	}
	all := &cobra.Command{}
	f.register(a, all)
	for _, name := range []string{"output-format", "statistics", "context", "min-severity", "max-per-rule", "redact", "color", "config", "isolated"} {
		c.Flags().AddFlag(all.Flags().Lookup(name))
	}
	c.RunE = func(cmd *cobra.Command, args []string) error { return a.render(cmd, f, args) }
	return c
}

func (a *app) render(cmd *cobra.Command, f *checkFlags, args []string) error {
	s, err := a.newSession(f, cmd.Flags().Changed)
	if err != nil {
		return err
	}
	cat, err := s.rulesOf(s.run)
	if err != nil {
		return err
	}
	var all report.Saved
	for _, path := range args {
		one, err := a.readResults(path, cat)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		all.Files = append(all.Files, one.Files...)
		all.Tool = one.Tool
		all.Summary.Fixed += one.Summary.Fixed
		all.Summary.Interrupted = all.Summary.Interrupted || one.Summary.Interrupted
	}
	options, err := s.printOptions(a.out)
	if err != nil {
		return err
	}
	options.Tool = all.Tool
	out, err := a.open(s.run.Output.Format, a.out, options)
	if err != nil {
		return err
	}
	for _, file := range all.Files {
		if err := cmd.Context().Err(); err != nil {
			out.Abort()
			return err
		}
		if err := out.File(file); err != nil {
			out.Abort()
			return err
		}
	}
	return out.Close(all.Summary)
}

func (a *app) readResults(path string, cat *rules.Catalogue) (*report.Saved, error) {
	var r io.Reader = a.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, errors.New(source.Cause(err).In(a.lang))
		}
		defer f.Close()
		r = f
	}
	return report.Read(r, cat.Rule)
}
