package structure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

const (
	leastColumnRows = 6   // lines with as many columns
	leastColumns    = 3   // a label and two figures
	mostColumnBytes = 240 // no row of a table is longer
)

// columns finds tables whose columns are spaces: lines one below the other with as many gaps, a label before the first, and
// figures in every other column of most rows.
func columns(d *document.Document) []checks.Match {
	s, lines := d.Text(), d.Lines()
	if !strings.Contains(s, "  ") {
		return nil
	}
	var out []checks.Match
	var run []text.Span
	width, figures := 0, 0 // of the run: columns, rows of figures
	flush := func() {
		if len(run) >= leastColumnRows && 3*figures >= 2*len(run) {
			m := checks.Match{Places: append([]text.Span(nil), run...)}
			m.Vars = map[string]string{"rows": strconv.Itoa(len(run)), "columns": strconv.Itoa(width)}
			m.Message, m.Evidence = "spaced", []checks.Note{{Key: "gaps"}}
			out = append(out, m)
		}
		run, width, figures = run[:0], 0, 0
	}
	for i := range lines.Len() {
		ln := lines.Span(i)
		n, full := 0, false
		if ln.Len() > 0 && ln.Len() <= mostColumnBytes {
			if n, full = columnsOf(s[ln.Start:ln.End]); n == 0 && trim(ln.Of(s)) == "" {
				continue
			}
		} else if ln.Len() == 0 {
			continue
		}
		if n != width {
			flush()
		}
		if n < leastColumns {
			continue
		}
		width, run = n, append(run, ln)
		if full {
			figures++
		}
	}
	flush()
	return out
}

// columnsOf is how many columns divided by two spaces and more line t has; 0 if the first is none of Han. full: the others are
// figures.
func columnsOf(t string) (n int, full bool) {
	t = trim(t)
	if !strings.Contains(t, "  ") || strings.ContainsAny(t, "。，；") {
		return 0, false
	}
	full = true
	for t != "" {
		cell := t
		if k := strings.Index(t, "  "); k >= 0 {
			cell, t = t[:k], strings.TrimLeft(t[k:], " ")
		} else {
			t = ""
		}
		if r, _ := utf8.DecodeRuneInString(cell); n == 0 && !isHan(r) {
			return 0, false
		} else if n > 0 && !figure(cell) {
			full = false
		}
		n++
	}
	return n, full
}
