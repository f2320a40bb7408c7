package encoding

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// lost finds the places where a decoder gave up: U+FFFD, what became of it when it was decoded once more, memory patterns of
// compilers, and question marks that stand for characters.
type lost struct{}

func newLost(p checks.Params) (checks.Check, error) { return lost{}, none(p) }

// The literals of lost; the order is that of the hits' Index.
var lostLiterals = []string{"锟斤拷", "烫烫烫", "屯屯屯", "ï¿½", "???", "□", "〓", "▯"}

// questions is the index of "???" among them.
const questions = 4

func (lost) Trigger() scan.Trigger {
	return scan.Trigger{Literals: lostLiterals, Classes: []scan.Class{scan.Replacement},
		Pairs: []scan.Pair{{A: scan.Han, B: scan.Question}}}
}

func (lost) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src, done := d.Text(), 0
	boxes := -1  // empty boxes in the document; counted when first needed
	folded := -1 // whether the document writes ASCII marks throughout; counted when first needed
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		var m checks.Match
		var ok bool
		switch {
		case h.Index == len(lostLiterals)+1: // Han?
			if strings.HasPrefix(src[h.Span.End:], "??") {
				continue // the run that follows is judged as a whole
			}
			if folded < 0 {
				folded = asciiQuestions(d)
			}
			m, ok = loneQuestion(src, h.Span.End-1, folded == 1)
		case h.Index > questions && h.Index < len(lostLiterals):
			if boxes < 0 {
				boxes = strings.Count(src, "□") + strings.Count(src, "〓") + strings.Count(src, "▯")
			}
			m, ok = emptyBox(d, h.Span, boxes)
		case h.Index == questions:
			m, ok = questionRun(src, h.Span.Start)
			for done = h.Span.End; done < len(src) && src[done] == '?'; done++ { // one run, judged once
			}
		default:
			m, ok = gaveUp(src, h)
		}
		if ok {
			out = append(out, m)
			done = m.Places[0].End
		}
	}
	return out
}

// gaveUp takes a run of U+FFFD or of the words it turns into. Text that speaks of the phenomenon quotes it.
func gaveUp(src string, h scan.Hit) (checks.Match, bool) {
	unit := h.Span.Of(src)
	if h.Index < len(lostLiterals) && h.Index > 0 && h.Index < 3 {
		unit = unit[:utf8.RuneLen('烫')]
	}
	s := h.Span
	for strings.HasPrefix(src[s.End:], unit) {
		s.End += len(unit)
	}
	if h.Index < len(lostLiterals) && quoted(src, s) {
		return checks.Match{}, false
	}
	// 锟斤拷 is two U+FFFD, six bytes, read as three characters of GBK; and two bytes of GBK that were no UTF-8 gave them.
	n := s.Len() / len(unit)
	if unit == "锟斤拷" {
		s = withHalves(src, s)
	} else if n%2 == 0 && h.Index >= len(lostLiterals) && besideHan(src, s) {
		n /= 2
	}
	m := checks.At(s.Start, s.End)
	m.Vars = map[string]string{"lost": fmt.Sprint(n)}
	m.Evidence = []checks.Note{{Key: "decoder"}}
	return m, true
}

// withHalves takes in what an odd number of U+FFFD leaves at the ends of 锟斤拷.
func withHalves(src string, s text.Span) text.Span {
	for _, half := range []string{"斤拷", "拷"} {
		if strings.HasSuffix(src[:s.Start], half) {
			s.Start -= len(half)
			break
		}
	}
	for _, half := range []string{"锟斤", "锟"} {
		if strings.HasPrefix(src[s.End:], half) {
			s.End += len(half)
			break
		}
	}
	return s
}

func quoted(src string, s text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(src[:s.Start])
	after, _ := utf8.DecodeRuneInString(src[s.End:])
	return strings.ContainsRune("“‘「『\"'《（(", before) && strings.ContainsRune("”’」』\"'》）)", after)
}

