package source

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/glob"
)

// tree makes files (a name that ends in a slash is a folder, "x -> y" a link) and returns the folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		name, content, _ := strings.Cut(name, "=")
		name, to, link := strings.Cut(name, " -> ")
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		switch {
		case link:
			if runtime.GOOS == "windows" {
				t.Skip("links need rights here")
			}
			err = os.Symlink(to, path)
		case strings.HasSuffix(name, "/"):
			err = os.MkdirAll(path, 0o755)
		default:
			err = os.WriteFile(path, []byte(content), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func find(t *testing.T, r Request) Found {
	t.Helper()
	f, err := Find(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func paths(f Found) string {
	var out []string
	for _, x := range f.Targets {
		out = append(out, x.Path)
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name string
		tree []string
		args []string
		want string
	}{
		{"extensions", []string{"a.txt", "b.text", "C.TXT", "d.md", "e.html", "f.jpg", "g"}, []string{"."}, "C.TXT a.txt b.text d.md e.html"},
		{"named whatever its name", []string{"f.log"}, []string{"f.log"}, "f.log"},
		{"byte order over the whole path", []string{"a/z.txt", "a.txt", "a-b.txt", "b/a.txt"}, []string{"."}, "a-b.txt a.txt a/z.txt b/a.txt"},
		{"order of arguments does not matter", []string{"a.txt", "b.txt"}, []string{"b.txt", "a.txt", "./b.txt", "."}, "a.txt b.txt"},
		{"hidden and leftover", []string{".h.txt", ".d/a.txt", ".reportlint-XYZ.tmp", "a.txt"}, []string{"."}, "a.txt"},
		{"hidden when named", []string{".d/a.txt"}, []string{".d"}, ".d/a.txt"},
		{"ignored", []string{".gitignore=*.txt\n!k.txt\nsub/", "a.txt", "k.txt", "sub/k.txt", "o/b.txt", "o/k.txt"}, []string{"."}, "k.txt o/k.txt"},
		{"nested ignore wins", []string{".gitignore=*.txt", "o/.gitignore=!b.txt", "o/b.txt", "o/c.txt"}, []string{"."}, "o/b.txt"},
		{"named though ignored", []string{".gitignore=*.txt", "a.txt"}, []string{"a.txt"}, "a.txt"},
		{"a named folder though ignored", []string{".git/", ".gitignore=/sub/\nx.txt", "sub/a.txt", "sub/x.txt"}, []string{"sub"}, "sub/a.txt"},
		{"exclude of the repository", []string{".git/info/exclude=b.txt", "a.txt", "b.txt", "s/b.txt"}, []string{"."}, "a.txt"},
		{"a repository within starts afresh", []string{".git/", ".gitignore=*.txt", "in/.git/", "in/a.txt", "a.txt"}, []string{"."}, "in/a.txt"},
		{"pattern", []string{"c/1/a.txt", "c/2/b.txt", "c/2/b.log", "d/c.txt"}, []string{"c/**/b.*"}, "c/2/b.log c/2/b.txt"},
		{"pattern that names folders", []string{"c/20/a.txt", "c/20/a.log", "c/30/a.txt"}, []string{"c/2?"}, "c/20/a.txt"},
		{"pattern after its folder", []string{"c/a.txt", "c/a.log"}, []string{"c", "c/*.txt", "c/*.log"}, "c/a.log c/a.txt"},
		{"a name that looks like a pattern", []string{"a[1].txt", "a1.txt"}, []string{"a[1].txt"}, "a[1].txt"},
		{"link to a file", []string{"a.txt", "b.txt -> a.txt", "0.txt -> a.txt"}, []string{"."}, "a.txt"},
		{"link to a file elsewhere", []string{"in/b.txt -> ../a.txt", "a.txt"}, []string{"in"}, "in/b.txt"},
		{"circle", []string{"d/a.txt", "d/up -> ..", "d/self -> self"}, []string{"d"}, "d/a.txt"},
		{"folder by its own name", []string{"z/a.txt", "a -> z"}, []string{"."}, "z/a.txt"},
		{"folder behind a link", []string{"in/l -> ../out", "out/a.txt"}, []string{"in"}, "in/l/a.txt"},
		{"a link and its folder", []string{"z/a.txt", "a -> z", "b -> z"}, []string{"a", "z", "b"}, "z/a.txt"},
		{"two links", []string{"a -> z", "b -> z", "z/a.txt"}, []string{"b", "a"}, "a/a.txt"},
		{"not UTF-8", []string{"caf\xe9.txt"}, []string{"."}, "caf\xe9.txt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := tree(t, c.tree...)
			if got := paths(find(t, Request{Cwd: dir, Args: c.args})); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			slices.Reverse(c.args)
			if got := paths(find(t, Request{Cwd: dir, Args: c.args})); got != c.want {
				t.Errorf("reversed: got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestTargets(t *testing.T) {
	dir := tree(t, "a.txt", "b.md", "c.log")
	f := find(t, Request{Cwd: dir, Args: []string{".", "c.log", "a.txt"}})
	want := []Target{
		{"a.txt", filepath.Join(dir, "a.txt"), true, true, false},
		{"b.md", filepath.Join(dir, "b.md"), false, false, true},
		{"c.log", filepath.Join(dir, "c.log"), true, false, true},
	}
	if !slices.Equal(f.Targets, want) {
		t.Errorf("%+v", f.Targets)
	}
	sub := filepath.Join(dir, "sub")
	for path, want := range map[string]string{
		"../x/a.txt": "../x/a.txt", "./a.txt": "a.txt", filepath.Join(sub, "a.txt"): "a.txt",
		filepath.Join(dir, "a.txt"): filepath.ToSlash(filepath.Join(dir, "a.txt")),
	} {
		if got := Printed(sub, path); got != want {
			t.Errorf("%s is shown as %s, not %s", path, got, want)
		}
	}
}

func TestSkipped(t *testing.T) {
	dir := tree(t, "d/bad.txt -> nowhere", "d/other -> nowhere", "a.txt")
	nearest := func(name string, known []string) string { return known[0] }
	f := find(t, Request{Cwd: dir, Args: []string{"d", "chekc", "no/file.txt", "x*.txt"}, Commands: []string{"check"}, Nearest: nearest})
	var got []string
	for _, s := range f.Skipped {
		got = append(got, fmt.Sprint(s.Path, " ", s.Named, " ", s.Err.Problem == Dangling, " ", s.Err.Command))
	}
	want := []string{"chekc true false check", "d/bad.txt false true ", "no/file.txt true false ", "x*.txt true false "}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if msg := f.Skipped[0].Err.Error(); msg != "chekc: no such file or folder\nhint: did you mean the command \"check\"?" {
		t.Error(msg)
	}
}

type excluding struct {
	plainFilter
	list  glob.List
	force bool
}

func (e excluding) Excluded(path string, dir bool) bool { return e.list.Matches(path, dir) }
func (e excluding) ForceExclude() bool                  { return e.force }

func TestExclude(t *testing.T) {
	dir := tree(t, "a.txt", "fx/a.txt", "fx/b.txt", "fx/in/c.txt")
	for _, c := range []struct {
		args  string
		force bool
		want  string
		left  int
	}{
		{".", false, "a.txt", 0},
		{"fx", false, "fx/a.txt fx/in/c.txt", 0}, // the walk starts inside; b.txt is excluded by itself
		{"fx/b.txt", false, "fx/b.txt", 0},
		{"fx/a.txt a.txt", true, "a.txt", 1},
		{"fx/in", true, "", 1},
	} {
		ex := excluding{force: c.force}
		for _, p := range []string{"/fx/", "b.txt"} {
			g, err := glob.Compile(p)
			if err != nil {
				t.Fatal(err)
			}
			ex.list.Add(filepath.ToSlash(dir), g)
		}
		f := find(t, Request{Cwd: dir, Args: strings.Fields(c.args), Filter: func(string) (Filter, error) { return ex, nil }})
		if paths(f) != c.want || f.Excluded != c.left {
			t.Errorf("%+v: %s, %d left out", c, paths(f), f.Excluded)
		}
	}
}

func TestReadList(t *testing.T) {
	got, err := ReadList(strings.NewReader("a b.txt\r\n\ncaf\xe9.txt\nlast"), false)
	if err != nil || !slices.Equal(got, []string{"a b.txt", "caf\xe9.txt", "last"}) {
		t.Error(got, err)
	}
	got, err = ReadList(strings.NewReader("a\nb\r\x00\x00c"), true)
	if err != nil || !slices.Equal(got, []string{"a\nb\r", "c"}) {
		t.Error(got, err)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Find(ctx, Request{Cwd: tree(t, "a.txt"), Args: []string{"."}}); err != context.Canceled {
		t.Error(err)
	}
}
