package text

import (
	"sort"
	"strings"
)

// Lines knows where the lines of one text begin. A line ends at LF; a CR before it belongs to the line end; nothing else ends a line.
// Lines are numbered from 0 here; what users see counts from 1.
type Lines struct {
	src    string
	starts []int
}

// SplitLines finds the lines of s in one pass. A text that ends in LF has an empty last line only in the sense of position:
// Len does not count it.
func SplitLines(s string) *Lines {
	starts := make([]int, 1, 1+strings.Count(s, "\n"))
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '\n')
		if i < 0 {
			return &Lines{s, starts}
		}
		at += i + 1
		starts = append(starts, at)
	}
}

// Len is the number of lines; the empty rest after a final LF is not one. The empty text has no line.
func (l *Lines) Len() int {
	if l.starts[len(l.starts)-1] == len(l.src) {
		return len(l.starts) - 1
	}
	return len(l.starts)
}

// Start is the offset of line i; Start(Len()) is where a further line would begin.
func (l *Lines) Start(i int) int {
	if i >= len(l.starts) {
		return len(l.src)
	}
	return l.starts[i]
}

// Span covers line i without its line end.
func (l *Lines) Span(i int) Span {
	s := Span{l.starts[i], l.Start(i + 1)}
	if s.End > s.Start && l.src[s.End-1] == '\n' {
		s.End--
		if s.End > s.Start && l.src[s.End-1] == '\r' {
			s.End--
		}
	}
	return s
}

// Whole covers line i with its line end: the span to delete when the line goes.
func (l *Lines) Whole(i int) Span { return Span{l.starts[i], l.Start(i + 1)} }

// Text is line i without its line end.
func (l *Lines) Text(i int) string { return l.Span(i).Of(l.src) }

// At is the number of the line that holds offset off; an offset on a line end belongs to the line it ends.
func (l *Lines) At(off int) int {
	return sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > off }) - 1
}
