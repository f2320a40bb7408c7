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

// measure is the width of line i if it may be one of a wrapped paragraph: another follows, and it is no row of names or cells.
// Else both are 0.
func (hardWrapped) measure(s string, m *layout.Map, lines *text.Lines, i int) (cells, runes int) {
	ln := lines.Span(i)
	if ln.Len() < leastWidth || ln.Len() > 3*mostWidth || i+1 >= lines.Len() || m.Role(i+1) == layout.Blank || !m.Role(i).Text() {
		return 0, 0
	}
	t := ln.Of(s)
	if strings.Count(t, " ")+strings.Count(t, "\u3000") >= 3 && mostlyHan(t) {
		return 0, 0
	}
	w := text.Cells(t, 2)
	if w < leastWidth || w > mostWidth {
		return 0, 0
	}
	return w, utf8.RuneCountInString(t)
}

// textLines is how many lines belong to the document itself.
func textLines(m *layout.Map) int {
	n := 0
	for i := range m.Len() {
		if m.Role(i).Text() {
			n++
		}
	}
	return n
}

func (c hardWrapped) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	m, s, lines := layout.Of(d), d.Text(), d.Lines()
	var byCells, byRunes [mostWidth + 1]int
	open := 0
	for _, i := range openLines(d) {
		if cells, runes := c.measure(s, m, lines, i); cells > 0 {
			byCells[cells]++
			byRunes[runes]++
			open++
		}
	}
	if open < c.Lines {
		return nil
	}
	// A printer fills columns, a program counts characters.
	common, slack, full := mode(byCells[:], s)
	counted := false
	if n, k, f := mode(byRunes[:], s); byRunes[n] > byCells[common] {
		common, slack, full, counted, byCells = n, k, f, true, byRunes
	}
	exact := 5*byCells[common] >= 4*full                                // then a full line that ends a sentence hardly ever ends its paragraph
	one := byCells[common] >= 2*c.Lines && 10*byCells[common] >= 9*open // hardly a line stops elsewhere inside its sentence
	if full < c.Lines || 10*full < 7*open || float64(full) < c.Share*float64(textLines(m)) && !one {
		return nil
	}
	o := outline.Of(d)
	var at []text.Span
	var es []text.Edit
	for i := range lines.Len() - 1 {
		w, runes := c.measure(s, m, lines, i)
		if counted {
			w = runes
		}
		if w < common-slack || w > common || w == 0 || !m.Role(i+1).Text() {
			continue
		}
		a, b := lines.Span(i), lines.Span(i+1)
		if !within(s, a) && !(exact && w == common) {
			continue
		}
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

// mode is the width at which most lines stop, and how much shorter a full line may be: in Chinese by the marks that may not begin
// a line, in English by a word; full counts the lines of that width.
func mode(widths []int, s string) (common, slack, full int) {
	slack = 4
	if !mostlyHan(s) {
		slack = 14
	}
	for w := len(widths) - 1; w >= leastWidth/2; w-- {
		n := 0
		if widths[w] == 0 {
			continue
		}
		for v := w; v >= max(w-slack, 0); v-- {
			n += widths[v]
		}
		if n > full {
			full, common = n, w
		}
	}
	return common, slack, full
}
