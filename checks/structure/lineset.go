package structure

import (
	"hash/maphash"

	"github.com/reportlint/reportlint/internal/text"
)

// lineSet holds lines by what they say, one for each text: a map from texts to lines that copies no text.
type lineSet struct {
	said  func(line int) string
	seed  maphash.Seed
	slots []int32 // a power of two, half of them free
}

// newLineSet is a set that takes up to n lines (0-based); said is the text of one by which it is found.
func newLineSet(n int, said func(line int) string) lineSet {
	size := 4
	for size < 2*n {
		size *= 2
	}
	return lineSet{said: said, seed: maphash.MakeSeed(), slots: make([]int32, size)}
}

// at is the place of the line that says t: it holds the line + 1, and 0 if there is none.
func (x *lineSet) at(t string) *int32 {
	mask := uint64(len(x.slots) - 1)
	for k := maphash.String(x.seed, t) & mask; ; k = (k + 1) & mask {
		if i := x.slots[k]; i == 0 || x.said(int(i-1)) == t {
			return &x.slots[k]
		}
	}
}

// said finds lines that say the same, white space at their ends left out. Lines that begin alike are few, so only those are read
// to the end.
type said struct {
	heads, whole lineSet
	n            int // lines that it takes
}

// newSaid takes up to n lines.
func newSaid(lines *text.Lines, n int) *said {
	x := &said{n: n}
	x.heads = newLineSet(n, func(i int) string { return headOf(trim(lines.Text(i))) })
	x.whole = lineSet{said: func(i int) string { return trim(lines.Text(i)) }}
	return x
}

// put takes line i, which says t, and returns the first line, not above line least, that said so; -1 if i is the first.
func (x *said) put(t string, i, least int) int {
	h := x.heads.at(headOf(t))
	was := int(*h) - 1
	if was < least {
		*h = int32(i + 1)
		return -1
	}
	if x.whole.slots == nil {
		x.whole = newLineSet(x.n, x.whole.said)
	}
	if w := x.whole.at(x.whole.said(was)); int(*w)-1 < least {
		*w = int32(was + 1)
	}
	w := x.whole.at(t)
	if first := int(*w) - 1; first >= least {
		return first
	}
	*w = int32(i + 1)
	return -1
}
