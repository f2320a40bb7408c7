package source

import (
	"path/filepath"
	"strings"
)

// Target is one file to lint.
type Target struct {
	Path    string // as printed: relative to the working directory where it lies below it or was given so, with slashes
	Abs     string // absolute, in the system's form
	Named   bool   // given on the command line or in a list, rather than found in a folder or by a pattern
	Fixable bool   // listed in [files] include: fixes may be written
	Markup  bool   // not listed there: markup is its form, so rules about residue of markup are off
}

// Skip is a path that could not be looked at.
type Skip struct {
	Path  string // as printed
	Named bool
	Err   *Error
}

// Filter says how the files of one folder are chosen. Paths are absolute, with slashes.
type Filter interface {
	Included(path string) bool           // listed in [files] include
	Excluded(path string, dir bool) bool // listed in [files] exclude or extend-exclude, by itself
	RespectGitignore() bool
	ForceExclude() bool // [files] exclude holds for named paths too
}

// plainFilter is what holds where no Filter is given: .txt and .text, nothing excluded.
type plainFilter struct{}

func (plainFilter) Included(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".txt" || ext == ".text"
}
func (plainFilter) Excluded(string, bool) bool { return false }
func (plainFilter) RespectGitignore() bool     { return true }
func (plainFilter) ForceExclude() bool         { return false }

// IsMarkup reports whether the name is that of a page or a Markdown text, which a walk finds although it is not included.
func IsMarkup(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".html", ".htm":
		return true
	}
	return false
}

// Printed is the form in which path is shown: relative to the working directory cwd where it lies below it or path itself is
// relative, with slashes.
func Printed(cwd, path string) string {
	abs := path
	if !filepath.IsAbs(path) {
		abs = filepath.Join(cwd, path)
	}
	rel, err := filepath.Rel(cwd, abs)
	if err != nil || filepath.IsAbs(path) && (rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator))) {
		rel = abs
	}
	return filepath.ToSlash(rel)
}

// Plain is the Filter that holds where nothing is configured: .txt and .text, nothing excluded.
func Plain() Filter { return plainFilter{} }
