package tables

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/confusables.txt
var confusableSheet sheet

//go:embed data/radicals.txt
var radicalSheet sheet

// prototypes maps a confusable character to its ASCII prototype, some 1,800.
var prototypes = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 2048)
	confusableSheet.each(func(key, value string) bool {
		if cp, err := strconv.ParseUint(key, 16, 32); err == nil {
			m[rune(cp)] = value
		}
		return true
	})
	return m
})

// Skeleton returns the skeleton of s by Unicode Technical Standard #39, as far
// as prototypes are ASCII: two strings that look alike have the same skeleton
// (Меga888 with Cyrillic М and е, and Mega888). It is for comparison only, never
// for display: 0 becomes O, 1 and I become l, m becomes rn. Han stay. The result
// is in normal form D.
func Skeleton(s string) string {
	s = norm.NFD.String(s)
	table := prototypes()
	var b strings.Builder
	done := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if p, ok := table[r]; ok {
			b.WriteString(s[done:i])
			b.WriteString(p)
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// ConfusableWith returns the ASCII letter, digit or mark that the non-ASCII
// character r looks like (е gives e, О gives O, α gives a). ok is false for
// ASCII, for characters without such a likeness, and where it takes several
// ASCII characters to look like r. The prototype of what looks like the digits
// 0 and 1 is a letter, O and l.
func ConfusableWith(r rune) (ascii rune, ok bool) {
	if r < 0x80 {
		return 0, false
	}
	p := prototypes()[r]
	if len(p) != 1 {
		return 0, false
	}
	return rune(p[0]), true
}

// RadicalIdeograph returns the unified ideograph of the same form for a CJK or
// Kangxi radical (U+2E80–2FDF): ⼯ gives 工, ⻓ gives 长. ok is false for every other
// rune. Compatibility ideographs are the business of Unicode normalization.
func RadicalIdeograph(r rune) (ideograph rune, ok bool) {
	if r < 0x2E80 || r > 0x2FDF {
		return 0, false
	}
	v, ok := radicalSheet.find(string(r))
	if !ok {
		return 0, false
	}
	ideograph, _ = utf8.DecodeRuneInString(v)
	return ideograph, true
}
