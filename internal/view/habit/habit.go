package habit

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// Habit is what one document is made of. Counts are of code points.
type Habit struct{ d *document.Document }

// marks counts the marks of a document in their two forms.
type marks struct {
	full [numMarks]int // full-width marks
	half [numMarks]int // half-width marks in Chinese context: a neighbour is Han or a full-width mark
}

// Mark is a punctuation mark that has a full-width and a half-width form.
type Mark uint8

// The marks.
const (
	Comma Mark = iota
	Colon
	Semicolon
	Bang
	Question
	Open  // ( alone: brackets of other shapes are used for markup
	Close // )
	numMarks
	NoMark = numMarks // the rune is none of them
)

// MarkOf tells which mark r is, and whether it is the full-width form.
func MarkOf(r rune) (m Mark, full bool) {
	switch r {
	case ',', '，':
		return Comma, r != ','
	case ':', '：':
		return Colon, r != ':'
	case ';', '；':
		return Semicolon, r != ';'
	case '!', '！':
		return Bang, r != '!'
	case '?', '？':
		return Question, r != '?'
	case '(', '（':
		return Open, r != '('
	case ')', '）':
		return Close, r != ')'
	}
	return NoMark, false
}

// Full is the full-width form of m, and Half the half-width one.
func (m Mark) Full() rune { return [...]rune{'，', '：', '；', '！', '？', '（', '）'}[m] }

// Half is the half-width form of m.
func (m Mark) Half() rune { return [...]rune{',', ':', ';', '!', '?', '(', ')'}[m] }

// Of is the habit of d. Only the marks are counted anew, and only for who asks for them; the rest the pass has counted.
func Of(d *document.Document) Habit { return Habit{d} }

// chinese are the neighbours that make a half-width mark one of Chinese prose.
var chinese = scan.SetOf(scan.Han, scan.Stop, scan.Pause, scan.Open, scan.Close)

func (h Habit) marks() *marks {
	return document.View(h.d, func(d *document.Document) *marks { return count(d.Text()) })
}

func count(s string) *marks {
	n := &marks{}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf && c != "，"[0] {
			continue // begins none of the marks, or is in the middle of a character
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		m, full := MarkOf(r)
		switch {
		case m == NoMark:
		case full:
			n.full[m]++
		case chineseBeside(s, i, i+size):
			n.half[m]++
		}
	}
	return n
}

// chineseBeside reports whether a neighbour of s[i:end] is one of Chinese prose.
func chineseBeside(s string, i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return chinese.Has(scan.ClassOf(before)) || chinese.Has(scan.ClassOf(after))
}

// Count is the number of characters of a class.
func (h Habit) Count(c scan.Class) int { return h.d.Count(c) }

// Han is the number of Han characters.
func (h Habit) Han() int { return h.Count(scan.Han) }

// Latin is the number of Latin letters.
func (h Habit) Latin() int { return h.Count(scan.Lower) + h.Count(scan.Upper) + h.Count(scan.LatinExt) }

// Japanese reports whether kana are a script of the document and not stray characters in it: at least one to fifty Han, and
// more than a handful.
func (h Habit) Japanese() bool { return h.written(scan.Kana) }

// Korean reports the same of Hangul.
func (h Habit) Korean() bool { return h.written(scan.Hangul) }

func (h Habit) written(c scan.Class) bool {
	k := h.Count(c)
	return k > 8 && k*50 >= h.Han()
}

// Full is how often the full-width form of m stands in the document.
func (h Habit) Full(m Mark) int { return h.marks().full[m] }

// Half is how often the half-width form of m stands beside Han or a full-width mark.
func (h Habit) Half(m Mark) int { return h.marks().half[m] }
