package layout

import (
	"github.com/reportlint/reportlint/internal/text"
)

// Line is what the map knows of one line.
type Line struct {
	Span text.Span // the visible part: white space at both ends left out
	Role Role
	Part Part // of which part of the site; NoPart unless Role is Frame or Meta
	// Sure says that the line itself, or what stands on both sides of it, proves the role. A line that is frame only by where
	// it stands (a headline in a list of links) is not sure.
	Sure bool
	// Label says that the line is a label with nothing behind it: 作者：
	Label bool

	shape  shape
	weight uint8  // of the strongest marker, 0 for none
	hits   uint8  // distinct markers
	found  Part   // the part the markers speak for
	marker string // the strongest marker
	cells  int32  // width on a terminal, near enough for comparing lines; 0 for lines that were not read
	runes  int32  // visible code points, counted as far as the line was read
	why    why
	near   int32 // the line that proves it, for reasons that name one
}

// shape is what can be seen of a line without its neighbours.
type shape uint32

const (
	prose    shape = 1 << iota // sentences
	solid                      // prose of a length that no interface has
	ends                       // ends as a sentence does
	short                      // at most 30 code points
	numbered                   // begins with a number of the outline
	salutes                    // 各位代表：
	dated                      // holds a date, and is not a sentence
	dateOnly                   // is a date or a time and nothing else
	bulleted                   // begins with a bullet or an arrow
	symbols                    // no letter, no Han, no digit
	numeric                    // digits and little else
	attaches                   // 附件：…
	located                    // a dateline: a date and a meeting
	signed                     // a byline: an office and a name, or a name alone
	titled                     // ends as titles of documents do
	bar                        // several words of an interface side by side
	long                       // more than 80 code points
	valued                     // a label with a value
	stamped                    // holds a date with the time of day, and is no sentence
	named                      // is the name of a row of the page's own data, without its colon
)

func (s shape) is(t shape) bool { return s&t != 0 }

// strong reports whether the line separates frame from text.
func (l *Line) strong() bool {
	return l.weight >= 2 && !(l.shape.is(solid) && l.shape.is(long) && l.weight < 3)
}
