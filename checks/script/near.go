package script

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// char is a character of a text with its place. At an end of the line it is LF and empty.
type char struct {
	r     rune
	class scan.Class
	span  text.Span
}

// prev is the character before off, within ln.
func prev(s string, off int, ln text.Span) char {
	if off <= ln.Start {
		return char{'\n', scan.LF, text.Span{Start: off, End: off}}
	}
	r, n := utf8.DecodeLastRuneInString(s[ln.Start:off])
	c := scan.ClassOf(r)
	if r == utf8.RuneError && n < 2 {
		c = scan.Invalid
	}
	return char{r, c, text.Span{Start: off - n, End: off}}
}

// next is the character at off, within ln.
func next(s string, off int, ln text.Span) char {
	if off >= ln.End {
		return char{'\n', scan.LF, text.Span{Start: off, End: off}}
	}
	r, n, c := scan.Decode(s[off:ln.End])
	return char{r, c, text.Span{Start: off, End: off + n}}
}

// blank are the classes that leave white on the page.
var blank = scan.SetOf(scan.Space, scan.Tab, scan.WideSpace, scan.NoBreakSpace, scan.OddSpace)

// skipBack is the first offset of the white space that ends at off.
func skipBack(s string, off int, ln text.Span) int {
	for {
		c := prev(s, off, ln)
		if !blank.Has(c.class) {
			return off
		}
		off = c.span.Start
	}
}

// skipOn is the end of the white space that begins at off.
func skipOn(s string, off int, ln text.Span) int {
	for {
		c := next(s, off, ln)
		if !blank.Has(c.class) {
			return off
		}
		off = c.span.End
	}
}

// back is the offset n characters before off, not before ln.
func back(s string, off, n int, ln text.Span) int {
	for ; n > 0 && off > ln.Start; n-- {
		off = prev(s, off, ln).span.Start
	}
	return off
}

// on is the offset n characters behind off, not behind ln.
func on(s string, off, n int, ln text.Span) int {
	for ; n > 0 && off < ln.End; n-- {
		off = next(s, off, ln).span.End
	}
	return off
}

// proseMarks are what a line of prose holds and a row of names does not.
const proseMarks = "。，；！？,;"

// prose reports whether the neighbourhood of at, a few dozen characters within ln, is running text.
func prose(s string, at text.Span, ln text.Span) bool {
	lo, hi := back(s, at.Start, 60, ln), on(s, at.End, 60, ln)
	return strings.ContainsAny(s[lo:at.Start], proseMarks) || strings.ContainsAny(s[at.End:hi], proseMarks)
}

// manyPlaces is how many sites of a kind are still told one by one; beyond, the defect is a habit of the document.
const manyPlaces = 8

// gather folds matches of one kind into one match with all places if they are many. Fixes are joined if every match has one
// of the same proof.
func gather(d *document.Document, ms []checks.Match) []checks.Match {
	if len(ms) <= manyPlaces {
		return ms
	}
	all := ms[0]
	all.Places, all.Fixes = nil, nil
	var edits []text.Edit
	proof, fixable := checks.ProofNone, true
	for i, m := range ms {
		all.Places = append(all.Places, m.Places...)
		if len(m.Fixes) == 0 || i > 0 && m.Fixes[0].Proof != proof {
			fixable = fixable && len(m.Fixes) > 0
			proof = checks.ProofNone
		} else {
			proof = m.Fixes[0].Proof
		}
		if len(m.Fixes) > 0 {
			edits = append(edits, m.Fixes[0].Edits...)
		}
		all.Level = max(all.Level, m.Level)
	}
	if es, err := text.Canon(d.Text(), edits); fixable && err == nil && len(es) > 0 {
		all.Fixes = []checks.Fix{{Edits: es, Proof: proof}}
	}
	return []checks.Match{all}
}
