package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/reportlint/reportlint/internal/report"
)

// corpus is a git repository with a working corpus in it.
type corpus struct {
	t    *testing.T
	dir  string
	vars map[string]string
}

func newCorpus(t *testing.T) *corpus {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	for _, v := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"} {
		t.Setenv(v, "")
		os.Unsetenv(v)
	}
	c := &corpus{t, t.TempDir(), map[string]string{}}
	t.Chdir(c.dir)
	c.git("init", "-q", "-b", "main")
	return c
}

func (c *corpus) git(args ...string) string {
	c.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = c.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		c.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func (c *corpus) write(name, s string) {
	c.t.Helper()
	p := filepath.Join(c.dir, name)
	if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(s), 0o666); err != nil {
		c.t.Fatal(err)
	}
}

func (c *corpus) read(name string) string {
	c.t.Helper()
	b, err := os.ReadFile(filepath.Join(c.dir, name))
	if err != nil {
		c.t.Fatal(err)
	}
	return string(b)
}

func (c *corpus) commit(message string) {
	c.t.Helper()
	c.git("add", "-A")
	c.git("commit", "-qm", message)
}

// lint runs reportlint and compares the exit code.
func (c *corpus) lint(code int, args ...string) result {
	c.t.Helper()
	return c.lintWith(code, "", args...)
}

func (c *corpus) lintWith(code int, stdin string, args ...string) result {
	c.t.Helper()
	var out, errs bytes.Buffer
	got := run(args, streams{strings.NewReader(stdin), &out, &errs, func(k string) string { return c.vars[k] }})
	if got != code {
		c.t.Errorf("reportlint %s: exit %d, want %d\n%s%s", strings.Join(args, " "), got, code, out.String(), errs.String())
	}
	return result{got, out.String(), errs.String()}
}

func (c *corpus) expect(what string, in string, parts ...string) {
	c.t.Helper()
	for _, p := range parts {
		if !strings.Contains(in, p) {
			c.t.Errorf("%s does not hold %q:\n%s", what, p, in)
		}
	}
}

