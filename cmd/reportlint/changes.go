package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/reportlint/reportlint/internal/baseline"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/source"
	"github.com/reportlint/reportlint/internal/vcs"
)

// changes is what --new-from-… and --staged restrict a run to.
type changes struct {
	ctx    context.Context
	repo   *vcs.Repo
	byPath map[string]vcs.Change // by path from the root of the work tree
	before func(vcs.Change) ([]byte, error)
	staged bool
	whole  bool // all findings of a touched file count, not only new ones

	mu  sync.Mutex
	err error // the first failure of git while files were linted
}

// newOnly is which of the flags that restrict a run to changes was given; "" for none.
func (f *checkFlags) newOnly() string {
	name, n := "", 0
	for _, x := range []struct {
		flag string
		set  bool
	}{{"--new-from-merge-base", f.newFromMergeBase != ""}, {"--new-from-rev", f.newFromRev != ""}, {"--new-from-patch", f.newFromPatch != ""}, {"--staged", f.staged}} {
		if x.set {
			name = x.flag
			n++
		}
	}
	if n > 1 {
		return "several"
	}
	return name
}

// changed asks git what the run is about; nil if all files are.
func (s *session) changed(ctx context.Context, args []string) (*changes, error) {
	f := s.flags
	flag := f.newOnly()
	switch {
	case flag == "" && f.wholeFiles:
		return nil, errors.New(s.say("--whole-files 须与 --new-from-… 或 --staged 同用", "--whole-files needs --new-from-… or --staged"))
	case flag == "":
		return nil, nil
	case flag == "several":
		return nil, errors.New(s.say("--new-from-… 与 --staged 只能用一个", "only one of --new-from-… and --staged can be used"))
	}
	for _, a := range args {
		if a == "-" {
			return nil, fmt.Errorf(s.say("%s 不能用于标准输入", "%s does not go with standard input"), flag)
		}
	}
	if f.newFromPatch == "-" && f.filesFrom == "-" {
		return nil, errors.New(s.say("标准输入不能既是补丁又是文件列表", "standard input cannot be both the patch and the list of files"))
	}
	repo, err := vcs.Open(ctx, s.cwd)
	if err != nil {
		return nil, s.gitError(err)
	}
	c := &changes{ctx: ctx, repo: repo, byPath: map[string]vcs.Change{}, staged: f.staged, whole: f.wholeFiles}
	c.before = func(x vcs.Change) ([]byte, error) { return repo.Before(ctx, x) }
	var list []vcs.Change
	switch {
	case f.staged:
		list, err = repo.Staged(ctx)
	case f.newFromPatch != "":
		list, err = s.patched(c)
	default:
		commit := ""
		if f.newFromRev != "" {
			commit, err = repo.Resolve(ctx, f.newFromRev)
		} else {
			commit, err = repo.MergeBase(ctx, f.newFromMergeBase)
		}
		if err == nil {
			list, err = repo.Since(ctx, commit)
		}
	}
	if err != nil {
		return nil, s.gitError(err)
	}
	for _, x := range list {
		c.byPath[x.Path] = x
	}
	fmt.Fprintf(s.err, s.say("%s：只看有改动的文件；比较多个文件的规则不参与\n", "%s: only changed files are looked at; rules that compare files do not take part\n"), flag)
	return c, nil
}

// patched reads the patch and what it changed.
func (s *session) patched(c *changes) ([]vcs.Change, error) {
	var patch []byte
	var err error
	if s.flags.newFromPatch == "-" {
		patch, err = io.ReadAll(s.in)
	} else {
		patch, err = os.ReadFile(s.flags.newFromPatch)
	}
	if err != nil {
		return nil, fmt.Errorf("--new-from-patch: %w", err)
	}
	list, before, err := c.repo.Patch(c.ctx, patch)
	if before != nil {
		c.before = before
	}
	return list, err
}

