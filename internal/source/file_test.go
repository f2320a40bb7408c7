package source

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/locale"
)

func problem(err error) Problem {
	var e *Error
	if errors.As(err, &e) {
		return e.Problem
	}
	return 255
}

func TestRead(t *testing.T) {
	dir := tree(t, "a.txt=0123456789", "d/", "l.txt -> a.txt", "bad -> nowhere", "self -> self")
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, name := range []string{"a.txt", "l.txt"} {
		for _, limit := range []int64{0, 10, 11} {
			if b, err := Read(at(name), limit); err != nil || string(b) != "0123456789" {
				t.Error(name, limit, string(b), err)
			}
		}
	}
	for name, want := range map[string]Problem{"d": IsDirectory, "none": Missing, "bad": Dangling, "self": Dangling} {
		if _, err := Read(at(name), 0); problem(err) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := Read(at("a.txt"), 9)
	var r interface {
		Reason() (locale.Text, bool)
	}
	if problem(err) != TooLarge || !errors.As(err, &r) {
		t.Fatal(err)
	}
	why, skipped := r.Reason()
	if !skipped || why.En != "is 10 B, over the limit of 9 B" || !strings.Contains(why.Zh, "9 B") {
		t.Error(why, skipped)
	}
	if runtime.GOOS == "linux" {
		if _, err := Read("/dev/zero", 0); problem(err) != NotRegular {
			t.Error(err)
		}
		if b, err := Read("/proc/self/status", 0); err != nil || len(b) == 0 {
			t.Error("a file that says it is empty", err)
		}
	}
}

func TestTextsAreComplete(t *testing.T) {
	for p, text := range texts {
		if !text.Complete() {
			t.Errorf("problem %d has no text", p)
		}
		e := &Error{Path: "a.txt", Problem: Problem(p), Err: os.ErrPermission, Size: 3 << 19, Limit: 1 << 20, Links: 2}
		for _, l := range []locale.Lang{locale.En, locale.Zh} {
			if s := e.In(l); strings.Contains(s, "{") || !strings.HasPrefix(s, "a.txt") {
				t.Error(s)
			}
		}
	}
}

func TestWrite(t *testing.T) {
	dir := tree(t, "a.txt=old", "l.txt -> a.txt")
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.Chmod(at("a.txt"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Write(at("l.txt"), []byte("old"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	st, err := os.Lstat(at("l.txt"))
	if err != nil || st.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone", err)
	}
	b, err := os.ReadFile(at("a.txt"))
	if st, serr := os.Stat(at("a.txt")); err != nil || string(b) != "new" || serr != nil || runtime.GOOS != "windows" && st.Mode().Perm() != 0o640 {
		t.Error(string(b), err, serr)
	}
	for _, now := range []string{"old", "newer", "ne", ""} {
		if err := Write(at("a.txt"), []byte(now), []byte("x")); problem(err) != Changed {
			t.Errorf("%q: %v", now, err)
		}
	}
	if err := os.Link(at("a.txt"), at("b.txt")); err != nil {
		t.Fatal(err)
	}
	if err := Write(at("a.txt"), []byte("new"), []byte("x")); problem(err) != HardLinked || !strings.Contains(err.Error(), "\nhint: ") {
		t.Error(err)
	}
	if err := os.Remove(at("b.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(at("a.txt"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := Write(at("a.txt"), []byte("new"), []byte("x")); problem(err) != ReadOnly {
		t.Error(err)
	}
	if b, err := os.ReadFile(at("a.txt")); string(b) != "new" || err != nil {
		t.Error("a refused write changed the file", string(b), err)
	}
	if left, err := filepath.Glob(at(".reportlint-*")); len(left) > 0 || err != nil {
		t.Error("left behind:", left, err)
	}
	if !Leftover(".reportlint-ABC.tmp") || Leftover(".reportlint-baseline.jsonl") || Leftover(".reportlint.toml") {
		t.Error("names of leftovers")
	}
}

func TestSizes(t *testing.T) {
	for s, want := range map[string]int64{"0": 0, "4096": 4096, "256MiB": 256 << 20, "1.5 kb": 1500, "2GB": 2e9, "1KiB": 1024, "7B": 7} {
		if n, err := ParseSize(s); err != nil || n != want {
			t.Errorf("%q: %d, %v", s, n, err)
		}
	}
	for _, s := range []string{"", "MiB", "-1", "1XB", "1e9", "99999999TiB", "1.2.3", "NaN"} {
		if n, err := ParseSize(s); err == nil {
			t.Errorf("%q is %d", s, n)
		}
	}
	for n, want := range map[int64]string{0: "0 B", 1023: "1023 B", 1 << 20: "1 MiB", 3 << 19: "1.5 MiB"} {
		if got := FormatSize(n); got != want {
			t.Error(got)
		}
	}
}

// The file is the old or the new one whenever the writer is killed.
func TestKilledWriter(t *testing.T) {
	path := os.Getenv("REPORTLINT_TEST_WRITER")
	old, new := bytes.Repeat([]byte("old\n"), 1<<17), bytes.Repeat([]byte("new text\n"), 1<<17)
	if path != "" { // the child
		for os.WriteFile(path+".started", nil, 0o644); ; old, new = new, old {
			if err := Write(path, old, new); err != nil && problem(err) != Changed {
				t.Fatal(err)
			}
		}
	}
	dir := tree(t)
	path = filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, old, 0o644); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for i := range 12 {
		kill(t, path, i)
		b, err := os.ReadFile(path)
		switch {
		case err != nil:
			t.Fatal(err)
		case bytes.Equal(b, old):
			seen["old"] = true
		case bytes.Equal(b, new):
			seen["new"] = true
		default:
			t.Fatalf("round %d left a file of %d bytes", i, len(b))
		}
	}
	if !seen["new"] {
		t.Error("no write came through")
	}
	if got := paths(find(t, Request{Cwd: dir, Args: []string{"."}, Hidden: true})); got != "a.txt" {
		t.Error("a walk finds what was left behind:", got)
	}
}
