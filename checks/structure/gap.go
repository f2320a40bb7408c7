package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
)

// gap is the white space before an offset, and what stands before it.
type gap struct {
	start  int  // where the white space begins; the offset itself if there is none
	before rune // the character before the white space, closing marks counted; 0 at the start of the line
	ends   bool // the text before ends a sentence, or announces with a colon; closing quotes and brackets are passed over
	mark   rune // the mark by which it ends: 。 ； ：, as a half-width rune (. ; : ! ?) too
}

const blanks = " \t\u3000\u00A0\u2002\u2003\uFEFF"

func isBlank(r rune) bool {
	return r == ' ' || r == '\u3000' || r == '\t' || r == '\u00A0' || r == '\u2002' || r == '\u2003'
}

// trim is s without the white space and the CR at its ends.
func trim(s string) string {
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if !isBlank(r) && r != '\r' && r != '\uFEFF' {
			break
		}
		s = s[n:]
	}
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if !isBlank(r) && r != '\r' && r != '\uFEFF' {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// gapBefore looks back from off.
func gapBefore(s string, off int) gap {
	g := gap{start: len(strings.TrimRight(s[:off], blanks))}
	if g.start < off-64 { // an indent is shorter; what is longer is a table
		g.start = off
	}
	i := g.start
	for steps := 0; i > 0 && steps < 4; steps++ {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if r == '\n' || r == '\r' {
			return g
		}
		if steps == 0 {
			g.before = r
		}
		switch r {
		case '。', '！', '？', '；', '：', '!', '?', ';', ':', '…':
			g.ends, g.mark = true, r
			return g
		case '.':
			p, _ := utf8.DecodeLastRuneInString(s[:i-n])
			g.ends, g.mark = isHan(p) || g.start < off && !isDigit(p), r
			return g
		case '”', '’', '」', '』', '）', ')', '》', '"', '】', '〉':
			i -= n
			continue
		}
		return g
	}
	return g
}

// stops reports whether a sentence is over behind mark r; a colon and a semicolon go on.
func stops(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '…', '.':
		return true
	}
	return false
}

// isHan asks the table for few: the unified ideographs are all Han.
func isHan(r rune) bool   { return r >= 0x4E00 && r <= 0x9FFF || scan.ClassOf(r) == scan.Han }
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// next is the character at off, 0 at the end of the line.
func next(s string, off int) rune {
	if off >= len(s) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[off:])
	if r == '\n' || r == '\r' {
		return 0
	}
	return r
}

// last is the character before off, 0 at the start of the line.
func last(s string, off int) rune {
	r, n := utf8.DecodeLastRuneInString(s[:off])
	if n == 0 || r == '\n' || r == '\r' {
		return 0
	}
	return r
}
