package structure

import "hash/maphash"

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
