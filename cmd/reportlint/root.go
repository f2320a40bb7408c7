package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/locale"
)

// version is what a release is called; goreleaser sets it.
var version = "0.1.0-dev"

// Exit codes, as documented in docs/cli.md.
const (
	exitOK          = 0
	exitFindings    = 1
	exitFailure     = 2
	exitInterrupted = 130
)

// streams are the ends of the program, injected so that tests run it whole.
type streams struct {
	in     io.Reader
	out    io.Writer
	err    io.Writer
	getenv func(string) string
}

// app is one run of the program.
type app struct {
	streams
	lang     locale.Lang
	langFlag string
	code     int
}

// say chooses the text of the run's language.
func (a *app) say(zh, en string) string { return locale.Text{Zh: zh, En: en}.In(a.lang) }

// run is the program: arguments and streams in, exit code out.
func run(args []string, s streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{streams: s, lang: language(args, s.getenv)}
	root := newRoot(a)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, a.say("已中断；没有写到一半的文件", "interrupted; no file is half written"))
		return exitInterrupted
	case err != nil:
		a.complain(err)
		return exitFailure
	}
	return a.code
}

// complain prints an error and its hints, a line each.
func (a *app) complain(err error) {
	msg, hint, _ := strings.Cut(locale.Say(err, a.lang), "\n")
	fmt.Fprintln(a.err, printable(a.say("错误：", "error: ")+msg, messageText))
	for line := range strings.Lines(hint) {
		line = strings.TrimRight(line, "\n")
		if rest, ok := strings.CutPrefix(line, "hint: "); ok {
			line = a.say("提示：", "hint: ") + rest
		}
		fmt.Fprintln(a.err, printable(line, messageText))
	}
}

// language reads --lang before the commands exist, because their help is written in it.
func language(args []string, getenv func(string) string) locale.Lang {
	for i, s := range args {
		v, ok := strings.CutPrefix(s, "--lang=")
		if s == "--lang" && i+1 < len(args) {
			v, ok = args[i+1], true
		}
		if s == "--" {
			break
		}
		if ok && v != "auto" {
			return locale.Detect(v)
		}
	}
	return locale.Detect(getenv("REPORTLINT_LANG"), getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
}

// newRoot builds the command tree. The root is check.
func newRoot(a *app) *cobra.Command {
	root := newCheck(a, "reportlint [PATH...]")
	root.Long = a.say("reportlint 检查抓取来的报告文本，指出混入的广告、网页框架、编码损坏、繁简混杂、结构残缺与自相矛盾的数字，并修复能够证明的部分。不带子命令时等同于 check。",
		"reportlint finds injected ads, site chrome, encoding damage, mixed scripts, structure scars and contradicting numbers in scraped report files, and repairs what can be proved. Without a subcommand it checks.")
	root.Version = version
	root.SilenceErrors = true
	root.SilenceUsage = true
	root.PersistentFlags().StringVar(&a.langFlag, "lang", "auto", a.say("输出语言：auto、zh 或 en", "language of the output: auto, zh or en"))
	root.AddCommand(newCheck(a, "check [PATH...]"), newRule(a), newConfig(a), newLearn(a), newVersion(a), newBaseline(a), newFacts(a),
		newReport(a), newUndo(a), newMan(a))
	a.speak(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return fmt.Errorf("%s\nhint: %s", a.flagError(err), a.say("reportlint --help 列出所有选项", "reportlint --help lists the flags"))
	})
	return root
}

func newVersion(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "version",
		Short: a.say("显示版本", "Print the version"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				fmt.Fprintf(a.out, "{\"version\":%q}\n", version)
				return nil
			}
			fmt.Fprintln(a.out, "reportlint", version)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, a.say("以 JSON 输出", "as JSON"))
	return c
}
