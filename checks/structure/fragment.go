package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// fragment: line i, short and without any mark, is the beginning of a sentence of document doc, and no signature: it begins as
// sentences do, stops where no clause of the document stops, and stands where a paragraph is due.
func fragment(d *document.Document, m *layout.Map, doc text.Span, i, first int) bool {
	s := d.Text()
	at := m.Line(i).Span
	t := at.Of(s)
	r, n := utf8.DecodeRuneInString(t)
	q, k := utf8.DecodeRuneInString(t[n:])
	if !isHan(r) || !isHan(q) || !isHan(last(t, len(t))) || strings.ContainsAny(t, "。；：;:|\t 　") || signs(t) || !due(d, m, i, first) {
		return false
	}
	opens := hasPrefix(t, times) || hasPrefix(t, verbs[:longVerbs]) || opensSentences(doc.Of(s), t[:n+k])
	return opens && neighbours(m, s, i, first) && !endsClauses(s[doc.Start:at.Start], lastRunes(t, 2))
}

// due: line i is where the next paragraph is due: below a heading, or a paragraph that does not exclaim. Reports end with a cry,
// and what is found below that belongs to a page.
func due(d *document.Document, m *layout.Map, i, first int) bool {
	above := before(m, i, first)
	if above < 0 {
		return false
	}
	return headed(d, above) || last(d.Text(), m.Line(above).Span.End) == '。'
}

// endsClauses: somewhere in s the word w stands before a mark or at the end of a line.
func endsClauses(s, w string) bool {
	for {
		i := strings.Index(s, w)
		if i < 0 {
			return false
		}
		s = s[i+len(w):]
		if r := next(s, 0); !isHan(r) && !latin(r) {
			return true
		}
	}
}

// lastRunes are the last n characters of s.
func lastRunes(s string, n int) string {
	at := len(s)
	for range n {
		_, w := utf8.DecodeLastRuneInString(s[:at])
		at -= w
	}
	return s[at:]
}

// opensSentences: at least leastOpened sentences of s begin with the word w.
func opensSentences(s, w string) bool {
	n := 0
	for _, mark := range []string{"。", "！", "\n", "\u3000"} {
		n += strings.Count(s, mark+w)
	}
	return n > leastOpened // the line itself is one
}

// leastOpened is how many sentences begin with what begins sentences in a document.
const leastOpened = 3

// signs: t may be what stands below a text: a place, or the name of an office.
func signs(t string) bool {
	if _, n := tables.PlacePrefix(t); n > 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(t)
	return strings.ContainsRune("府会會室局办辦处處委厅廳院社网網报報部司长長任行组組团團日月年", r)
}
