package report

import (
	"fmt"
	"io"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/rules"
)

// File is one file of a run with all that was found in it.
type File struct {
	Path       string         // as it is shown: relative to the working directory, with "/" on every system
	Findings   []lint.Finding // in file order; suppressed ones are there, and say so
	Characters int            // code points read
	Encoding   string         // "" if the file was not read
	Skipped    bool           // the file was not linted; a finding of the family run says why
	Late       bool           // only findings: the file itself was told before, or is none of those that were checked
}

// Summary is what only the whole run knows.
type Summary struct {
	Fixed       int        // places that were repaired
	FixedFiles  int        // files that were written, or would be
	Repairs     []Repaired // by rule, for --show-fixes; in rule order
	Stale       int        // baseline entries that no finding answers to any more
	Interrupted bool
	FixOnly     bool // findings that are left were not asked for
}

// Repaired counts the places one rule's fixes repaired.
type Repaired struct {
	Rule   *rules.Rule
	Places int
	Safe   bool
}

// Tool names what made a report.
type Tool struct {
	Version    string // "0.1.0"
	ConfigHash string // "" if there was no configuration
}

// Printer writes one output of a run. File is called for every file in run order, then Close once. An error is one of the
// writer underneath.
type Printer interface {
	File(File) error
	Close(Summary) error
}

// Options choose how a report looks. The zero value is plain English for a writer that is no terminal.
type Options struct {
	Lang        locale.Lang
	Color       bool
	Width       int             // cells of the terminal; 0 is unknown. Lines are cropped to at most 120
	Ambiguous   int             // cells of a character of ambiguous width, 1 or 2; 0 is 1
	Context     int             // full: the most characters shown on each side of a place; 0 is what fits
	MinSeverity checks.Severity // findings below are counted, not shown; unset: what suits the format
	MaxPerRule  int             // findings of one rule that are shown; 0: all
	Statistics  bool            // terminal formats: a table by rule before the last line
	ShowFixes   bool            // terminal formats: what was repaired, by rule
	Redact      Redact
	Compared    bool // a baseline or an older version stands behind the run: what is not suppressed is new
	Tool        Tool
	Root        string    // directory the paths are relative to, from the repository's root: stands before paths for platforms, and names SARIF's category
	Page        io.Writer // github: the job summary, in Markdown; nil for none
}

// Redact says whether identifiers of persons and accounts are masked.
type Redact uint8

// The settings of Redact.
const (
	RedactAuto   Redact = iota // in formats made to be passed on
	RedactAlways               // in all but json and jsonl, which are the record
	RedactNever
)

// format is one way to write a report.
type format struct {
	name     string
	platform bool // read by a platform that knows files by their path from the repository's root
	terminal bool // made for a terminal: warnings and errors only unless asked, hosts as they are
	title    locale.Text
	make     func(io.Writer, Options) Printer
}

// Name and purpose of a format, for help texts and completion.
type Name struct {
	Format string
	Title  locale.Text
}

// Formats are all formats in the order they are documented.
func Formats() []Name {
	var out []Name
	for _, f := range formats() {
		out = append(out, Name{f.name, f.title})
	}
	return out
}

// Known reports whether there is a format of that name.
func Known(name string) bool {
	for _, f := range formats() {
		if f.name == name {
			return true
		}
	}
	return false
}

// New makes the printer of a format. Everything it writes goes to w.
func New(name string, w io.Writer, o Options) (Printer, error) {
	for _, f := range formats() {
		if f.name != name {
			continue
		}
		if o.MinSeverity == checks.SeverityUnset {
			o.MinSeverity = checks.Info
			if f.terminal {
				o.MinSeverity = checks.Warning
			}
		}
		if o.Ambiguous == 0 {
			o.Ambiguous = 1
		}
		if o.Width <= 0 || o.Width > 120 {
			o.Width = 120
		}
		if f.platform && o.Root != "" {
			return rooted{f.make(w, o), o.Root}, nil
		}
		return f.make(w, o), nil
	}
	return nil, fmt.Errorf("unknown output format %q", name)
}

func formats() []format {
	return []format{
		{"full", false, true, locale.Text{En: "each finding with its line of text, evidence and fix", Zh: "逐条列出，附原文、依据与修复办法"}, newFull},
		{"concise", false, true, locale.Text{En: "one line a finding", Zh: "每条一行"}, newConcise},
		{"grouped", false, true, locale.Text{En: "by file, one line a finding", Zh: "按文件归组，每条一行"}, newGrouped},
		{"json", false, false, locale.Text{En: "one JSON document", Zh: "单个 JSON 文档"}, newJSON},
		{"jsonl", false, false, locale.Text{En: "one JSON object a line; can be rendered again by report", Zh: "每行一个 JSON 对象，可用 report 命令再次渲染"}, newJSONL},
		{"sarif", true, false, locale.Text{En: "SARIF 2.1.0 for code scanning", Zh: "SARIF 2.1.0，供代码扫描平台读取"}, newSARIF},
		{"github", true, false, locale.Text{En: "annotations of GitHub Actions", Zh: "GitHub Actions 注解"}, newGitHub},
		{"markdown", false, false, locale.Text{En: "a page in Markdown, for a job summary", Zh: "Markdown 页面，可作任务摘要"}, newMarkdown},
		{"gitlab", true, false, locale.Text{En: "GitLab Code Quality", Zh: "GitLab 代码质量报告"}, newGitLab},
		{"junit", false, false, locale.Text{En: "JUnit XML", Zh: "JUnit XML"}, newJUnit},
		{"checkstyle", true, false, locale.Text{En: "Checkstyle XML", Zh: "Checkstyle XML"}, newCheckstyle},
		{"rdjson", true, false, locale.Text{En: "Reviewdog diagnostics, one document", Zh: "Reviewdog 诊断，单个文档"}, newRDJSON},
		{"rdjsonl", true, false, locale.Text{En: "Reviewdog diagnostics, one a line", Zh: "Reviewdog 诊断，每行一条"}, newRDJSONL},
		{"csv", false, false, locale.Text{En: "a table for a spreadsheet", Zh: "电子表格"}, newCSV},
		{"html", false, false, locale.Text{En: "a page to open in a browser, self-contained", Zh: "可用浏览器打开的单个网页"}, newHTML},
	}
}
