package ads

import (
	"slices"

	"github.com/reportlint/reportlint/internal/scan"
)

// beginning is the first two characters of a word, the second 0 if there is none.
type beginning uint64

func beginningOf(a, b rune) beginning { return beginning(a)<<32 | beginning(b) }

// hash has 16 bits.
func (b beginning) hash() uint32 { return (uint32(b>>32)*0x9E3779B1 ^ uint32(b)*0x85EBCA6B) >> 16 }

// dictionary has the words of a lexicon by how they begin, the longest first.
type dictionary struct {
	words map[beginning][]word
	may   [1 << 16 / 64]uint64 // the bit of a hash is set if words begin so: at most places of a text none do
}

func (d *dictionary) of(b beginning) []word {
	if h := b.hash(); d.may[h/64]>>(h%64)&1 == 0 {
		return nil
	}
	return d.words[b]
}

// dictionaryOf are the words of the sections. A clean text never asks for them.
func dictionaryOf(sections []section) *dictionary {
	d := &dictionary{words: map[beginning][]word{}}
	for _, sec := range sections {
		for _, row := range sec.rows {
			f := scan.FoldString(row)
			w := word{text: f, runes: []rune(f), sort: sec.sort, trade: sec.trade}
			begin := beginningOf(w.runes[0], 0)
			if len(w.runes) > 1 {
				begin = beginningOf(w.runes[0], w.runes[1])
			}
			d.words[begin] = append(d.words[begin], w)
		}
	}
	for begin, ws := range d.words {
		h := begin.hash()
		d.may[h/64] |= 1 << (h % 64)
		slices.SortStableFunc(ws, func(a, b word) int { return len(b.runes) - len(a.runes) })
	}
	return d
}

// at is the longest entry that begins at rs[i], nil if there is none. Latin words stand between bounds; a plural and digits may follow.
func (l *lexicon) at(d *dictionary, rs []rune, i int) (w *word, end int) {
	if i+1 < len(rs) {
		if w, end = firstOf(d.of(beginningOf(rs[i], rs[i+1])), rs, i); w != nil {
			return w, end
		}
	}
	return firstOf(d.of(beginningOf(rs[i], 0)), rs, i)
}

// firstOf is the first of words that stands at rs[i].
func firstOf(words []word, rs []rune, i int) (w *word, end int) {
	for k := range words {
		w := &words[k]
		end := i + len(w.runes)
		if end > len(rs) || !slices.Equal(rs[i:end], w.runes) {
			continue
		}
		if isWordByte(w.runes[0]) && i > 0 && isWordByte(rs[i-1]) {
			continue
		}
		if isWordByte(rs[end-1]) && end < len(rs) && isLetter(rs[end]) {
			if rs[end] != 's' || end+1 < len(rs) && isLetter(rs[end+1]) {
				continue
			}
			end++
		}
		return w, end
	}
	return nil, 0
}
