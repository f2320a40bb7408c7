package source

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Request says which files are meant.
type Request struct {
	Cwd    string   // absolute
	Args   []string // files, folders and patterns, as on the command line
	Listed []string // files and folders from a list: never patterns
	Hidden bool     // also names that begin with a dot, except .git
	// Filter gives the Filter of a folder (absolute, in the system's form); nil takes .txt and .text. Its error ends the search.
	Filter func(dir string) (Filter, error)
	// Commands are the names a mistyped argument may have meant; Nearest picks one. Both may be nil.
	Commands []string
	Nearest  func(name string, known []string) string
}

// Found is the answer to a Request.
type Found struct {
	Targets  []Target // sorted by the bytes of Path, each file once
	Skipped  []Skip   // sorted by Path; what could not be looked at
	Excluded int      // named files that were left out because force-exclude says so
}

// Find looks for the files that are meant. The error is that of a Filter or of ctx; all problems with paths are in Skipped.
func Find(ctx context.Context, r Request) (Found, error) {
	f := &finder{ctx: ctx, Request: r, byReal: map[string]int{}, dirs: map[string]bool{}, filters: map[string]Filter{}}
	for _, arg := range r.Listed {
		if err := f.argument(arg, false); err != nil {
			return Found{}, err
		}
	}
	for _, arg := range r.Args {
		if err := f.argument(arg, true); err != nil {
			return Found{}, err
		}
	}
	if err := f.drain(); err != nil {
		return Found{}, err
	}
	slices.SortFunc(f.out.Targets, func(a, b Target) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(f.out.Skipped, func(a, b Skip) int { return cmp.Compare(a.Path, b.Path) })
	f.out.Skipped = slices.CompactFunc(f.out.Skipped, func(a, b Skip) bool { return a.Path == b.Path })
	return f.out, nil
}

type finder struct {
	Request
	ctx     context.Context
	out     Found
	byReal  map[string]int // index of the target by the path without links
	dirs    map[string]bool
	linked  []folder
	filters map[string]Filter
}

// drain walks the folders behind links. They come last, so that a folder is found under its own name if it has one here, and by
// name, so that the order of arguments does not matter.
func (f *finder) drain() error {
	for len(f.linked) > 0 {
		i := 0
		for k := range f.linked {
			if f.linked[k].shown < f.linked[i].shown {
				i = k
			}
		}
		next := f.linked[i]
		f.linked = slices.Delete(f.linked, i, i+1)
		if err := f.walk(next); err != nil {
			return err
		}
	}
	return nil
}

func (f *finder) argument(arg string, patterns bool) error {
	path := arg
	if !filepath.IsAbs(path) {
		path = filepath.Join(f.Cwd, path)
	}
	path = filepath.Clean(path)
	st, err := os.Stat(path)
	if err != nil {
		e := readError(arg, path, err)
		if e.Problem == Missing && patterns && strings.ContainsAny(arg, "*?[") {
			return f.pattern(arg, path)
		}
		if e.Problem == Missing && f.Nearest != nil && !strings.ContainsAny(arg, `/\.`) {
			e.Command = f.Nearest(arg, f.Commands)
		}
		f.skip(arg, true, e)
		return nil
	}
	if st.IsDir() {
		return f.root(folder{abs: path, shown: Printed(f.Cwd, arg), named: true})
	}
	fl, err := f.filter(filepath.Dir(path))
	if err != nil {
		return err
	}
	if fl.ForceExclude() && excluded(fl, path, false) {
		f.out.Excluded++
		return nil
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		real = path
	}
	f.add(path, real, Printed(f.Cwd, arg), true, fl)
	return nil
}

// excluded reports whether the path or a folder above it is excluded.
func excluded(fl Filter, path string, dir bool) bool {
	p := filepath.ToSlash(path)
	for i := 1; i < len(p); i++ {
		if p[i] == '/' && fl.Excluded(p[:i], true) {
			return true
		}
	}
	return fl.Excluded(p, dir)
}

func (f *finder) skip(shown string, named bool, e *Error) {
	f.out.Skipped = append(f.out.Skipped, Skip{Path: shown, Named: named, Err: e})
}

// add takes a file in.
func (f *finder) add(abs, real, shown string, named bool, fl Filter) {
	included := fl.Included(filepath.ToSlash(abs))
	f.take(real, Target{Path: shown, Abs: abs, Named: named, Fixable: included, Markup: !included})
}

// take keeps one target per file. Of several names the one without links is kept, or the first by its bytes, so that the order
// of arguments does not matter.
func (f *finder) take(real string, t Target) {
	i, seen := f.byReal[real]
	if !seen {
		f.byReal[real] = len(f.out.Targets)
		f.out.Targets = append(f.out.Targets, t)
		return
	}
	old := &f.out.Targets[i]
	named := t.Named || old.Named
	if rank(t, real) < rank(*old, real) || rank(t, real) == rank(*old, real) && t.Path < old.Path {
		*old = t
	}
	old.Named = named
}

// rank orders the names of one file: the one without links first.
func rank(t Target, real string) int {
	if t.Abs == real {
		return 0
	}
	return 1
}

func (f *finder) filter(dir string) (Filter, error) {
	if f.Filter == nil {
		return plainFilter{}, nil
	}
	if fl, ok := f.filters[dir]; ok {
		return fl, nil
	}
	fl, err := f.Request.Filter(dir)
	if err == nil {
		f.filters[dir] = fl
	}
	return fl, err
}
