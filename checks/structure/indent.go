package structure

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// blockIndent finds the same white space at the head of most lines, the indent of some rendered list. Ideographic spaces are the
// indent of Chinese paragraphs and stay.
type blockIndent struct {
	Share float64 `toml:"share"` // of the lines that are not blank
	Lines int     `toml:"lines"` // so many at least
}

func newBlockIndent(p checks.Params) (checks.Check, error) {
	c := blockIndent{Share: 0.6, Lines: 5}
	return c, p.Decode(&c)
}

func (blockIndent) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (c blockIndent) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	lines, s := d.Lines(), d.Text()
	count := map[string]int{}
	all, indented := 0, 0
	for i := range lines.Len() {
		ln := lines.Span(i)
		if ln.Len() == 0 || s[ln.Start] > ' ' && s[ln.Start] != 0xC2 {
			if ln.Len() > 0 {
				all++
			}
			continue
		}
		in := indent(s, ln)
		if in.End == ln.End {
			continue // blank
		}
		all++
		if in.Len() >= 2 || in.Len() == 1 && s[in.Start] == '\t' {
			indented++
			count[in.Of(s)]++
		}
	}
	if indented < c.Lines {
		return nil
	}
	prefix := ""
	for p, n := range count {
		if n > count[prefix] || n == count[prefix] && p < prefix {
			prefix = p
		}
	}
	// Lines indented further share the prefix; many depths are code or an outline, not one block.
	n, deeper := 0, 0
	for p, k := range count {
		if strings.HasPrefix(p, prefix) {
			n += k
			if p != prefix {
				deeper += k
			}
		}
	}
	if n < c.Lines || float64(n) < c.Share*float64(all) || 5*deeper > n {
		return nil
	}
	var m checks.Match
	var es []text.Edit
	prose := 0
	for i := range lines.Len() {
		ln := lines.Span(i)
		if !strings.HasPrefix(ln.Of(s), prefix) || indent(s, ln).End == ln.End {
			continue
		}
		if ln.Len() >= 3*40 {
			prose++
		}
		at := text.Span{Start: ln.Start, End: ln.Start + len(prefix)}
		m.Places = append(m.Places, at)
		es = append(es, text.Edit{Span: at})
	}
	if prose < 3 { // verses, code
		return nil
	}
	m.Vars = map[string]string{"width": strconv.Itoa(len([]rune(prefix))), "lines": strconv.Itoa(n), "all": strconv.Itoa(all)}
	m.Evidence = []checks.Note{{Key: "share"}}
	m.Fixes = checks.Rewrite(d, es, checks.ProofShape)
	return []checks.Match{m}
}

// indent is the run of spaces, tabs and no-break spaces at the head of a line.
func indent(s string, ln text.Span) text.Span {
	at := ln.Start
	for at < ln.End {
		switch {
		case s[at] == ' ' || s[at] == '\t':
			at++
		case strings.HasPrefix(s[at:ln.End], "\u00A0"):
			at += 2
		default:
			return text.Span{Start: ln.Start, End: at}
		}
	}
	return text.Span{Start: ln.Start, End: at}
}
