package document

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/text"
)

// Place is where a span of the working text stands in the file.
type Place struct {
	Span        text.Span   // in the file's text
	Bytes       codec.Bytes // in the file as it is on disk
	Line        int         // 1-based
	Column      int         // 1-based, code points of the decoded line; BOM not counted
	EndLine     int
	EndColumn   int // exclusive
	UTF16Column int // 1-based, UTF-16 units

	ByteColumn    int // 1-based, bytes of the decoded line as UTF-8; 0 where only a record of the place is known
	EndByteColumn int // exclusive
}

// Places carries spans of the working text to the file, in one sweep. spans may come in any order; the result has theirs.
// A span that touches repaired text widens to all that the repair replaced.
func (d *Document) Places(spans []text.Span) []Place {
	order := make([]int, len(spans))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return spans[a].Start - spans[b].Start })
	sorted := make([]text.Span, len(spans))
	for i, k := range order {
		sorted[i] = spans[k]
	}
	file := d
	for ; file.parent != nil; file = file.parent {
		sorted = file.repair.Source(file.parent.text, sorted)
	}
	points := make([]int, 0, 2*len(sorted))
	for _, s := range sorted {
		points = append(points, s.Start, s.End)
	}
	slices.Sort(points)
	points = slices.Compact(points)
	at := file.positions(points)
	out := make([]Place, len(spans))
	start := 0 // starts come sorted, and most ends stand next to them
	for i, s := range sorted {
		start = indexFrom(points, start, s.Start)
		a, b := at[start], at[indexFrom(points, start, s.End)]
		out[order[i]] = Place{Span: s, Bytes: d.file.Bytes(s), Line: a.line, Column: a.column, EndLine: b.line, EndColumn: b.column, UTF16Column: a.utf16,
			ByteColumn: a.bytes, EndByteColumn: b.bytes}
	}
	return out
}

// indexFrom is the index of off, which is one of the sorted points; it is looked for behind index i first.
func indexFrom(points []int, i, off int) int {
	for end := min(i+4, len(points)); i < end; i++ {
		if points[i] == off {
			return i
		}
	}
	i, _ = slices.BinarySearch(points, off)
	return i
}

type position struct{ line, column, utf16, bytes int } // all 1-based

// positions of sorted offsets of the file's own text, walking each line that holds one at most once.
func (d *Document) positions(points []int) []position {
	lines := d.Lines()
	out := make([]position, len(points))
	line, off, column, units := -1, 0, 1, 1
	for i, p := range points {
		if n := max(lines.At(p), 0); n != line {
			line, off, column, units = n, lines.Start(n), 1, 1
		}
		for off < p {
			r, n := utf8.DecodeRuneInString(d.text[off:])
			off += n
			column++
			units++
			if r >= 0x10000 {
				units++
			}
		}
		out[i] = position{line + 1, column, units, off - lines.Start(line) + 1}
	}
	return out
}

// Lift carries edits of the working text down to edits of the file's own text, without doing the repairs of the layers
// between. ok is false if an edit cuts through repaired text, or if two edits meet on the way.
func (d *Document) Lift(e text.Edits) (down text.Edits, ok bool) {
	for x := d; x.parent != nil && len(e) > 0; x = x.parent {
		// Only the repairs near the edits matter: thousands of findings must not each walk thousands of repairs.
		images := View(x, func(x *Document) images { return imagesOf(x.repair) })
		i, shift := images.before(e[0].Span.Start)
		j := images.after(e[len(e)-1].Span.End)
		near := make(text.Edits, len(e))
		for k, y := range e {
			near[k] = text.Edit{Span: text.Span{Start: y.Span.Start - shift, End: y.Span.End - shift}, New: y.New}
		}
		if e, _, ok = x.repair[i:j].Lift(x.parent.text, near); !ok {
			return nil, false
		}
	}
	return e, true
}

// images are where the repairs of a layer stand in the repaired text.
type images struct {
	spans  []text.Span
	shifts []int // by how much the text before repair i has moved
}

func imagesOf(r text.Edits) images {
	im := images{make([]text.Span, len(r)), make([]int, len(r)+1)}
	for i, e := range r {
		start := e.Span.Start + im.shifts[i]
		im.spans[i] = text.Span{Start: start, End: start + len(e.New)}
		im.shifts[i+1] = im.shifts[i] + len(e.New) - e.Span.Len()
	}
	return im
}

// before is the first repair whose image reaches off, and the shift of the text before it.
func (im images) before(off int) (i, shift int) {
	i = sort.Search(len(im.spans), func(i int) bool { return im.spans[i].End >= off })
	return i, im.shifts[i]
}

// after is the first repair whose image begins behind off.
func (im images) after(off int) int {
	return sort.Search(len(im.spans), func(i int) bool { return im.spans[i].Start > off })
}

// Excerpt is what stands at a place and around it, short enough to keep after the document is gone.
type Excerpt struct {
	Before, Marked, After string // of the first line the place touches; Before and After at most 200 code points each
	CutBefore, CutAfter   bool   // the line goes on beyond Before, After
	Omitted               int    // code points left out of the middle of Marked
	Head                  int    // bytes of Marked before what is left out
	MoreLines             int    // further lines that the place covers
}

// The most code points an Excerpt keeps: around the place, and at either end of a long one.
const (
	excerptAround = 200
	excerptMarked = 200
)

// Excerpt cuts the text of the file around p.
func (d *Document) Excerpt(p Place) Excerpt {
	file := d
	for file.parent != nil {
		file = file.parent
	}
	lines := file.Lines()
	ln := lines.Span(p.Line - 1)
	end := min(p.Span.End, max(ln.End, p.Span.Start))
	var x Excerpt
	x.MoreLines = p.EndLine - p.Line
	if x.MoreLines > 0 && p.EndColumn == 1 {
		x.MoreLines--
	}
	start := min(p.Span.Start, max(ln.End, ln.Start))
	end = max(end, start)
	x.Before = text.Last(file.text[ln.Start:start], excerptAround)
	x.CutBefore = len(x.Before) < start-ln.Start
	if end < ln.End {
		x.After = text.First(file.text[end:ln.End], excerptAround)
		x.CutAfter = len(x.After) < ln.End-end
	}
	x.Marked = file.text[start:end]
	if len(x.Marked) > 2*excerptMarked {
		head := text.First(x.Marked, excerptMarked)
		if tail := text.Last(x.Marked[len(head):], excerptMarked); len(head)+len(tail) < len(x.Marked) {
			x.Omitted = utf8.RuneCountInString(x.Marked) - utf8.RuneCountInString(head) - utf8.RuneCountInString(tail)
			x.Head = len(head)
			x.Marked = head + tail
		}
	}
	x.Before, x.Marked, x.After = strings.Clone(x.Before), strings.Clone(x.Marked), strings.Clone(x.After)
	return x
}
