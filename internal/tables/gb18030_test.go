package tables

import (
	"fmt"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// decoded is what the GB 18030 decoder of golang.org/x/text, which was written
// from another table, makes of a pair.
func decoded(b1, b2 byte) []rune {
	s, err := simplifiedchinese.GB18030.NewDecoder().String(string([]byte{b1, b2}))
	if err != nil {
		return nil
	}
	return []rune(s)
}

// differs names the pairs where the two may disagree, and why.
func differs(b1, b2 byte) string {
	switch {
	case b1 == 0xA3 && b2 == 0xA0:
		return "ideographic space, a private-use code point in the printed standard"
	case b1 == 0xA8 && b2 == 0xBC:
		return "ḿ, which the other table lacks"
	case 0xAA <= b1 && b1 <= 0xAF && b2 >= 0xA1,
		b1 >= 0xF8 && b2 >= 0xA1,
		0xA1 <= b1 && b1 <= 0xA7 && b2 <= 0xA0:
		return "user-defined area"
	}
	return ""
}

func TestGB18030Pairs(t *testing.T) {
	pairs, same := 0, 0
	other := map[string]int{}
	for b1 := 0; b1 < 256; b1++ {
		for b2 := 0; b2 < 256; b2++ {
			r := GB18030Pair(byte(b1), byte(b2))
			valid := b1 >= 0x81 && b1 <= 0xFE && b2 >= 0x40 && b2 != 0x7F && b2 <= 0xFE
			if valid != (r >= 0) {
				t.Fatalf("%02X%02X gives %d", b1, b2, r)
			}
			if !valid {
				continue
			}
			pairs++
			want := decoded(byte(b1), byte(b2))
			if len(want) == 1 && want[0] == r {
				same++
				continue
			}
			private := 0xE000 <= r && r < 0xF900
			switch why := differs(byte(b1), byte(b2)); {
			case why != "":
				other[why]++
			case private && len(want) == 1 && want[0] == 0xFFFD:
				other["hole"]++ // the decoder has nothing there
			default:
				t.Errorf("%02X%02X gives %U, the other decoder %U", b1, b2, r, want)
			}
		}
	}
	if pairs != 126*190 {
		t.Errorf("%d pairs, want %d", pairs, 126*190)
	}
	t.Log(same, "the same,", other)
	if same < 21000 {
		t.Errorf("only %d pairs are confirmed", same)
	}
}

func TestGB18030RoundTrip(t *testing.T) {
	for b1 := 0x81; b1 <= 0xFE; b1++ {
		for b2 := 0x40; b2 <= 0xFE; b2++ {
			r := GB18030Pair(byte(b1), byte(b2))
			if r < 0 || b1 == 0xA3 && b2 == 0xA0 {
				continue
			}
			c1, c2, ok := GB18030Bytes(r)
			if !ok || int(c1) != b1 || int(c2) != b2 {
				t.Errorf("%02X%02X gives %U and that gives %02X%02X", b1, b2, r, c1, c2)
			}
		}
	}
	for _, r := range []rune{-1, 0, 'a', 0x7F, 0xFFFD, 0xE5E5, 0x1F600, 0x10FFFF} {
		if _, _, ok := GB18030Bytes(r); ok {
			t.Errorf("%U has a pair", r)
		}
	}
}

// TestUserDefined holds the three user-defined areas to the arithmetic by which
// the standard defines them.
func TestUserDefined(t *testing.T) {
	check := func(next rune, lead1, lead2, trail1, trail2 int) {
		for b1 := lead1; b1 <= lead2; b1++ {
			for b2 := trail1; b2 <= trail2; b2++ {
				if b2 == 0x7F {
					continue
				}
				if got := GB18030Pair(byte(b1), byte(b2)); got != next && !(b1 == 0xA3 && b2 == 0xA0) {
					t.Fatalf("%02X%02X gives %U, want %U", b1, b2, got, next)
				}
				next++
			}
		}
	}
	check(0xE000, 0xAA, 0xAF, 0xA1, 0xFE)
	check(0xE234, 0xF8, 0xFE, 0xA1, 0xFE)
	check(0xE4C6, 0xA1, 0xA7, 0x40, 0xA0)
	// The two private-use characters of a cloaked page seen in the wild.
	if GB18030Pair(0xAC, 0xB2) != 0xE0CD || GB18030Pair(0xA6, 0xDD) != 0xE791 {
		t.Error("ACB2 or A6DD is misplaced")
	}
}

func TestStandardPrivateUse(t *testing.T) {
	n := 0
	seen := map[rune]rune{}
	for r := rune(0xE000); r < 0xF900; r++ {
		a, ok := StandardPrivateUse(r)
		if !ok {
			continue
		}
		n++
		if 0xE000 <= a && a < 0xF900 || a < 0x80 {
			t.Errorf("%U gives %U, which is not assigned", r, a)
		}
		if was, twice := seen[a]; twice {
			t.Errorf("%U and %U both give %U", was, r, a)
		}
		seen[a] = r
	}
	if n != 105 {
		t.Errorf("%d code points, want 105", n)
	}
	for r, want := range map[rune]rune{
		0xE7C7: 'ḿ', 0xE7C8: 'ǹ', 0xE7E7: '〾', 0xE7F3: '⿻', 0xE815: '⺁', 0xE81A: '㑳',
		0xE844: '䜣', 0xE864: '龻', 0xE816: '𠂇', 0xE791: '︔',
	} {
		if got, ok := StandardPrivateUse(r); !ok || got != want {
			t.Errorf("%U gives %U, want %U", r, got, want)
		}
	}
	for _, r := range []rune{0xE000, 0xE233, 0xE4C5, 0xE765, 0xE865, '中', -1} {
		if got, ok := StandardPrivateUse(r); ok {
			t.Errorf("%U gives %U", r, got)
		}
	}
}

func TestCommon(t *testing.T) {
	var count [3]int
	for r := rune(0); r < 0x30000; r++ {
		count[Common(r)]++
	}
	if got := fmt.Sprint(count[1:]); got != "[3755 3008]" {
		t.Errorf("levels hold %s ideographs", got)
	}
	for r, want := range map[rune]Level{'啊': Level1, '的': Level1, '座': Level1, '亍': Level2, '齄': Level2,
		'國': Unlisted, '。': Unlisted, 'a': Unlisted, '镕': Unlisted, '堃': Unlisted} {
		if got := Common(r); got != want {
			t.Errorf("%c has level %d, want %d", r, got, want)
		}
	}
}