// gitError puts what git said in the run's language.
func (s *session) gitError(err error) error {
	var e *vcs.Error
	if errors.As(err, &e) {
		return errors.New(e.In(s.lang))
	}
	return err
}

// restrict keeps the targets that changed. With --staged --fix a file that also has unstaged changes is refused: the fix would
// mix with them.
func (c *changes) restrict(s *session, found *source.Found) error {
	kept := found.Targets[:0]
	var mixed map[string]bool
	if c.staged && s.flags.fix {
		var err error
		if mixed, err = c.repo.Unstaged(c.ctx); err != nil {
			return s.gitError(err)
		}
	}
	for _, t := range found.Targets {
		p, ok := c.repo.Path(t.Abs)
		if _, changed := c.byPath[p]; !ok || !changed {
			continue
		}
		if mixed[p] {
			return fmt.Errorf(s.say("%s 有未暂存的改动，--staged --fix 不予修复\nhint: 先暂存或收起（git stash -k）其余改动", "%s has unstaged changes, --staged --fix does not touch it\nhint: stage them, or put them aside with git stash -k"), t.Path)
		}
		kept = append(kept, t)
	}
	found.Targets = kept
	if err := c.present(s); err != nil {
		return err
	}
	skips := found.Skipped[:0]
	for _, k := range found.Skipped {
		abs := k.Path
		if !filepath.IsAbs(abs) {
			abs = filepath.Join(s.cwd, k.Path)
		}
		p, ok := c.repo.Path(abs)
		if _, changed := c.byPath[p]; k.Named || ok && changed {
			skips = append(skips, k)
		}
	}
	found.Skipped = skips
	return nil
}

// present refuses a run in which a staged text would go unseen, because its file is gone from the work tree.
func (c *changes) present(s *session) error {
	if !c.staged {
		return nil
	}
	for p := range c.byPath {
		abs := filepath.Join(c.repo.Root(), filepath.FromSlash(p))
		if _, err := os.Lstat(abs); !errors.Is(err, os.ErrNotExist) {
			continue
		}
		cfg, err := s.configs.For(abs)
		if err != nil {
			return err
		}
		if slash := filepath.ToSlash(abs); cfg.Included(slash) && !cfg.Excluded(slash, false) {
			return fmt.Errorf(s.say("%s 已暂存，但工作区中没有这个文件\nhint: 用 git restore 取回，或用 git rm --cached 撤出", "%s is staged, but gone from the work tree\nhint: bring it back with git restore, or take it out with git rm --cached"), source.Printed(s.cwd, abs))
		}
	}
	return nil
}

// bind makes a job read and judge as the run's changes ask: the staged text, and only what the older version lacks.
func (c *changes) bind(j *runner.Job, t source.Target) {
	path, _ := c.repo.Path(t.Abs)
	x := c.byPath[path]
	if c.staged {
		j.Read = func() ([]byte, error) { return c.repo.Index(c.ctx, path) }
	}
	if c.whole {
		return
	}
	var base baseline.Base
	once := sync.OnceFunc(func() { base = c.base(j, x) })
	silence := j.Filter
	j.Filter = func(fs []lint.Finding) []lint.Finding {
		if silence != nil {
			fs = silence(fs)
		}
		once()
		base.Suppress(fs)
		return fs
	}
}

// base lints the older version of a file. It may have been in another encoding, and in another shape than text.
func (c *changes) base(j *runner.Job, x vcs.Change) baseline.Base {
	raw, err := c.before(x)
	if err != nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.err == nil {
			c.err = err
		}
		return nil
	}
	file, err := codec.Decode(raw, j.Setup.Encoding)
	if raw == nil || err != nil {
		return nil // there was no file, or none that can be read as text: everything is new
	}
	return baseline.BaseOf(j.Setup.Linter.Lint(document.New(j.Path, file), &lint.Worker{}).Findings)
}

// failure is a failure of git during the run: it is never a warning.
func (c *changes) failure(s *session) error {
	if c == nil || c.err == nil {
		return nil
	}
	return s.gitError(c.err)
}
