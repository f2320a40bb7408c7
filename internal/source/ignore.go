package source

import (
	"os"
	"path/filepath"

	"github.com/reportlint/reportlint/internal/glob"
)

// ignores is what git would ignore in one folder and below: the patterns of the repository that hold there, nearest last.
type ignores struct{ list glob.List }

// ignoresAbove gathers the patterns that hold in dir (absolute) before its own .gitignore: those of the folders between it and
// the root of its repository. Without a repository nothing above dir counts.
func ignoresAbove(dir string) ignores {
	var above []string
	for d := dir; ; {
		if isRepository(d) {
			var ig ignores
			if d == dir {
				return ig
			}
			ig = ig.enter(d)
			for i := len(above) - 1; i > 0; i-- {
				ig = ig.enter(above[i])
			}
			return ig
		}
		above = append(above, d)
		up := filepath.Dir(d)
		if up == d {
			return ignores{}
		}
		d = up
	}
}

// enter is what holds inside dir: its own patterns come after those from above, and a repository of its own starts afresh.
func (ig ignores) enter(dir string) ignores {
	list := ig.list
	cloned := false
	if isRepository(dir) {
		list, cloned = glob.List{}, true
		if l, ok := readIgnore(dir, filepath.Join(dir, ".git", "info", "exclude")); ok {
			list = l
		}
	}
	if own, ok := readIgnore(dir, filepath.Join(dir, ".gitignore")); ok {
		if !cloned {
			list = list.Clone()
		}
		list.Append(own)
	}
	return ignores{list}
}

func (ig ignores) ignored(abs string, dir bool) bool {
	return ig.list.Len() > 0 && ig.list.Matches(filepath.ToSlash(abs), dir)
}

// isRepository: .git is a folder, or a file that names one in worktrees and submodules.
func isRepository(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// readIgnore reads one ignore file; one that is missing or unreadable holds no patterns, as for git.
func readIgnore(base, path string) (glob.List, bool) {
	f, err := os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return glob.List{}, false
	}
	defer f.Close()
	if st, err := f.Stat(); err != nil || !st.Mode().IsRegular() {
		return glob.List{}, false
	}
	l, err := glob.ReadIgnore(filepath.ToSlash(base), f)
	return l, err == nil && l.Len() > 0
}
