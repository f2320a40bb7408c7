package tables

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/readings.txt
var readingSheet sheet

// Readings returns the Mandarin readings of the character r in Hanyu Pinyin
// with tone marks (normal form C), separated by commas, the customary one first
// (Unihan kMandarin, unless the dictionary of standard characters of 2013 no
// longer has it; then modern dictionaries, then the readings of the simplified
// form): "shù,shǔ,shuò" for 數. It covers the unified ideographs of the basic
// block and 〇; anything else gives "".
// It allocates nothing.
func Readings(r rune) string {
	if r < unifiedFirst || r > hanLast {
		if r == '〇' {
			v, _ := readingSheet.find(string(r))
			return v
		}
		return ""
	}
	x := readings()
	at := x.at[r-unifiedFirst]
	if at == 0 {
		return ""
	}
	v, _, _ := strings.Cut(x.body[at:], "\n")
	return v
}

// unifiedFirst begins the unified ideographs of the basic block, which end at hanLast.
const unifiedFirst = 0x4E00

// readingIndex makes the readings of a character an array access.
type readingIndex struct {
	body string
	at   [hanLast - unifiedFirst + 1]uint32 // where in body they stand, 0 for none
}

var readings = sync.OnceValue(func() *readingIndex {
	x := &readingIndex{body: readingSheet.body()}
	for i := 0; i < len(x.body); {
		r, size := utf8.DecodeRuneInString(x.body[i:])
		if r >= unifiedFirst && r <= hanLast {
			x.at[r-unifiedFirst] = uint32(i + size + len("\t"))
		}
		n := strings.IndexByte(x.body[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
	}
	return x
})

// FirstReading returns the customary reading of r, "" if it has none.
func FirstReading(r rune) string {
	first, _, _ := strings.Cut(Readings(r), ",")
	return first
}

// HasReading reports whether syllable, in any spelling that CanonicalSyllable
// understands, is a reading of r. Toneless readings count where a dictionary
// has them: (men) is the reading of 们.
func HasReading(r rune, syllable string) bool {
	syllable = CanonicalSyllable(syllable)
	for rest := Readings(r); rest != ""; {
		var one string
		if one, rest, _ = strings.Cut(rest, ","); one == syllable {
			return true
		}
	}
	return false
}

// syllables is the inventory of toned syllables that some character has as a
// reading, some 1,300.
var syllables = sync.OnceValue(func() map[string]struct{} {
	m := make(map[string]struct{}, 2048)
	readingSheet.each(func(_, value string) bool {
		for value != "" {
			var one string
			one, value, _ = strings.Cut(value, ",")
			if _, known := m[one]; !known && toned(one) {
				m[one] = struct{}{}
			}
		}
		return true
	})
	return m
})

// IsSyllable reports whether s is one Mandarin syllable with a tone mark that
// some character has as a reading, in any spelling that CanonicalSyllable
// understands: "jìn" and "jɑ̄n" are, "jin", "jín jìn" and "bō2" are not.
func IsSyllable(s string) bool {
	_, ok := syllables()[CanonicalSyllable(s)]
	return ok
}

// toned reports whether the canonical syllable s carries a tone mark.
func toned(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzüê") != ""
		}
	}
	return false
}

// respell undoes the spellings of other fonts and keyboards: the letters that
// GB 2312 lists beside ordinary ones, and a breve typed for the third tone.
var respell = strings.NewReplacer(
	"ɑ", "a", "ɡ", "g",
	"ă", "ǎ", "ĕ", "ě", "ĭ", "ǐ", "ŏ", "ǒ", "ŭ", "ǔ",
	"\u0306", "\u030C",
)

// CanonicalSyllable returns s as the tables spell a syllable: ɑ and ɡ as ASCII
// letters, a breve as a caron, tone marks composed. It changes nothing else;
// capitals, v for ü and tone digits stay as they are.
func CanonicalSyllable(s string) string {
	for _, r := range s {
		if r >= unquestioned || isRespelt(r) {
			return norm.NFC.String(respell.Replace(s))
		}
	}
	return s
}

// unquestioned is where the combining marks begin: letters below it are composed as they stand.
const unquestioned = 0x300

// isRespelt reports whether respell changes the letter r, one below unquestioned.
func isRespelt(r rune) bool {
	switch r {
	case 'ɑ', 'ɡ', 'ă', 'ĕ', 'ĭ', 'ŏ', 'ŭ':
		return true
	}
	return false
}
