package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// wide is the length in bytes beyond which a line that ends as a sentence is prose without being read: some 50 Han.
const wide = 160

// visible is the part of s between white space, as a span that starts at off.
func visible(s string, off int) text.Span {
	a, b := 0, len(s)
	for a < b {
		if s[a] > ' ' && s[a] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[a:b])
		if !skipped(r) || r == utf8.RuneError && n == 1 {
			break
		}
		a += n
	}
	for a < b {
		if c := s[b-1]; c > ' ' && c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeLastRuneInString(s[a:b])
		if !skipped(r) || r == utf8.RuneError && n == 1 {
			break
		}
		b -= n
	}
	return text.Span{Start: off + a, End: off + b}
}

// endsSentence reports whether s ends as a sentence does; closing quotes and brackets do not count.
func endsSentence(s string) bool {
	for range 3 {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '。', '！', '？', '；', '!', '?', ';', '…', '：', ':', '．':
			return true
		case '.':
			return len(s) > 1 && s[len(s)-2] != '.' && strings.Count(s[max(0, len(s)-200):], " ") >= 5 || r == '.' && n < len(s) && s[len(s)-2] >= utf8.RuneSelf
		case '”', '’', '"', '）', ')', '』', '」', '》':
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return false
}

// measure fills l from its text s. k is scratch.
func (l *Line) measure(s string, k *key) {
	if len(s) > wide && endsSentence(s) {
		l.shape = prose | solid | ends
		if len(s) > 240 {
			l.shape |= long
		}
		l.runes = int32(len(s) / 3) // near enough: no rule asks for the exact length of a paragraph
		l.opening(s, k)
		return
	}
	k.read(s)
	l.runes, l.cells = int32(k.runes), int32(k.cells)
	if len(s) > maxKey {
		l.runes += int32(len(s)-maxKey) / 3
	}
	if k.han+k.latin+k.digits == 0 {
		l.shape = symbols | short
		return
	}
	if endsSentence(s) {
		l.shape |= ends
	}
	// A Latin word weighs as much as two Han.
	size := k.runes
	if k.latin > 2*k.han {
		size = k.runes / 3
	}
	switch {
	case size <= 30:
		l.shape |= short
	case size > 80:
		l.shape |= long
	}
	links := k.bars + k.angles + k.gaps
	spaced := len(k.tokens)
	english := k.latin > 2*k.han && spaced >= 8 && (l.shape.is(ends) || k.marks >= 2 && spaced >= 16)
	if links < 3 && (size >= 40 && k.marks >= 2 || l.shape.is(ends) && size >= 12 && !endsColon(s)) || english {
		l.shape |= prose
		if size >= 30 || english && spaced >= 10 {
			l.shape |= solid
		}
	}
	l.look(s, k)
	if k.boxes > 0 && k.boxes+k.bars > 1 || k.boxes > 0 && k.latin > 0 {
		return // a drawn table or tree
	}
	l.find(k)
}

func endsColon(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }

// opening looks only at how a long paragraph begins: legal notices are prose and give themselves away in their first words.
func (l *Line) opening(s string, k *key) {
	r, n := utf8.DecodeRuneInString(s)
	if l.openingAt(s, k) {
		return
	}
	if f := scan.Fold(r); decoration(f) || f >= '1' && f <= '9' {
		l.openingAt(strings.TrimPrefix(strings.TrimPrefix(s[n:], "、"), "."), k)
	}
}

func (l *Line) openingAt(s string, k *key) bool {
	r, n := utf8.DecodeRuneInString(s)
	f, x := scan.Fold(r), words()
	if !x.begins(f) {
		return false
	}
	second, _ := visibleRune(s[n:])
	for _, m := range x.startsWith(f, scan.Fold(second)) {
		if opensWith(s, m.text) {
			end := min(len(s), 90)
			for end < len(s) && !utf8.RuneStart(s[end]) {
				end++
			}
			k.read(s[:end])
			l.findStart(k)
			return true
		}
	}
	return false
}

// opensWith reports whether s begins with the marker, folded and white space left out.
func opensWith(s, marker string) bool {
	for _, want := range marker {
		r, n := visibleRune(s)
		if n == 0 || scan.Fold(r) != want {
			return false
		}
		s = s[n:]
	}
	return true
}

// visibleRune is the first rune of s that a marker may hold, and where it ends; n is 0 if there is none.
func visibleRune(s string) (r rune, n int) {
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if n += size; !skipped(r) {
			return r, n
		}
	}
	return utf8.RuneError, 0
}
