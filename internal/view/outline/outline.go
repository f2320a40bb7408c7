package outline

import (
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

// Kind is how a marker is written.
type Kind uint8

// The kinds, in the usual order of their levels.
const (
	Han            Kind = iota // 一、
	HanParen                   // (一)
	Arabic                     // 1. 1、
	ArabicParen                // (1), also (Seven)
	HalfParen                  // 1)
	Circled                    // ① ⑴ ⒈
	HanIs                      // 一是 一要
	HanOrdinal                 // 第一,
	Roman                      // I.
	EnglishOrdinal             // First,
	numKinds
)

// String is the marker for one.
func (k Kind) String() string {
	return [...]string{"一、", "(一)", "1.", "(1)", "1)", "①", "一是", "第一,", "I.", "First,"}[k]
}

// Marker is the number of a heading or of a list item.
type Marker struct {
	Span  text.Span // numeral and its marks
	Kind  Kind
	N     int  // 1-based
	Line  int  // 0-based
	Start bool // first on its line, after white space and bullets
	Weak  bool // stands where a word may have been cut
	Word  bool // an Arabic or Roman marker written as a word: (Seven)
	List  int  // index into Lists; -1: no list
}

// List is a run of siblings. Their numbers rise, not always by one: what is missing or twice there is for a check to judge.
type List struct {
	Kind   Kind
	Items  []int // indices into Markers, in order
	Parent int   // index of the marker it stands under; -1: none
	Reach  int   // the highest number up to which weak markers behind the last item could go on
	Ends   int   // offset where the list is over: the next marker of a parent or of a new list of the kind, or the end of the text
}

// Title is a line, or the head of a line, that names a report.
type Title struct {
	Span text.Span
	Line int  // 0-based
	Year int  // the year it names; 0: none
	Head bool // text follows on the same line
}

// Dateline is the date at which a report was given: alone on its line, or with the session.
type Dateline struct {
	Span             text.Span // the date
	Line             int       // 0-based
	Year, Month, Day int
	Session          bool // a session or a delivery stands beside the date
}

// Outline is the shape of a document. It is shared: nobody changes it.
type Outline struct {
	Markers     []Marker
	Lists       []List
	Titles      []Title
	Datelines   []Dateline
	Salutations []text.Span // 各位代表: Fellow Deputies, with a colon or comma behind, in the head of a line
}

// Of is the outline of d.
func Of(d *document.Document) *Outline {
	return document.View(d, build)
}

func build(d *document.Document) *Outline {
	s, lines, at := d.Text(), d.Lines(), document.View(d, look)
	o := &Outline{Markers: markers(s, lines, at.ends)}
	readHeads(o, s, lines, at.names)
	o.Lists = lists(o.Markers, o.openings(), len(s))
	return o
}

// openings are the offsets, rising, at which a report opens: no list goes on beyond one.
func (o *Outline) openings() []int {
	var out []int
	t, d := o.Titles, o.Datelines
	for len(t) > 0 || len(d) > 0 {
		if len(d) == 0 || len(t) > 0 && t[0].Span.Start < d[0].Span.Start {
			out, t = append(out, t[0].Span.Start), t[1:]
		} else {
			out, d = append(out, d[0].Span.Start), d[1:]
		}
	}
	return out
}

// Marked is the marker at offset off of the text, if one begins there.
func (o *Outline) Marked(off int) (Marker, bool) {
	lo, hi := 0, len(o.Markers)
	for lo < hi {
		if mid := (lo + hi) / 2; o.Markers[mid].Span.Start < off {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(o.Markers) && o.Markers[lo].Span.Start == off {
		return o.Markers[lo], true
	}
	return Marker{}, false
}

// After is the index of the first marker that begins at or behind off.
func (o *Outline) After(off int) int {
	lo, hi := 0, len(o.Markers)
	for lo < hi {
		if mid := (lo + hi) / 2; o.Markers[mid].Span.Start < off {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
