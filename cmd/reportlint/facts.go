package main

import (
	"errors"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/facts"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/runner"
)

// newFacts builds the command that prints the figures of reports as a table.
func newFacts(a *app) *cobra.Command {
	f := &checkFlags{}
	var format string
	var pivot, keep bool
	c := &cobra.Command{
		Use:   "facts PATH...",
		Short: a.say("把报告中的数字列成表", "Print the figures of reports as a table"),
		Long: a.say("每个有指标的数字一行：地区、时期、指标、数值、单位、取整区间、类别与状态，连同在文件中的位置。",
			"One row per figure that has an indicator: place, period, indicator, value, unit, rounding interval, kind and status, and where it stands in the file."),
		Example: "  reportlint facts corpus/ > facts.csv\n  reportlint facts --format jsonl report.txt\n  reportlint facts --pivot --format markdown corpus/",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			w, err := facts.NewWriter(a.out, format, pivot)
			if err != nil {
				return err
			}
			return a.facts(cmd, args, f, w, keep)
		},
	}
	fl := c.Flags()
	fl.SortFlags = false
	fl.StringVar(&format, "format", "csv", a.say("格式：", "format: ")+strings.Join(facts.Formats(), ", "))
	fl.BoolVar(&pivot, "pivot", false, a.say("按指标、地区与时期列成交叉表", "a table of indicator and place by period"))
	fl.BoolVar(&keep, "keep-damaged", false, a.say("也列出落在编码损坏之中的数字", "also figures that lie in encoding damage"))
	fl.IntVarP(&f.workers, "jobs", "j", runtime.GOMAXPROCS(0), a.say("同时处理的文件数", "files worked on at once"))
	fl.StringVar(&f.encoding, "encoding", "", a.say("文件编码：auto、utf-8、gb18030、big5、utf-16le、utf-16be", "encoding of the files: auto, utf-8, gb18030, big5, utf-16le, utf-16be"))
	fl.StringSliceVar(&f.extendExclude, "extend-exclude", nil, a.say("另外不检查的文件", "more files to leave out"))
	fl.StringArrayVar(&f.config, "config", nil, a.say("配置文件，或 '键 = 值'（可重复）", "configuration file, or 'key = value' (repeatable)"))
	fl.BoolVar(&f.isolated, "isolated", false, a.say("不读任何配置文件", "read no configuration file"))
	must(c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(facts.Formats(), cobra.ShellCompDirectiveNoFileComp)))
	return c
}

// facts reads the files and hands their rows to the writer, in the order of the files. A file that cannot be read is told on
// standard error, and the exit code says so.
func (a *app) facts(cmd *cobra.Command, args []string, f *checkFlags, w facts.Writer, keep bool) error {
	if err := a.sensible(args, f); err != nil {
		return err
	}
	s, err := a.newSession(f, cmd.Flags().Changed)
	if err != nil {
		return err
	}
	jobs, skipped, err := s.jobs(cmd.Context(), args)
	if err != nil {
		return err
	}
	for _, k := range skipped {
		a.passedOver(k.Path, k.Findings[0].Message.In(a.lang), k.failed)
	}
	if len(jobs) == 0 && len(skipped) == 0 {
		return errors.New(a.say("没有可读的文件", "there is no file to read"))
	}
	err = runner.InOrder(cmd.Context(), jobs, f.workers, func(i int, worker *lint.Worker) read {
		rows, err := readFacts(jobs[i], worker, keep)
		return read{jobs[i].Path, rows, err}
	}, func(x read) error {
		if x.err != nil {
			a.unread(x.path, x.err)
			return nil
		}
		return w.Rows(x.rows)
	})
	if err != nil {
		return err
	}
	return w.Close()
}

// read is what became of one file.
type read struct {
	path string
	rows []facts.Row
	err  error
}

func readFacts(j runner.Job, worker *lint.Worker, keep bool) ([]facts.Row, error) {
	raw, err := j.Read()
	if err != nil {
		return nil, err
	}
	file, err := codec.Decode(raw, j.Setup.Encoding)
	if err != nil {
		return nil, err
	}
	return facts.Of(j.Path, j.Setup.Linter.Lint(document.New(j.Path, file), worker), keep), nil
}
