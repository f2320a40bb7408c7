package structure

import (
	"strings"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// scar is white space where a paragraph break was.
type scar struct {
	gap    text.Span // the white space
	mark   text.Span // the white space and what makes it a scar: the number behind it
	marker int       // index of the marker behind it; -1: none
}

func (sc scar) start() int { return sc.gap.Start }

// scars finds, in order, the white space inside lines that stands for a lost paragraph break.
func scars(d *document.Document) []scar {
	type found struct{ all []scar }
	return document.View(d, func(d *document.Document) *found { return &found{findScars(d)} }).all
}

// LostBreaks is the white space inside lines that stands for a lost paragraph break, in order. Checks that would take white
// space out leave it alone: it is the evidence of the break.
func LostBreaks(d *document.Document) []text.Span {
	var out []text.Span
	for _, sc := range scars(d) {
		out = append(out, sc.gap)
	}
	return out
}

func findScars(d *document.Document) []scar {
	s, lines, o := d.Text(), d.Lines(), outline.Of(d)
	var out []scar
	for i := range lines.Len() {
		if ln := lines.Span(i); ln.Len() >= minScarLine && mostlyHan(s[ln.Start:ln.End]) {
			out = append(out, lineScars(s, ln, o)...)
		}
	}
	return out
}

// minScarLine is the length in bytes from which a line may hold two paragraphs.
const minScarLine = 60

// mostlyHan looks at the beginning of a line only.
func mostlyHan(s string) bool {
	han, other := 0, 0
	for i, r := range s {
		if i > 90 {
			break
		}
		if isHan(r) {
			han++
		} else if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			other++
		}
	}
	return 2*han > other
}

// lineScars are the scars of one line of Chinese.
func lineScars(s string, ln text.Span, o *outline.Outline) []scar {
	var sure, plain []scar
	headings := 0
	f := finder{s: s[:ln.End]}
	for at := ln.Start; at < ln.End; {
		start := f.blank(at)
		if start < 0 {
			break
		}
		end := start
		for end < ln.End && isBlank(next(s, end)) {
			end += len(string(next(s, end)))
		}
		at = end
		if start == ln.Start || end == ln.End {
			continue
		}
		g := gapBefore(s, end)
		sc := scar{gap: text.Span{Start: start, End: end}, mark: text.Span{Start: start, End: end + len(string(next(s, end)))}, marker: -1}
		if m, ok := o.Marked(end); ok {
			sc.marker, sc.mark.End = o.After(end), m.Span.End
			if numbered(s, o, m, g) {
				sure = append(sure, sc)
				headings++
			}
			continue
		}
		switch {
		case !g.ends || !opens(next(s, end)):
		case wide(s[start:end]):
			sure = append(sure, sc)
		case stops(g.mark) || g.mark == '：' || g.mark == ':':
			plain = append(plain, sc)
		}
	}
	if len(plain) > 0 && few(s[ln.Start:ln.End], len(plain), len(sure)) {
		sure = merge(sure, plain)
	}
	if headings >= 2 {
		sure = merge(sure, headingEnds(s, ln, o, sure))
	}
	return sure
}

// finder walks the white space of a text. It keeps where the next of each kind stands, so that a text without any is passed over
// at the speed of a search.
type finder struct {
	s  string
	at [len(whites)]int // where each kind stands next, + 1; 0: not looked for, -1: nowhere
}

var whites = [...]string{" ", "\u3000", "\u00A0", "\t", "\u2002", "\u2003"}

// blank is the offset of the first white space at or behind off; -1 if there is none. Offsets must not fall from call to call.
func (f *finder) blank(off int) int {
	best := -1
	for k := range f.at {
		if f.at[k] < 0 {
			continue
		}
		if f.at[k] <= off {
			if f.at[k] = -1; off <= len(f.s) {
				if i := strings.Index(f.s[off:], whites[k]); i >= 0 {
					f.at[k] = off + i + 1
				}
			}
		}
		if i := f.at[k] - 1; i >= 0 && (best < 0 || i < best) {
			best = i
		}
	}
	return best
}

// nextBlank is the offset of the first white space in s; -1 if there is none.
func nextBlank(s string) int {
	f := finder{s: s}
	return f.blank(0)
}

