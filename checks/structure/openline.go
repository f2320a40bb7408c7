package structure

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

// openLines are the lines (0-based) that stop inside a sentence, in order. In a clean report those are its headings and little
// else, so a check that is after broken sentences begins here and hardly looks at the rest.
func openLines(d *document.Document) []int {
	type found struct{ all []int }
	return document.View(d, func(d *document.Document) *found {
		var out []int
		s, lines := d.Text(), d.Lines()
		for i := range lines.Len() {
			if within(s, lines.Span(i)) {
				out = append(out, i)
			}
		}
		return &found{out}
	}).all
}

// within: the line stops inside a sentence.
func within(s string, ln text.Span) bool {
	r, _ := utf8.DecodeLastRuneInString(s[ln.Start:ln.End])
	switch r {
	case '。':
		return false // nearly always
	case '，', ',', '、', '“', '《', '（', '”', '》':
		return true
	}
	return isHan(r) || isDigit(r) || latin(r)
}

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}
