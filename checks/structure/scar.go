package structure

import (
	"strings"
	"unicode/utf8"

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
	var all []lineGaps
	loose, inner, ends := 0, 0, 0
	blanks := finderOf(d)
	for i := range lines.Len() {
		ln := lines.Span(i)
		if ln.Len() < minScarLine {
			continue
		}
		from := skipBlank(s, ln)
		gap := blanks.blank(from)
		if gap < 0 {
			break
		}
		if gap >= ln.End || !mostlyHan(s[ln.Start:ln.End]) {
			continue
		}
		g := gapsOf(s, ln, from, o, &blanks)
		if g.headings < 2 && g.total > 0 {
			g.head = headingEnds(s, ln, o, g.sure)
			if loneHeading(s, i, lines, o) {
				g.sure, g.head = merge(g.sure, g.head), nil
			}
		}
		inner += g.inner - len(g.head)
		if len(g.plain) > 0 {
			loose += len(g.plain)
			ends += sentenceEnds(s[ln.Start:ln.End])
		}
		if len(g.sure)+len(g.plain)+len(g.head) > 0 {
			all = append(all, g)
		}
	}
	// Single spaces behind sentences, over the whole text: several, not a habit, and hardly any inside sentences.
	kept := loose >= leastLoose && inner <= loose/2 && 2*loose <= ends
	var out []scar
	for _, g := range all {
		if kept {
			g.sure = merge(merge(g.sure, g.head), long(g.ln, g.plain))
		}
		out = append(out, g.sure...)
	}
	return out
}

// leastLoose is how many single spaces behind sentences a text must have before they tell of lost breaks.
const leastLoose = 4

func sentenceEnds(s string) int {
	return strings.Count(s, "。") + strings.Count(s, "！") + strings.Count(s, "？")
}

// long are the gaps between pieces as long as paragraphs are.
func long(ln text.Span, gaps []scar) []scar {
	var out []scar
	for i, g := range gaps {
		before, behind := ln.Start, ln.End
		if i > 0 {
			before = gaps[i-1].gap.End
		}
		if i+1 < len(gaps) {
			behind = gaps[i+1].gap.Start
		}
		if g.gap.Start-before >= leastPiece && behind-g.gap.End >= leastPiece {
			out = append(out, g)
		}
	}
	return out
}

// leastPiece is the length in bytes of the shortest paragraph that a single space is believed to end.
const leastPiece = 3 * 40

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
	return 2*n <= sentenceEnds(line) && len(line) >= (n+sure)*3*40
}

func skipBlank(s string, ln text.Span) int {
	at := ln.Start
	for at < ln.End {
		r, n := utf8.DecodeRuneInString(s[at:ln.End])
		if !isBlank(r) {
			break
		}
		at += n
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
