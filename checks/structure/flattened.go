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

// flattened finds tables whose cells were written one below the other, short lines in which labels and numbers return in the
// same order, and those of which the columns are left as spaces.
type flattened struct {
	Rows int `toml:"rows"` // so many rows of the same build
}

func newFlattened(p checks.Params) (checks.Check, error) {
	c := flattened{Rows: 3}
	return c, p.Decode(&c)
}

func (flattened) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

const (
	cellRunes  = 16
	mostCells  = 10 // in a row
	leastCells = 9  // in a table
)

func (c flattened) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	lines, m, o := d.Lines(), layout.Of(d), outline.Of(d)
	var out []checks.Match
	var cells []int // lines of a run of cells
	var kinds []byte
	flush := func() {
		if from, rows, width := table(kinds, c.Rows); rows > 0 {
			f := checks.Match{}
			for r := range rows {
				a := from + r*width
				f.Places = append(f.Places, text.Span{Start: lines.Span(cells[a]).Start, End: lines.Span(cells[a+width-1]).End})
			}
			f.Vars = map[string]string{"rows": strconv.Itoa(rows), "columns": strconv.Itoa(width)}
			f.Evidence = []checks.Note{{Key: "period"}}
			out = append(out, f)
		}
		cells, kinds = cells[:0], kinds[:0]
	}
	for i := 0; i < lines.Len(); i++ {
		n, end := shortLines(m, lines, i)
		if n < leastCells {
			i = end
			continue
		}
		for ; i < end; i++ {
			if m.Role(i) == layout.Blank {
				continue
			}
			k := cellKind(d.Text(), lines.Span(i), o)
			if k == 0 {
				flush()
				continue
			}
			cells, kinds = append(cells, i), append(kinds, k)
		}
		flush()
	}
	out = append(out, columns(d)...)
	sortBy(out, func(m checks.Match) int { return m.Places[0].Start })
	return out
}

// shortLines is how many lines from line i on are no longer than cells, blank ones not counted, and the line that ends them.
func shortLines(m *layout.Map, lines *text.Lines, i int) (n, end int) {
	for ; i < lines.Len(); i++ {
		switch role := m.Role(i); {
		case role == layout.Blank:
		case lines.Span(i).Len() > 3*cellRunes || role == layout.Frame || role == layout.Meta:
			return n, i
		default:
			n++
		}
	}
	return n, i
}

// cellKind is 'n' for a number, 't' for a label, 0 for a line that is no cell.
func cellKind(s string, ln text.Span, o *outline.Outline) byte {
	t := trim(ln.Of(s))
	if t == "" || utf8.RuneCountInString(t) > cellRunes || strings.ContainsAny(t, "。，；！？：,;!?:") {
		return 0
	}
	if _, marked := o.Marked(skipBlank(s, ln)); marked {
		return 0
	}
	if figure(t) {
		return 'n'
	}
	return 't'
}

// figure: t is a number, with a unit or without.
func figure(t string) bool {
	digits := 0
	for _, r := range t {
		switch {
		case isDigit(r):
			digits++
		case !strings.ContainsRune(".%％-—+±/亿万元个户家人", r):
			return false
		}
	}
	return digits > 0
}

// table finds the longest stretch of kinds that repeats itself with a period: where it begins, its rows and its width. A row holds
// a label and a number at least.
func table(kinds []byte, least int) (from, rows, width int) {
	if len(kinds) < leastCells {
		return 0, 0, 0
	}
	for w := 2; w <= mostCells; w++ {
		for i := 0; i+w*least <= len(kinds); {
			n := 1
			for i+(n+1)*w <= len(kinds) && string(kinds[i+n*w:i+(n+1)*w]) == string(kinds[i:i+w]) {
				n++
			}
			row := string(kinds[i : i+w])
			if n >= least && n*w >= leastCells && n*w > rows*width && row[0] == 't' && strings.Contains(row, "n") {
				from, rows, width = i, n, w
			}
			if n > 1 {
				i += (n - 1) * w
			}
			i++
		}
	}
	return from, rows, width
}
