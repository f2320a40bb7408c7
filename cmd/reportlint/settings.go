package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/config"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/source"
	"github.com/reportlint/reportlint/internal/vcs"
	"github.com/reportlint/reportlint/rules"
)

// newSession resolves flags, environment and configuration files, in this order of precedence.
func (a *app) newSession(f *checkFlags, changed func(string) bool) (*session, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	cat, err := rules.Builtin()
	if err != nil {
		return nil, err
	}
	s := &session{app: a, flags: f, cwd: cwd, now: time.Now(), catalogue: cat, catalogues: map[string]*rules.Catalogue{}, setups: map[setupKey]*runner.Setup{}, silencers: map[string]func([]lint.Finding) []lint.Finding{}}
	if s.configs, err = a.resolver(cwd, f.config, f.isolated, f.settings(changed), s.checkConfig); err != nil {
		return nil, err
	}
	if s.run, err = s.configs.Run(); err != nil {
		return nil, err
	}
	if s.run.Output.Lang != "auto" {
		a.lang = locale.Detect(s.run.Output.Lang)
	}
	if f.verdict != "" && !slices.Contains([]string{"clean", "fixable", "review", "unusable"}, f.verdict) {
		return nil, a.notOneOf("--files-with-verdict", f.verdict, "clean", "fixable", "review", "unusable")
	}
	if f.filesFrom == "-" && f.stdinName != "" {
		return nil, errors.New(a.say("标准输入不能既是文件列表又是文本", "standard input cannot be both the list of files and a text"))
	}
	return s, nil
}

// resolver finds configurations; settings are the values of flags.
func (a *app) resolver(cwd string, configs []string, isolated bool, flags []config.Setting, check func(*config.Config) error) (*config.Resolver, error) {
	o := config.Options{Cwd: cwd, Version: version, Isolated: isolated, Config: configs, Flags: flags, Check: check,
		Shown: func(p string) string { return source.Printed(cwd, p) }}
	if !isolated {
		o.EnvFile = a.getenv("REPORTLINT_CONFIG")
	}
	if v := a.getenv("REPORTLINT_OUTPUT_FORMAT"); v != "" {
		o.Env = append(o.Env, config.Setting{Origin: "REPORTLINT_OUTPUT_FORMAT", Key: "output.format", Value: []string{v}})
	}
	if v := a.getenv("REPORTLINT_LANG"); v != "" {
		if language := v[:strings.IndexAny(v+".", "_-.")]; language == "zh" || language == "en" { // zh_CN.UTF-8, as locales are written
			v = language
		}
		o.Env = append(o.Env, config.Setting{Origin: "REPORTLINT_LANG", Key: "output.lang", Value: v})
	}
	if a.langFlag != "" && a.langFlag != "auto" {
		o.Flags = append(o.Flags, config.Setting{Origin: "--lang", Key: "output.lang", Value: a.langFlag})
	}
	return config.New(o)
}

// checkConfig complains about output formats that there are not, and about selectors that no rule of the configuration answers to.
func (s *session) checkConfig(c *config.Config) error {
	if err := c.CheckFormats(strings.Split(formatNames(), ", ")); err != nil {
		return err
	}
	cat, err := s.rulesOf(c)
	if err != nil {
		return err
	}
	return c.CheckSelectors(cat)
}

// settings are the flags that speak of keys of the configuration, where they were given.
func (f *checkFlags) settings(changed func(string) bool) []config.Setting {
	var out []config.Setting
	for _, x := range []struct {
		flag, key string
		value     any
	}{
		{"select", "lint.select", f.selects}, {"ignore", "lint.ignore", f.ignores}, {"extend-select", "lint.extend-select", f.extends},
		{"fixable", "fix.fixable", f.fixable}, {"unfixable", "fix.unfixable", f.unfixable}, {"unsafe-fixes", "fix.unsafe", f.unsafe},
		{"min-confidence", "lint.min-confidence", f.minConfidence}, {"preview", "lint.preview", f.preview},
		{"exclude", "files.exclude", f.exclude}, {"extend-exclude", "files.extend-exclude", f.extendExclude},
		{"force-exclude", "files.force-exclude", f.forceExclude}, {"no-gitignore", "files.respect-gitignore", !f.noGitignore},
		{"encoding", "files.encoding", f.encoding}, {"max-file-size", "files.max-size", f.maxSize},
		{"output-format", "output.format", f.outputs}, {"redact", "output.redact", f.redact}, {"fail-on", "gate.fail-on", f.failOn},
		{"baseline", "baseline.path", f.baseline}, {"strict-baseline", "baseline.strict", f.strict}, {"fix-journal", "fix.journal", f.fixJournal},
	} {
		if changed(x.flag) {
			out = append(out, config.Setting{Origin: "--" + x.flag, Key: x.key, Value: x.value})
		}
	}
	return out
}

// printOptions say how results on w look.
func (s *session) printOptions(w io.Writer) (report.Options, error) {
	f := s.flags
	o := report.Options{Lang: s.lang, Width: widthOf(w), Context: f.context, MaxPerRule: f.maxPerRule, Statistics: f.statistics,
		Ambiguous: s.run.Output.AmbiguousWidth, ShowFixes: f.showFixes, Tool: report.Tool{Version: version}, Compared: s.known != nil || f.newOnly() != "",
		Redact: map[string]report.Redact{"auto": report.RedactAuto, "always": report.RedactAlways, "never": report.RedactNever}[s.run.Output.Redact]}
	if file := s.run.File(); file != "" {
		if b, err := os.ReadFile(file); err == nil {
			o.Tool.ConfigHash = fmt.Sprintf("%x", sha256.Sum256(b))[:12]
		}
	}
	if slices.ContainsFunc(s.run.Output.Format, forPlatform) {
		if repo, err := vcs.Open(context.Background(), s.cwd); err == nil { // outside of a repository paths are as they are
			o.Root = repo.Prefix(s.cwd)
		}
	}
	var err error
	if o.Color, err = s.colored(f.tone, w); err != nil {
		return o, err
	}
	if f.minSeverity != "" {
		o.MinSeverity, err = s.severityNamed("--min-severity", f.minSeverity)
	}
	return o, err
}

// forPlatform reports whether an output goes to something that knows files by their path from the repository's root.
func forPlatform(spec string) bool {
	name, _, _ := strings.Cut(spec, "=")
	return slices.Contains([]string{"sarif", "github", "gitlab", "checkstyle", "rdjson", "rdjsonl", "html"}, name)
}

// severityNamed reads a severity.
func (a *app) severityNamed(flag, s string) (checks.Severity, error) {
	for _, v := range []checks.Severity{checks.Info, checks.Warning, checks.Error} {
		if v.String() == s {
			return v, nil
		}
	}
	return 0, a.notOneOf(flag, s, "error", "warning", "info")
}

// notOneOf is the error of a flag whose value is none of the words it knows.
func (a *app) notOneOf(flag, got string, words ...string) error {
	return fmt.Errorf("%s\nhint: %s", fmt.Sprintf(a.say("%s 不认识 %q", "%s does not know %q"), flag, got), a.say("可选：", "choose one of ")+strings.Join(words, a.say("、", ", ")))
}
