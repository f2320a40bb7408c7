package tables

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/traditional-phrases.txt
var phraseSheet sheet

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
	for _, p := range phrases()[twoRunes(s[i:])] {
		if !strings.HasPrefix(s[i:], p.traditional) {
			continue
		}
		at, repl := i, p.simplified
		for _, r := range p.traditional {
			end := at + utf8.RuneLen(r)
			_, size := utf8.DecodeRuneInString(repl)
			if s[at:end] != repl[:size] {
				emit(at, end, repl[:size])
			}
			at, repl = end, repl[size:]
		}
		return len(p.traditional)
	}
	return 0
}

// phrase is a line of data/traditional-phrases.txt; both sides have as many runes.
type phrase struct{ traditional, simplified string }

// phrases are the phrases by their first two runes, the longer of two that begin alike first.
var phrases = sync.OnceValue(func() map[string][]phrase {
	m := map[string][]phrase{}
	phraseSheet.each(func(key, value string) bool {
		k := twoRunes(key)
		m[k] = append(m[k], phrase{key, value})
		return true
	})
	for _, ps := range m {
		slices.Reverse(ps) // the sheet has what another phrase goes on from before it
	}
	return m
})

// twoRunes returns the first two runes of s, "" if it has fewer.
func twoRunes(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(s[n:])
	if m == 0 {
		return ""
	}
	return s[:n+m]
}
