package vcs

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Change is one file that exists and differs from its older version. Deleted files and submodules are none.
type Change struct {
	Path string // relative to the root of the work tree, with "/"
	Old  string // its name in the older version; "" if it is new
	blob string // object of the older version
}

// Since lists what differs between commit and the work tree, with untracked files that are not ignored; sorted by path.
func (r *Repo) Since(ctx context.Context, commit string) ([]Change, error) {
	cs, err := r.diff(ctx, commit, "--")
	if err != nil {
		return nil, err
	}
	out, err := r.git(ctx, nil, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, err
	}
	for _, p := range strings.Split(string(out), "\x00") {
		if p != "" && !strings.HasSuffix(p, "/") { // a folder is a repository of its own
			cs = append(cs, Change{Path: p})
		}
	}
	slices.SortFunc(cs, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(cs, func(a, b Change) bool { return a.Path == b.Path }), nil
}

// Staged lists what differs between HEAD and the index; before the first commit, all that is staged.
func (r *Repo) Staged(ctx context.Context) ([]Change, error) {
	head, err := r.Resolve(ctx, "HEAD")
	if err != nil {
		out, emptyErr := r.git(ctx, []byte{}, "hash-object", "-t", "tree", "--stdin")
		if emptyErr != nil {
			return nil, err
		}
		head = strings.TrimSpace(string(out)) // the empty tree
	}
	return r.diff(ctx, "--cached", head, "--")
}

// Unstaged are the files whose work tree differs from the index.
func (r *Repo) Unstaged(ctx context.Context) (map[string]bool, error) {
	out, err := r.git(ctx, nil, "diff", "--name-only", "--no-ext-diff", "-z", "--")
	if err != nil {
		return nil, err
	}
	set := map[string]bool{}
	for _, p := range strings.Split(string(out), "\x00") {
		if p != "" {
			set[p] = true
		}
	}
	return set, nil
}

// diff reads git diff --raw, whose records are ":OLDMODE NEWMODE OLDSHA NEWSHA STATUS", path and, for renames, the new path.
func (r *Repo) diff(ctx context.Context, args ...string) ([]Change, error) {
	out, err := r.git(ctx, nil, append([]string{"diff", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--find-renames", "--ignore-submodules=none"}, args...)...)
	if err != nil {
		return nil, err
	}
	fields := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	var cs []Change
	for i := 0; i < len(fields) && fields[i] != ""; {
		meta := strings.Fields(strings.TrimPrefix(fields[i], ":"))
		if len(meta) != 5 || i+1 >= len(fields) {
			return nil, fmt.Errorf("git diff --raw: cannot read %q", fields[i])
		}
		c := Change{Path: fields[i+1], Old: fields[i+1], blob: meta[2]}
		i += 2
		switch meta[4][0] {
		case 'R', 'C':
			if i >= len(fields) {
				return nil, fmt.Errorf("git diff --raw: no new name for %q", c.Old)
			}
			c.Path = fields[i]
			i++
		case 'A':
			c.Old, c.blob = "", ""
		case 'D':
			continue
		case 'T': // from a link or a submodule to a file, or back
			if meta[0] == modeLink || meta[0] == modeSubmodule {
				c.Old, c.blob = "", ""
			}
		}
		if meta[1] == modeSubmodule || meta[1] == modeLink {
			continue
		}
		cs = append(cs, c)
	}
	slices.SortFunc(cs, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return cs, nil
}

// Modes of what is no file.
const (
	modeSubmodule = "160000"
	modeLink      = "120000"
)

// Before is the older version of a changed file, as git stores it; nil if there was none. Line ends may differ from the work
// tree's, where git converts them.
func (r *Repo) Before(ctx context.Context, c Change) ([]byte, error) {
	if c.Old == "" {
		return nil, nil
	}
	return r.git(ctx, nil, "cat-file", "blob", c.blob)
}

// Index is the staged version of a file.
func (r *Repo) Index(ctx context.Context, path string) ([]byte, error) {
	return r.git(ctx, nil, "cat-file", "blob", ":"+path)
}

// Path is a file's path relative to the root of the work tree, with "/"; ok is false if it lies outside.
func (r *Repo) Path(abs string) (string, bool) {
	if p, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		abs = filepath.Join(p, filepath.Base(abs))
	}
	rel, err := filepath.Rel(r.root, abs)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// Prefix is the folder dir relative to the root of the work tree, "" for the root itself.
func (r *Repo) Prefix(dir string) string {
	p, ok := r.Path(filepath.Join(dir, "x"))
	if !ok {
		return ""
	}
	return strings.TrimSuffix(strings.TrimSuffix(p, "x"), "/")
}