// numbered reports whether the marker behind a gap begins a paragraph.
func numbered(s string, o *outline.Outline, m outline.Marker, g gap) bool {
	if m.Start || g.before == 0 {
		return false
	}
	items := 0
	if m.List >= 0 {
		items = len(o.Lists[m.List].Items)
	}
	switch m.Kind {
	case outline.Han, outline.HanParen:
		if g.ends {
			return !m.Weak || items >= 2 && !countsOn(s[m.Span.End:])
		}
		// A heading without a mark, then white space, then the next number.
		return items >= 3 && m.N > 1 && isHan(g.before) && !splits(s, o, m, g) && settled(o, m)
	case outline.HanIs, outline.HanOrdinal:
		return g.ends && items >= 2
	case outline.Arabic, outline.ArabicParen, outline.HalfParen, outline.Circled:
		return g.ends && items >= 3 && (isHan(next(s, m.Span.End)) || isHan(last(s, g.start)) || stops(g.mark))
	}
	return false
}

// settled: the sibling before m begins a line, or stands behind the end of a sentence as certain markers do.
func settled(o *outline.Outline, m outline.Marker) bool {
	for _, k := range o.Lists[m.List].Items {
		if x := o.Markers[k]; x.N == m.N-1 && !x.Weak {
			return true
		}
	}
	return false
}

// opens reports whether a paragraph may begin with r.
func opens(r rune) bool {
	return isHan(r) || isDigit(r) || strings.ContainsRune("“‘《【(（\"—", r)
}

// wide reports whether white space is an indent: two ideographic spaces, or at least three others.
func wide(s string) bool {
	n := 0
	for _, r := range s {
		switch r {
		case '\u3000', '\t', '\u2003':
			n += 2
		default:
			n++
		}
	}
	return n >= 3
}

// few reports whether n single spaces behind sentences are what is left of paragraphs, and no habit of the typist's: there are
// several, most sentences have none, and what lies between them is as long as paragraphs are.
func few(line string, n, sure int) bool {
	if n < 3 && sure < 2 {
		return false
	}
	ends := strings.Count(line, "。") + strings.Count(line, "！") + strings.Count(line, "？")
	return 2*n <= ends && len(line) >= (n+sure)*3*40
}

// headingEnds finds, behind the numbers of scars, the white space that ends their headings: 一、过去五年工作回顾 过去五年,…
func headingEnds(s string, ln text.Span, o *outline.Outline, sure []scar) []scar {
	var out []scar
	at := []int{}
	if m, ok := o.Marked(skipBlank(s, ln)); ok {
		at = append(at, m.Span.End)
	}
	for _, sc := range sure {
		if sc.marker >= 0 {
			at = append(at, sc.mark.End)
		}
	}
	for _, from := range at {
		room := s[from:min(ln.End, from+maxHeading)]
		n := nextBlank(room)
		if n < 6 || strings.ContainsAny(room[:n], "。！？；!?;") {
			continue
		}
		end := from + n
		for end < ln.End && isBlank(next(s, end)) {
			end += len(string(next(s, end)))
		}
		if _, marked := o.Marked(end); marked || !isHan(last(s, from+n)) || !opens(next(s, end)) || end >= ln.End {
			continue
		}
		if g := gapBefore(s, end); g.ends {
			continue
		}
		out = append(out, scar{gap: text.Span{Start: from + n, End: end}, mark: text.Span{Start: from + n, End: end + len(string(next(s, end)))}, marker: -1})
	}
	return out
}

// maxHeading is how many bytes a heading may take.
const maxHeading = 150

func skipBlank(s string, ln text.Span) int {
	at := ln.Start
	for at < ln.End && isBlank(next(s, at)) {
		at += len(string(next(s, at)))
	}
	return at
}

// merge joins two sorted lists of scars.
func merge(a, b []scar) []scar {
	out := make([]scar, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].gap.Start < b[0].gap.Start:
			out, a = append(out, a[0]), a[1:]
		case len(a) > 0 && a[0].gap.Start == b[0].gap.Start:
			b = b[1:]
		default:
			out, b = append(out, b[0]), b[1:]
		}
	}
	return out
}
