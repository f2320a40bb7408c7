package tables

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

//go:embed data/traditional-phrases.txt
var phraseSheet sheet

// maxPhrase is the length of the longest phrase in runes; the tests hold it.
const maxPhrase = 10

// Simplify converts traditional text to simplified characters: the longest
// phrase of OpenCC first (乾坤 stays, 瞭解 gives 了解), then single characters,
// and 著 to 着 where it is the particle (see particle). Everything else,
// simplified text included, is copied.
func Simplify(s string) string {
	var b strings.Builder
	done := 0
	SimplifyRunes(s, func(start, end int, repl string) {
		b.WriteString(s[done:start])
		b.WriteString(repl)
		done = end
	})
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// SimplifyRunes calls emit, in order, for every rune s[start:end] that Simplify
// replaces, with its replacement (one rune). Offsets are bytes. Invalid UTF-8 is
// passed over. The time is linear in len(s).
func SimplifyRunes(s string, emit func(start, end int, repl string)) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r < hanFirst || r == utf8.RuneError:
		case r == '著':
			if particle(s, i) {
				emit(i, i+size, "着")
			}
		default:
			if scriptFlags(r)&phraseStart != 0 {
				if n := emitPhrase(s, i, emit); n > 0 {
					i += n
					continue
				}
			}
			if t := TraditionalToSimplified(r); t != r {
				emit(i, i+size, string(t))
			}
		}
		i += size
	}
}

// emitPhrase emits the changes of the longest phrase that begins at s[i] and
// returns its length in bytes, 0 if there is none.
func emitPhrase(s string, i int, emit func(start, end int, repl string)) int {
	var ends [maxPhrase]int
	n := 0
	for j := i; j < len(s) && n < maxPhrase; n++ {
		_, size := utf8.DecodeRuneInString(s[j:])
		j += size
		ends[n] = j
	}
	for n--; n > 0; n-- { // a phrase has two runes at least
		repl, ok := phraseSheet.find(s[i:ends[n]])
		if !ok {
			continue
		}
		at := i
		for _, end := range ends[:n+1] {
			_, size := utf8.DecodeRuneInString(repl)
			if s[at:end] != repl[:size] {
				emit(at, end, repl[:size])
			}
			at, repl = end, repl[size:]
		}
		return ends[n] - i
	}
	return 0
}
