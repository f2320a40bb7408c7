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

// usage says how often each character of the basic block is used, and whether
// it is among the frequent ones.
type usage struct {
	count    [hanLast - unifiedFirst + 1]int32
	frequent [hanLast - unifiedFirst + 1]bool
}

var usages = sync.OnceValue(func() *usage {
	type counted struct {
		r rune
		n int
	}
	x := new(usage)
	all := make([]counted, 0, 4096)
	frequencySheet.each(func(key, value string) bool {
		r, _ := utf8.DecodeRuneInString(key)
		if n, err := strconv.Atoi(value); err == nil && unifiedFirst <= r && r <= hanLast {
			x.count[r-unifiedFirst] = int32(n)
			if Common(r) != Unlisted {
				all = append(all, counted{r, n})
			}
		}
		return true
	})
	slices.SortFunc(all, func(a, b counted) int {
		if a.n != b.n {
			return b.n - a.n
		}
		return int(a.r - b.r)
	})
	for _, c := range all[:min(frequentCount, len(all))] {
		x.frequent[c.r-unifiedFirst] = true
	}
	return x
})

// Frequency returns how often the character r occurs in the corpus of
// 《现代汉语频率词典》 (1986; 1.8 million characters), 0 for the characters that
// the Unihan database gives no count for. Traditional characters have the
// count of their simplified form.
func Frequency(r rune) int {
	if r < unifiedFirst || r > hanLast {
		return 0
	}
	return int(usages().count[r-unifiedFirst])
}

// FrequentHan reports whether r is one of the 1,500 characters of GB 2312 that
// modern Chinese uses most (see Frequency).
func FrequentHan(r rune) bool {
	return unifiedFirst <= r && r <= hanLast && usages().frequent[r-unifiedFirst]
}
