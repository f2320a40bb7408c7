package repair

import "strings"

// A cell is one item of the stream that the cloak worked on: a byte, a character that GBK cannot write, or a note.
type cell int32

const (
	opaqueCell cell = 1 << 24
	noteCell   cell = 2 << 24
	cellKind   cell = 3 << 24
)

func byteCell(b byte) cell    { return cell(b) }
func opaque(r rune) cell      { return opaqueCell | cell(r) }
func (c cell) isByte() bool   { return c < 0x100 }
func (c cell) isNote() bool   { return c&cellKind == noteCell }
func (c cell) isOpaque() bool { return c&cellKind == opaqueCell }
func (c cell) value() rune    { return rune(c &^ cellKind) }
func noteOn(p pair) cell      { return noteCell | cell(p) }
func (c cell) notePair() pair { return pair(c &^ cellKind) }
func appendPair(cs []cell, p pair) []cell {
	return append(cs, byteCell(p.lead()), byteCell(p.trail()))
}

// textOf decodes cells without their notes. fold is applied to every character.
func textOf(cs []cell, fold func(rune) rune) string {
	var b strings.Builder
	b.Grow(len(cs) * 3 / 2) // two bytes become three
	for i := 0; i < len(cs); i++ {
		c := cs[i]
		switch {
		case c.isNote():
		case c.isOpaque():
			b.WriteRune(c.value())
		case c < 0x80:
			b.WriteByte(byte(c))
		default:
			j := i + 1
			for j < len(cs) && cs[j].isNote() {
				j++ // a note that cut the character
			}
			if j == len(cs) || !cs[j].isByte() || !isLead(byte(c)) || !isTrail(byte(cs[j])) {
				b.WriteRune('�')
				continue
			}
			b.WriteRune(fold(pairOf(byte(c), byte(cs[j])).rune()))
			i = j
		}
	}
	return b.String()
}