// questionRun takes three or more question marks beside Han, unless they are the emphasis of a question.
func questionRun(src string, at int) (checks.Match, bool) {
	start, end := at, at
	for start > 0 && src[start-1] == '?' {
		start--
	}
	for end < len(src) && src[end] == '?' {
		end++
	}
	prev, _ := utf8.DecodeLastRuneInString(src[:start])
	next, _ := utf8.DecodeRuneInString(src[end:])
	if scan.ClassOf(prev) != scan.Han && scan.ClassOf(next) != scan.Han {
		return checks.Match{}, false
	}
	if end-start < 12 && asks(src, start) {
		return checks.Match{}, false
	}
	m := checks.At(start, end)
	m.Vars = map[string]string{"lost": fmt.Sprint(end - start)}
	m.Evidence = []checks.Note{{Key: "questions"}}
	return m, true
}

// loneQuestion takes one or two question marks between Han where nothing is asked. In a document that writes all its marks in
// ASCII a question mark is no evidence.
func loneQuestion(src string, at int, folded bool) (checks.Match, bool) {
	end := at
	for end < len(src) && src[end] == '?' {
		end++
	}
	next, _ := utf8.DecodeRuneInString(src[end:])
	if folded || scan.ClassOf(next) != scan.Han || asks(src, at) || isTransliteration(src, at, next) {
		return checks.Match{}, false
	}
	m := checks.At(at, end)
	m.Severity = checks.Warning
	m.Vars = map[string]string{"lost": fmt.Sprint(end - at)}
	m.Evidence = []checks.Note{{Key: "lone"}}
	return m, true
}

// emptyBox takes a run of the boxes that stand for a missing glyph inside a Chinese sentence. The boxes of forms stand before what
// they are ticked for; classical texts have them where a source was illegible, and neither figures nor 的; boxes is how many the document has.
func emptyBox(d *document.Document, s text.Span, boxes int) (checks.Match, bool) {
	src := d.Text()
	unit := s.Of(src)
	for strings.HasPrefix(src[s.End:], unit) {
		s.End += len(unit)
	}
	before, _ := utf8.DecodeLastRuneInString(src[:s.Start])
	after, _ := utf8.DecodeRuneInString(src[s.End:])
	if scan.ClassOf(before) != scan.Han || scan.ClassOf(after) != scan.Han && scan.ClassOf(after) != scan.Pause && scan.ClassOf(after) != scan.Stop {
		return checks.Match{}, false
	}
	n := s.Len() / len(unit)
	ln := d.Lines().Span(d.Lines().At(s.Start))
	clause := src[max(ln.Start, s.Start-boxBytes):min(ln.End, s.End+boxBytes)]
	if n > 20 || strings.Count(clause, unit) > n || !strings.Contains(clause, "，") || !strings.ContainsAny(clause, "的了0123456789") || !strings.Contains(ln.Of(src), "。") || d.Count(scan.Han) < sparse*boxes {
		return checks.Match{}, false
	}
	m := checks.At(s.Start, s.End)
	m.Severity = checks.Warning
	m.Vars = map[string]string{"lost": fmt.Sprint(n)}
	m.Evidence = []checks.Note{{Key: "box"}}
	return m, true
}

// sparse is how many Han a text has for each empty box at least, if the boxes are accidents.
const sparse = 25

// boxBytes is how far from an empty box, in bytes, another speaks of a form.
const boxBytes = 240

// askers are words with which a sentence asks.
var askers = []string{"吗", "呢", "什么", "甚么", "怎", "如何", "为何", "谁", "哪", "几", "多少", "多久", "难道", "是否", "能否", "可否", "何", "岂", "么", "嘛", "吧", "咋", "啥", "是不是", "有没有", "能不能", "問", "问"}

// asks reports whether the clause before offset at, back to the sentence before and at most 60 characters, holds a word that asks.
func asks(src string, at int) bool {
	start, n := at, 0
	for start > 0 && n < 60 {
		r, w := utf8.DecodeLastRuneInString(src[:start])
		if r == '\n' || r == '。' || r == '？' || r == '！' {
			break
		}
		start -= w
		n++
	}
	clause := scan.FoldString(src[start:at])
	for _, w := range askers {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// asciiQuestions is 1 if the document has ASCII commas between Han but hardly any full-width one, else 0.
func asciiQuestions(d *document.Document) int {
	src := d.Text()
	half, full := strings.Count(src, ","), strings.Count(src, "，")
	if full*4 < half {
		return 1
	}
	return 0
}
