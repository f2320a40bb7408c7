package codec

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/reportlint/reportlint/internal/tables"
)

// TestEveryPair holds decoding and encoding to the index of the encoding standard over all 65,536 pairs of bytes.
func TestEveryPair(t *testing.T) {
	pairs, private := 0, 0
	for b1 := 0x80; b1 < 0x100; b1++ {
		for b2 := 0; b2 < 0x100; b2++ {
			in := []byte{byte(b1), byte(b2)}
			want := tables.GB18030Pair(in[0], in[1])
			u := nextGB18030(in)
			if want < 0 {
				if u.n == 2 || b1 != 0x80 && !u.bad {
					t.Errorf("% X is no pair, but reads as %+v", in, u)
				}
				continue
			}
			pairs++
			if u != (unit{r: want, n: 2}) {
				t.Errorf("% X reads as %+v, want %U", in, u, want)
			}
			if want >= 0xe000 && want < 0xf900 {
				private++
			}
			if b1 == 0xa3 && b2 == 0xa0 {
				continue // a second ideographic space: read, never written
			}
			if out, ok := appendGB18030(nil, want); !ok || !bytes.Equal(out, in) {
				t.Errorf("%U is written % X, want % X", want, out, in)
			}
		}
	}
	if pairs != 126*190 || private < 1894 {
		t.Errorf("%d pairs, %d of them private use", pairs, private)
	}
}

// TestEveryFourBytes compares all four-byte sequences with another implementation.
func TestEveryFourBytes(t *testing.T) {
	var all []byte
	for slot := range planeSlots {
		all = append(all, byte(slot/12600+0x81), byte(slot/1260%10+0x30), byte(slot/10%126+0x81), byte(slot%10+0x30))
	}
	other, err := simplifiedchinese.GB18030.NewDecoder().Bytes(all)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[rune]bool{}
	differ := 0
	for i, want := range []rune(string(other)) {
		in := all[4*i : 4*i+4]
		u := nextGB18030(in)
		if u.bad || u.n != 4 || seen[u.r] {
			t.Fatalf("% X reads as %+v", in, u)
		}
		seen[u.r] = true
		if u.r != want {
			differ++
			if u.r != 0xe7c7 {
				t.Errorf("% X reads as %U, the other decoder says %U", in, u.r, want)
			}
		}
		if out, ok := appendGB18030(nil, u.r); !ok || !bytes.Equal(out, in) {
			t.Errorf("%U is written % X, want % X", u.r, out, in)
		}
	}
	if differ > 1 || !seen[0xe7c7] || seen[0x1e3f] {
		t.Errorf("%d sequences differ; U+E7C7 has one: %v", differ, seen[0xe7c7])
	}
	for _, in := range []string{"\x84\x31\xa4\x40", "\x84\x32\x81\x30", "\x8f\xff\x81\x30", "\xe3\x32\x9a\x36", "\xfe\x39\xfe\x39", "\x81\x30\x81"} {
		if u := nextGB18030([]byte(in)); !u.bad && u.n == 4 {
			t.Errorf("% X reads as %+v", in, u)
		}
	}
	if u := nextGB18030([]byte("\xe3\x32\x9a\x35")); u.r != 0x10ffff || u.n != 4 {
		t.Errorf("the last sequence reads as %+v", u)
	}
}

// TestEveryCharacter writes and reads back every character of Unicode in every encoding that has it.
func TestEveryCharacter(t *testing.T) {
	for _, e := range []Encoding{UTF8, UTF16LE, UTF16BE, GB18030, Big5} {
		cs, _ := e.charset()
		lacks, n := 0, 0
		for r := rune(0); r <= utf8.MaxRune; r++ {
			if r >= 0xd800 && r <= 0xdfff {
				continue
			}
			b, ok := cs.appendRune(nil, r)
			if !ok {
				lacks++
				if len(b) != 0 {
					t.Fatalf("%s: %U is refused, yet % X written", e, r, b)
				}
				continue
			}
			n++
			if u := cs.next(b); u != (unit{r: r, n: len(b)}) {
				t.Fatalf("%s: %U is written % X and reads as %+v", e, r, b, u)
			}
		}
		switch {
		case e == GB18030 && lacks != 1:
			t.Errorf("%s lacks %d characters, want 1 (U+E5E5)", e, lacks)
		case e == Big5 && (n < 18000 || n > 20000):
			t.Errorf("%s writes %d characters", e, n)
		case e != GB18030 && e != Big5 && lacks > 0:
			t.Errorf("%s lacks %d characters", e, lacks)
		}
	}
}

func TestBig5Marks(t *testing.T) {
	for pair, want := range map[string]string{"\x88\x62": "Ê\u0304", "\x88\x64": "Ê\u030c", "\x88\xa3": "ê\u0304", "\x88\xa5": "ê\u030c", "\x88\x66": "Ê"} {
		txt, err := Decode([]byte("abc"+pair), Big5)
		if err != nil || txt.S != "abc"+want {
			t.Errorf("% X reads as %q, %v", pair, txt.S, err)
			continue
		}
		if b, err := encode(nil, want, Big5); err != nil || string(b) != pair {
			t.Errorf("%q is written % X, %v", want, b, err)
		}
	}
}

// TestGBK: every pair both ways, as code page 936 with its private use.
func TestGBK(t *testing.T) {
	for b1 := 0; b1 < 0x100; b1++ {
		for b2 := 0; b2 < 0x100; b2++ {
			r := DecodeGBK(byte(b1), byte(b2))
			if (r < 0) != (tables.GB18030Pair(byte(b1), byte(b2)) < 0) {
				t.Fatalf("%02X%02X gives %U", b1, b2, r)
			}
			if r < 0 || r == '€' {
				continue
			}
			if b, ok := EncodeGBK(r); !ok || string(b) != string([]byte{byte(b1), byte(b2)}) {
				t.Errorf("%02X%02X gives %U and that % X", b1, b2, r, b)
			}
		}
	}
	for r, want := range map[rune]string{'a': "a", '€': "\x80", 0xe5e5: "\xa3\xa0", 0x3000: "\xa1\xa1", 0xe791: "\xa6\xdd", 0xe0cd: "\xac\xb2"} {
		if b, ok := EncodeGBK(r); !ok || string(b) != want {
			t.Errorf("%U is written % X, want % X", r, b, want)
		}
	}
	for _, r := range []rune{-1, 0xa0, '😀', 0xfffd, 0x110000} {
		if b, ok := EncodeGBK(r); ok {
			t.Errorf("%U is written % X", r, b)
		}
	}
}
