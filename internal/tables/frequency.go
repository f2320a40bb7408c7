package tables

import (
	"cmp"
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

// frequencies are the counts of the unified ideographs of the basic block.
var frequencies = sync.OnceValue(func() *[hanLast - unifiedFirst + 1]int32 {
	t := new([hanLast - unifiedFirst + 1]int32)
	frequencySheet.each(func(key, value string) bool {
		r, _ := utf8.DecodeRuneInString(key)
		if n, err := strconv.Atoi(value); err == nil && unifiedFirst <= r && r <= hanLast {
			t[r-unifiedFirst] = int32(n)
		}
		return true
	})
	return t
})

// frequentHan says for each of them whether it is among the frequent ones.
var frequentHan = sync.OnceValue(func() *[hanLast - unifiedFirst + 1]bool {
	counts := frequencies()
	all := make([]rune, 0, 4096)
	for i, n := range counts {
		if r := rune(unifiedFirst + i); n > 0 && Common(r) != Unlisted {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b rune) int {
		return cmp.Or(cmp.Compare(counts[b-unifiedFirst], counts[a-unifiedFirst]), cmp.Compare(a, b))
	})
	t := new([hanLast - unifiedFirst + 1]bool)
	for _, r := range all[:min(frequentCount, len(all))] {
		t[r-unifiedFirst] = true
	}
	return t
})

// Frequency returns how often the character r occurs in the corpus of
// 《现代汉语频率词典》 (1986; 1.8 million characters), 0 for the characters that
// the Unihan database gives no count for. Traditional characters have the
// count of their simplified form.
func Frequency(r rune) int {
	if r < unifiedFirst || r > hanLast {
		return 0
	}
	return int(frequencies()[r-unifiedFirst])
}

// FrequentHan reports whether r is one of the 1,500 characters of GB 2312 that
// modern Chinese uses most (see Frequency).
func FrequentHan(r rune) bool {
	return unifiedFirst <= r && r <= hanLast && frequentHan()[r-unifiedFirst]
}
