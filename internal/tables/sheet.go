package tables

import "strings"

// A sheet is the embedded text of one data file: header lines that begin with
// '#', then lines "key TAB value…" in ascending byte order of the whole line.
// It is searched where it lies; nothing is parsed until somebody asks.
type sheet string

// body returns the lines behind the header.
func (s sheet) body() string {
	t := string(s)
	for strings.HasPrefix(t, "#") {
		i := strings.IndexByte(t, '\n')
		if i < 0 {
			return ""
		}
		t = t[i+1:]
	}
	return t
}

// find returns the value of the first line whose key is key: what stands
// behind the first tab, "" for a line without one. It costs O(log n) line
// comparisons and allocates nothing.
func (s sheet) find(key string) (value string, ok bool) {
	lines := s.body()
	rest := lines[lowerBound(lines, key):]
	line, _, _ := strings.Cut(rest, "\n")
	k, v, _ := strings.Cut(line, "\t")
	if line == "" || k != key {
		return "", false
	}
	return v, true
}

// lowerBound returns the offset of the first line whose key is not below key;
// len(lines) if every key is below.
func lowerBound(lines, key string) int {
	lo, hi := 0, len(lines) // line starts; the answer lies in [lo, hi]
	for lo < hi {
		mid := strings.LastIndexByte(lines[:lo+(hi-lo)/2], '\n') + 1
		if mid < lo {
			mid = lo
		}
		line, _, _ := strings.Cut(lines[mid:], "\n")
		k, _, _ := strings.Cut(line, "\t")
		if k < key {
			lo = min(mid+len(line)+1, len(lines))
		} else {
			hi = mid
		}
	}
	return lo
}

// each calls f for every data line in order, until f returns false.
func (s sheet) each(f func(key, value string) bool) {
	rest := s.body()
	for rest != "" {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		k, v, _ := strings.Cut(line, "\t")
		if !f(k, v) {
			return
		}
	}
}
