package report

import (
	"fmt"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// glyph is what a reader takes for one character, as it is drawn.
type glyph struct {
	shown   string
	cells   int
	runes   int
	hostile bool // shown is a token for something that must not reach the terminal
	in      bool // inside the marked place
}

// tabStop is how far apart tabs are expanded to.
const tabStop = 4

// glyphs draws one line of a file whose place at is to be marked. at grows to the edges of the characters it touches; an empty
// place stays empty: nothing is marked, and the returned index is where it stands.
func glyphs(line string, at text.Span, ambiguous int) (gs []glyph, insertion int) {
	insertion = -1
	empty := at.Start == at.End
	if !empty {
		at = text.Snap(line, at)
	}
	cells := 0
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		if empty && insertion < 0 && i >= at.Start {
			insertion = len(gs)
		}
		g := glyph{runes: 1, in: !empty && i >= at.Start && i < at.End}
		token, hostile := escape(line[i:], r, n)
		switch {
		case r == '\n':
			g.shown, g.hostile = "<U+000A>", true
		case hostile:
			g.shown, g.hostile = token, true
		case draws(r): // onto nothing, or onto a token
			g.shown, g.hostile = fmt.Sprintf("<U+%04X>", r), true
		case r == '\t':
			g.shown = "    "[:tabStop-cells%tabStop]
		case r == '#' && i > 0 && line[i-1] == '#' && logCommand(line[i+n:]):
			g.shown, g.hostile = "<U+0023>", true
		default:
			end := i + n
			for end < len(line) {
				next, m := utf8.DecodeRuneInString(line[end:])
				if !draws(next) || end-i > 64 {
					break
				}
				end += m
				g.runes++
			}
			n = end - i
			g.shown = line[i:end]
		}
		if !g.hostile && r != '\t' {
			g.cells = text.Cells(g.shown, ambiguous)
		} else {
			g.cells = len(g.shown)
		}
		cells += g.cells
		gs = append(gs, g)
		i += n
	}
	if empty && insertion < 0 {
		insertion = len(gs)
	}
	return gs, insertion
}

// draws reports whether r is drawn onto the character before it and takes no cell of its own. The zero-width joiner is not
// among them: alone it is hostile, and a joined picture is drawn as its parts.
func draws(r rune) bool {
	_, hostile := text.Escape(r, 0)
	return r >= 0x300 && !hostile && text.RuneCells(r, 1) == 0
}
