package structure

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

const (
	leastClause = 9 * 3  // bytes: what is shorter may be said twice for effect
	leastTwin   = 6 * 3  // bytes: no word doubles itself at this length
	mostClause  = 40 * 3 // bytes
)

// repeatedClauses finds what stands twice in a row inside sentence s, which ends with 。: a clause and the same clause behind its
// mark, or a clause whose halves are the same.
func repeatedClauses(d *document.Document, s text.Span) []checks.Match {
	src := d.Text()[:s.End]
	var out []checks.Match
	for from, at := s.Start, s.Start; at < len(src); at += 3 {
		if n := strings.IndexByte(src[at:], fullWidthHead); n >= 0 {
			if at += n; !divides(src[at:]) {
				continue
			}
		} else {
			at = len(src) - len("。")
		}
		// Nearly all clauses differ in their first character.
		n := at - from
		switch h, next := n/2, at+3; {
		case n < leastClause || n > mostClause:
		case next+n < len(src) && src[next+2] == src[from+2] && src[next:next+n] == src[from:at] && (next+n == len(src)-3 || divides(src[next+n:])):
			out = append(out, repeatedClause(d, text.Span{Start: next, End: next + n}, at)...)
		case src[from+h+2] == src[from+2] && n%6 == 0 && h >= leastTwin && src[from:from+h] == src[from+h:at]:
			out = append(out, repeatedClause(d, text.Span{Start: from + h, End: at}, from+h)...)
		}
		from = at + 3
	}
	return out
}

// repeatedClause reports clause again, which goes together with what stands from offset cut on.
func repeatedClause(d *document.Document, again text.Span, cut int) []checks.Match {
	if !allHan(again.Of(d.Text())) {
		return nil
	}
	m := checks.At(again.Start, again.End)
	m.Message = "clause"
	m.Fixes = checks.Rewrite(d, []text.Edit{{Span: text.Span{Start: cut, End: again.End}}}, checks.ProofNone)
	return []checks.Match{m}
}

// fullWidthHead is the first byte of the full-width forms, of which are ， ； ： ！ ？.
const fullWidthHead = 0xEF

// divides: a mark begins s that divides clauses.
func divides(s string) bool {
	if len(s) < 3 || s[1] != 0xBC {
		return false
	}
	c := s[2]
	return c == 0x8C || c == 0x9B || c == 0x9A || c == 0x81 || c == 0x9F // ，；：！？
}
