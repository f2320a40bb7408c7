package script

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/habit"
)

// homoglyph looks for characters that only look like the ones that belong: Cyrillic or Greek letters inside a Latin word (Unicode
// Technical Standard #39, mixed scripts within one word) and letters inside a number.
type homoglyph struct{}

func (homoglyph) Trigger() scan.Trigger {
	return scan.Trigger{
		Classes: []scan.Class{scan.Cyrillic, scan.Greek},
		Pairs: []scan.Pair{{A: scan.Digit, B: scan.Lower}, {A: scan.Digit, B: scan.Upper}, {A: scan.Lower, B: scan.Digit},
			{A: scan.Upper, B: scan.Digit}},
	}
}

// word are the classes a word or number is made of.
var word = scan.SetOf(scan.Lower, scan.Upper, scan.LatinExt, scan.Greek, scan.Cyrillic, scan.Digit)

func (homoglyph) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	ln, done, asked := text.Span{End: -1}, -1, 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		if h.Span.Start > ln.End {
			ln = lines.Span(lines.At(h.Span.Start))
		}
		s := h.Span
		for c := prev(src, s.Start, ln); word.Has(c.class); c = prev(src, s.Start, ln) {
			s.Start = c.span.Start
		}
		for c := next(src, s.End, ln); word.Has(c.class); c = next(src, s.End, ln) {
			s.End = c.span.End
		}
		done = s.End
		fixed, message := "", ""
		if h.Index < 2 {
			fixed, message = latinWord(d, s, ln)
		} else {
			fixed, message = number(src, s, ln)
		}
		if message == "" && h.Index >= 2 && asked < maxAsked && wordLike(s.Of(src)) && english(d) { // elsewhere it may be a login
			asked++
			fixed, message = digitInWord(src, s.Of(src))
		}
		if message == "" {
			continue
		}
		m := checks.At(s.Start, s.End)
		m.Message = message
		if fixed != "" {
			m.Vars = map[string]string{"fixed": fixed}
			m.Fixes = checks.Replace(d, s, fixed, checks.ProofNone)
		}
		out = append(out, m)
	}
	return gatherBy(d, out)
}

// latinWord judges a word with Cyrillic or Greek letters in it.
func latinWord(d *document.Document, s, ln text.Span) (fixed, message string) {
	src := d.Text()
	var b strings.Builder
	plain, foreign, upper, greekLower := 0, 0, 0, false
	for _, r := range s.Of(src) {
		switch scan.ClassOf(r) {
		case scan.Cyrillic, scan.Greek:
			a, ok := tables.ConfusableWith(r)
			if !ok {
				return "", ""
			}
			if a == 'l' && strings.ToLower(string(r)) != string(r) { // the prototype of І and Ι is l
				a = 'I'
			}
			foreign++
			greekLower = greekLower || scan.ClassOf(r) == scan.Greek && strings.ToUpper(string(r)) != string(r)
			b.WriteRune(a)
			continue
		case scan.Lower, scan.LatinExt:
			plain++
		case scan.Upper:
			plain++
			upper++
		}
		b.WriteRune(r)
	}
	switch {
	case plain > 0 && greekLower && (upper > 0 || plain < 3): // TNFα, Δα are terms
		return "", ""
	case plain >= 1 && utf8.RuneCountInString(s.Of(src)) >= 3:
		return b.String(), "word"
	case plain > 0 || greekLower:
		return "", ""
	case foreign <= 5 && alien(d) && (besideHan(src, s, ln) || foreign > 1 && habit.Of(d).Latin() > 500): // А股 with the А of Cyrillic, СРРСС
		return b.String(), "word"
	}
	return "", ""
}

// alien reports whether Cyrillic and Greek are strangers in the document.
func alien(d *document.Document) bool {
	h := habit.Of(d)
	return h.Count(scan.Cyrillic)+h.Count(scan.Greek) <= 8
}

func besideHan(src string, s, ln text.Span) bool {
	a := next(src, s.End, ln)
	return (prev(src, s.Start, ln).class == scan.Han || a.class == scan.Han) && a.class != scan.Symbol // Χ²
}

// lookalike are the letters that are taken for digits, by typists and by character recognition.
var lookalike = strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1")

// number judges a token that holds digits and letters side by side: 2O23, 1OO, l5. Letters that are a code, a unit or a formula
// stay: O3, 10l, A380, CO2.
func number(src string, s, ln text.Span) (fixed, message string) {
	t := s.Of(src)
	letters := 0
	for i := 0; i < len(t); i++ {
		switch c := t[i]; {
		case c >= '0' && c <= '9':
		case c == 'O' || c == 'o' || c == 'l' || c == 'I':
			letters++
		default:
			return "", ""
		}
	}
	digits := len(t) - letters
	first, last := t[0], t[len(t)-1]
	between := isDigit(first) && isDigit(last)
	b, a := prev(src, s.Start, ln), next(src, s.End, ln)
	if b.r == '.' || b.r == '/' || b.r == '_' || b.r == '@' || a.r == '/' || a.r == '_' || b.r == '#' {
		return "", "" // part of an address or a name
	}
	counted := a.class == scan.Percent || a.class == scan.Han && strings.ContainsRune("年月日亿万千百个项家户人元倍吨亩位名件条座所", a.r)
	if len(t) == 2 && t[0] == 'O' && a.r != '年' && a.r != '月' && a.class != scan.Percent {
		return "", "" // O3, ozone
	}
	switch {
	case between && digits >= 2 && letters <= 2 && len(t) >= 3:
	case counted && digits >= 1 && len(t) >= 2 && (isDigit(first) && (last == 'O' || last == 'o') || isDigit(last)): // O2O项目 is a term
	case counted && last == 'l' && digits >= 2 && len(t) == 4 && (t[0] == '1' || t[0] == '2') && a.r == '年':
	default:
		return "", ""
	}
	if letters == 0 {
		return "", ""
	}
	return lookalike.Replace(t), "number"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
