package quantity

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
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

// Flow is how the lines of a document run: one paragraph a line, or hard-wrapped, where a line break inside a sentence is none.
type Flow struct{ Wrapped bool }

// FlowOf is the flow of d. A document is wrapped if most lines of some length stop inside a sentence.
func FlowOf(d *document.Document) Flow {
	return document.View(d, func(d *document.Document) Flow {
		s, lines := d.Text(), d.Lines()
		long, cut := 0, 0
		for i := range lines.Len() {
			sp := lines.Span(i)
			if n := sp.Len(); n < 50 || n > 400 {
				continue
			}
			long++
			r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(sp.Of(s), " \t\r"))
			if !strings.ContainsRune("。！？；：.!?;:”\")）》|", r) {
				cut++
			}
		}
		return Flow{long >= 8 && cut*5 >= long*3}
	})
}

// Read folds s[sp], reusing the memory of old. In wrapped text line breaks, with the indent behind them, are left out.
func (w Flow) Read(s string, sp text.Span, old *Sentence) *Sentence {
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
		if w.Wrapped && (r == '\n' || r == '\r') {
			for i += n; i < sp.End && (s[i] == ' ' || s[i] == '\t' || s[i] == '\n' || s[i] == '\r'); i++ {
			}
			if k := len(old.Runes); k == 0 || old.Han || old.Runes[k-1] >= 0x80 || i < len(s) && s[i] >= 0x80 {
				continue
			}
			r, n, i = ' ', 1, i-1 // words of English keep a space
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
func (w Flow) Around(s string, off int) text.Span {
	start := off
	for low := max(0, off-maxSentence); start > low; {
		if w.ends(s, start) > 0 {
			break
		}
		start--
		for start > low && !utf8.RuneStart(s[start]) {
			start--
		}
	}
	return text.Span{Start: start, End: w.Next(s, off, len(s)).End}
}

// Next is the sentence of s[at:end] that begins at at.
func (w Flow) Next(s string, at, end int) text.Span {
	i := at
	for high := min(end, at+maxSentence); i < high; i++ {
		if opensStop[s[i]] {
			if n := w.stop(s, i); n > 0 {
				return text.Span{Start: at, End: min(i+n, end)}
			}
		}
	}
	for i < end && !utf8.RuneStart(s[i]) {
		i++
	}
	return text.Span{Start: at, End: i}
}

// opensStop are the bytes that a sentence end can begin with; none of them stands inside a rune.
var opensStop = [256]bool{'\n': true, '!': true, '?': true, '.': true, 0xE3: true, 0xEF: true}

// stop is the length of the sentence end at i, 0 if there is none.
func (w Flow) stop(s string, i int) int {
	switch c := s[i]; {
	case c == '\n':
		if w.Wrapped && i > 0 && i+1 < len(s) && s[i-1] != '\n' && s[i+1] != '\n' && s[i+1] != '\r' && s[i+1] != ' ' && !strings.HasPrefix(s[i+1:], "\u3000") {
			return 0
		}
		return 1
	case c == '!' || c == '?':
		return 1
	case c == '.':
		if i+1 == len(s) || s[i+1] == '\n' || s[i+1] == '\r' {
			return 1
		}
		if s[i+1] == ' ' && !(i > 1 && (s[i-1] >= 'A' && s[i-1] <= 'Z' && (s[i-2] == '.' || s[i-2] == ' ') || s[i-2:i] == "No" || s[i-2:i] == "Co")) {
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
func (w Flow) ends(s string, i int) int {
	if i > 0 && s[i-1] < 0x80 {
		return w.stop(s, i-1)
	}
	if i >= 3 {
		return w.stop(s, i-3)
	}
	return 0
}
