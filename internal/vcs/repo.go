package vcs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// Repo is a git work tree.
type Repo struct {
	root string   // absolute, symbolic links resolved
	env  []string // if not nil, the folder is no repository, and variables about one are dropped
}

// Error is a failure of git, with a hint in both languages where a user can act.
type Error struct {
	Command string // "git merge-base"
	Output  string // what git said
	What    locale.Text
	Hint    locale.Text // may be empty
	Err     error
}

// Error is the message in English, and the hint on a line of its own.
func (e *Error) Error() string { return e.In(locale.En) }

// In is the message in language l, and the hint on a line of its own.
func (e *Error) In(l locale.Lang) string {
	s := e.What.In(l)
	if e.Output != "" {
		s += ": " + e.Output
	}
	if h := e.Hint.In(l); h != "" {
		s += "\nhint: " + h
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Open finds the work tree that dir lies in.
func Open(ctx context.Context, dir string) (*Repo, error) {
	r := &Repo{root: dir}
	out, err := r.git(ctx, nil, "rev-parse", "--show-toplevel")
	if err != nil {
		var e *Error
		if errors.As(err, &e) {
			e.What = locale.Text{En: "not in a git work tree", Zh: "不在 git 工作区内"}
		}
		return nil, err
	}
	r.root = filepath.FromSlash(strings.TrimSuffix(strings.TrimSuffix(string(out), "\n"), "\r"))
	return r, nil
}

// Root is the folder of the work tree, absolute.
func (r *Repo) Root() string { return r.root }

// git runs one command in the work tree. What it reads on standard input is in.
func (r *Repo) git(ctx context.Context, in []byte, args ...string) ([]byte, error) {
	// Settings of the user must not change what is read here.
	full := append([]string{"-c", "core.quotePath=false", "-c", "diff.renames=true", "-c", "diff.renameLimit=0", "-c", "core.fsmonitor=false", "--no-pager", "--literal-pathspecs"}, args...)
	cmd := exec.CommandContext(ctx, "git", full...)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C", "LANGUAGE=C", "GIT_EXTERNAL_DIFF=")
	if r.env != nil {
		cmd.Env = append(slices.DeleteFunc(cmd.Env, func(v string) bool {
			return strings.HasPrefix(v, "GIT_DIR=") || strings.HasPrefix(v, "GIT_WORK_TREE=") || strings.HasPrefix(v, "GIT_INDEX_FILE=") || strings.HasPrefix(v, "GIT_PREFIX=")
		}), r.env...)
	}
	if in != nil {
		cmd.Stdin = bytes.NewReader(in)
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err == nil {
		return out, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	e := &Error{Command: "git " + args[0], Output: firstLine(stderr.String()), Err: err,
		What: locale.Text{En: fmt.Sprintf("git %s failed", args[0]), Zh: fmt.Sprintf("git %s 失败", args[0])}}
	if errors.Is(err, exec.ErrNotFound) {
		e.What = locale.Text{En: "git is not installed", Zh: "未安装 git"}
	}
	return nil, e
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	return strings.TrimPrefix(s, "fatal: ")
}

// Resolve gives the commit that rev names.
func (r *Repo) Resolve(ctx context.Context, rev string) (string, error) {
	if strings.HasPrefix(rev, "-") {
		return "", r.unknown(ctx, rev, &Error{Command: "git rev-parse"})
	}
	out, err := r.git(ctx, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return "", r.unknown(ctx, rev, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// MergeBase gives the commit where HEAD left rev.
func (r *Repo) MergeBase(ctx context.Context, rev string) (string, error) {
	commit, err := r.Resolve(ctx, rev)
	if err != nil {
		return "", err
	}
	out, err := r.git(ctx, nil, "merge-base", commit, "HEAD")
	if err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	var e *Error
	if errors.As(err, &e) {
		e.What = locale.Text{En: fmt.Sprintf("HEAD and %s have no commit in common", rev), Zh: fmt.Sprintf("HEAD 与 %s 没有共同的提交", rev)}
		e.Hint = r.shallowHint(ctx)
	}
	return "", err
}

// unknown says that rev names no commit, and why that may be.
func (r *Repo) unknown(ctx context.Context, rev string, err error) error {
	if ctx.Err() != nil {
		return err
	}
	var e *Error
	if errors.As(err, &e) {
		e.What = locale.Text{En: fmt.Sprintf("git knows no commit %q", rev), Zh: fmt.Sprintf("git 不认识提交 %q", rev)}
		e.Hint = r.shallowHint(ctx)
	}
	return err
}

// shallowHint tells the owner of a shallow clone how to get the history.
func (r *Repo) shallowHint(ctx context.Context) locale.Text {
	out, err := r.git(ctx, nil, "rev-parse", "--is-shallow-repository")
	if err != nil || strings.TrimSpace(string(out)) != "true" {
		return locale.Text{}
	}
	return locale.Text{En: "this is a shallow clone: check out with fetch-depth: 0, or run git fetch --unshallow", Zh: "这是浅克隆：检出时设 fetch-depth: 0，或运行 git fetch --unshallow"}
}
