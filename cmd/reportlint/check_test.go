package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// footer is a page frame no map can take for text.
const footer = "版权所有：某市人民政府 主办单位：某市人民政府办公室\n京ICP备05000001号 京公网安备 11010102000001号 网站标识码：1100000001\n"

// prose is a clean report.
const prose = "2024年某市政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会作工作报告，请予审议。\n过去一年，我们坚持稳中求进工作总基调，着力推动高质量发展，经济社会发展取得新成效。\n我们深化改革开放，优化营商环境，一批重点项目建成投产，发展活力不断增强。\n我们保障和改善民生，新建改扩建学校十所，群众的获得感、幸福感、安全感持续提升。\n各位代表，让我们团结一心，埋头苦干，为谱写现代化建设新篇章而努力奋斗！\n"

type result struct {
	code     int
	out, err string
}

// at runs the program in a fresh folder that holds the given files.
func at(t *testing.T, files map[string]string, stdin string, args ...string) (result, string) {
	t.Helper()
	dir := t.TempDir()
	for name, s := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return in(t, dir, stdin, args...), dir
}

func in(t *testing.T, dir, stdin string, args ...string) result {
	t.Helper()
	t.Chdir(dir)
	var out, errs bytes.Buffer
	code := run(args, streams{strings.NewReader(stdin), &out, &errs, func(string) string { return "" }})
	return result{code, out.String(), errs.String()}
}

