package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/reportlint/reportlint/internal/glob"
)

// folder is a folder to walk.
type folder struct {
	abs   string
	real  string // without links; set by walk
	shown string // how it is printed
	named bool
	ig    ignores
	// pattern, where not nil, says which files and folders of the walk are meant; it speaks of base.
	pattern *glob.Glob
	base    string
}

// root starts a walk at a folder that the user gave.
func (f *finder) root(d folder) error {
	fl, err := f.filter(d.abs)
	if err != nil {
		return err
	}
	if fl.ForceExclude() && excluded(fl, d.abs, true) {
		f.out.Excluded++
		return nil
	}
	d.ig = ignoresAbove(d.abs)
	if st, err := os.Lstat(d.abs); err == nil && st.Mode()&fs.ModeSymlink != 0 {
		f.linked = append(f.linked, d)
		return nil
	}
	return f.walk(d)
}

// walk takes in what lies in d. Every folder is walked once, by the path that is left when links are followed.
func (f *finder) walk(d folder) error {
	if err := f.ctx.Err(); err != nil {
		return err
	}
	real, err := filepath.EvalSymlinks(d.abs)
	if err != nil {
		f.skip(d.shown, d.named, readError(d.shown, d.abs, err))
		return nil
	}
	if f.dirs[real] {
		return nil
	}
	f.dirs[real], d.real = true, real
	fl, err := f.filter(d.abs)
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(d.abs)
	if err != nil { // what was read before the error still counts
		f.skip(d.shown, d.named, readError(d.shown, d.abs, err))
	}
	if fl.RespectGitignore() {
		d.ig = d.ig.enter(d.abs)
	}
	for _, e := range entries {
		if err := f.entry(d, e, fl); err != nil {
			return err
		}
	}
	return nil
}

func (f *finder) entry(d folder, e fs.DirEntry, fl Filter) error {
	name := e.Name()
	if name == ".git" || Leftover(name) || strings.HasPrefix(name, ".") && !f.Hidden {
		return nil
	}
	abs := filepath.Join(d.abs, name)
	shown := name
	if d.shown != "." {
		shown = strings.TrimSuffix(d.shown, "/") + "/" + name
	}
	mode := e.Type()
	link := mode&fs.ModeSymlink != 0
	if link {
		st, err := os.Stat(abs)
		if err != nil {
			if f.wanted(d, fl, abs, false) {
				f.skip(shown, false, readError(shown, abs, err))
			}
			return nil
		}
		mode = st.Mode().Type()
	}
	dir := mode.IsDir()
	// To git a link is a file, whatever it points to.
	if fl.Excluded(filepath.ToSlash(abs), dir) || fl.RespectGitignore() && d.ig.ignored(abs, dir && !link) {
		return nil
	}
	if !dir {
		if !f.wanted(d, fl, abs, false) {
			return nil
		}
		if !mode.IsRegular() {
			f.skip(shown, false, &Error{Path: shown, Problem: NotRegular})
			return nil
		}
		real := filepath.Join(d.real, name)
		if link {
			if r, err := filepath.EvalSymlinks(abs); err == nil {
				real = r
			}
		}
		f.add(abs, real, shown, false, fl)
		return nil
	}
	next := folder{abs: abs, shown: shown, ig: d.ig, pattern: d.pattern, base: d.base}
	if next.pattern != nil && f.wanted(d, fl, abs, true) {
		next.pattern = nil // a pattern that names a folder means what lies in it
	}
	if link {
		f.linked = append(f.linked, next)
		return nil
	}
	return f.walk(next)
}

// wanted reports whether the walk is looking for abs: by the pattern, or by [files] include and the extensions of markup.
func (f *finder) wanted(d folder, fl Filter, abs string, dir bool) bool {
	if d.pattern != nil {
		rel, err := filepath.Rel(d.base, abs)
		return err == nil && d.pattern.Match(filepath.ToSlash(rel), dir)
	}
	return fl.Included(filepath.ToSlash(abs)) || IsMarkup(abs)
}

// pattern walks from the last folder of arg that has nothing special in its name.
func (f *finder) pattern(arg, abs string) error {
	base, rest := abs, ""
	for strings.ContainsAny(base, "*?[") {
		name := filepath.Base(base)
		base, rest = filepath.Dir(base), "/"+name+rest
	}
	g, err := glob.Compile(rest)
	st, serr := os.Stat(base)
	if err != nil || serr != nil || !st.IsDir() {
		f.skip(arg, true, &Error{Path: arg, Problem: NoMatch})
		return nil
	}
	shown := filepath.Dir(arg[:strings.IndexAny(arg, "*?[")] + "x")
	// A search of its own: what other arguments found already must not make the pattern look empty.
	sub := &finder{ctx: f.ctx, Request: f.Request, byReal: map[string]int{}, dirs: map[string]bool{}, filters: f.filters}
	if err := sub.root(folder{abs: base, shown: Printed(f.Cwd, shown), pattern: g, base: base}); err != nil {
		return err
	}
	if err := sub.drain(); err != nil {
		return err
	}
	for real, i := range sub.byReal {
		f.take(real, sub.out.Targets[i])
	}
	f.out.Skipped = append(f.out.Skipped, sub.out.Skipped...)
	f.out.Excluded += sub.out.Excluded
	if len(sub.out.Targets)+len(sub.out.Skipped)+sub.out.Excluded == 0 {
		f.skip(arg, true, &Error{Path: arg, Problem: NoMatch})
	}
	return nil
}
