package glob

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		dir, want     bool
	}{
		{"*.txt", "a.txt", false, true},
		{"*.txt", "x/y/a.txt", false, true},
		{"/*.txt", "x/a.txt", false, false},
		{"x/*.txt", "x/a.txt", false, true},
		{"x/*.txt", "y/x/a.txt", false, false},
		{"**/x/*.txt", "y/x/a.txt", false, true},
		{"news/**", "news/2021/a.txt", false, true},
		{"news/**", "news", true, false},
		{"a/**/b", "a/b", false, true},
		{"a/**/b", "a/x/y/b", false, true},
		{"a/**/b", "a/x/y/c", false, false},
		{"build/", "build", false, false},
		{"build/", "x/build", true, true},
		{"?.txt", "中.txt", false, true},
		{"[一-龥].txt", "中.txt", false, true},
		{"[!a].txt", "a.txt", false, false},
		{`\*.txt`, "a.txt", false, false},
		{`\*.txt`, "*.txt", false, true},
		{"caf\xe9.txt", "caf\xe9.txt", false, true},
		{"caf?.txt", "caf\xe9.txt", false, true},
		{"caf\xe9*", "caf\xe8.txt", false, false},
		{"a*b*c", "a-b-b-c", false, true},
		{"[[:digit:]]*", "2021.txt", false, true},
	} {
		g, err := Compile(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := g.Match(c.path, c.dir); got != c.want {
			t.Errorf("%q on %q (dir %v): %v", c.pattern, c.path, c.dir, got)
		}
	}
	g, _ := CompileFold("**/*.txt")
	if !g.Match("x/REPORT.TXT", false) || g.Match("x/REPORT.MD", false) {
		t.Error("case of ASCII letters")
	}
	for _, bad := range []string{"", "/", "!", "a[b", `a\`, "[[:nope:]]"} {
		if _, err := Compile(bad); err == nil {
			t.Errorf("%q compiled", bad)
		}
	}
}

// A pattern full of stars against a long name would take years if matching backtracked freely.
func TestNoBlowUp(t *testing.T) {
	g, _ := Compile(strings.Repeat("*a", 200) + "b/" + strings.Repeat("**/a/", 200) + "b")
	if g.Match(strings.Repeat("a", 2000)+"b/"+strings.Repeat("a/", 2000)+"c", false) {
		t.Error("matched")
	}
}

// Git is the authority on what an ignore file means.
func TestAgreesWithGit(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	run := func(in string, args ...string) string {
		c := exec.Command(git, args...)
		c.Dir, c.Stdin = dir, strings.NewReader(in)
		c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
		out, err := c.Output()
		if ee, ok := err.(*exec.ExitError); ok && ee.ExitCode() > 1 {
			t.Fatalf("git %v: %v %s", args, err, ee.Stderr)
		}
		return string(out)
	}
	run("", "init", "-q")
	for _, d := range []string{"a/b/c", "b/a", "ab", "c"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(from []string, n int) string {
		var b strings.Builder
		for range 1 + r.IntN(n) {
			b.WriteString(from[r.IntN(len(from))])
		}
		return b.String()
	}
	names := []string{"a", "b", "c", "ab", "a.t", "b.t", "]", "a b", "-"}
	parts := []string{"a", "b", "c", "*", "?", ".t", "[ab]", "[!a]", "[a-c]", "[]a]", `\a`, `\*`, " ", "-"}
	rounds := 60
	if testing.Short() {
		rounds = 20
	}
	agreed := 0
	for range rounds {
		var lines []string
		for range 1 + r.IntN(4) {
			// ** beside other characters is left out: what git does with it depends on where the pattern lies in memory.
			segs := make([]string, 1+r.IntN(4))
			for i := range segs {
				if segs[i] = "**"; r.IntN(4) > 0 {
					segs[i] = pick(parts, 3)
				}
			}
			p := strings.Join(segs, "/")
			if r.IntN(4) == 0 {
				p = "/" + p
			}
			if strings.Contains(strings.ReplaceAll("/"+p+"/", "/**/", ""), "**") {
				continue
			}
			if r.IntN(4) == 0 {
				p = "!" + p
			}
			if r.IntN(5) == 0 {
				p += "/"
			}
			lines = append(lines, p)
		}
		ignore := strings.Join(lines, "\n") + "\n"
		if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte(ignore), 0o644); err != nil {
			t.Fatal(err)
		}
		l, err := ReadIgnore(filepath.ToSlash(dir), strings.NewReader(ignore))
		if err != nil {
			t.Fatal(err)
		}
		var paths []string
		for range 60 {
			segs := make([]string, 1+r.IntN(4))
			for i := range segs {
				segs[i] = names[r.IntN(len(names))]
			}
			paths = append(paths, strings.Join(segs, "/"))
		}
		ignored := map[string]bool{}
		for p := range strings.SplitSeq(run(strings.Join(paths, "\x00"), "check-ignore", "--no-index", "-z", "--stdin"), "\x00") {
			ignored[p] = true
		}
		for _, p := range paths {
			fi, err := os.Stat(filepath.Join(dir, p))
			if got := l.Covers(filepath.ToSlash(dir)+"/"+p, err == nil && fi.IsDir()); got != ignored[p] {
				t.Errorf("%q on %q: ignored is %v, git says %v", lines, p, got, ignored[p])
			} else if got {
				agreed++
			}
		}
	}
	if agreed == 0 {
		t.Error("no pattern ever matched")
	}
}
