package vcs

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/locale"
)

// work is a throwaway repository.
type work struct {
	t   *testing.T
	dir string
}

func repository(t *testing.T) work {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	// The settings of whoever runs the test must not matter, nor a repository around a hook that runs it.
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	for _, v := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"} {
		t.Setenv(v, "")
		os.Unsetenv(v)
	}
	w := work{t, t.TempDir()}
	w.git("init", "-q", "-b", "main")
	return w
}

func (w work) git(args ...string) string {
	w.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = w.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func (w work) write(name, s string) {
	w.t.Helper()
	p := filepath.Join(w.dir, name)
	if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(s), 0o666); err != nil {
		w.t.Fatal(err)
	}
}

func (w work) commit(message string) {
	w.t.Helper()
	w.git("add", "-A")
	w.git("commit", "-qm", message)
}

func (w work) open() *Repo {
	w.t.Helper()
	r, err := Open(context.Background(), w.dir)
	if err != nil {
		w.t.Fatal(err)
	}
	return r
}

func list(cs []Change) string {
	var b strings.Builder
	for _, c := range cs {
		b.WriteString(c.Path)
		if c.Old != c.Path {
			b.WriteString(" <- " + c.Old)
		}
		b.WriteString("\n")
	}
	return b.String()
}

const body = "一\n二\n三\n四\n五\n六\n七\n八\n"

func TestSince(t *testing.T) {
	w := repository(t)
	for _, n := range []string{"edited.txt", "deleted.txt", "renamed.txt", "untouched.txt", "link.txt", "政府 报告/2021年.txt", "crlf.txt"} {
		w.write(n, strings.ReplaceAll(body, "一", n))
	}
	w.write("binary.txt", "a\x00b")
	w.commit("base")
	base := strings.TrimSpace(w.git("rev-parse", "HEAD"))
	w.git("checkout", "-qb", "topic")
	w.write("edited.txt", body+"九\n")
	w.write("binary.txt", "a\x00c")
	w.git("rm", "-q", "deleted.txt")
	w.git("mv", "renamed.txt", "新 名 \"quoted\".txt")
	w.write("政府 报告/2021年.txt", body+"十\n")
	w.write("crlf.txt", strings.ReplaceAll(body, "\n", "\r\n"))
	w.commit("topic")
	w.git("checkout", "-q", "main")
	w.write("on-main.txt", "main moved on\n")
	w.commit("main")
	w.git("checkout", "-q", "topic")
	w.write("untracked\n.txt", "new")
	w.write("ignored.txt", "new")
	w.write(".gitignore", "ignored.txt\n")
	ctx := context.Background()
	r := w.open()
	mb, err := r.MergeBase(ctx, "main")
	if err != nil || mb != base {
		t.Fatal(mb, err)
	}
	cs, err := r.Since(ctx, mb)
	if err != nil {
		t.Fatal(err)
	}
	want := ".gitignore <- \nbinary.txt\ncrlf.txt\nedited.txt\nuntracked\n.txt <- \n政府 报告/2021年.txt\n新 名 \"quoted\".txt <- renamed.txt\n"
	if got := list(cs); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for _, c := range cs {
		before, err := r.Before(ctx, c)
		if err != nil {
			t.Fatal(c, err)
		}
		if c.Path == "政府 报告/2021年.txt" && !strings.HasPrefix(string(before), "政府 报告/2021年.txt\n二\n") || c.Old == "" && before != nil {
			t.Errorf("%s was %q", c.Path, before)
		}
		if c.Old == "renamed.txt" && !strings.HasPrefix(string(before), "renamed.txt") {
			t.Errorf("%q", before)
		}
	}
	// After the merge nothing of main counts as new, and the branch still does.
	w.git("merge", "-q", "--no-edit", "main")
	mb, _ = r.MergeBase(ctx, "main")
	if cs, err = r.Since(ctx, mb); err != nil || strings.Contains(list(cs), "on-main") || !strings.Contains(list(cs), "edited.txt") {
		t.Error(list(cs), err)
	}
}

func TestSubmodulesAndLinksAreNoFiles(t *testing.T) {
	lib := repository(t)
	lib.write("a.txt", "a")
	lib.commit("a")
	w := repository(t)
	w.write("a.txt", body)
	w.commit("base")
	base := strings.TrimSpace(w.git("rev-parse", "HEAD"))
	w.git("submodule", "--quiet", "add", lib.dir, "sub.txt")
	if err := os.Symlink("a.txt", filepath.Join(w.dir, "link.txt")); err != nil {
		t.Skip(err)
	}
	w.commit("sub")
	w.write("sub.txt/a.txt", "b")
	cs, err := w.open().Since(context.Background(), base)
	if err != nil || list(cs) != ".gitmodules <- \n" {
		t.Error(list(cs), err)
	}
}

