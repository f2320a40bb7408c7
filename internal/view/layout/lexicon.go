package layout

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
)

//go:embed markers.txt
var markersFile string

// mode says where in a line a marker counts.
type mode uint8

const (
	whole  mode = iota // the line, or a part of it between separators
	label              // the marker, then a colon, then a short value or nothing
	start              // at the beginning of the line
	has                // anywhere in the line
	notice             // anywhere in a paragraph at the end
)

// marker is one entry of markers.txt.
type marker struct {
	text   string // folded, without white space
	part   Part
	weight uint8 // 1–3
	mode   mode
	place  bool // the name of a place
}

// lexicon finds markers. It is immutable.
type lexicon struct {
	whole   map[string][]marker
	label   map[string][]marker
	starts  map[head][]marker
	has     map[rune][]marker
	legal   map[rune][]marker
	places  map[string]bool // names of places among the whole ones
	sizes   map[rune]uint64 // of markers of mode whole that begin with a rune: bit n is set if one has n bytes
	heads   [1 << 10]uint64 // which runes of the basic plane begin a marker of mode whole
	first   [1 << 10]uint64 // which runes of the basic plane begin a marker of mode has
	atHead  [1 << 10]uint64 // … of mode start
	atLegal [1 << 10]uint64 // … of mode notice
}

// head is the first two runes of a marker of mode start: one rune alone begins many a paragraph. The second is 0 where the marker
// is one rune (©).
type head [2]rune

// words is the lexicon, made at first use and never changed.
var words = sync.OnceValue(func() *lexicon { return parseLexicon(markersFile) })

func parseLexicon(src string) *lexicon {
	x := &lexicon{whole: make(map[string][]marker, strings.Count(src, "、")), label: map[string][]marker{}, starts: map[head][]marker{}, has: map[rune][]marker{}, legal: map[rune][]marker{},
		places: map[string]bool{}, sizes: map[rune]uint64{}}
	var m marker
	for line := range strings.SplitSeq(src, "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && strings.HasSuffix(line, "]") && strings.Count(line, " ") == 2:
			f := strings.Fields(line[1 : len(line)-1])
			m = marker{part: partByName[f[0]], place: f[0] == "place", weight: f[1][0] - '0', mode: map[string]mode{"whole": whole, "label": label, "start": start, "has": has, "notice": notice}[f[2]]}
		default:
			for w := range strings.SplitSeq(line, "、") {
				if m.text = foldKey(w); m.text != "" {
					x.add(m)
				}
			}
		}
	}
	return x
}

func (x *lexicon) add(m marker) {
	r, size := utf8.DecodeRuneInString(m.text)
	switch m.mode {
	case whole:
		if m.place {
			x.places[m.text] = true
		}
		x.heads[uint16(r)>>6] |= 1 << (r & 63)
		x.sizes[r] |= 1 << min(len(m.text), 63)
		x.whole[m.text] = append(x.whole[m.text], m)
	case label:
		x.label[m.text] = append(x.label[m.text], m)
	case start:
		at := head{r}
		if size < len(m.text) {
			at[1], _ = utf8.DecodeRuneInString(m.text[size:])
		}
		x.starts[at] = append(x.starts[at], m)
		x.atHead[uint16(r)>>6] |= 1 << (r & 63)
	case notice:
		x.legal[r] = append(x.legal[r], m)
		x.atLegal[uint16(r)>>6] |= 1 << (r & 63)
	case has:
		x.has[r] = append(x.has[r], m)
		x.first[uint16(r)>>6] |= 1 << (r & 63)
	}
}

// foldKey is s folded and without white space, as markers are compared.
func foldKey(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if !skipped(r) {
			b = utf8.AppendRune(b, scan.Fold(r))
		}
	}
	return string(b)
}

// skipped are runes that no marker holds: white space, invisible characters, private use.
func skipped(r rune) bool {
	if r > ' ' && r < 0x80 {
		return false
	}
	switch scan.ClassOf(r) {
	case scan.LF, scan.CR, scan.Tab, scan.Space, scan.WideSpace, scan.NoBreakSpace, scan.OddSpace, scan.Invisible, scan.Bidi, scan.Control, scan.PrivateUse:
		return true
	}
	return false
}
