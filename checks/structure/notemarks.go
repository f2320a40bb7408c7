package structure

import (
	"strconv"
	"strings"

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
	first := hits[0].Span
	var open, shut string
	for _, b := range noteBrackets {
		if strings.HasPrefix(s[first.Start:], b[0]) {
			open, shut = b[0], b[1]
		}
	}
	mark := func(n int) []string {
		if open == "" {
			return []string{string(rune('①' + n - 1))}
		}
		wide := strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
		return []string{open + strconv.Itoa(n) + shut, open + wide + shut}
	}
	var at []text.Span
	from := 0
	for n := 1; n <= 20 || open != ""; n++ {
		i, size := -1, 0
		for _, w := range mark(n) {
			if k := strings.Index(s[from:], w); k >= 0 && (i < 0 || k < i) {
				i, size = k, len(w)
			}
		}
		if i < 0 {
			break
		}
		sp := text.Span{Start: from + i, End: from + i + size}
		if !behindWord(s, sp) {
			return nil // the marks number items
		}
		at = append(at, sp)
		from = sp.End
	}
	if len(at) < c.Marks {
		return nil
	}
	// Where the first mark comes again behind the last, it heads the list of notes.
	for _, w := range mark(1) {
		if strings.Contains(s[from:], w) || strings.Contains(s[from:], "注释") || strings.Contains(s[from:], "参考文献") || strings.Contains(s[from:], "\n1") {
			return nil
		}
	}
	m := checks.Match{Places: at, Vars: map[string]string{"marks": strconv.Itoa(len(at))}, Evidence: []checks.Note{{Key: "rising"}}}
	return []checks.Match{m}
}

// behindWord: the mark stands right behind a word and before a mark, a word or the end of the line, as the marks of notes do.
func behindWord(s string, sp text.Span) bool {
	r := last(s, sp.Start)
	return isHan(r) || latin(r) || r == '”' || r == '》' || r == '）' || r == '"' || r == '。' || r == '，'
}
