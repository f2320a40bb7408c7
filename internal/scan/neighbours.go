package scan

import "unicode/utf8"

// noRune is part of no literal: it stands for a byte that is not UTF-8 and for the end of the text.
const noRune = -1

// foldedAt is the folded rune that begins at s[at:] and its size in bytes.
func (p *Program) foldedAt(s string, at int) (rune, int) {
	if at+2 < len(s) {
		a, b, c := s[at], s[at+1], s[at+2]
		if a > 0xE0 && a < 0xED && b&0xC0 == 0x80 && c&0xC0 == 0x80 {
			return p.fold(rune(a&0x0F)<<12 | rune(b&0x3F)<<6 | rune(c&0x3F)), 3
		}
	}
	r, size, class := Decode(s[at:])
	if class == Invalid {
		return noRune, size
	}
	return p.fold(r), size
}

// sizeBefore is the size in bytes of the character before s[at:]. The pass has seen that one: it is three bytes of which the
// first is none that continues, or it is for the library to find.
func sizeBefore(s string, at int) int {
	if at >= 3 && s[at-3] > 0xE0 && s[at-3] < 0xED && s[at-2]&0xC0 == 0x80 && s[at-1]&0xC0 == 0x80 {
		return 3
	}
	_, size := utf8.DecodeLastRuneInString(s[:at])
	return size
}

// fold is Fold by table.
func (p *Program) fold(r rune) rune {
	if r < 1<<16 && p.folds[uint16(r)] != 0 {
		return rune(p.folds[uint16(r)])
	}
	return Fold(r)
}
