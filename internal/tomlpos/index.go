package tomlpos

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Position is a place in a document: both count from 1, columns in code points, a byte order mark not counted.
type Position struct{ Line, Column int }

// Index knows where the keys and values of one document stand.
type Index struct {
	src    string
	lines  []int // offset of each line
	keys   map[string]int
	values map[string]int
}

// Scan indexes a document.
func Scan(src string) *Index {
	ix := &Index{src: src, lines: []int{bom(src)}, keys: map[string]int{}, values: map[string]int{}}
	for i := range len(src) {
		if src[i] == '\n' {
			ix.lines = append(ix.lines, i+1)
		}
	}
	s := scanner{Index: ix, pos: bom(src), count: map[string]int{}}
	s.document()
	return ix
}

// bom is the length of a byte order mark at the start. The library steps over those of UTF-16 too.
func bom(src string) int {
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		if strings.HasPrefix(src, mark) {
			return len(mark)
		}
	}
	return 0
}

// Key is where a key first stands. The path is made of names and, below arrays, indices (int): Key("allow", 1, "paths").
func (ix *Index) Key(path ...any) (Position, bool) {
	off, ok := ix.keys[encode(path)]
	return ix.At(off), ok
}

// Value is where a value begins: that of a key, an element of an array, or the header of a table in an array of tables.
func (ix *Index) Value(path ...any) (Position, bool) {
	off, ok := ix.values[encode(path)]
	return ix.At(off), ok
}

// At is the position of a byte offset.
func (ix *Index) At(offset int) Position {
	offset = min(max(offset, ix.lines[0]), len(ix.src))
	i := sort.SearchInts(ix.lines, offset+1) - 1
	return Position{i + 1, 1 + utf8.RuneCountInString(ix.src[ix.lines[i]:offset])}
}

// encode makes a map key of a path. Lengths keep names that hold anything apart.
func encode(path []any) string {
	var b []byte
	for _, p := range path {
		switch p := p.(type) {
		case string:
			b = strconv.AppendInt(b, int64(len(p)), 10)
			b = append(append(b, ':'), p...)
		case int:
			b = strconv.AppendInt(append(b, '#'), int64(p), 10)
		}
	}
	return string(b)
}

func first(m map[string]int, path []any, off int) {
	k := encode(path)
	if _, ok := m[k]; !ok {
		m[k] = off
	}
}

// child is path with one more step, not sharing memory that a sibling could write.
func child(path []any, step any) []any { return append(slices.Clip(path), step) }