func TestStaged(t *testing.T) {
	w := repository(t)
	r := w.open()
	ctx := context.Background()
	w.write("报告.txt", "staged")
	w.git("add", "-A")
	cs, err := r.Staged(ctx)
	if err != nil || list(cs) != "报告.txt <- \n" {
		t.Fatal(list(cs), err) // before the first commit
	}
	w.commit("first")
	w.write("报告.txt", "staged 2")
	w.git("add", "-A")
	w.write("报告.txt", "not staged")
	w.write("b.txt", "untracked")
	if cs, err = r.Staged(ctx); err != nil || list(cs) != "报告.txt\n" {
		t.Error(list(cs), err)
	}
	if b, err := r.Index(ctx, "报告.txt"); err != nil || string(b) != "staged 2" {
		t.Errorf("%q %v", b, err)
	}
	if b, err := r.Before(ctx, cs[0]); err != nil || string(b) != "staged" {
		t.Errorf("%q %v", b, err)
	}
	if u, err := r.Unstaged(ctx); err != nil || !u["报告.txt"] || len(u) != 1 {
		t.Error(u, err)
	}
}

func TestShallowCloneSaysWhatToDo(t *testing.T) {
	w := repository(t)
	w.write("a.txt", "1")
	w.commit("1")
	w.git("checkout", "-qb", "topic")
	w.write("a.txt", "2")
	w.commit("2")
	clone := work{t, t.TempDir()}
	clone.git("clone", "-q", "--depth", "1", "--no-single-branch", "-b", "topic", "file://"+w.dir, ".")
	_, err := clone.open().MergeBase(context.Background(), "origin/main")
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(err.Error(), "\nhint: this is a shallow clone: check out with fetch-depth: 0") || !strings.Contains(e.In(locale.Zh), "浅克隆") {
		t.Error(err)
	}
	clone = work{t, t.TempDir()}
	clone.git("clone", "-q", "--depth", "1", "-b", "topic", "file://"+w.dir, ".")
	if _, err := clone.open().MergeBase(context.Background(), "origin/main"); err == nil || !strings.Contains(err.Error(), `git knows no commit "origin/main"`) || !strings.Contains(err.Error(), "fetch-depth") {
		t.Error(err)
	}
}

func TestFailuresAreErrors(t *testing.T) {
	w := repository(t)
	ctx := context.Background()
	if _, err := Open(ctx, t.TempDir()); err == nil || !strings.Contains(err.Error(), "not in a git work tree") {
		t.Error(err)
	}
	w.write("a.txt", "1")
	w.commit("1")
	r := w.open()
	for _, rev := range []string{"nothing", "--all", "main..main", "-q", ""} {
		if c, err := r.Resolve(ctx, rev); err == nil {
			t.Errorf("Resolve(%q) = %q", rev, c)
		}
	}
	w.git("checkout", "-q", "--orphan", "other")
	w.commit("2")
	if _, err := r.MergeBase(ctx, "main"); err == nil || !strings.Contains(err.Error(), "no commit in common") || strings.Contains(err.Error(), "shallow") {
		t.Error(err)
	}
}

func TestPatch(t *testing.T) {
	w := repository(t)
	ctx := context.Background()
	for _, n := range []string{"a.txt", "b [1].txt", "旧 名.txt", "gone.txt"} {
		w.write(n, strings.ReplaceAll(body, "五", n))
	}
	w.commit("base")
	w.write("a.txt", strings.ReplaceAll(body, "五", "坏"))
	w.write("b [1].txt", strings.ReplaceAll(body, "五", "b [1].txt")+"末\n")
	w.git("mv", "旧 名.txt", "新 名.txt")
	w.write("新 名.txt", strings.ReplaceAll(body, "五", "旧 名.txt")+"末\n")
	w.git("rm", "-q", "gone.txt")
	w.write("new.txt", "new\n")
	w.git("add", "-A")
	patch := []byte(w.git("diff", "--cached", "-M", "HEAD"))
	cs, before, err := w.open().Patch(ctx, patch)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"a.txt": "一\n二\n三\n四\na.txt\n六\n七\n八\n", "b [1].txt": "一\n二\n三\n四\nb [1].txt\n六\n七\n八\n", "新 名.txt": "一\n二\n三\n四\n旧 名.txt\n六\n七\n八\n", "new.txt": ""}
	if len(cs) != len(want) {
		t.Errorf("%+v", cs)
	}
	for _, c := range cs {
		got, err := before(c)
		if err != nil || string(got) != want[c.Path] {
			t.Errorf("%s was %q, %v", c.Path, got, err)
		}
	}
	w.write("a.txt", "something else\n")
	if _, err := before(Change{Path: "a.txt", Old: "a.txt"}); err == nil || !strings.Contains(err.Error(), "does not have the patch applied") {
		t.Error(err)
	}
	if _, _, err := w.open().Patch(ctx, []byte("no patch at all\n")); err == nil {
		t.Error("accepted")
	}
	if cs, _, err := w.open().Patch(ctx, nil); err != nil || cs != nil {
		t.Error("an empty patch changes nothing:", cs, err)
	}
}