// TestPullRequestStory is the life of a gate: a corpus with old damage and a baseline, and the pull requests that come.
func TestPullRequestStory(t *testing.T) {
	c := newCorpus(t)
	c.write("corpus/广东/2019 年.txt", prose+footer)
	c.write("corpus/广东/2020 年.txt", prose)
	c.lint(1, ".")
	c.expect("create", c.lint(0, "baseline", "create").out, ".reportlint-baseline.jsonl: ")
	c.lint(2, "baseline", "create")
	c.lint(0, ".")
	c.lint(0, "baseline", "check")
	c.commit("corpus with a baseline")

	gate := []string{"--new-from-merge-base", "main", "-f", "concise"}
	c.git("checkout", "-qb", "clean-report")
	c.write("corpus/广东/2021 年.txt", strings.ReplaceAll(prose, "2024", "2021"))
	c.commit("add a clean report")
	c.expect("a clean report", c.lint(0, gate...).out, "No problems in 1 file")
	c.lint(0, ".")

	c.git("checkout", "-qb", "hacked", "main")
	c.write("corpus/广东/2022 年.txt", strings.ReplaceAll(prose, "2024", "2022")+footer)
	c.write("corpus/广东/2019 年.txt", "前言\n"+prose+footer) // the old damage moved
	c.commit("add a hacked page")
	c.vars["GITHUB_STEP_SUMMARY"] = filepath.Join(t.TempDir(), "summary.md")
	out := t.TempDir()
	red := c.lint(1, append(gate[:2], "-f", "github", "-f", "sarif="+out+"/out.sarif", "-f", "jsonl="+out+"/out.jsonl", "-f", "html="+out+"/out.html")...)
	delete(c.vars, "GITHUB_STEP_SUMMARY")
	for line := range strings.Lines(red.out) {
		if !strings.Contains(line, "file=corpus/广东/2022 年.txt,") {
			t.Errorf("an annotation that is not about the hacked page: %s", line)
		}
	}
	c.expect("annotations", red.out, "::error file=corpus/广东/2022 年.txt,line=8", "title=chrome/site-footer")
	for _, name := range []string{"out.sarif", "out.jsonl", "out.html"} {
		b, err := os.ReadFile(filepath.Join(out, name))
		if err != nil || !strings.Contains(string(b), "2022 ") && !strings.Contains(string(b), "2022%20") {
			t.Errorf("%s: %v", name, err)
		}
		if name == "out.jsonl" {
			for line := range strings.Lines(string(b)) {
				var x struct {
					Kind, Path string
					Suppressed *string
				}
				if err := json.Unmarshal([]byte(line), &x); err != nil {
					t.Fatal(err)
				}
				if x.Kind == "finding" && x.Suppressed == nil && strings.Contains(x.Path, "2020") {
					t.Errorf("a finding of a file nobody touched: %s", line)
				}
			}
		}
	}

	c.lint(0, append([]string{"--fix"}, gate...)...)
	if got := c.read("corpus/广东/2022 年.txt"); got != strings.ReplaceAll(prose, "2024", "2022") {
		t.Errorf("fixed to %q", got)
	}
	c.expect("what was not new", c.read("corpus/广东/2019 年.txt"), "某市人民政府 主办单位")
	c.commit("repair it")
	c.lint(0, gate...)

	c.git("checkout", "-qb", "rename", "main")
	c.git("mv", "corpus/广东/2019 年.txt", "corpus/广东/二〇一九.txt")
	c.commit("rename")
	c.lint(0, gate...)
	c.lint(0, ".")
	c.git("merge", "-q", "--no-edit", "clean-report")
	c.lint(0, gate...)
	c.expect("prune after a rename", c.lint(0, "baseline", "prune").out, "entries for")
	c.expect("the renamed entry", c.read(".reportlint-baseline.jsonl"), "二〇一九.txt")
	c.lint(0, ".")

	c.write("corpus/广东/二〇一九.txt", prose)
	c.expect("a stale baseline", c.lint(0, ".").out, "run/stale-baseline", "baseline entr", "stale")
	c.lint(1, "--strict-baseline", ".")
	c.expect("check", c.lint(1, "baseline", "check").out, "stale: chrome/site-footer corpus/广东/二〇一九.txt")
	c.lint(0, "baseline", "prune")
	c.lint(0, "--strict-baseline", ".")
	if b := c.read(".reportlint-baseline.jsonl"); b != "" {
		t.Errorf("left: %s", b)
	}
}

func TestStagedReadsTheIndex(t *testing.T) {
	c := newCorpus(t)
	c.write("a.txt", prose)
	c.commit("a")
	c.lint(0, "--staged")
	c.write("a.txt", prose+footer)
	c.lint(0, "--staged") // nothing is staged yet
	c.git("add", "-A")
	c.write("a.txt", prose)
	c.expect("the index", c.lint(1, "--staged", "-f", "concise").out, "a.txt:8:1: error chrome/site-footer")
	c.expect("a mixed file", c.lint(2, "--staged", "--fix").err, "a.txt has unstaged changes")
	c.git("checkout", "-q", "--", "a.txt")
	c.lint(0, "--staged", "--fix")
	if got := c.read("a.txt"); got != prose {
		t.Errorf("%q", got)
	}
}

// TestStagedTextIsNeverUnseen: a staged file that is gone from the work tree fails the run instead of passing it.
func TestStagedTextIsNeverUnseen(t *testing.T) {
	c := newCorpus(t)
	c.write("a.txt", prose+footer)
	c.write("b.bin", "x")
	c.git("add", "-A")
	os.Remove(filepath.Join(c.dir, "b.bin"))
	c.lint(1, "--staged")
	os.Remove(filepath.Join(c.dir, "a.txt"))
	c.expect("standard error", c.lint(2, "--staged").err, "a.txt is staged, but gone from the work tree")
}

func TestNewFromPatch(t *testing.T) {
	c := newCorpus(t)
	c.write("old.txt", prose+footer)
	c.write("新 文.txt", prose)
	c.commit("a")
	c.write("old.txt", "前言\n"+prose+footer)
	patch := c.git("diff")
	c.expect("an old file", c.lintWith(0, patch, "--new-from-patch", "-").out, "No problems in 1 file")
	c.expect("whole files", c.lintWith(1, patch, "--new-from-patch", "-", "--whole-files").out, "chrome/site-footer")
	c.write("新 文.txt", prose+footer)
	c.expect("a new one", c.lintWith(1, c.git("diff"), "--new-from-patch", "-", "-f", "concise").out, "新 文.txt:8:1: error")
}

