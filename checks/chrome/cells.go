package chrome

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// cells finds the bars of empty table cells: lines of nothing else, and those that hang on a line of text.
type cells struct{}

func newCells(p checks.Params) (checks.Check, error) { return cells{}, p.Decode(&struct{}{}) }

func (cells) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"| |", "||", "|  |", "|\t|"}}
}

func (cells) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	lines, last := d.Lines(), -1
	for _, h := range hits {
		i := lines.At(h.Span.Start)
		if i == last {
			continue
		}
		last = i
		if inTable(lines, i) {
			continue
		}
		ln := lines.Span(i)
		s := ln.Of(d.Text())
		lead, trail := len(s)-len(strings.TrimLeftFunc(s, cellRune)), len(strings.TrimRightFunc(s, cellRune))
		if lead == len(s) {
			if !gapped(s) {
				continue // ||
			}
			v := visibleSpan(s, ln.Start)
			m := checks.At(v.Start, v.End)
			m.Fixes = checks.DeleteLines(d, i, i, checks.ProofFurniture)
			out = append(out, m)
			continue
		}
		if strings.ContainsAny(s[lead:trail], "|｜") {
			continue // a row with something in its cells
		}
		if strings.ContainsAny(s[:lead], "|｜") && strings.ContainsAny(s[trail:], "|｜") {
			continue // the row of a table of which one cell is filled
		}
		for _, at := range []text.Span{{Start: ln.Start, End: ln.Start + lead}, {Start: ln.Start + trail, End: ln.End}} {
			x := at.Of(d.Text())
			if strings.Count(x, "|")+strings.Count(x, "｜") < 2 || !gapped(x) && trail > 0 && s[trail-1] < utf8.RuneSelf {
				continue
			}
			m := checks.At(at.Start, at.End)
			if at.Start == ln.Start { // the indent stays
				m = checks.At(ln.Start+strings.IndexAny(x, "|｜"), at.End)
			}
			m.Fixes = checks.Replace(d, m.Places[0], "", checks.ProofShape)
			out = append(out, m)
		}
	}
	return out
}

// gapped reports whether white space stands between two bars of s.
func gapped(s string) bool {
	s = strings.Trim(s, " \t\u3000\u00a0\r")
	return strings.ContainsAny(s, " \t\u3000\u00a0")
}

func cellRune(r rune) bool {
	switch r {
	case '|', '｜', ' ', '\t', '\u3000', '\u00a0', '\r':
		return true
	}
	return false
}

// inTable reports whether a neighbour of line i is a row with something in its cells, or the line that rules off a table's head.
func inTable(lines *text.Lines, i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= lines.Len() {
			continue
		}
		whole := strings.TrimSpace(lines.Text(j))
		s := strings.TrimFunc(whole, cellRune)
		if len(s) < 2000 && strings.ContainsAny(s, "|｜") || s != "" && strings.ContainsRune("|+", rune(whole[0])) && strings.ContainsRune("|+", rune(whole[len(whole)-1])) {
			return true
		}
	}
	return false
}

func visibleSpan(s string, off int) text.Span {
	a := len(s) - len(strings.TrimLeft(s, " \t\u3000\u00a0"))
	b := len(strings.TrimRight(s, " \t\u3000\u00a0"))
	return text.Span{Start: off + a, End: off + max(a, b)}
}
