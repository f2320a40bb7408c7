package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/source"
	"github.com/reportlint/reportlint/internal/view/learn"
)

// slugForm is what a rule may be called.
var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// learnFlags are the flags of learn.
type learnFlags struct {
	name string
	min  int
	list bool
}

func newLearn(a *app) *cobra.Command {
	var f learnFlags
	c := &cobra.Command{
		Use:   "learn PATH...",
		Short: a.say("从同一网站的文件中学习其页面框架，写成规则", "Learn a site's frame from its files, as a rule"),
		Long: a.say("在给出的文件首尾寻找位置相近、反复出现的短行，把其中文档地图尚不认识的写成一条用户规则（TOML，带例子），打印到标准输出，供审阅后存入 rule-paths 目录。",
			"Look for short lines that recur at like places near the ends of the given files, and write those that the document map does not know as a user rule (TOML with examples) to standard output: read it, then save it in a folder of rule-paths."),
		Example: "  reportlint learn corpus/example-site/ > lint-rules/site/example-frame.toml",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.learn(cmd, args, f) },
	}
	c.Flags().StringVar(&f.name, "name", "learnt-frame", a.say("规则名：site/NAME", "the rule's name: site/NAME"))
	c.Flags().IntVar(&f.min, "min-files", 4, a.say("至少在多少个文件中出现", "in how many files a line must stand"))
	c.Flags().BoolVar(&f.list, "list", false, a.say("只列出反复出现的行，包括已经认识的", "only list what recurs, known lines included"))
	return c
}

func (a *app) learn(cmd *cobra.Command, args []string, f learnFlags) error {
	if !slugForm.MatchString(f.name) {
		return fmt.Errorf("--name %q\nhint: %s", f.name, a.say("规则名用小写字母、数字和连字符，如 example-frame", "names are lower case letters, digits and hyphens, such as example-frame"))
	}
	if f.min < 2 {
		return errors.New(a.say("--min-files 至少为 2", "--min-files must be at least 2"))
	}
	if err := a.named(args); err != nil {
		return err
	}
	cwd, err := os.Getwd()
	if err != nil {
		return err
	}
	found, err := source.Find(cmd.Context(), source.Request{Cwd: cwd, Args: args})
	if err != nil {
		return err
	}
	for _, k := range found.Skipped {
		why, _ := k.Err.Reason()
		a.passedOver(k.Path, why.In(a.lang), k.Named)
	}
	var l learn.Learner
	for _, t := range found.Targets {
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		raw, err := source.Read(t.Abs, 0)
		if err == nil {
			var text *codec.Text
			if text, err = codec.Decode(raw, codec.Auto); err == nil {
				l.Add(document.New(t.Path, text))
				continue
			}
		}
		a.unread(t.Path, err)
	}
	if f.list {
		for _, x := range l.Lines(f.min) {
			where, known := a.say("页首", "head"), ""
			if !x.Head {
				where = a.say("页尾", "tail")
			}
			if x.Known {
				known = a.say("（已认识）", " (known)")
			}
			fmt.Fprintf(a.out, "%5d  %s  %s%s\n", x.Files, where, printable(x.Text, 100), known)
		}
		return nil
	}
	rule := l.Rule(f.name, f.min)
	if rule == "" {
		fmt.Fprintf(a.err, a.say("没有新的页面框架（文件数：%d）；--list 列出已经认识的\n", "no new frame (files: %d); --list shows what is known already\n"), l.Files())
		return nil
	}
	fmt.Fprint(a.out, rule)
	return nil
}
