package repair

// runeCounts counts characters: the ideographs, which a text is made of, by index, all others in a map.
type runeCounts struct {
	unified [0x9FFF - 0x4E00 + 1]int32
	others  map[rune]int32
}

func (c *runeCounts) add(r rune) {
	if isUnified(r) {
		c.unified[r-0x4E00]++
	} else {
		c.others[r]++
	}
}

func (c *runeCounts) of(r rune) int32 {
	if isUnified(r) {
		return c.unified[r-0x4E00]
	}
	return c.others[r]
}

// bigrams counts pairs of characters that stand side by side, tens of thousands in a text: a hash table with open addressing,
// at most half full. A slot holds the two characters and, below them, their count, 0 for a free slot.
type bigrams struct {
	slots []uint64 // a power of two
	used  int
}

const (
	bigramCount = 22 // bits of a slot that count
	bigramRune  = 21 // bits of a character
)

func bigram(a, b rune) uint64 {
	return uint64(a)<<(bigramRune+bigramCount) | uint64(b)<<bigramCount
}

func (t *bigrams) add(a, b rune) {
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	s := t.slot(bigram(a, b))
	if *s == 0 {
		*s = bigram(a, b)
		t.used++
	}
	if *s&(1<<bigramCount-1) < 1<<bigramCount-1 {
		*s++
	}
}

func (t *bigrams) of(a, b rune) int {
	if t.used == 0 {
		return 0
	}
	return int(*t.slot(bigram(a, b)) & (1<<bigramCount - 1))
}

// slot returns the slot of a pair, or the free one where it belongs. There is one, because half of them are free.
func (t *bigrams) slot(key uint64) *uint64 {
	mask := uint64(len(t.slots) - 1)
	for i := key * 0x9E3779B97F4A7C15 >> 32; ; i++ { // 2⁶⁴ divided by the golden ratio
		if s := &t.slots[i&mask]; *s == 0 || *s>>bigramCount == key>>bigramCount {
			return s
		}
	}
}

func (t *bigrams) grow() {
	old := t.slots
	t.slots = make([]uint64, max(1<<12, 2*len(old)))
	for _, s := range old {
		if s != 0 {
			*t.slot(s &^ (1<<bigramCount - 1)) = s
		}
	}
}
