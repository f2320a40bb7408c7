package main

import (
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/report"
)

// checkFlags are the flags of check as the user gave them; what was not given is left to the configuration.
type checkFlags struct {
	fix, unsafe, diff, fixOnly, showFixes, exitNonZeroOnFix bool
	fixJournal                                              string

	selects, ignores, extends, fixable, unfixable []string
	minConfidence                                 string
	preview                                       bool

	exclude, extendExclude            []string
	forceExclude, noGitignore, hidden bool
	filesFrom                         string
	nul                               bool
	stdinName, encoding, maxSize      string

	outputs                            []string
	statistics, noProgress, quiet      bool
	verbose, showFiles, showMap        bool
	split                              string
	context, maxPerRule                int
	minSeverity, verdict, redact, tone string

	failOn                  string
	failOnFixable, exitZero bool
	config                  []string
	isolated                bool
	workers                 int
	baseline                string
	noBaseline, strict      bool

	newFromMergeBase, newFromRev, newFromPatch string
	staged, wholeFiles                         bool
}

// register declares the flags in the groups of docs/cli.md.
func (f *checkFlags) register(a *app, c *cobra.Command) {
	fl, say := c.Flags(), a.say
	fl.SortFlags = false
	fl.BoolVar(&f.fix, "fix", false, say("执行安全的修复", "carry out safe fixes"))
	fl.BoolVar(&f.unsafe, "unsafe-fixes", false, say("连同没有证明的修复（与 --fix 或 --diff 同用；单用则只显示）", "also fixes without a certificate (with --fix or --diff; alone: show them)"))
	fl.BoolVar(&f.diff, "diff", false, say("只打印修复的差异，不写文件；有差异时退出码为 1", "print what --fix would change and write nothing; exit code 1 if anything"))
	fl.BoolVar(&f.fixOnly, "fix-only", false, say("修复而不报告余下的问题", "fix, and do not report what is left"))
	fl.BoolVar(&f.showFixes, "show-fixes", false, say("按规则列出已做的修复", "list what was fixed, by rule"))
	fl.BoolVar(&f.exitNonZeroOnFix, "exit-non-zero-on-fix", false, say("有文件被修复时退出码为 1", "exit code 1 if anything was fixed"))
	fl.StringVar(&f.fixJournal, "fix-journal", "", say("把每处改动记入此文件（JSONL）", "record every change in this file (JSONL)"))

	fl.StringSliceVar(&f.selects, "select", nil, say("只用这些规则：编号、家族、标签或 all", "rules to use: ids, families, tags or all"))
	fl.StringSliceVar(&f.ignores, "ignore", nil, say("不用这些规则", "rules not to use"))
	fl.StringSliceVar(&f.extends, "extend-select", nil, say("另加这些规则", "rules to add"))
	fl.StringSliceVar(&f.fixable, "fixable", nil, say("只修复这些规则的问题", "rules whose fixes may be carried out"))
	fl.StringSliceVar(&f.unfixable, "unfixable", nil, say("不修复这些规则的问题", "rules whose fixes are never carried out"))
	fl.StringVar(&f.minConfidence, "min-confidence", "", say("最低置信度：low、medium 或 high（默认 medium）", "least confidence: low, medium or high (default medium)"))
	fl.BoolVar(&f.preview, "preview", false, say("启用预览中的规则", "use rules in preview"))

	fl.StringSliceVar(&f.exclude, "exclude", nil, say("不检查的文件（gitignore 写法），取代配置", "files to leave out (gitignore syntax), instead of the configuration's"))
	fl.StringSliceVar(&f.extendExclude, "extend-exclude", nil, say("另外不检查的文件", "more files to leave out"))
	fl.BoolVar(&f.forceExclude, "force-exclude", false, say("命令行指名的文件也照排除规则处理", "leave out excluded files even when they are named"))
	fl.BoolVar(&f.noGitignore, "no-gitignore", false, say("不理会 .gitignore", "do not heed .gitignore"))
	fl.BoolVar(&f.hidden, "hidden", false, say("也检查以点开头的文件", "also files whose names begin with a dot"))
	fl.StringVar(&f.filesFrom, "files-from", "", say("从文件（- 为标准输入）读取路径，每行一个", "read paths from a file (- is standard input), one a line"))
	fl.BoolVarP(&f.nul, "null", "0", false, say("--files-from 的路径以 NUL 分隔", "paths of --files-from end in NUL"))
	fl.StringVar(&f.stdinName, "stdin-filename", "", say("标准输入（路径 -）当作此名", "name of standard input (path -)"))
	fl.StringVar(&f.encoding, "encoding", "", say("文件编码：auto、utf-8、gb18030、big5、utf-16le、utf-16be", "encoding of the files: auto, utf-8, gb18030, big5, utf-16le, utf-16be"))
	fl.StringVar(&f.maxSize, "max-file-size", "", say("超过此大小的文件跳过，0 为不限（默认 256MiB）", "pass over larger files, 0 for no limit (default 256MiB)"))

	fl.StringArrayVarP(&f.outputs, "output-format", "f", nil, say("输出格式，可写成 FMT=PATH，可重复：", "output format, or FMT=PATH, repeatable: ")+formatNames())
	fl.BoolVar(&f.statistics, "statistics", false, say("末尾附按规则统计", "a table by rule at the end"))
	fl.IntVar(&f.context, "context", 0, say("片段两侧最多显示的字数（0 为自动）", "most characters on each side of a place (0: what fits)"))
	fl.StringVar(&f.minSeverity, "min-severity", "", say("显示的最低级别：error、warning 或 info", "least severity shown: error, warning or info"))
	fl.StringVar(&f.verdict, "files-with-verdict", "", say("只列出判定为 clean、fixable、review 或 unusable 的文件", "only list files judged clean, fixable, review or unusable"))
	fl.IntVar(&f.maxPerRule, "max-per-rule", 0, say("每条规则最多显示几条（0 为全部）", "most findings shown of one rule (0: all)"))
	fl.StringVar(&f.redact, "redact", "", say("遮盖个人信息：auto、always 或 never", "mask personal data: auto, always or never"))
	fl.StringVar(&f.tone, "color", "auto", say("颜色：auto、always 或 never", "colour: auto, always or never"))
	fl.BoolVar(&f.noProgress, "no-progress", false, say("不显示进度", "no progress bar"))
	fl.BoolVarP(&f.quiet, "quiet", "q", false, say("不输出结果，只看退出码", "print nothing but the exit code says it"))
	fl.BoolVarP(&f.verbose, "verbose", "v", false, say("在标准错误上说明过程", "say on standard error what is done"))

	fl.StringVar(&f.failOn, "fail-on", "", say("达到此级别即判失败：error、warning、info 或 never（默认 error）", "least severity that fails: error, warning, info or never (default error)"))
	fl.BoolVar(&f.failOnFixable, "fail-on-fixable", false, say("凡有可安全修复的问题即判失败", "any finding with a safe fix fails"))
	fl.BoolVar(&f.exitZero, "exit-zero", false, say("有问题也以 0 退出", "exit with 0 even if there are findings"))
	fl.StringVar(&f.newFromMergeBase, "new-from-merge-base", "", say("只报告与此分支的共同祖先以来新出现的问题", "report only what is new since HEAD left this branch"))
	fl.StringVar(&f.newFromRev, "new-from-rev", "", say("只报告此提交以来新出现的问题", "report only what is new since this commit"))
	fl.StringVar(&f.newFromPatch, "new-from-patch", "", say("只报告此补丁（- 为标准输入）带来的问题；补丁须已应用", "report only what this patch (- is standard input), already applied, brings in"))
	fl.BoolVar(&f.staged, "staged", false, say("检查暂存区的文本，只报告新出现的问题", "check what is staged, and report only what is new"))
	fl.BoolVar(&f.wholeFiles, "whole-files", false, say("报告有改动的文件中的全部问题", "report all findings of the files that changed"))

	fl.StringVar(&f.baseline, "baseline", "", say("基线文件", "baseline file"))
	fl.BoolVar(&f.noBaseline, "no-baseline", false, say("不用基线", "use no baseline"))
	fl.BoolVar(&f.strict, "strict-baseline", false, say("基线过时即判失败", "a stale baseline fails"))

	fl.StringArrayVar(&f.config, "config", nil, say("配置文件，或 '键 = 值'（可重复）", "configuration file, or 'key = value' (repeatable)"))
	fl.BoolVar(&f.isolated, "isolated", false, say("不读任何配置文件", "read no configuration file"))
	fl.IntVarP(&f.workers, "jobs", "j", runtime.GOMAXPROCS(0), say("同时处理的文件数", "files worked on at once"))
	fl.BoolVar(&f.showMap, "show-map", false, say("打印文档地图：每一行被当作什么，凭什么", "print the document map: what each line is taken for, and why"))
	fl.StringVar(&f.split, "split", "", say("把含有多篇文章的文件逐篇写入此目录", "write each document of files that hold several to this folder"))
	fl.BoolVar(&f.showFiles, "show-files", false, say("只列出将检查的文件", "only list the files that would be checked"))

	for _, name := range []string{"select", "ignore", "extend-select", "fixable", "unfixable"} {
		must(c.RegisterFlagCompletionFunc(name, a.completeRules))
	}
	for name, words := range map[string][]string{
		"min-confidence": {"low", "medium", "high"}, "min-severity": {"error", "warning", "info"}, "fail-on": {"error", "warning", "info", "never"},
		"color": {"auto", "always", "never"}, "redact": {"auto", "always", "never"}, "files-with-verdict": {"clean", "fixable", "review", "unusable"},
		"encoding": {"auto", "utf-8", "gb18030", "big5", "utf-16le", "utf-16be"}, "output-format": strings.Split(formatNames(), ", "),
	} {
		must(c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)))
	}
}

func formatNames() string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Format)
	}
	return strings.Join(names, ", ")
}

// must is for mistakes of the program itself, which any test of the command tree meets.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
