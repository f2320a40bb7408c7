package tables

import (
	_ "embed"
	"sync"
)

// The two-byte part of GB 18030 as the encoding standard lists it: the 126 lead
// bytes 81–FE with the 190 trail bytes 40–7E and 80–FE. Every pair has a code
// point; where the standard assigned no character that is one of the private
// use area, so that text survives a round trip.
//
//go:embed data/gb18030.txt
var gb18030Sheet sheet

const (
	gbkLeads     = 0xFE - 0x81 + 1
	gbkTrails    = 190
	gbkLineBytes = 4*gbkTrails + 1 // four hex digits a pair, and the line end
)

// GB18030Pair returns the code point of the byte pair b1 b2, always one of the
// basic plane, and -1 if the bytes are no pair (b1 outside 81–FE, or b2 outside
// 40–7E and 80–FE). The user-defined areas and the holes give private-use code
// points: AAA1–AFFE U+E000…, F8A1–FEFE U+E234…, A140–A7A0 U+E4C6…, and A6DD in
// the rows of symbols U+E791. A3A0 gives U+3000, as browsers have it.
func GB18030Pair(b1, b2 byte) rune {
	if b1 < 0x81 || b1 > 0xFE || b2 < 0x40 || b2 == 0x7F || b2 > 0xFE {
		return -1
	}
	col := int(b2) - 0x40
	if b2 > 0x7F {
		col--
	}
	return rune(gb18030Runes()[int(b1)-0x81][col])
}

// gb18030Runes are the code points by lead and trail byte.
var gb18030Runes = sync.OnceValue(func() *[gbkLeads][gbkTrails]uint16 {
	t := new([gbkLeads][gbkTrails]uint16)
	body := gb18030Sheet.body()
	for row := range t {
		for col := range t[row] {
			at := row*gbkLineBytes + 4*col
			var r uint16
			for _, c := range []byte(body[at : at+4]) {
				if c <= '9' {
					r = r<<4 | uint16(c-'0')
				} else {
					r = r<<4 | uint16(c-'A'+10)
				}
			}
			t[row][col] = r
		}
	}
	return t
})

// gb18030Pairs is the inverse: the pair b1<<8|b2 of every code point of the
// basic plane, 0 for none.
var gb18030Pairs = sync.OnceValue(func() *[1 << 16]uint16 {
	t := new([1 << 16]uint16)
	for b1 := 0x81; b1 <= 0xFE; b1++ {
		for b2 := 0x40; b2 <= 0xFE; b2++ {
			// The first pair stands: U+3000 is A1A1, not A3A0.
			if r := GB18030Pair(byte(b1), byte(b2)); r >= 0 && t[r] == 0 {
				t[r] = uint16(b1<<8 | b2)
			}
		}
	}
	return t
})

// GB18030Bytes returns the byte pair whose code point is r, the inverse of
// GB18030Pair; ok is false if r is ASCII or takes four bytes in GB 18030. What
// has a pair here is what GBK can write, with its user-defined characters.
func GB18030Bytes(r rune) (b1, b2 byte, ok bool) {
	if r < 0x80 || r > 0xFFFF {
		return 0, 0, false
	}
	p := gb18030Pairs()[r]
	return byte(p >> 8), byte(p), p != 0
}

// reassigned are the private-use code points that the encoding standard still
// lists for a pair, with the characters that GB 18030-2022 puts there (its
// table D: ten presentation forms and fourteen ideographs).
var reassigned = []struct{ private, assigned rune }{
	{0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13}, {0xE791, 0xFE14},
	{0xE792, 0xFE15}, {0xE793, 0xFE16}, {0xE794, 0xFE17}, {0xE795, 0xFE18}, {0xE796, 0xFE19},
	{0xE816, 0x20087}, {0xE817, 0x20089}, {0xE818, 0x200CC}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5},
	{0xE82B, 0x9FB6}, {0xE82C, 0x9FB7}, {0xE831, 0x215D7}, {0xE832, 0x9FB8}, {0xE83B, 0x2298F},
	{0xE843, 0x9FB9}, {0xE854, 0x9FBA}, {0xE855, 0x241FE}, {0xE864, 0x9FBB},
}

// StandardPrivateUse returns the assigned character for a private-use code
// point that GB 18030-2000 had to use because Unicode lacked the character
// (105 of them), by the editions of 2005 and 2022. ok is false for every other
// rune, the user-defined areas among them.
func StandardPrivateUse(r rune) (assigned rune, ok bool) {
	for _, p := range reassigned {
		if p.private == r {
			return p.assigned, true
		}
	}
	switch { // the pairs that the edition of 2000 wrote with these code points
	case 0xE7C7 <= r && r <= 0xE7C8: // ḿ ǹ
		return GB18030Pair(0xA8, [...]byte{0xBC, 0xBF}[r-0xE7C7]), true
	case 0xE7E7 <= r && r <= 0xE7F3: // 〾 and the ideographic description characters
		return GB18030Pair(0xA9, byte(0x89+r-0xE7E7)), true
	case 0xE815 <= r && r <= 0xE864: // radicals and ideographs of extension A
		b2 := 0x50 + r - 0xE815
		if b2 >= 0x7F {
			b2++
		}
		return GB18030Pair(0xFE, byte(b2)), true
	}
	return 0, false
}

// Level is the level of a character in GB 2312.
type Level uint8

const (
	Unlisted Level = iota // not an ideograph of GB 2312
	Level1                // rows 16–55: the 3,755 most common characters
	Level2                // rows 56–87: the 3,008 less common ones
)

// Common returns the level of the ideograph r in GB 2312 (1980).
func Common(r rune) Level {
	b1, b2, ok := GB18030Bytes(r)
	if !ok || b2 < 0xA1 || 0xE000 <= r && r < 0xF900 {
		return Unlisted
	}
	switch {
	case 0xB0 <= b1 && b1 <= 0xD7:
		return Level1
	case 0xD8 <= b1 && b1 <= 0xF7:
		return Level2
	}
	return Unlisted
}