func TestExitCodes(t *testing.T) {
	files := map[string]string{"clean.txt": prose, "dirty.txt": prose + footer, "notes.md": "# 笔记\n", "sub/b.txt": prose, "bin.txt": "\x00\x01\x02\x00", "empty/x.dat": "x"}
	for _, tc := range []struct {
		name  string
		args  []string
		code  int
		out   string // must stand in standard output
		err   string // must stand in standard error
		stdin string
	}{
		{"a clean file", []string{"clean.txt"}, 0, "No problems", "", ""},
		{"a dirty file", []string{"-f", "concise", "dirty.txt"}, 1, "chrome/site-footer", "", ""},
		{"check is the root", []string{"check", "-f", "concise", "dirty.txt"}, 1, "dirty.txt:8:1: error", "", ""},
		{"exit zero", []string{"--exit-zero", "dirty.txt"}, 0, "chrome/site-footer", "", ""},
		{"fail on never", []string{"--fail-on", "never", "dirty.txt"}, 0, "chrome/site-footer", "", ""},
		{"ignored", []string{"--ignore", "chrome", "dirty.txt"}, 0, "No problems", "", ""},
		{"a family selected", []string{"--select", "number", "dirty.txt"}, 0, "No problems", "", ""},
		{"an unknown flag", []string{"--bogus"}, 2, "", "unknown flag: --bogus", ""},
		{"an unknown rule", []string{"--select", "chrom", "clean.txt"}, 2, "", `did you mean "chrome"?`, ""},
		{"an unknown format", []string{"-f", "jsno", "clean.txt"}, 2, "", "json", ""},
		{"a missing path", []string{"none.txt"}, 2, "run/unreadable-file", "", ""},
		{"a mistyped command", []string{"chekc"}, 2, "run/unreadable-file", `did you mean the command "check"?`, ""},
		{"failure wins over exit-zero", []string{"--exit-zero", "none.txt"}, 2, "run/unreadable-file", "", ""},
		{"a binary file that is named", []string{"bin.txt"}, 2, "run/skipped-file", "", ""},
		{"nothing to scan", []string{"empty"}, 2, "run/nothing-scanned", "", ""},
		{"fix and diff", []string{"--fix", "--diff", "dirty.txt"}, 2, "", "exclude each other", ""},
		{"a wrong number", []string{"--lang", "zh", "-j", "x"}, 2, "", "--jobs 应为整数，不能是“x”", ""},
		{"a flag without its value", []string{"--lang", "zh", "--color"}, 2, "", "选项 --color 缺少值", ""},
		{"an unknown flag in Chinese", []string{"--lang", "zh", "--nope"}, 2, "", "未知的选项 --nope", ""},
		{"an argument too few", []string{"--lang", "zh", "undo"}, 2, "", "缺少参数\n提示：用法：reportlint undo", ""},
		{"an argument too many", []string{"undo", "a", "b"}, 2, "", `too many arguments: "b"`, ""},
		{"an unknown subcommand", []string{"config", "foo"}, 2, "", `reportlint config has no command "foo"`, ""},
		{"an unknown shell", []string{"completion", "foo"}, 2, "", `reportlint completion has no command "foo"`, ""},
		{"commands that want another word", []string{"completion"}, 0, "bash", "", ""},
		{"standard input twice", []string{"-", "-"}, 2, "", "read only once", ""},
		{"an unknown key in Chinese", []string{"--lang", "zh", "--config", "lint.selct=1", "clean.txt"}, 2, "", "未知的键“lint.selct”", ""},
		{"fix-only fixes", []string{"--fix-only", "dirty.txt"}, 0, "Fixed 2 places in 1 file", "", ""},
		{"fix-only with nothing to fix", []string{"--fix-only", "clean.txt"}, 0, "Nothing to fix in 1 file", "", ""},
		{"an output format that there is not", []string{"--config", `output.format=["ful"]`, "clean.txt"}, 2, "", `--config:1:16: "output.format" cannot be "ful"`, ""},
		{"a mistyped output format", []string{"-f", "jsn", "clean.txt"}, 2, "", `did you mean "json"?`, ""},
		{"the beginning of a rule's name", []string{"rule", "ads/promo"}, 2, "", `did you mean "ads/promo-sentence"?`, ""},
		{"an empty path", []string{""}, 2, "", "cannot be empty", ""},
		{"an empty path of learn", []string{"learn", ""}, 2, "", "cannot be empty", ""},
		{"an empty path of facts", []string{"facts", ""}, 2, "", "cannot be empty", ""},
		{"no rule at all", []string{"--select", "", "dirty.txt"}, 2, "", "nothing would be checked", ""},
		{"fewer workers than none", []string{"-j", "-1", "clean.txt"}, 2, "", "--jobs cannot be less than 0", ""},
		{"fewer workers than none for facts", []string{"facts", "-j", "-1", "clean.txt"}, 2, "", "--jobs cannot be less than 0", ""},
		{"a negative cap", []string{"--max-per-rule", "-1", "clean.txt"}, 2, "", "--max-per-rule cannot be less than 0", ""},
		{"a diff of standard input", []string{"--diff", "-"}, 2, "", "--diff does not go with standard input", prose + footer},
		{"what is passed over counts once", []string{"bin.txt"}, 2, "1 file was not checked", "", ""},
		{"a map of nothing", []string{"--show-map", "none.txt"}, 2, "", "none.txt: cannot read file", ""},
		{"a list of nothing", []string{"--show-files", "none.txt"}, 2, "", "none.txt: cannot read file", ""},
		{"parts of nothing", []string{"--split", "parts", "none.txt"}, 2, "", "none.txt: cannot read file", ""},
		{"facts of a file whose name acts on a terminal", []string{"facts", "a\x1b[31m.txt"}, 2, "", "a<U+001B>[31m.txt: cannot read file", ""},
		{"a baseline of nothing", []string{"baseline", "create", "none.txt"}, 2, "", "none.txt: cannot read file", ""},
		{"isolated and configured", []string{"--isolated", "--config", "none.toml", "clean.txt"}, 2, "", "excludes a configuration file", ""},
		{"extend on the command line", []string{"--config", `extend="none.toml"`, "clean.txt"}, 2, "", "extend can only stand in a configuration file", ""},
		{"an empty --config", []string{"--config", "", "clean.txt"}, 2, "", "--config: cannot be empty", ""},
		{"an unknown language", []string{"--lang", "fr", "clean.txt"}, 2, "", "it can be auto, zh, en", ""},
		{"two outputs in one file", []string{"-f", "json=x", "-f", "html=./x", "clean.txt"}, 2, "", "same file", ""},
		{"an output that is a folder", []string{"-f", "json=sub", "clean.txt"}, 2, "", "cannot write sub: it is a folder", ""},
		{"an output in no folder", []string{"-f", "json=none/x", "clean.txt"}, 2, "", "cannot write none/x: no such file", ""},
		{"a diff", []string{"--diff", "dirty.txt"}, 1, "-京ICP备", "", ""},
		{"an empty diff", []string{"--diff", "clean.txt"}, 0, "", "", ""},
		{"show files", []string{"--show-files", "."}, 0, "sub/b.txt", "", ""},
		{"standard input", []string{"-f", "concise", "--stdin-filename", "x.txt", "-"}, 1, "x.txt:8:1:", "", prose + footer},
		{"only clean files", []string{"--files-with-verdict", "clean", "clean.txt", "dirty.txt"}, 1, "clean.txt\n", "", ""},
		{"the version", []string{"version", "--json"}, 0, `{"version":`, "", ""},
		{"Chinese", []string{"--lang", "zh", "clean.txt"}, 0, "未发现问题", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, _ := at(t, files, tc.stdin, tc.args...)
			if got.code != tc.code || !strings.Contains(got.out, tc.out) || !strings.Contains(got.err, tc.err) {
				t.Errorf("exit %d, want %d\n--- stdout must hold %q\n%s\n--- stderr must hold %q\n%s", got.code, tc.code, tc.out, got.out, tc.err, got.err)
			}
		})
	}
}

