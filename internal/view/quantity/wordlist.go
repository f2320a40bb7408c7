package quantity

import (
	"iter"
	"slices"
	"sync"
)

// WordList is a fixed list of words to be looked for in folded runes. Of the words that fit a place it answers with the longest.
// A look costs one table access where no word of the list can stand, so lists need no gate before them.
type WordList struct {
	words []string
	once  sync.Once
	index *index // made at the first look: a start that reads no figures does not pay for it
}

type index struct {
	heads buckets // by the first rune
	tails buckets // by the last one
}

// buckets are words by the low byte of one of their runes, in each bucket the longest first.
type buckets struct {
	starts [257]uint16
	words  []listing
}

type listing struct {
	runes []rune
	n     int // its number in the list
}

// at reports whether the word stands at rs[i] and does not reach beyond hi.
func (w *listing) at(rs []rune, i, hi int) bool {
	return i+len(w.runes) <= hi && slices.Equal(rs[i:i+len(w.runes)], w.runes)
}

// Words is the list of these words, which must be folded. Empty ones are passed over.
func Words(words ...string) *WordList { return &WordList{words: words} }

func (l *WordList) indexed() *index {
	l.once.Do(l.build)
	return l.index
}

func (l *WordList) build() {
	all := make([]listing, 0, len(l.words))
	for i, w := range l.words {
		if w != "" {
			all = append(all, listing{[]rune(w), i})
		}
	}
	slices.SortStableFunc(all, func(a, b listing) int { return len(b.runes) - len(a.runes) })
	l.index = &index{
		heads: bucketed(all, func(rs []rune) byte { return byte(rs[0]) }),
		tails: bucketed(all, func(rs []rune) byte { return byte(rs[len(rs)-1]) }),
	}
}

func bucketed(all []listing, key func([]rune) byte) buckets {
	var b buckets
	for _, w := range all {
		b.starts[int(key(w.runes))+1]++
	}
	for i := range 256 {
		b.starts[i+1] += b.starts[i]
	}
	b.words = make([]listing, len(all))
	next := b.starts
	for _, w := range all {
		k := key(w.runes)
		b.words[next[k]] = w
		next[k]++
	}
	return b
}

func (b *buckets) of(r rune) []listing { return b.words[b.starts[byte(r)]:b.starts[int(byte(r))+1]] }

// Words are the words in the order of the list.
func (l *WordList) Words() []string { return l.words }

// At is the longest word that begins at rs[i] and does not reach beyond hi: its number in the list and its length in runes,
// which is 0 if there is none.
func (l *WordList) At(rs []rune, i, hi int) (k, n int) {
	if i < 0 || i >= hi {
		return 0, 0
	}
	for _, w := range l.indexed().heads.of(rs[i]) {
		if w.at(rs, i, hi) {
			return w.n, len(w.runes)
		}
	}
	return 0, 0
}

// Before is the longest word that ends directly before rs[i] and does not begin before lo: its number in the list and its length
// in runes, which is 0 if there is none.
func (l *WordList) Before(rs []rune, lo, i int) (k, n int) {
	if i <= lo || i > len(rs) {
		return 0, 0
	}
	for _, w := range l.indexed().tails.of(rs[i-1]) {
		if i-len(w.runes) >= lo && slices.Equal(rs[i-len(w.runes):i], w.runes) {
			return w.n, len(w.runes)
		}
	}
	return 0, 0
}

// All are the words that begin at rs[i], the longest first.
func (l *WordList) All(rs []rune, i int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, w := range l.indexed().heads.of(rs[i]) {
			if w.at(rs, i, len(rs)) && !yield(l.words[w.n]) {
				return
			}
		}
	}
}

// Is reports whether rs is a word of the list.
func (l *WordList) Is(rs []rune) bool {
	if len(rs) == 0 {
		return false
	}
	for _, w := range l.indexed().heads.of(rs[0]) {
		if slices.Equal(rs, w.runes) {
			return true
		}
	}
	return false
}

// In is the first rune from lo on at which a word begins that ends at hi or before; −1 if there is none.
func (l *WordList) In(rs []rune, lo, hi int) int {
	heads := &l.indexed().heads
	for i := lo; i < hi; i++ {
		for _, w := range heads.of(rs[i]) {
			if w.at(rs, i, hi) {
				return i
			}
		}
	}
	return -1
}
