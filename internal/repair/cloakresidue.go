package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// NoteAt reports whether an inserted note, or one that cut a character, begins at s[i:]: an opening bracket behind a
// character that has the reading, or the mark of a lost byte before a syllable. It is cheap; a few of them make Decloak
// worth calling.
func NoteAt(s string, i int) (note, gap bool) {
	prev, _ := utf8.DecodeLastRuneInString(s[:i])
	r, size := utf8.DecodeRuneInString(s[i:])
	if r == '?' || r == '�' {
		if raw, _ := closedSyllable(s, i+size, brackets[0]); raw != "" && isUnified(prev) && tables.IsSyllable(raw) {
			return false, true
		}
		raw, _ := noteAt(s, i+size, brackets[0])
		return false, raw != "" && isUnified(prev) && tables.IsSyllable(raw)
	}
	for _, b := range brackets {
		if raw, _ := noteAt(s, i, b); raw != "" {
			return isUnified(prev) && tables.HasReading(prev, raw), false
		}
	}
	return false, false
}

// minResidue is how many different characters of a line must carry notes for it to count as cloaked by itself.
const minResidue = 3

// residue looks for lines that are cloaked, in a text that is not cloaked as a whole: an excerpt, or what a repair left. It
// claims no repair.
func residue(s string) *Cloak {
	c := &Cloak{Brackets: brackets[0], Total: len(s)}
	lines := text.SplitLines(s)
	for i := range lines.Len() {
		span := lines.Span(i)
		places, keys := residueOf(s[span.Start:span.End])
		for _, p := range places {
			c.Places = append(c.Places, text.Span{Start: span.Start + p.Start, End: span.Start + p.End})
		}
		if len(places) > 0 {
			c.Keys = max(c.Keys, keys)
			c.Undecided = append(c.Undecided, Undecided{span, Unproved})
		}
	}
	if c.Notes = len(c.Places); c.Notes == 0 {
		return nil
	}
	for _, p := range c.Places {
		if r, _ := utf8.DecodeRuneInString(s[p.Start:]); r == '?' || r == '�' {
			c.Splits = append(c.Splits, Split{Span: p, Reason: Unproved})
		}
	}
	return c
}

// residueOf returns the notes of a line that only a cloak explains: an explained split, or at least minResidue traditional
// characters, in running text, that carry their customary reading wherever they stand on the line.
func residueOf(line string) (places []text.Span, keys int) {
	if !strings.Contains(line, ")") {
		return nil, 0
	}
	noted, bare := map[rune]int{}, map[rune]int{}
	explained, foreign, han := false, false, 0
	var prev rune
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRuneInString(line[i:])
		end := 0
		if r == '(' {
			var raw string
			if raw, end = noteAt(line, i, brackets[0]); end > 0 && isUnified(prev) {
				next, _ := utf8.DecodeRuneInString(line[end:])
				if isTraditional(prev) && tables.FirstReading(prev) == tables.CanonicalSyllable(raw) {
					bare[prev]--
					if isUnified(next) && tables.FrequentHan(tables.TraditionalToSimplified(prev)) {
						noted[prev]++
					}
					places = append(places, text.Span{Start: i, End: end})
				} else if tables.HasReading(prev, raw) {
					foreign = true // a lesson annotates these, too
				}
			}
		} else if (r == '?' || r == '�') && isUnified(prev) {
			if end = explainedGap(line, i, size, prev); end > 0 {
				explained = true
				places = append(places, text.Span{Start: i, End: end})
			}
		}
		if end > 0 {
			prev = 0
			i = end
			continue
		}
		if isUnified(r) {
			bare[r]++
			han++
		}
		prev = r
		i += size
	}
	for r := range noted {
		if bare[r] == 0 {
			keys++
		}
	}
	if explained || keys >= minResidue && !foreign && float64(len(places)) <= maxDensity*float64(han) {
		return places, keys
	}
	return nil, 0
}

// explainedGap returns the end of a split note at line[i:], 0 if no traditional character with this customary reading could
// have lost its second byte there, to the benefit of a character that makes sense.
func explainedGap(line string, i, size int, prev rune) int {
	raw, end := closedSyllable(line, i+size, brackets[0])
	if raw == "" {
		raw, end = noteAt(line, i+size, brackets[0])
	}
	p, ok := encode(prev)
	if raw == "" || !tables.IsSyllable(raw) || !ok || !isLead(p.trail()) {
		return 0
	}
	next, _ := utf8.DecodeRuneInString(line[end:])
	first := byte(next)
	if q, ok := encode(next); ok {
		first = q.lead()
	} else if next >= utf8.RuneSelf {
		return 0
	}
	for x := 0x81; x <= 0xFE; x++ {
		t := pairOf(p.trail(), byte(x)).rune()
		if !isTraditional(t) || tables.FirstReading(t) != tables.CanonicalSyllable(raw) {
			continue
		}
		if next == '?' || next == '�' {
			return end
		}
		if y := tables.GB18030Pair(byte(x), first); isUnified(y) && (tables.Common(y) != tables.Unlisted || isTraditional(y)) {
			return end
		}
	}
	return 0
}
