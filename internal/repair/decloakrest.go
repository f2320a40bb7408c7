package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// tonedLetters counts the letters of s that carry a tone mark of Pinyin.
func tonedLetters(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0xE0 && r < 0x300 && strings.ContainsRune("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", r) {
			n++
		}
	}
	return n
}

// notesIn counts what reads like a note in s.
func notesIn(s string, b [2]string) int {
	n := 0
	for i := 0; ; {
		k := strings.Index(s[i:], b[0])
		if k < 0 {
			return n
		}
		if raw, _ := noteAt(s, i+k, b); raw != "" {
			n++
		}
		i += k + len(b[0])
	}
}

// rest looks for damage that is left in lines called decided, and in lines where no note was recognised: letters with tone
// marks, private-use characters, rare characters side by side. Such lines keep their text, whatever was proved: the table of
// this cloak, or its brackets, are not what they seemed.
func (d *decloaker) rest() {
	for _, l := range d.lines {
		if l.reason != Decided {
			continue
		}
		if !l.cloaked {
			if d.openNote(l) {
				l.cloaked, l.reason = true, Unexplained
			}
			continue
		}
		cells, ok := d.cellsOf(l)
		if !ok {
			continue
		}
		if s := textOf(cells, d.fold); tonedLetters(s) > l.glosses || notesIn(s, d.survey.brackets) > l.kept || d.garbled(s) {
			l.reason = Unexplained
		}
	}
}

// openNote reports whether a syllable with a tone mark and a closing bracket stand in the line without being a note.
func (d *decloaker) openNote(l *reading) bool {
	s := l.span.Of(d.src)
	close := d.survey.brackets[1]
	for i := 0; ; {
		n := strings.Index(s[i:], close)
		if n < 0 {
			return false
		}
		from := i + n
		for from > 0 {
			r, size := utf8.DecodeLastRuneInString(s[:from])
			if end, _ := syllableAt(string(r), 0); end == 0 {
				break
			}
			from -= size
		}
		if tonedLetters(s[from:i+n]) > 0 {
			return true
		}
		i += n + len(close)
	}
}

// garbled reports whether s holds private-use characters, or a character that no list of common ones has beside another or
// beside a letter or sign of ASCII.
func (d *decloaker) garbled(s string) bool {
	odd, ascii := false, false // what the last character was
	for _, r := range s {
		if isPrivate(r) {
			return true
		}
		rare := isUnified(r) && tables.Common(r) == tables.Unlisted && !isTraditional(r) && d.rd.model.uni.of(r) < 3
		letter := r >= '@' && r < 0x7F
		if rare && (odd || ascii) || letter && odd {
			return true
		}
		odd, ascii = rare, letter
	}
	return false
}
