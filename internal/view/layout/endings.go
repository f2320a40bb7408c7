package layout

import "unicode/utf8"

// endings are words that a text may end in, by their last rune: most texts end in none of these.
type endings map[rune][]string

func endingsOf(words ...string) endings {
	e := endings{}
	for _, w := range words {
		r, _ := utf8.DecodeLastRuneInString(w)
		e[r] = append(e[r], w)
	}
	return e
}

// of reports whether s ends in one of the words.
func (e endings) of(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return hasAnySuffix(s, e[r]...)
}