func TestGitFailuresAreNoWarnings(t *testing.T) {
	c := newCorpus(t)
	c.write("a.txt", prose)
	c.commit("a")
	for _, tc := range []struct {
		err  string
		args []string
	}{
		{"git knows no commit", []string{"--new-from-rev", "nothing"}},
		{"only one of", []string{"--new-from-rev", "HEAD", "--staged"}},
		{"--whole-files needs", []string{"--whole-files"}},
		{"does not go with standard input", []string{"--staged", "-"}},
	} {
		c.expect("standard error", c.lint(2, tc.args...).err, tc.err)
	}
	c.lint(2, "--new-from-rev", "nothing", "--exit-zero")
	t.Chdir(t.TempDir())
	c.expect("outside", c.lint(2, "--staged").err, "not in a git work tree")
}

func TestBaselineAudit(t *testing.T) {
	c := newCorpus(t)
	c.write("a/1.txt", prose+footer)
	c.write("a/2.txt", prose+strings.ReplaceAll(footer, "某市", "某县"))
	c.lint(0, "baseline", "create")
	n := strings.Count(c.read(".reportlint-baseline.jsonl"), "todo")
	if n < 2 {
		t.Fatal(n)
	}
	c.lintWith(0, "y", "baseline", "audit") // the connection is lost after the first answer
	if b := c.read(".reportlint-baseline.jsonl"); strings.Count(b, "accepted") != 1 || strings.Count(b, "todo") != n-1 {
		t.Error(b)
	}
	c.expect("audit", c.lintWith(0, "xunq", "baseline", "audit").out, "版权所有", "right [y] wrong [n]")
	if b := c.read(".reportlint-baseline.jsonl"); strings.Count(b, "false-positive") != 1 {
		t.Error(b)
	}
	c.expect("stats", c.lint(0, "baseline", "stats").out, "precision", "0.50")
	c.lint(0, "baseline", "update")
	if b := c.read(".reportlint-baseline.jsonl"); strings.Count(b, "accepted") != 1 || strings.Count(b, "false-positive") != 1 {
		t.Error(b)
	}
	c.write(".reportlint-baseline.jsonl", "<<<<<<< HEAD\n"+c.read(".reportlint-baseline.jsonl"))
	c.expect("a conflict", c.lint(2, ".").err, "merge conflict", "hint:")
	c.lint(1, "--no-baseline", ".")
}

// TestJournalAndUndo: what --fix changed is recorded, and can be taken back where nobody touched the file since.
func TestJournalAndUndo(t *testing.T) {
	c := newCorpus(t)
	files := map[string]string{"a.txt": prose + footer, "子 目录/b.txt": footer + prose, "c.txt": strings.ReplaceAll(prose+footer, "\n", "\r\n")}
	for n, s := range files {
		c.write(n, s)
	}
	c.lint(0, "--fix", "--fix-journal", "log/../j.jsonl", ".")
	c.expect("the journal", c.read("j.jsonl"), `"rules":["chrome/site-footer"]`, `"path":"子 目录/b.txt"`, "版权所有")
	c.write("c.txt", "changed")
	got := c.lint(1, "undo", "j.jsonl")
	c.expect("undo", got.out, "2 of 3 file repairs undone")
	c.expect("undo", got.err, "c.txt: changed since")
	for _, n := range []string{"a.txt", "子 目录/b.txt"} {
		if c.read(n) != files[n] {
			t.Errorf("%s: %q", n, c.read(n))
		}
	}
	c.lint(2, "undo", "none.jsonl")
	c.write("bad.jsonl", "{}\n")
	c.expect("a bad journal", c.lint(2, "undo", "bad.jsonl").err, "line 1 is no journal entry")
}

