package encoding

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// invisible finds characters that leave no mark on the page and have no work to do where they stand.
type invisible struct{}

func newInvisible(p checks.Params) (checks.Check, error) { return invisible{}, none(p) }

func (invisible) Trigger() scan.Trigger {
	return scan.Trigger{Classes: []scan.Class{scan.Invisible, scan.Control, scan.Bidi}, Pairs: lonelyCR()}
}

// lonelyCR are the pairs of a CR that no LF follows.
func lonelyCR() []scan.Pair {
	var out []scan.Pair
	for c := scan.Other; c < scan.NumClasses; c++ {
		if c != scan.LF {
			out = append(out, scan.Pair{A: scan.CR, B: c})
		}
	}
	return out
}

func (invisible) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src, done := d.Text(), 0
	rtl := -1 // whether the document holds right-to-left letters; looked up when first needed
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		r, n := utf8.DecodeRuneInString(src[h.Span.Start:])
		span := text.Span{Start: h.Span.Start, End: h.Span.Start + n}
		if r == 0x1b {
			span.End = escapeEnd(src, span.Start)
		}
		if working(src, span, r) {
			continue
		}
		if scan.ClassOf(r) == scan.Bidi {
			if rtl < 0 {
				rtl = rightToLeft(src)
			}
			if rtl == 1 {
				continue
			}
		}
		m := checks.Match{Places: []text.Span{span}, Vars: map[string]string{"code": fmt.Sprintf("U+%04X", r), "name": nameOf(r)}}
		new, proof := "", checks.ProofInvisible
		switch {
		case r == '\r', r == 0x2028, r == 0x2029, r == 0x85, r == 0x0b:
			new, proof = "\n", checks.ProofNone // it may have ended a line
		case r == 0xad && (foreign(src[:span.Start], true) || foreign(src[span.End:], false)):
			proof = checks.ProofNone // may be a byte of text that was decoded wrongly
		case r >= 0x80 && r < 0xa0:
			// Latin-1 for what was code page 1252: the standard of HTML reads these code points so. Beside other
			// characters beyond ASCII it may be a byte of a greater damage.
			if to, ok := windows1252(r); ok {
				new, proof = to, checks.ProofCanonical
			}
			if new == "" || foreign(src[:span.Start], true) || foreign(src[span.End:], false) {
				new, proof = "", checks.ProofNone
			}
		}
		m.Evidence = []checks.Note{{Key: "what"}}
		if new != "" && new != "\n" {
			m.Evidence = []checks.Note{{Key: "windows", Vars: map[string]string{"to": new}}}
		}
		m.Fixes = checks.Replace(d, span, new, proof)
		out = append(out, m)
		done = span.End
	}
	return out
}

// windows1252 is what code page 1252 has where Latin-1 has the C1 control r.
func windows1252(r rune) (string, bool) {
	to := charmap.Windows1252.DecodeByte(byte(r))
	return string(to), to != utf8.RuneError && to >= 0xa0
}

// foreign reports whether the character that ends or begins s is neither ASCII nor Han.
func foreign(s string, ends bool) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if ends {
		r, _ = utf8.DecodeLastRuneInString(s)
	}
	return s != "" && r >= utf8.RuneSelf && scan.ClassOf(r) != scan.Han
}

// working reports whether the character does what it is there for: joiners in emoji and in scripts that join, tags of flags,
// break opportunities of scripts written without spaces.
func working(src string, s text.Span, r rune) bool {
	prev, _ := utf8.DecodeLastRuneInString(src[:s.Start])
	next, _ := utf8.DecodeRuneInString(src[s.End:])
	switch {
	case r == 0x200d: // zero width joiner
		return emojiLike(prev) || emojiLike(next) || scan.ClassOf(prev) == scan.OtherLetter || scan.ClassOf(prev) == scan.Combining && scan.ClassOf(next) != scan.Han
	case r == 0x200c, r == 0x200b, r == 0x2060: // non-joiner, space, word joiner
		return scan.ClassOf(prev) == scan.OtherLetter || scan.ClassOf(next) == scan.OtherLetter || r == 0x200c && scan.ClassOf(prev) == scan.Combining
	case r >= 0xe0020 && r <= 0xe007f: // tags spell the regions of flags after U+1F3F4
		return tagged(src[:s.Start])
	case r == 0x0c: // a form feed parts the pages of a printed document
		return prev == '\n' || next == '\n' || s.Start == 0
	}
	return false
}

func emojiLike(r rune) bool {
	return scan.ClassOf(r) == scan.Emoji || r == 0xfe0f || scan.ClassOf(r) == scan.Symbol
}

func tagged(before string) bool {
	for len(before) > 0 {
		r, n := utf8.DecodeLastRuneInString(before)
		if r == 0x1f3f4 {
			return true
		}
		if r < 0xe0020 || r > 0xe007f {
			return false
		}
		before = before[:len(before)-n]
	}
	return false
}

// rightToLeft is 1 if the text holds Hebrew, Arabic, Syriac or Thaana letters, else 0.
func rightToLeft(src string) int {
	for _, r := range src {
		if r >= 0x590 && r < 0x8ff || r >= 0xfb1d && r < 0xfdff || r >= 0xfe70 && r < 0xfeff {
			return 1
		}
	}
	return 0
}

// escapeEnd is where a terminal sequence that begins with ESC ends (ECMA-48: parameters, intermediates, one final byte).
func escapeEnd(src string, at int) int {
	i := at + 1
	if i >= len(src) || src[i] != '[' {
		return i
	}
	for i++; i < len(src) && src[i] >= 0x20 && src[i] <= 0x3f; i++ {
	}
	if i < len(src) && src[i] >= 0x40 && src[i] <= 0x7e {
		return i + 1
	}
	return at + 1
}

// nameOf is the Unicode name of the characters met most, else the name of their kind.
func nameOf(r rune) string {
	switch r {
	case '\r':
		return "CARRIAGE RETURN"
	case 0x1b:
		return "ESCAPE"
	case 0xad:
		return "SOFT HYPHEN"
	case 0x200b:
		return "ZERO WIDTH SPACE"
	case 0x200c:
		return "ZERO WIDTH NON-JOINER"
	case 0x200d:
		return "ZERO WIDTH JOINER"
	case 0x200e:
		return "LEFT-TO-RIGHT MARK"
	case 0x200f:
		return "RIGHT-TO-LEFT MARK"
	case 0x2028:
		return "LINE SEPARATOR"
	case 0x2029:
		return "PARAGRAPH SEPARATOR"
	case 0x2060:
		return "WORD JOINER"
	case 0xfeff:
		return "ZERO WIDTH NO-BREAK SPACE (BOM)"
	}
	switch {
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return "CONTROL"
	case scan.ClassOf(r) == scan.Bidi:
		return "BIDIRECTIONAL CONTROL"
	case r >= 0xe0000 && r <= 0xe007f:
		return "TAG CHARACTER"
	}
	return "FORMAT CHARACTER"
}
