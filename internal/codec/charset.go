package codec

import (
	"unicode/utf8"
)

// unit is what one step of decoding finds: n bytes that write the character r, followed in four cases of Big5 by the
// combining mark. Bad bytes are no character; r is then U+FFFD.
type unit struct {
	r, mark rune
	n       int
	bad     bool
}

// charset is one way of writing characters in bytes. next decodes the first unit of b, which is not empty; appendRune
// encodes r, or reports that it cannot.
type charset struct {
	next       func(b []byte) unit
	appendRune func(dst []byte, r rune) ([]byte, bool)
	ascii      bool // bytes below 0x80 at a unit's start write themselves
}

func (e Encoding) charset() (charset, bool) {
	switch e {
	case UTF8, UTF8BOM:
		return charset{nextUTF8, appendUTF8, true}, true
	case UTF16LE:
		return charset{nextUTF16LE, appendUTF16LE, false}, true
	case UTF16BE:
		return charset{nextUTF16BE, appendUTF16BE, false}, true
	case GB18030:
		return charset{nextGB18030, appendGB18030, true}, true
	case Big5:
		return charset{nextBig5, appendBig5, true}, true
	}
	return charset{}, false
}

// bom is the byte order mark that announces e, "" where a mark would be a surprise.
func (e Encoding) bom() string {
	switch e {
	case UTF8, UTF8BOM:
		return "\xef\xbb\xbf"
	case UTF16LE:
		return "\xff\xfe"
	case UTF16BE:
		return "\xfe\xff"
	case GB18030:
		return "\x84\x31\x95\x33"
	}
	return ""
}

func nextUTF8(b []byte) unit {
	r, n := utf8.DecodeRune(b)
	return unit{r: r, n: n, bad: r == utf8.RuneError && n == 1}
}

func appendUTF8(dst []byte, r rune) ([]byte, bool) { return utf8.AppendRune(dst, r), true }

func nextUTF16LE(b []byte) unit { return nextUTF16(b, 0) }
func nextUTF16BE(b []byte) unit { return nextUTF16(b, 1) }

// nextUTF16 decodes with the low byte at offset low of each pair. A lone surrogate is two bad bytes, an odd last byte one.
func nextUTF16(b []byte, low int) unit {
	if len(b) < 2 {
		return unit{r: utf8.RuneError, n: 1, bad: true}
	}
	r := rune(b[low]) | rune(b[1-low])<<8
	if r < 0xd800 || r > 0xdfff {
		return unit{r: r, n: 2}
	}
	if r < 0xdc00 && len(b) >= 4 {
		if r2 := rune(b[2+low]) | rune(b[3-low])<<8; r2 >= 0xdc00 && r2 <= 0xdfff {
			return unit{r: 0x10000 + (r-0xd800)<<10 + (r2 - 0xdc00), n: 4}
		}
	}
	return unit{r: utf8.RuneError, n: 2, bad: true}
}

func appendUTF16LE(dst []byte, r rune) ([]byte, bool) {
	if r >= 0x10000 {
		r -= 0x10000
		hi, lo := 0xd800+r>>10, 0xdc00+r&0x3ff
		return append(dst, byte(hi), byte(hi>>8), byte(lo), byte(lo>>8)), true
	}
	return append(dst, byte(r), byte(r>>8)), true
}

func appendUTF16BE(dst []byte, r rune) ([]byte, bool) {
	n := len(dst)
	dst, ok := appendUTF16LE(dst, r)
	for i := n; i < len(dst); i += 2 {
		dst[i], dst[i+1] = dst[i+1], dst[i]
	}
	return dst, ok
}
