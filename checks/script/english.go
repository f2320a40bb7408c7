package script

import (
	"strings"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// english reports whether the document is written in English: Latin letters with its articles and prepositions among them.
// Languages that set pronouns side by side (nous nous, die die) have none of these. The text is read for it once a document.
func english(d *document.Document) bool {
	type answer bool
	return bool(document.View(d, func(d *document.Document) answer {
		letters := d.Count(scan.Lower)
		if letters < 40 || letters < 4*(d.Count(scan.Han)+d.Count(scan.Kana)+d.Count(scan.Hangul)+d.Count(scan.Cyrillic)) {
			return false
		}
		return (strings.Count(d.Text(), " the ")+strings.Count(d.Text(), " of ")+strings.Count(d.Text(), " and "))*60 > letters
	}))
}

// isLetter and isWordByte are about English words: letters, and what may stand inside one.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '-' || c == '\'' }

// maxWord bounds how far a word is followed.
const maxWord = 40

// wordAt is the end of the word that begins at off; off itself if none does. A typographic apostrophe belongs to it.
func wordAt(s string, off int, ln text.Span) int {
	i := off
	for i < ln.End && i-off < maxWord {
		if isWordByte(s[i]) {
			i++
		} else if strings.HasPrefix(s[i:ln.End], "’") && i+3 < ln.End && isLetter(s[i+3]) {
			i += 3
		} else {
			break
		}
	}
	return i
}

// wordBefore is the start of the word that ends at off; off itself if none does.
func wordBefore(s string, off int, ln text.Span) int {
	i := off
	for i > ln.Start && off-i < maxWord && isWordByte(s[i-1]) {
		i--
	}
	return i
}

// endsPhrase reports whether a phrase ends at off: a mark or the end of the line stands there.
func endsPhrase(s string, off int, ln text.Span) bool {
	if off >= ln.End {
		return true
	}
	switch s[off] {
	case ',', '.', ';', ':', '!', '?', ')', ']', '"':
		return true
	}
	return strings.HasPrefix(s[off:ln.End], "”") || strings.HasPrefix(s[off:ln.End], "—")
}

// set makes a set of the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
