package habit

import (
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// Habit counts what one document is made of. Counts are of code points.
type Habit struct {
	classes [scan.NumClasses]int
	full    [numMarks]int // full-width marks
	half    [numMarks]int // half-width marks in Chinese context: a neighbour is Han or a full-width mark
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

// Of is the habit of d.
func Of(d *document.Document) *Habit {
	return document.View(d, func(d *document.Document) *Habit { return count(d.Text()) })
}

// chinese are the neighbours that make a half-width mark one of Chinese prose.
var chinese = scan.SetOf(scan.Han, scan.Stop, scan.Pause, scan.Open, scan.Close)

func count(s string) *Habit {
	h := &Habit{}
	before, wait := scan.LF, NoMark // wait: a half-width mark whose neighbour before is not Chinese
	for i := 0; i < len(s); {
		r, size, c := scan.Decode(s[i:])
		h.classes[c]++
		if wait != NoMark && chinese.Has(c) {
			h.half[wait]++
		}
		wait = NoMark
		if m, full := MarkOf(r); m != NoMark {
			switch {
			case full:
				h.full[m]++
			case chinese.Has(before):
				h.half[m]++
			default:
				wait = m
			}
		}
		before = c
		i += size
	}
	return h
}

// Count is the number of characters of a class.
func (h *Habit) Count(c scan.Class) int { return h.classes[c] }

// Han is the number of Han characters.
func (h *Habit) Han() int { return h.classes[scan.Han] }

// Latin is the number of Latin letters.
func (h *Habit) Latin() int {
	return h.classes[scan.Lower] + h.classes[scan.Upper] + h.classes[scan.LatinExt]
}

// Japanese reports whether kana are a script of the document and not stray characters in it: at least one to fifty Han, and
// more than a handful.
func (h *Habit) Japanese() bool {
	k := h.classes[scan.Kana]
	return k > 8 && k*50 >= h.Han()
}

// Korean reports the same of Hangul.
func (h *Habit) Korean() bool {
	k := h.classes[scan.Hangul]
	return k > 8 && k*50 >= h.Han()
}

// Full is how often the full-width form of m stands in the document.
func (h *Habit) Full(m Mark) int { return h.full[m] }

// Half is how often the half-width form of m stands beside Han or a full-width mark.
func (h *Habit) Half(m Mark) int { return h.half[m] }
