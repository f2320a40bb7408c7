package glob

import (
	"errors"
	"fmt"
	"strings"
)

// Glob is one pattern. The zero value matches nothing.
type Glob struct {
	source   string
	segments []segment // of the whole path; an unanchored pattern begins with **
	negated  bool
	dirOnly  bool
}

// segment matches one name between slashes, or any number of them.
type segment struct {
	any   bool // **
	atoms []atom
	plain string // the whole name, where nothing in it is special
}

// Compile reads one pattern. A pattern is an error if git would silently never match it: an open bracket, a lone backslash at
// the end, nothing but slashes.
func Compile(pattern string) (*Glob, error) { return compile(pattern, false) }

// CompileFold is Compile for patterns that do not care about the case of ASCII letters.
func CompileFold(pattern string) (*Glob, error) { return compile(pattern, true) }

func compile(pattern string, fold bool) (*Glob, error) {
	g := &Glob{source: pattern}
	p := pattern
	if strings.HasPrefix(p, "!") {
		g.negated, p = true, p[1:]
	}
	if strings.HasSuffix(p, "/") {
		g.dirOnly, p = true, strings.TrimSuffix(p, "/")
	}
	anchored := strings.Contains(p, "/")
	p = strings.TrimPrefix(p, "/")
	if strings.Trim(p, "/") == "" {
		return nil, fmt.Errorf("pattern %q names no file", pattern)
	}
	if !anchored {
		g.segments = append(g.segments, segment{any: true})
	}
	names := strings.Split(p, "/") // a slash cannot be escaped, nor stand in a bracket that matches
	for i, name := range names {
		if len(name) > 1 && strings.Trim(name, "*") == "" && anchored {
			if n := len(g.segments); n > 0 && g.segments[n-1].any && i < len(names)-1 {
				continue
			}
			g.segments = append(g.segments, segment{any: true})
			if i == len(names)-1 { // "a/**" is what lies in a, not a itself
				g.segments = append(g.segments, segment{atoms: []atom{{star: true}}})
			}
			continue
		}
		s, err := compileName(name, fold)
		if err != nil {
			return nil, fmt.Errorf("pattern %q: %w", pattern, err)
		}
		g.segments = append(g.segments, s)
	}
	return g, nil
}

// String is the pattern as it was written.
func (g *Glob) String() string { return g.source }

// Negated reports whether the pattern takes back what earlier ones matched.
func (g *Glob) Negated() bool { return g.negated }

// Floating reports whether the pattern is not bound to its folder: it matches at any depth.
func (g *Glob) Floating() bool { return len(g.segments) > 0 && g.segments[0].any }

// Match reports whether the pattern names path: relative to the pattern's folder, with slashes, without a leading or trailing
// one. dir tells whether path is a directory. What lies below a matched directory is not matched by itself.
func (g *Glob) Match(path string, dir bool) bool {
	if g.dirOnly && !dir {
		return false
	}
	// Between two ** every segment matches exactly one name, so going back to the last ** alone finds every match.
	si, rest, more := 0, path, path != ""
	backSeg, backRest := -1, ""
	for more || si < len(g.segments) {
		if si < len(g.segments) && g.segments[si].any {
			backSeg, backRest = si+1, rest
			si++
			if !more {
				continue
			}
			continue
		}
		if more && si < len(g.segments) {
			name, after, cut := strings.Cut(rest, "/")
			if g.segments[si].match(name) {
				si, rest, more = si+1, after, cut
				continue
			}
		}
		if backSeg < 0 || backRest == "" {
			return false
		}
		_, after, cut := strings.Cut(backRest, "/")
		if !cut {
			return false
		}
		si, backRest, rest, more = backSeg, after, after, true
	}
	return true
}

var (
	errBracket   = errors.New("a bracket is not closed")
	errBackslash = errors.New("a backslash at the end escapes nothing")
)
