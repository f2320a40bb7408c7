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

// frequentHan holds the frequent characters in ascending order.
var frequentHan = sync.OnceValue(func() []rune {
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
	out := make([]rune, 0, frequentCount)
	for _, c := range all[:min(frequentCount, len(all))] {
		out = append(out, c.r)
	}
	slices.Sort(out)
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
	if r < 0x4E00 || r > hanLast {
		return false
	}
	_, ok := slices.BinarySearch(frequentHan(), r)
	return ok
}
