package codec

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/traditionalchinese"
)

const big5Trails = 157 // trail bytes of a pair: 40–7E and A1–FE

func big5Slot(b1, b2 byte) int {
	switch {
	case b1 < 0x81 || b1 > 0xfe:
		return -1
	case b2 >= 0x40 && b2 <= 0x7e:
		return int(b1-0x81)*big5Trails + int(b2-0x40)
	case b2 >= 0xa1 && b2 <= 0xfe:
		return int(b1-0x81)*big5Trails + int(b2-0x62)
	}
	return -1
}

// big5 is the index of the encoding standard, taken once from the decoder that knows it; pairs is its inverse. Four pairs
// write a letter and a combining mark, and the slot of such a pair holds the letter.
type big5 struct {
	runes [126 * big5Trails]rune // 0: unassigned
	marks map[int]rune
	pairs map[rune][2]byte
	both  map[[2]rune][2]byte
}

var big5Index = sync.OnceValue(func() *big5 {
	x := &big5{marks: map[int]rune{}, pairs: map[rune][2]byte{}, both: map[[2]rune][2]byte{}}
	dec, enc := traditionalchinese.Big5.NewDecoder(), traditionalchinese.Big5.NewEncoder()
	var buf, back [16]byte
	for b1 := 0x81; b1 <= 0xfe; b1++ {
		for b2 := 0x40; b2 <= 0xfe; b2++ {
			i := big5Slot(byte(b1), byte(b2))
			if i < 0 {
				continue
			}
			pair := [2]byte{byte(b1), byte(b2)}
			dec.Reset()
			n, _, err := dec.Transform(buf[:], pair[:], true)
			rs := []rune(string(buf[:n]))
			if err != nil || len(rs) == 0 || rs[0] == utf8.RuneError {
				continue
			}
			x.runes[i] = rs[0]
			if len(rs) == 2 {
				x.marks[i] = rs[1]
				x.both[[2]rune{rs[0], rs[1]}] = pair
				continue
			}
			// Some characters have two pairs: the standard's encoder says which one is written, and what it never writes
			// (the Hong Kong rows) keeps its own.
			enc.Reset()
			if m, _, err := enc.Transform(back[:], buf[:n], true); err == nil && m == 2 {
				x.pairs[rs[0]] = [2]byte{back[0], back[1]}
			} else if _, has := x.pairs[rs[0]]; !has {
				x.pairs[rs[0]] = pair
			}
		}
	}
	return x
})

func nextBig5(b []byte) unit {
	if b[0] < 0x80 {
		return unit{r: rune(b[0]), n: 1}
	}
	if len(b) < 2 {
		return unit{r: utf8.RuneError, n: 1, bad: true}
	}
	i := big5Slot(b[0], b[1])
	if i < 0 {
		return unit{r: utf8.RuneError, n: 1, bad: true}
	}
	x := big5Index()
	if r := x.runes[i]; r != 0 {
		u := unit{r: r, n: 2}
		if r == 'Ê' || r == 'ê' {
			u.mark = x.marks[i]
		}
		return u
	}
	if b[1] < 0x80 { // an ASCII byte behind a stray lead is itself
		return unit{r: utf8.RuneError, n: 1, bad: true}
	}
	return unit{r: utf8.RuneError, n: 2, bad: true}
}

func appendBig5(dst []byte, r rune) ([]byte, bool) {
	if r < 0x80 {
		return append(dst, byte(r)), true
	}
	p, ok := big5Index().pairs[r]
	if !ok {
		return dst, false
	}
	return append(dst, p[0], p[1]), true
}

// big5Both encodes a letter with the combining mark behind it, as four pairs of Big5 do; n is how many bytes of s that is.
func big5Both(dst []byte, s string) (out []byte, n int) {
	if !strings.HasPrefix(s, "Ê") && !strings.HasPrefix(s, "ê") {
		return dst, 0
	}
	r, n1 := utf8.DecodeRuneInString(s)
	m, n2 := utf8.DecodeRuneInString(s[n1:])
	p, ok := big5Index().both[[2]rune{r, m}]
	if !ok {
		return dst, 0
	}
	return append(dst, p[0], p[1]), n1 + n2
}
