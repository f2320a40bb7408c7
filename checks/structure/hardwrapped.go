package structure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// hardWrapped finds paragraphs broken at a fixed width: most lines stop inside sentences, and those are all of one length.
type hardWrapped struct {
	Lines int     `toml:"lines"` // so many lines stop inside sentences at the common width
	Share float64 `toml:"share"` // and they are this share of the lines of text
}

func newHardWrapped(p checks.Params) (checks.Check, error) {
	c := hardWrapped{Lines: 8, Share: 0.4}
	return c, p.Decode(&c)
}

func (hardWrapped) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

const (
	leastWidth = 30  // cells; verses are shorter
	mostWidth  = 160 // wider lines are paragraphs
)

func (c hardWrapped) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	m, s, lines := layout.Of(d), d.Text(), d.Lines()
	var widths [mostWidth + 1]int
	open, all := 0, 0
	cells := make([]int, lines.Len())
	for i := range cells {
		ln := lines.Span(i)
		if !m.Role(i).Text() {
			continue
		}
		all++
		if ln.Len() > 3*mostWidth || i+1 >= len(cells) || m.Role(i+1) == layout.Blank {
			continue
		}
		if !within(s, ln) || strings.Count(ln.Of(s), " ")+strings.Count(ln.Of(s), "\u3000") >= 3 && mostlyHan(ln.Of(s)) {
			continue
		}
		if w := text.Cells(ln.Of(s), 2); w >= leastWidth && w <= mostWidth {
			cells[i] = w
			widths[w]++
			open++
		}
	}
	if open < c.Lines {
		return nil
	}
	common, slack := mode(widths[:], s)
	full := 0
	for w := common - slack; w <= min(common+2, mostWidth); w++ {
		full += widths[w]
	}
	if full < c.Lines || 10*full < 7*open || float64(full) < c.Share*float64(all) {
		return nil
	}
	o := outline.Of(d)
	var at []text.Span
	var es []text.Edit
	for i, w := range cells {
		if w < common-slack || w > common+2 || w == 0 || i+1 >= len(cells) || !m.Role(i+1).Text() {
			continue
		}
		a, b := lines.Span(i), lines.Span(i+1)
		start := skipBlank(s, b)
		if _, marked := o.Marked(start); marked || start-b.Start >= 3 || b.Len() == 0 {
			continue // an indent, or a number: a paragraph begins
		}
		r, _ := utf8.DecodeLastRuneInString(s[:a.End])
		q, _ := utf8.DecodeRuneInString(s[start:])
		glue := ""
		if latin(r) && latin(q) || (r == ',' || r == ';') && latin(q) {
			glue = " "
		}
		at = append(at, text.Span{Start: a.End - utf8.RuneLen(r), End: start})
		es = append(es, text.Edit{Span: text.Span{Start: a.End, End: start}, New: glue})
	}
	if len(at) < c.Lines {
		return nil
	}
	f := checks.Match{Places: at, Vars: map[string]string{"width": strconv.Itoa(common)}, Evidence: []checks.Note{{Key: "width"}}}
	f.Fixes = checks.Rewrite(d, es, checks.ProofNone)
	return []checks.Match{f}
}

// within: the line stops inside a sentence.
func within(s string, ln text.Span) bool {
	r, _ := utf8.DecodeLastRuneInString(s[ln.Start:ln.End])
	return isHan(r) || isDigit(r) || latin(r) || r == '，' || r == ',' || r == '、' || r == '“' || r == '《' || r == '（' || r == '”' || r == '》'
}

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// mode is the width at which most lines stop, and how much shorter a full line may be: in Chinese by the marks that may not begin
// a line, in English by a word.
func mode(widths []int, s string) (common, slack int) {
	slack = 4
	if !mostlyHan(s) {
		slack = 14
	}
	best := 0
	for w := len(widths) - 1; w >= leastWidth; w-- {
		n := 0
		for v := w; v >= max(w-slack, 0); v-- {
			n += widths[v]
		}
		if n > best {
			best, common = n, w
		}
	}
	return common, slack
}
