package quantity

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// Sentence is a stretch of text as folded runes that know where they stand.
type Sentence struct {
	Runes []rune // folded
	At    []int  // byte offset of each rune in the text, and one more: the end
	Han   bool   // it holds Chinese; figures are read the Chinese way
}

// maxSentence bounds the bytes of one sentence: what goes on longer without a stop is read in pieces.
const maxSentence = 6000

// Read folds s[sp], reusing the memory of old.
func Read(s string, sp text.Span, old *Sentence) *Sentence {
	if old == nil {
		old = &Sentence{}
	}
	old.Runes, old.At, old.Han = old.Runes[:0], old.At[:0], false
	for i := sp.Start; i < sp.End; {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= 0x80 {
			r = scan.Fold(r)
			old.Han = old.Han || r >= 0x4E00 && r <= 0x9FFF
		} else if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		old.Runes = append(old.Runes, r)
		old.At = append(old.At, i)
		i += n
	}
	old.At = append(old.At, sp.End)
	return old
}

// Span is the byte span of the runes from i to j.
func (x *Sentence) Span(i, j int) text.Span { return text.Span{Start: x.At[i], End: x.At[j]} }

// Around is the span of the sentence of s that holds offset off: from behind the last 。！？ or line end to the next. Full
// stops end a sentence where white space follows. At most maxSentence bytes to either side are looked at.
func Around(s string, off int) text.Span {
	start := off
	for low := max(0, off-maxSentence); start > low; {
		if ends(s, start) > 0 {
			break
		}
		start--
		for start > low && !utf8.RuneStart(s[start]) {
			start--
		}
	}
	end := off
	for high := min(len(s), off+maxSentence); end < high; {
		if n := stop(s, end); n > 0 {
			end += n
			break
		}
		_, n := utf8.DecodeRuneInString(s[end:])
		end += n
	}
	return text.Span{Start: start, End: end}
}

// Next is the sentence of s[at:end] that begins at at.
func Next(s string, at, end int) text.Span {
	i := at
	for high := min(end, at+maxSentence); i < high; {
		if n := stop(s, i); n > 0 {
			i += n
			break
		}
		if s[i] < 0x80 {
			i++
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return text.Span{Start: at, End: max(min(i, end), min(at+1, end))}
}

// stop is the length of the sentence end at i, 0 if there is none.
func stop(s string, i int) int {
	switch c := s[i]; {
	case c == '\n':
		return 1
	case c == '!' || c == '?':
		return 1
	case c == '.':
		if i+1 == len(s) || s[i+1] == '\n' || s[i+1] == '\r' {
			return 1
		}
		if s[i+1] == ' ' && !(i > 1 && (s[i-1] >= 'A' && s[i-1] <= 'Z' && s[i-2] < 'a' || i > 2 && s[i-2:i] == "No" || s[i-2:i] == "Co")) {
			return 1
		}
	case c == 0xE3:
		if i+3 <= len(s) && s[i:i+3] == "。" {
			return 3
		}
	case c == 0xEF:
		if i+3 <= len(s) && (s[i:i+3] == "！" || s[i:i+3] == "？") {
			return 3
		}
	}
	return 0
}

// ends is the length of the sentence end directly before i.
func ends(s string, i int) int {
	if i > 0 && s[i-1] < 0x80 {
		return stop(s, i-1)
	}
	if i >= 3 {
		return stop(s, i-3)
	}
	return 0
}
