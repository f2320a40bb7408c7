package tables

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/traditional.txt
var traditionalSheet sheet

//go:embed data/simplified.txt
var simplifiedSheet sheet

// The Han of the basic plane that have an entry in the index below: extension
// A to the end of the unified ideographs.
const (
	hanFirst = 0x3400
	hanLast  = 0x9FFF
)

// flags of a character in the index
const (
	traditionalOnly = 1 << iota
	simplifiedOnly
	phraseStart // a phrase of data/traditional-phrases.txt begins with it
)

// scriptIndex makes the questions about one character of the basic plane an
// array access; the few traditional characters outside it are in a map.
type scriptIndex struct {
	simple [hanLast - hanFirst + 1]rune // 0: maps to itself
	far    map[rune]rune                // beyond the basic plane
	flags  [hanLast - hanFirst + 1]uint8
}

var scripts = sync.OnceValue(func() *scriptIndex {
	x := &scriptIndex{far: map[rune]rune{}}
	traditionalSheet.each(func(key, value string) bool {
		r, _ := utf8.DecodeRuneInString(key)
		if i, ok := hanIndex(r); ok {
			x.simple[i], _ = utf8.DecodeRuneInString(value)
			if strings.HasSuffix(value, "\tx") {
				x.flags[i] |= traditionalOnly
			}
		} else {
			x.far[r], _ = utf8.DecodeRuneInString(value)
		}
		return true
	})
	simplifiedSheet.each(func(key, value string) bool {
		r, _ := utf8.DecodeRuneInString(key)
		if i, ok := hanIndex(r); ok && strings.HasSuffix(value, "\tx") {
			x.flags[i] |= simplifiedOnly
		}
		return true
	})
	phraseSheet.each(func(key, _ string) bool {
		r, _ := utf8.DecodeRuneInString(key)
		if i, ok := hanIndex(r); ok {
			x.flags[i] |= phraseStart
		}
		return true
	})
	return x
})

func hanIndex(r rune) (int, bool) {
	return int(r) - hanFirst, hanFirst <= r && r <= hanLast
}

func scriptFlags(r rune) uint8 {
	if i, ok := hanIndex(r); ok {
		return scripts().flags[i]
	}
	return 0
}

// TraditionalToSimplified returns the simplified character that OpenCC names
// first for the traditional character r (TSCharacters), and r itself for every
// other rune. It looks at one character only: 乾 gives 干 and 著 stays; Simplify
// knows 乾坤 and 沿着.
func TraditionalToSimplified(r rune) rune {
	if i, ok := hanIndex(r); ok {
		if s := scripts().simple[i]; s != 0 {
			return s
		}
		return r
	}
	if r < 0x20000 {
		return r
	}
	if s, ok := scripts().far[r]; ok {
		return s
	}
	return r
}

// SimplifiedToTraditional returns every traditional character that OpenCC names
// for the simplified character r (STCharacters), the usual one first: 发 gives
// 發 髮, 后 gives 後 后. A rune without an entry gives itself.
func SimplifiedToTraditional(r rune) []rune {
	v, ok := simplifiedSheet.find(string(r))
	if !ok {
		return []rune{r}
	}
	v, _, _ = strings.Cut(v, "\t")
	out := make([]rune, 0, 4)
	for _, c := range v {
		if c != ' ' {
			out = append(out, c)
		}
	}
	return out
}

// TraditionalOnly reports whether r is a traditional character that simplified
// text never uses: OpenCC simplifies it, and neither the table of standard
// characters of 2013 (通用规范汉字表) nor GB 2312 has it. 發 is one; 乾 and 著,
// which simplified text keeps in some words, are not. 於, 後 and 菸 count as
// traditional, though the standards list them for a surname or a name.
func TraditionalOnly(r rune) bool { return scriptFlags(r)&traditionalOnly != 0 }

// SimplifiedOnly reports whether r is a simplified character that traditional
// text never uses: it is a standard character, OpenCC maps it to others only,
// and it is not among the 5,401 frequent characters of Big5. 发 is one; 后 and
// 群 are not.
func SimplifiedOnly(r rune) bool { return scriptFlags(r)&simplifiedOnly != 0 }

// CountSimplifiable counts, among the first n characters of s from U+4E00 to U+9FFF, those that TraditionalToSimplified changes.
func CountSimplifiable(s string, n int) int {
	simple := &scripts().simple
	count := 0
	for _, r := range s {
		if r < 0x4E00 || r > hanLast {
			continue
		}
		if n--; n < 0 {
			break
		}
		if to := simple[r-hanFirst]; to != 0 && to != r {
			count++
		}
	}
	return count
}

// CountExclusive counts the characters of s that TraditionalOnly and SimplifiedOnly accept, as one tight loop for callers
// that look at every text.
func CountExclusive(s string) (traditional, simplified int) {
	flags := &scripts().flags
	var sum uint64 // traditional in the lower half, simplified in the upper: one register, no memory that waits for itself
	for i := 0; i+2 < len(s); {
		if s[i]&0xF0 != 0xE0 || s[i+1]&0xC0 != 0x80 || s[i+2]&0xC0 != 0x80 { // all of U+3400 to U+9FFF take three bytes
			i++
			continue
		}
		k := int(s[i]&0x0F)<<12 | int(s[i+1]&0x3F)<<6 | int(s[i+2]&0x3F) - hanFirst
		if uint(k) < uint(len(flags)) {
			f := uint64(flags[k])
			sum += f&1 | f&2<<31
		}
		i += 3
	}
	return int(sum & (1<<32 - 1)), int(sum >> 32)
}
