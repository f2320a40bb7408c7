package glob

import (
	"bufio"
	"io"
	"strings"
)

// List is an ordered list of patterns, each with the folder it speaks of. Later patterns win. The zero value matches nothing.
type List struct{ entries []entry }

type entry struct {
	base string // absolute, with slashes, without a trailing one; "" is the root
	glob *Glob
}

// Add appends a pattern that speaks of what lies in the folder base (absolute, with slashes).
func (l *List) Add(base string, g *Glob) {
	l.entries = append(l.entries, entry{strings.TrimSuffix(base, "/"), g})
}

// Append adds the patterns of another list after those of l.
func (l *List) Append(other List) { l.entries = append(l.entries, other.entries...) }

// Len is the number of patterns.
func (l *List) Len() int { return len(l.entries) }

// Clone is a list that can be extended without touching l.
func (l *List) Clone() List { return List{append([]entry(nil), l.entries...)} }

// Match says what the last pattern that names path (absolute, with slashes) makes of it: ok tells whether there is one, negated
// whether it is one that takes back.
func (l *List) Match(path string, dir bool) (negated, ok bool) {
	for i := len(l.entries) - 1; i >= 0; i-- {
		e := l.entries[i]
		rel, inside := strings.CutPrefix(path, e.base+"/")
		if e.base == "" {
			rel, inside = strings.TrimLeft(path, "/"), true // whatever the root is called
		}
		if inside && rel != "" && e.glob.Match(rel, dir) {
			return e.glob.negated, true
		}
	}
	return false, false
}

// Matches reports whether path itself is on the list.
func (l *List) Matches(path string, dir bool) bool {
	negated, ok := l.Match(path, dir)
	return ok && !negated
}

// Covers reports whether path or a folder above it is on the list. As in git, what lies in a listed folder cannot be taken back.
func (l *List) Covers(path string, dir bool) bool {
	if len(l.entries) == 0 {
		return false
	}
	for i := 1; i < len(path); i++ {
		if path[i] == '/' && l.Matches(path[:i], true) {
			return true
		}
	}
	return l.Matches(path, dir)
}

// Selects reports whether the file at path is meant by the list: the last pattern that names the file or a folder above it decides.
// Unlike Covers, it lets a later pattern take a file back out of a folder.
func (l *List) Selects(path string) bool {
	for i := len(l.entries) - 1; i >= 0; i-- {
		one := List{l.entries[i : i+1]}
		for j := len(path); j > 0; j-- {
			if j < len(path) && path[j] != '/' {
				continue
			}
			if negated, ok := one.Match(path[:j], j < len(path)); ok {
				return !negated
			}
		}
	}
	return false
}

// ReadIgnore reads a file in the format of .gitignore whose patterns speak of base. Lines that git could never match are passed
// over, as git does.
func ReadIgnore(base string, r io.Reader) (List, error) {
	var l List
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for first := true; sc.Scan(); first = false {
		line := strings.TrimSuffix(sc.Text(), "\r")
		if first {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if line = trimBlanks(line); line == "" || line[0] == '#' {
			continue
		}
		if g, err := Compile(line); err == nil {
			l.Add(base, g)
		}
	}
	return l, sc.Err()
}

// trimBlanks removes trailing blanks unless they are escaped.
func trimBlanks(s string) string {
	for strings.HasSuffix(s, " ") && !strings.HasSuffix(s, `\ `) {
		s = s[:len(s)-1]
	}
	return s
}
