package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/rules"
)

// ruleSources says where rules come from: those built in, and folders of a user's own.
type ruleSources struct{ paths []string }

func (s *ruleSources) flags(a *app, c *cobra.Command) {
	c.Flags().StringSliceVar(&s.paths, "rules", nil, a.say("另外载入这些目录中的规则", "also load the rules in these folders"))
}

func (s *ruleSources) catalogue() (*rules.Catalogue, error) {
	cat, err := rules.Builtin()
	for _, p := range s.paths {
		if err != nil {
			return nil, err
		}
		if _, err = os.Stat(p); err == nil {
			cat, err = cat.With(os.DirFS(p), p)
		}
	}
	return cat, err
}

func newRuleTest(a *app) *cobra.Command {
	var corpus string
	var load ruleSources
	c := &cobra.Command{
		Use:   "test [ID|FAMILY...]",
		Short: a.say("运行规则自带的例子，并可在干净语料上回放", "Run the examples rules carry, and replay them over a clean corpus"),
		RunE: func(cmd *cobra.Command, args []string) error {
			cat, err := load.catalogue()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				args = []string{"all"}
			}
			chosen, err := cat.Choose(rules.Selection{Select: args}, true)
			if err != nil {
				return err
			}
			a.testExamples(cat, chosen)
			if corpus == "" {
				return nil
			}
			return a.replay(cmd, cat, chosen, corpus)
		},
		ValidArgsFunction: a.completeRules,
	}
	c.Flags().StringVar(&corpus, "corpus", "", a.say("干净语料的目录：统计每条规则每万字误报数", "folder of clean text: count alarms per rule and 10,000 characters"))
	load.flags(a, c)
	return c
}

func (a *app) testExamples(cat *rules.Catalogue, chosen func(*rules.Rule) bool) {
	n, failed := 0, 0
	for _, r := range cat.Rules() {
		if r.Check == nil || !chosen(r) {
			continue
		}
		n++
		broken := lint.CheckExamples(cat, r)
		for _, b := range broken {
			fmt.Fprintf(a.out, "%s: %s\n", r.ID, b)
		}
		if len(broken) > 0 {
			failed++
		}
	}
	fmt.Fprintf(a.out, a.say("%d 条规则的例子，%d 条不合\n", "examples of %d rules run, %d rules break their promise\n"), n, failed)
	if failed > 0 {
		a.code = exitFindings
	}
}

// replay counts what the chosen rules say of text that is believed clean.
func (a *app) replay(cmd *cobra.Command, cat *rules.Catalogue, chosen func(*rules.Rule) bool, dir string) error {
	l, err := lint.New(cat, lint.Options{Reported: chosen})
	if err != nil {
		return err
	}
	setup := &runner.Setup{Catalogue: cat, Linter: l, Encoding: codec.Auto}
	var jobs []runner.Job
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			jobs = append(jobs, runner.Job{Path: path, Setup: setup, Read: func() ([]byte, error) { return os.ReadFile(path) }})
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("%w\nhint: %s", err, a.say("--corpus 要一个存放干净文本的目录", "--corpus wants a folder of clean text"))
	}
	type tally struct{ loud, notes int }
	counts := map[string]*tally{}
	chars, files, silent := 0, 0, 0
	err = runner.Run(cmd.Context(), jobs, 2, func(o runner.Outcome) error {
		chars += o.Characters
		files++
		quiet := true
		for _, f := range o.Findings {
			t := counts[f.Rule.ID]
			if t == nil {
				t = &tally{}
				counts[f.Rule.ID] = t
			}
			if f.Severity >= checks.Warning {
				t.loud++
				quiet = false
			} else {
				t.notes++
			}
		}
		if quiet {
			silent++
		}
		return nil
	})
	if err != nil {
		return err
	}
	ids := make([]string, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(x, y string) int {
		if d := counts[y].loud - counts[x].loud; d != 0 {
			return d
		}
		return strings.Compare(x, y)
	})
	per := func(n int) float64 { return float64(n) * 1e4 / float64(max(chars, 1)) }
	total := 0
	fmt.Fprintf(a.out, "%-36s %8s %8s %10s\n", a.say("规则", "rule"), a.say("告警", "alarms"), a.say("提示", "notes"), a.say("每万字", "per 10,000"))
	for _, id := range ids {
		total += counts[id].loud
		fmt.Fprintf(a.out, "%-36s %8d %8d %10.3f\n", id, counts[id].loud, counts[id].notes, per(counts[id].loud))
	}
	fmt.Fprintf(a.out, a.say("%d 个文件 %d 字，告警 %d 条，每万字 %.3f 条；%d 个文件无告警\n", "%d files, %d characters: %d alarms, %.3f per 10,000; %d files silent\n"), files, chars, total, per(total), silent)
	return nil
}
