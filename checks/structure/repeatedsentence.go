package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// repeatedSentence looks for a sentence that stands twice in a row within a paragraph.
type repeatedSentence struct{}

func newRepeatedSentence(p checks.Params) (checks.Check, error) {
	return repeatedSentence{}, p.Decode(&struct{}{})
}

// Trigger asks for the document: nearly every line has sentences.
func (repeatedSentence) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

// shortRefrain is the longest sentence that may be said twice for effect, in characters.
const shortRefrain = 10

func (repeatedSentence) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	src := d.Text()
	end := "。"
	if d.Count(scan.Stop) == 0 {
		end = ". "
	}
	var out []checks.Match
	var before text.Span
	line := lineEnd(src, 0) // of the line in which the next sentence begins
	for at := 0; at < len(src); {
		n := strings.Index(src[at:], end)
		if n < 0 {
			break
		}
		s := text.Span{Start: at, End: at + n + len(end)}
		at = s.End
		if end == "。" {
			out = append(out, repeatedClauses(d, s)...)
		}
		if end == ". " && line < s.End && line > s.Start && before.Len() > 0 && same(src, before, text.Span{Start: s.Start, End: line}) {
			m := checks.At(s.Start, line)
			m.Fixes = checks.Rewrite(d, []text.Edit{{Span: text.Span{Start: before.End - 1, End: line}}}, checks.ProofNone)
			out = append(out, m)
		}
		if line < s.End { // what two lines say alike is repeated-paragraph's
			s.Start += strings.LastIndexByte(s.Of(src), '\n') + 1
			before = text.Span{}
			line = lineEnd(src, s.End)
		}
		if c := src[s.Start]; c <= ' ' || c == wideSpaceHead {
			s.Start = skipBlank(src, s)
		}
		again := s.Len() == before.Len() && s.Of(src) == before.Of(src)
		gap := before.End
		before = s
		if !again {
			continue
		}
		t := strings.TrimRight(s.Of(src), " ")
		if utf8.RuneCountInString(t) <= shortRefrain {
			continue
		}
		m := checks.At(s.Start, s.Start+len(t))
		m.Fixes = checks.Rewrite(d, []text.Edit{{Span: text.Span{Start: gap, End: s.End}}}, checks.ProofNone)
		out = append(out, m)
	}
	return out
}

// same: b, which ends its line, is the sentence a, which a space follows.
func same(src string, a, b text.Span) bool {
	t := strings.TrimRight(b.Of(src), "\r ")
	return len(t) == a.Len()-1 && t == strings.TrimRight(a.Of(src), " ") && utf8.RuneCountInString(t) > shortRefrain
}

// wideSpaceHead is the first byte of U+3000.
const wideSpaceHead = 0xE3

// lineEnd is where the line that holds off ends, in bytes.
func lineEnd(s string, off int) int {
	if n := strings.IndexByte(s[off:], '\n'); n >= 0 {
		return off + n
	}
	return len(s)
}
