package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// brackets are the signs that a cloak sets around a syllable, the commonest first.
var brackets = [...][2]string{{"(", ")"}, {"【", "】"}, {"（", "）"}, {"[", "]"}}

// maxSyllable is the length of the longest spelling of a syllable in bytes: six letters, one with two combining marks.
const maxSyllable = 12

// syllableAt returns the end of the run of Pinyin letters at s[i:], i if there is none, and whether one carries a tone mark.
func syllableAt(s string, i int) (end int, toned bool) {
	for end = i; end < len(s) && end-i <= maxSyllable; {
		c := s[end]
		if c >= 'a' && c <= 'z' {
			end++
			continue
		}
		if c < 0xC3 || c > 0xE1 {
			break
		}
		r, size := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿɑɡăĕĭŏŭ\u0300\u0301\u0304\u0306\u0308\u030c", r) {
			break
		}
		toned = toned || r != 'ü' && r != 'ê' && r != 'ɑ' && r != 'ɡ' && r != '\u0308'
		end += size
	}
	return end, toned
}

// noteAt reads a note, opening bracket, syllable, closing bracket, at s[i:]. end is 0 if there is none.
func noteAt(s string, i int, b [2]string) (raw string, end int) {
	if !strings.HasPrefix(s[i:], b[0]) {
		return "", 0
	}
	return closedSyllable(s, i+len(b[0]), b)
}

// closedSyllable reads a syllable and its closing bracket at s[i:], a note that lost its opening one.
func closedSyllable(s string, i int, b [2]string) (raw string, end int) {
	j, toned := syllableAt(s, i)
	if j == i || j-i > maxSyllable || !strings.HasPrefix(s[j:], b[1]) {
		return "", 0
	}
	if raw = s[i:j]; toned && !tables.IsSyllable(raw) || !toned && j-i > 6 {
		return "", 0
	}
	return raw, j + len(b[1])
}

// A survey counts the notes of a text before anything is decided.
type survey struct {
	census
	brackets [2]string
	block    text.Span         // the lines from the first note to the last
	notes    int               // notes behind an ideograph that has the reading
	inText   int               // those with an ideograph behind them as well
	strange  int               // notes behind anything else
	swallow  int               // '?' and a syllable without its opening bracket
	replaced [2]int            // '?' or U+FFFD before a whole note
	counts   map[rune]*counted // every annotated character
	odd      map[rune]*counted // characters with a note that no dictionary has for them
}

type counted struct {
	notes []noted // as they are written; nearly always one
	first int     // where the first note stands
	last  int     // where the last note stands
}

// noted is a note and how often it stands behind a character.
type noted struct {
	raw   string
	times int
}

// A census counts the ideographs of a text, whatever its notes.
type census struct {
	han  int      // all of them
	seen []uint32 // each one from U+4E00
}

func censusOf(s string) census {
	c := census{seen: make([]uint32, 0x9FFF-0x4E00+1)}
	for _, r := range s {
		if isUnified(r) {
			c.seen[r-0x4E00]++
			c.han++
		}
	}
	return c
}

// surveyOf counts the notes in brackets b. Linear in len(s).
func surveyOf(s string, b [2]string, c census) *survey {
	v := &survey{brackets: b, census: c, counts: map[rune]*counted{}, odd: map[rune]*counted{}, block: text.Span{Start: -1}}
	open, _ := utf8.DecodeRuneInString(b[0])
	var prev rune
	behind := 0 // the end of the last note
	for i, r := range s {
		switch {
		case i < behind:
			continue
		case r == open:
			if raw, end := noteAt(s, i, b); end > 0 {
				v.note(s, i, end, prev, raw)
				behind, prev = end, 0 // a second note is strange
				continue
			}
		case (r == '?' || r == '�') && isUnified(prev):
			_, size := utf8.DecodeRuneInString(s[i:])
			v.mark(s, i, size, r)
		}
		prev = r
	}
	if v.block.Start < 0 {
		return v
	}
	v.block.Start = strings.LastIndexByte(s[:v.block.Start], '\n') + 1
	if n := strings.IndexByte(s[v.block.End:], '\n'); n >= 0 {
		v.block.End += n
	} else {
		v.block.End = len(s)
	}
	return v
}

// saw extends the block by the character at offset at.
func (v *survey) saw(at int) {
	if v.block.Start < 0 {
		v.block.Start = at
	}
	v.block.End = at
}

func (v *survey) note(s string, at, end int, prev rune, raw string) {
	if !isUnified(prev) {
		v.strange++
		return
	}
	if !tables.HasReading(prev, raw) {
		v.strange++
		tell(v.odd, prev, raw, at)
		return
	}
	v.notes++
	v.saw(at)
	if next, _ := utf8.DecodeRuneInString(s[end:]); isUnified(next) {
		v.inText++
	}
	tell(v.counts, prev, raw, at)
}

// tell adds a note of r to m.
func tell(m map[rune]*counted, r rune, raw string, at int) {
	c := m[r]
	if c == nil {
		c = &counted{first: at}
		m[r] = c
	}
	c.last = at
	for i := range c.notes {
		if c.notes[i].raw == raw {
			c.notes[i].times++
			return
		}
	}
	c.notes = append(c.notes, noted{raw, 1})
}

func (v *survey) mark(s string, at, size int, r rune) {
	if raw, _ := closedSyllable(s, at+size, v.brackets); raw != "" && r == '?' && tables.IsSyllable(raw) {
		v.swallow++
	} else if raw, _ := noteAt(s, at+size, v.brackets); raw != "" && tables.IsSyllable(raw) {
		if r == '?' {
			v.replaced[0]++
		} else {
			v.replaced[1]++
		}
	} else {
		return
	}
	v.saw(at)
}

// gaps is how many splits announce themselves by a mark.
func (v *survey) gaps() int { return v.swallow + v.replaced[0] + v.replaced[1] }
