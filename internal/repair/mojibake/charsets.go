package mojibake

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// charset is a single-byte encoding that UTF-8 was read as.
type charset struct {
	name  string
	bytes [maxRune]byte // of the upper half, by rune; 0 for none
	runes [128]rune
}

// maxRune bounds the runes that the charsets hold, but for a manufacturer's sign in Mac OS Roman.
const maxRune = 0x2680

// byteOf is the byte that writes r, if it is one of the upper half.
func (c *charset) byteOf(r rune) (byte, bool) {
	if r < 0x80 || r >= maxRune {
		return 0xf0, r == 0xf8ff && c.name == "mac-roman"
	}
	b := c.bytes[r]
	return b, b != 0
}

// charsets are tried in this order; the first of equal reach wins. Bytes that an encoding leaves undefined are C1 controls, as
// browsers have them, and in code page 1252 all C1 controls stand for their byte: that is Latin-1.
var charsets = sync.OnceValue(func() []*charset {
	var out []*charset
	for _, e := range []struct {
		name string
		cm   *charmap.Charmap
	}{
		{"windows-1252", charmap.Windows1252}, {"windows-1250", charmap.Windows1250}, {"windows-1251", charmap.Windows1251},
		{"windows-1254", charmap.Windows1254}, {"windows-1257", charmap.Windows1257}, {"iso-8859-2", charmap.ISO8859_2},
		{"mac-roman", charmap.Macintosh}, {"cp437", charmap.CodePage437},
	} {
		c := &charset{name: e.name}
		for i := range c.runes {
			r := e.cm.DecodeByte(byte(0x80 + i))
			if r == utf8.RuneError {
				r = rune(0x80 + i)
			}
			c.runes[i] = r
			if r < maxRune {
				c.bytes[r] = byte(0x80 + i)
			}
		}
		if e.name == "windows-1252" {
			for i := rune(0x80); i < 0xa0; i++ {
				c.bytes[i] = byte(i)
			}
		}
		if e.name == "mac-roman" { // the currency sign was there before 1998
			c.bytes['¤'] = c.bytes['€']
		}
		out = append(out, c)
	}
	return out
})

// western reports whether the lead bytes of the charset are accented letters.
func (c *charset) western() bool { return c.bytes['Ç'] == 0xc7 || c.name == "windows-1257" }

// unit reads one character of UTF-8 from the text at offset p, written with the charset's characters: what it is and where it
// ends; ok is false if there is none.
func (c *charset) unit(src string, p int) (r rune, end int, ok bool) {
	first, n := utf8.DecodeRuneInString(src[p:])
	b, ok := c.byteOf(first)
	if !ok || b < 0xc2 || b > 0xf4 {
		return 0, p, false
	}
	want := 2
	if b >= 0xf0 {
		want = 4
	} else if b >= 0xe0 {
		want = 3
	}
	var buf [4]byte
	buf[0] = b
	end = p + n
	for i := 1; i < want; i++ {
		x, n := utf8.DecodeRuneInString(src[end:])
		b, ok := c.byteOf(x)
		if !ok || b > 0xbf {
			return 0, p, false
		}
		buf[i] = b
		end += n
	}
	r, n = utf8.DecodeRune(buf[:want])
	return r, end, n == want
}

// damage reads the UTF-8 of s as the charset.
func (c *charset) damage(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] < utf8.RuneSelf {
			b.WriteByte(s[i])
		} else {
			b.WriteRune(c.runes[s[i]-0x80])
		}
	}
	return b.String()
}
