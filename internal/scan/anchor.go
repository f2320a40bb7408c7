package scan

import (
	"math"
	"unicode/utf8"
)

// farthest bounds how many runes may stand before the pair that a literal is found by.
const farthest = 8

// anchors choose the pair of neighbouring runes by which a literal is found: the rarest it has. Most literals begin with a word
// that reports are full of (发展 of 发展改革委), and each of these would send the pass to the trie.
type anchors map[[2]rune]int // how common a pair is; a pair that is not there is rare

func newAnchors() anchors {
	a := make(anchors, len(commonPairs)/6)
	rank, before := len(commonPairs), rune(0)
	for i, r := range commonPairs { // every second pair of neighbours, three bytes a rune
		if i/3%2 == 1 {
			a[[2]rune{before, r}] = rank - i
		}
		before = r
	}
	return a
}

// of is where the pair begins, in runes. Of equally common ones the first is taken.
func (a anchors) of(rs []rune) int {
	best, least := 0, math.MaxInt
	for k := 0; k+1 < len(rs) && k <= farthest; k++ {
		n := a[[2]rune{rs[k], rs[k+1]}]
		if rs[k] < utf8.RuneSelf && rs[k+1] < utf8.RuneSelf { // two letters say nothing in English
			n = math.MaxInt - 1
		}
		if n < least {
			best, least = k, n
		}
	}
	return best
}
