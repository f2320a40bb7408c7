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
	brackets [2]string
	block    text.Span         // the lines from the first note to the last
	han      int               // unified ideographs
	notes    int               // notes behind an ideograph that has the reading
	inText   int               // those with an ideograph behind them as well
	strange  int               // notes behind anything else
	swallow  int               // '?' and a syllable without its opening bracket
	replaced [2]int            // '?' or U+FFFD before a whole note
	counts   map[rune]*counted // every annotated character
	odd      map[rune]*counted // characters with a note that no dictionary has for them
	seen     []uint32          // occurrences of each ideograph from U+4E00
}

type counted struct {
	notes map[string]int // by the note as it is written
	first int            // where the first note stands
	last  int            // where the last note stands
}

// surveyOf counts the notes in brackets b. Linear in len(s).
func surveyOf(s string, b [2]string) *survey {
	v := &survey{brackets: b, counts: map[rune]*counted{}, odd: map[rune]*counted{}, seen: make([]uint32, 0x9FFF-0x4E00+1), block: text.Span{Start: -1}}
	var prev rune
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isUnified(r) {
			v.seen[r-0x4E00]++
			v.han++
		}
		if raw, end := noteAt(s, i, b); end > 0 {
			v.note(s, i, end, prev, raw)
			if end > i+size {
				i = end // the note's own letters; prev stays, so that a second note is strange
				prev = 0
				continue
			}
		} else if (r == '?' || r == '�') && isUnified(prev) {
			v.mark(s, i, size, r)
		}
		prev = r
		i += size
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
		c = &counted{notes: map[string]int{}, first: at}
		m[r] = c
	}
	c.last = at
	c.notes[raw]++
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