// TestFixOnStandardInput: the text goes to standard output, changed or not, and the findings to standard error.
func TestFixOnStandardInput(t *testing.T) {
	for in, want := range map[string]string{prose + footer: prose, prose: prose, "": ""} {
		got, _ := at(t, nil, in, "--fix", "--stdin-filename", "a.txt", "-")
		if got.out != want || got.code != 0 {
			t.Errorf("exit %d, standard output %q, want %q", got.code, got.out, want)
		}
	}
}

// TestFixTwice: the second run changes nothing, and a clean file keeps its time stamp.
func TestFixTwice(t *testing.T) {
	first, dir := at(t, map[string]string{"a.txt": prose + footer, "b.txt": prose}, "", "--fix", ".")
	before, err := os.Stat(filepath.Join(dir, "a.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "a.txt")); string(b) != prose || first.code != 0 {
		t.Fatalf("exit %d, made %q\n%s", first.code, b, first.out)
	}
	second := in(t, dir, "", "--fix", ".")
	after, err := os.Stat(filepath.Join(dir, "a.txt"))
	if err != nil || second.code != 0 || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("second run: exit %d, written again: %v", second.code, !after.ModTime().Equal(before.ModTime()))
	}
}

// TestDiffIsFix: what git makes of --diff is what --fix writes, on the five real reports.
func TestDiffIsFix(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	reports, err := filepath.Glob(filepath.Join(root(t), "fixtures/reports/*.txt"))
	if err != nil || len(reports) != 5 {
		t.Fatalf("%d reports, %v", len(reports), err)
	}
	for _, unsafe := range []bool{false, true} {
		files := map[string]string{}
		for _, r := range reports {
			b, err := os.ReadFile(r)
			if err != nil {
				t.Fatal(err)
			}
			files[filepath.Base(r)] = string(b)
		}
		flags := []string{"."}
		if unsafe {
			flags = append(flags, "--unsafe-fixes")
		}
		diff, byGit := at(t, files, "", append(flags, "--diff")...)
		cmd := exec.Command(git, "apply", "--whitespace=nowarn", "-")
		cmd.Dir = byGit
		cmd.Stdin = strings.NewReader(diff.out)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git apply: %v\n%s", err, out)
		}
		_, byUs := at(t, files, "", append(flags, "--fix", "--exit-zero")...)
		for name := range files {
			a, _ := os.ReadFile(filepath.Join(byGit, name))
			b, _ := os.ReadFile(filepath.Join(byUs, name))
			if !bytes.Equal(a, b) {
				t.Errorf("unsafe=%v %s: git and --fix differ", unsafe, name)
			}
		}
	}
}

// TestWorkersDoNotShow: one worker and sixteen print the same bytes, in every format.
func TestWorkersDoNotShow(t *testing.T) {
	files := map[string]string{}
	for _, n := range []string{"a", "b", "c", "d", "e", "f"} {
		files[n+".txt"] = prose + footer
		files["sub/"+n+".txt"] = prose
	}
	for _, format := range strings.Split(formatNames(), ", ") {
		one, dir := at(t, files, "", "-f", format, "-j", "1", ".")
		many := in(t, dir, "", "-f", format, "-j", "16", ".")
		if one != many || one.out == "" {
			t.Errorf("%s: output depends on -j, or is empty", format)
		}
	}
}

func root(t *testing.T) string {
	t.Helper()
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
}

// TestRefusalIsTold: a file that cannot be written is an error whatever rules are selected, and stays as it was.
func TestRefusalIsTold(t *testing.T) {
	_, dir := at(t, map[string]string{"a.txt": prose + footer}, "", "version")
	path := filepath.Join(dir, "a.txt")
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	got := in(t, dir, "", "--fix", "--select", "chrome/site-footer", "-f", "concise", "--exit-zero", "a.txt")
	if b, _ := os.ReadFile(path); got.code != 2 || !strings.Contains(got.out, "run/fix-refused") || string(b) != prose+footer {
		t.Errorf("exit %d\n%s", got.code, got.out)
	}
}