// TestSavedResultsAreRendered: the report of saved results is the report of the run.
func TestSavedResultsAreRendered(t *testing.T) {
	c := newCorpus(t)
	c.write("a.txt", prose+footer)
	c.write("b.txt", prose)
	c.lint(1, "-f", "jsonl=r.jsonl", "-f", "html=1.html", "-f", "csv=1.csv", ".")
	c.lint(0, "report", "r.jsonl", "-f", "html=2.html", "-f", "csv=2.csv")
	for _, n := range []string{"html", "csv"} {
		if c.read("1."+n) != c.read("2."+n) || len(c.read("1."+n)) < 100 {
			t.Errorf("%s differs", n)
		}
	}
	c.expect("from standard input", c.lintWith(0, c.read("r.jsonl"), "report", "-").out, "chrome/site-footer", "Found 1 problem")
	c.expect("no results", c.lintWith(2, "x", "report", "-").err, "line 1 is not a result")
}

// TestAction runs what action.yml runs: inputs come by the environment and are never part of a script.
func TestAction(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if testing.Short() || err != nil {
		t.Skip("builds the program, and needs bash")
	}
	module := root(t)
	c := newCorpus(t)
	c.write("a b.txt", prose+footer)
	c.commit("a")
	c.write("$(touch owned).txt", prose+footer)
	c.commit("b")
	cmd := exec.Command(bash, filepath.Join(module, ".ci", "action.sh"))
	cmd.Dir = c.dir
	summary := filepath.Join(t.TempDir(), "summary.md")
	cmd.Env = append(os.Environ(), "ACTION_PATH="+module, "INPUT_PATHS=.", "INPUT_NEW_FROM=", "INPUT_ARGS=--new-from-rev\nHEAD~1\n", "INPUT_SARIF=out.sarif", "INPUT_HTML=$(touch owned).html", "GITHUB_STEP_SUMMARY="+summary)
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != 1 {
		t.Fatalf("exit %d, %v\n%s", code, err, out)
	}
	c.expect("the log", string(out), "::error file=$(touch owned).txt,line=8")
	if strings.Contains(string(out), "file=a b.txt") {
		t.Error("an old finding is annotated")
	}
	if _, err := os.Stat(filepath.Join(c.dir, "owned")); err == nil {
		t.Error("an input ran as a script")
	}
	c.expect("the summary", func() string { b, _ := os.ReadFile(summary); return string(b) }(), "## reportlint", "chrome/site-footer")
	c.expect("the html", c.read("$(touch owned).html"), "<!DOCTYPE html>")
	c.expect("the sarif", c.read("out.sarif"), "2.1.0")
}

func TestManualPages(t *testing.T) {
	c := newCorpus(t)
	c.lint(0, "man", "m/an")
	c.expect("the manual of check", c.read("m/an/reportlint-check.1"), ".TH", "new-from-merge-base")
}

// TestRealReportsConform holds what the five reports give to the public schema of SARIF and to that of the results.
func TestRealReportsConform(t *testing.T) {
	module := root(t)
	c := newCorpus(t)
	c.lint(1, "--isolated", "--unsafe-fixes", "-f", "sarif=s.json", "-f", "jsonl=r.jsonl", filepath.Join(module, "fixtures/reports"))
	validate := func(schema, doc string) {
		compiled, err := jsonschema.NewCompiler().Compile(filepath.Join(module, schema))
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(doc))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(v); err != nil {
			t.Errorf("%s: %v", schema, err)
		}
	}
	validate("internal/report/testdata/sarif-2.1.0.schema.json", c.read("s.json"))
	for line := range strings.Lines(c.read("r.jsonl")) {
		validate("docs/schema/results.schema.json", line)
	}
}

// TestWorkersDoNotShowInAnyFormat: one worker and sixteen write the same bytes in every format.
func TestWorkersDoNotShowInAnyFormat(t *testing.T) {
	module := root(t)
	c := newCorpus(t)
	var formats []string
	for _, f := range report.Formats() {
		formats = append(formats, f.Format)
	}
	for _, j := range []string{"1", "16"} {
		args := []string{"--isolated", "-j", j, filepath.Join(module, "fixtures/reports"), filepath.Join(module, "fixtures/clean")}
		for _, f := range formats {
			args = append(args, "-f", f+"="+f+"."+j)
		}
		c.lint(1, args...)
	}
	for _, f := range formats {
		if a, b := c.read(f+".1"), c.read(f+".16"); a != b || a == "" {
			t.Errorf("%s: %d and %d bytes", f, len(a), len(b))
		}
	}
}
