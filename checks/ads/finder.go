package ads

import (
	"strings"
	"unicode/utf8"
)

// finder finds words in one text. From the fewSearches-th word on it looks them up by their first two characters: a text with
// suspects asks for a hundred words, and one without for none.
type finder struct {
	s     string
	asked int
	from  []int32 // by the hash of a pair: where in at its places begin, and where the last ones end
	at    []int32 // offsets of pairs that begin with no ASCII, those of one hash ascending
}

const (
	fewSearches = 6
	finderBits  = 13
)

// each shows the offsets behind the places of word, none overlapping the one before, until visit returns false.
func (f *finder) each(word string, visit func(end int) bool) {
	if f.asked++; len(word) < edgeBytes || word[0] < utf8.RuneSelf || f.asked < fewSearches {
		for i := 0; ; {
			n := index(f.s[i:], word)
			if n < 0 {
				return
			}
			if i += n + len(word); !visit(i) {
				return
			}
		}
	}
	if f.from == nil {
		f.build()
	}
	h, last := hashEdge(word)>>(32-finderBits), 0
	for _, i := range f.at[f.from[h]:f.from[h+1]] {
		if at := int(i); at >= last && strings.HasPrefix(f.s[at:], word) {
			if last = at + len(word); !visit(last) {
				return
			}
		}
	}
}

func (f *finder) build() {
	s := f.s
	f.from = make([]int32, 1<<finderBits+2) // one ahead: from[h+1] is where the next place of h goes, until all are in
	for i := 0; i+edgeBytes <= len(s); i++ {
		if utf8.RuneStart(s[i]) && s[i] >= utf8.RuneSelf {
			f.from[hashEdge(s[i:])>>(32-finderBits)+2]++
		}
	}
	for h := 2; h < len(f.from); h++ {
		f.from[h] += f.from[h-1]
	}
	f.at = make([]int32, f.from[len(f.from)-1])
	for i := 0; i+edgeBytes <= len(s); i++ {
		if utf8.RuneStart(s[i]) && s[i] >= utf8.RuneSelf {
			next := &f.from[hashEdge(s[i:])>>(32-finderBits)+1]
			f.at[*next] = int32(i)
			*next++
		}
	}
}

// ends are the offsets behind every place of word.
func (f *finder) ends(word string) []int {
	var out []int
	f.each(word, func(end int) bool {
		out = append(out, end)
		return true
	})
	return out
}

// atLeast reports whether word has n places.
func (f *finder) atLeast(word string, n int) bool {
	f.each(word, func(int) bool {
		n--
		return n > 0
	})
	return n <= 0
}

// index is strings.Index for words in Chinese texts: every third byte of these is one of six, so that the search for a word had better
// begin with its second.
func index(s, word string) int {
	if len(word) < 2 || word[0] < utf8.RuneSelf {
		return strings.Index(s, word)
	}
	for i := 1; i < len(s); i++ {
		n := strings.Index(s[i:], word[1:])
		if n < 0 {
			return -1
		}
		if i += n; s[i-1] == word[0] {
			return i - 1
		}
	}
	return -1
}
