package tables

import (
	_ "embed"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"
)

//go:embed data/frequency.txt
var frequencySheet sheet

// frequentCount is how many characters FrequentHan accepts. They make up
// 94 to 96 percent of the characters of a government work report.
const frequentCount = 1500

// frequentHan has a bit for every character from hanFirst on, set for the frequent ones.
var frequentHan = sync.OnceValue(func() *[(hanLast-hanFirst)/64 + 1]uint64 {
	type counted struct {
		r rune
		n int
	}
	all := make([]counted, 0, 4096)
	frequencySheet.each(func(key, value string) bool {
		r, _ := utf8.DecodeRuneInString(key)
		if n, err := strconv.Atoi(value); err == nil && Common(r) != 0 {
			all = append(all, counted{r, n})
		}
		return true
	})
	slices.SortFunc(all, func(a, b counted) int {
		if a.n != b.n {
			return b.n - a.n
		}
		return int(a.r - b.r)
	})
	out := new([(hanLast-hanFirst)/64 + 1]uint64)
	for _, c := range all[:min(frequentCount, len(all))] {
		out[(c.r-hanFirst)/64] |= 1 << ((c.r - hanFirst) % 64)
	}
	return out
})

// Frequency returns how often the character r occurs in the corpus of
// 《现代汉语频率词典》 (1986; 1.8 million characters), 0 for the characters that
// the Unihan database gives no count for. Traditional characters have the
// count of their simplified form.
func Frequency(r rune) int {
	v, _ := frequencySheet.find(string(r))
	n, _ := strconv.Atoi(v) // "" and so 0 without an entry
	return n
}

// FrequentHan reports whether r is one of the 1,500 characters of GB 2312 that
// modern Chinese uses most (see Frequency).
func FrequentHan(r rune) bool {
	i, ok := hanIndex(r)
	return ok && frequentHan()[i/64]>>(i%64)&1 != 0
}
