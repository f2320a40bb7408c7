package structure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// noteMarks finds the marks of notes that are gone: [1] [2] [3] or ① ② ③ behind words, rising from one, and no list of notes.
type noteMarks struct {
	Marks int `toml:"marks"` // so many, rising
}

func newNoteMarks(p checks.Params) (checks.Check, error) {
	c := noteMarks{Marks: 3}
	return c, p.Decode(&c)
}

func (noteMarks) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"[1]", "〔1〕", "【1】", "①"}}
}

var noteBrackets = [...][2]string{{"[", "]"}, {"［", "］"}, {"〔", "〕"}, {"【", "】"}}

func (c noteMarks) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	s := d.Text()
	read := circledMark
	for _, b := range noteBrackets {
		if strings.HasPrefix(s[hits[0].Span.Start:], b[0]) {
			read = bracketMark(b[0], b[1])
		}
	}
	var at []text.Span
	end, again := 0, false
	for off := hits[0].Span.Start; off < len(s); {
		i, size, n := read(s[off:])
		if i < 0 {
			break
		}
		sp := text.Span{Start: off + i, End: off + i + size}
		off = sp.End
		switch {
		case n == len(at)+1 && !behindWord(s, sp):
			return nil // the marks number items
		case n == len(at)+1:
			at, end = append(at, sp), sp.End
		case n == 1:
			again = true // where the first mark comes again, it heads the list of notes
		}
	}
	if len(at) < c.Marks || again {
		return nil
	}
	for _, w := range []string{"注释", "参考文献", "\n1"} {
		if strings.Contains(s[end:], w) {
			return nil
		}
	}
	return []checks.Match{{Places: at, Vars: map[string]string{"marks": strconv.Itoa(len(at))}, Evidence: []checks.Note{{Key: "rising"}}}}
}

// bracketMark reads the next number between brackets: its offset, its length in bytes, its value; -1 if there is none.
func bracketMark(open, shut string) func(string) (at, size, n int) {
	return func(s string) (int, int, int) {
		for from := 0; ; {
			i := strings.Index(s[from:], open)
			if i < 0 {
				return -1, 0, 0
			}
			at := from + i
			p, n := at+len(open), 0
			for isDigit(next(s, p)) && n < 1000 {
				r := next(s, p)
				if r >= '０' {
					r -= '０' - '0'
				}
				n = n*10 + int(r-'0')
				p += utf8.RuneLen(next(s, p))
			}
			if n > 0 && strings.HasPrefix(s[p:], shut) {
				return at, p + len(shut) - at, n
			}
			from = at + len(open)
		}
	}
}

// circledMark reads the next of ①–⑳.
func circledMark(s string) (at, size, n int) {
	for i := 0; ; {
		k := strings.Index(s[i:], "\u2460"[:2]) // the lead bytes of the block
		if k < 0 {
			return -1, 0, 0
		}
		if r, size := utf8.DecodeRuneInString(s[i+k:]); r >= '①' && r <= '⑳' {
			return i + k, size, int(r-'①') + 1
		}
		i += k + 2
	}
}

// behindWord: the mark stands right behind a word and before a mark, a word or the end of the line, as the marks of notes do.
func behindWord(s string, sp text.Span) bool {
	r := last(s, sp.Start)
	return isHan(r) || latin(r) || r == '”' || r == '》' || r == '）' || r == '"' || r == '。' || r == '，'
}
