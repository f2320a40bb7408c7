package vcs

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Patch lists what a patch (as git diff or diff -u writes it) changed in the work tree, which already has it applied. The older
// versions are made by applying the patch in reverse, in a folder of their own.
func (r *Repo) Patch(ctx context.Context, patch []byte) ([]Change, func(Change) ([]byte, error), error) {
	out, err := r.git(ctx, patch, "apply", "--numstat", "-z", "-")
	if err != nil {
		var e *Error
		if errors.As(err, &e) && strings.Contains(e.Output, "No valid patches") {
			if len(strings.TrimSpace(string(patch))) == 0 {
				return nil, nil, nil
			}
		}
		return nil, nil, err
	}
	deleted, renamed := names(string(patch))
	var cs []Change
	fields := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	for _, f := range fields {
		parts := strings.SplitN(f, "\t", 3) // added, removed, path
		if len(parts) != 3 || parts[2] == "" {
			continue
		}
		if p := parts[2]; !deleted[p] {
			c := Change{Path: p, Old: p}
			if old, ok := renamed[p]; ok {
				c.Old = old
			}
			if _, err := os.Lstat(filepath.Join(r.root, filepath.FromSlash(p))); err != nil {
				continue
			}
			cs = append(cs, c)
		}
	}
	before := func(c Change) ([]byte, error) { return r.reverse(ctx, patch, c) }
	return cs, before, nil
}

// names reads which files a patch deletes and which it renames, new name to old; "" for a file that it creates.
func names(patch string) (deleted map[string]bool, renamed map[string]string) {
	deleted, renamed = map[string]bool{}, map[string]string{}
	from, minus := "", ""
	for line := range strings.Lines(patch) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.HasPrefix(line, "rename from "):
			from = unquote(line[len("rename from "):])
		case strings.HasPrefix(line, "rename to "):
			renamed[unquote(line[len("rename to "):])] = from
		case strings.HasPrefix(line, "--- "):
			minus = unquote(line[4:])
		case strings.HasPrefix(line, "+++ "):
			plus := unquote(line[4:])
			if plus == "/dev/null" {
				deleted[strings.TrimPrefix(minus, "a/")] = true
			} else if minus == "/dev/null" {
				renamed[strings.TrimPrefix(plus, "b/")] = ""
			}
		}
	}
	return deleted, renamed
}

// unquote undoes git's C-style quoting of a name, and drops the time that diff -u writes after a tab.
func unquote(s string) string {
	if !strings.HasPrefix(s, `"`) {
		s, _, _ = strings.Cut(s, "\t")
		return s
	}
	var b strings.Builder
	for i := 1; i < len(s) && s[i] != '"'; i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		if c := strings.IndexByte(`abtnvfr`, s[i]); c >= 0 {
			b.WriteByte("\a\b\t\n\v\f\r"[c])
		} else if i+2 < len(s) && s[i] >= '0' && s[i] <= '3' {
			b.WriteByte((s[i]-'0')<<6 | (s[i+1]-'0')<<3 | (s[i+2] - '0'))
			i += 2
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// reverse is the file of c before the patch: the patch is undone on a copy.
func (r *Repo) reverse(ctx context.Context, patch []byte, c Change) ([]byte, error) {
	if c.Old == "" {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "reportlint-patch-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	now, err := os.ReadFile(filepath.Join(r.root, filepath.FromSlash(c.Path)))
	if err != nil {
		return nil, err
	}
	copied := filepath.Join(dir, filepath.FromSlash(c.Path))
	if err := os.MkdirAll(filepath.Dir(copied), 0o777); err != nil {
		return nil, err
	}
	if err := os.WriteFile(copied, now, 0o666); err != nil {
		return nil, err
	}
	if err := applyReverse(ctx, dir, patch, c); err != nil {
		return nil, fmt.Errorf("%s does not have the patch applied: %w", c.Path, err)
	}
	return os.ReadFile(filepath.Join(dir, filepath.FromSlash(c.Old)))
}

// glob is a pattern that matches one path only.
func glob(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// applyReverse undoes the part of the patch that speaks of c, on plain files: whatever repository lies around dir is not asked.
func applyReverse(ctx context.Context, dir string, patch []byte, c Change) error {
	r := &Repo{root: dir}
	r.env = []string{"GIT_CEILING_DIRECTORIES=" + filepath.Dir(dir)}
	_, err := r.git(ctx, patch, "apply", "--reverse", "--whitespace=nowarn", "--include="+glob(c.Path), "--include="+glob(c.Old), "-")
	return err
}
