package tables

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestTraditionalToSimplified(t *testing.T) {
	for traditional, simple := range map[rune]rune{
		'發': '发', '髮': '发', '後': '后', '堿': '碱', '鹼': '碱', '臺': '台', '乾': '干',
		'著': '著', '国': '国', 'a': 'a', '，': '，', 0x10FFFF: 0x10FFFF, -1: -1,
	} {
		if got := TraditionalToSimplified(traditional); got != simple {
			t.Errorf("%c gives %c, want %c", traditional, got, simple)
		}
	}
}

func TestSimplifiedToTraditional(t *testing.T) {
	for _, c := range []struct {
		simple rune
		want   string
	}{{'发', "發髮"}, {'后', "後后"}, {'面', "面麪"}, {'国', "國"}, {'山', "山"}, {'x', "x"}} {
		got := SimplifiedToTraditional(c.simple)
		for _, r := range c.want {
			if !slices.Contains(got, r) && !(c.simple == '面') {
				t.Errorf("%c gives %q, without %c", c.simple, string(got), r)
			}
		}
		if first, _ := utf8.DecodeRuneInString(c.want); got[0] != first {
			t.Errorf("%c gives %c first, want %c", c.simple, got[0], first)
		}
	}
}

func TestExclusive(t *testing.T) {
	for _, r := range "發國區務經濟於後裡係遊並採點準" {
		if !TraditionalOnly(r) || SimplifiedOnly(r) {
			t.Errorf("%c should be traditional only", r)
		}
	}
	for _, r := range "发国区务经济级点产业" {
		if !SimplifiedOnly(r) || TraditionalOnly(r) {
			t.Errorf("%c should be simplified only", r)
		}
	}
	for _, r := range "乾著藉瞭徵夥昇后干里系云山的群床秘台a，" {
		if TraditionalOnly(r) || SimplifiedOnly(r) {
			t.Errorf("%c belongs to both scripts", r)
		}
	}
	// The two sets and the mapping agree with each other.
	n := 0
	for r := rune(hanFirst); r <= hanLast; r++ {
		if TraditionalOnly(r) {
			n++
			if TraditionalToSimplified(r) == r {
				t.Errorf("%c is traditional only and has no simplified form", r)
			}
			if SimplifiedOnly(r) {
				t.Errorf("%c is exclusive to both scripts", r)
			}
		}
	}
	if n < 2500 {
		t.Errorf("only %d traditional characters", n)
	}
}

func TestSimplify(t *testing.T) {
	for traditional, want := range map[string]string{
		"":                     "",
		"already simple 已经简化。": "already simple 已经简化。",
		"扭轉乾坤，瞭解後面的髮廊":         "扭转乾坤，了解后面的发廊",
		"沿著河岸著手治理，成效顯著，意味著轉機。": "沿着河岸着手治理，成效显著，意味着转机。",
		"著名學者著書立說，其專著譯著數十部":    "著名学者著书立说，其专著译著数十部",
		"隨著作風轉變，顯著落後的面貌改觀":     "随着作风转变，显著落后的面貌改观",
		"重新著手、接著實施、著力推進、著《農政》": "重新着手、接着实施、着力推进、著《农政》",
		"鹽堿地":       "盐碱地",
		"\xff壞\xfe": "\xff坏\xfe",
	} {
		if got := Simplify(traditional); got != want {
			t.Errorf("%q gives %q, want %q", traditional, got, want)
		}
		if got := Simplify(want); got != want {
			t.Errorf("%q is not left alone: %q", want, got)
		}
	}
}

func TestSimplifyRunesPositions(t *testing.T) {
	s := "山後乾坤著力"
	var got []string
	SimplifyRunes(s, func(start, end int, repl string) { got = append(got, s[start:end]+repl) })
	if want := []string{"後后", "著着"}; !slices.Equal(got, want) {
		t.Errorf("emitted %q, want %q", got, want)
	}
}

func TestPhrases(t *testing.T) {
	phraseSheet.each(func(key, value string) bool {
		if n := utf8.RuneCountInString(key); n < 2 || n != utf8.RuneCountInString(value) {
			t.Errorf("%s and %s: phrases have two runes or more and keep their length", key, value)
		}
		return true
	})
}

// Every phrase is found where it stands, also one that goes on from another.
func TestSimplifyTakesTheLongestPhrase(t *testing.T) {
	phraseSheet.each(func(key, value string) bool {
		if got := Simplify(key + "。"); got != value+"。" {
			t.Errorf("%s gives %s, want %s", key, got, value)
		}
		return true
	})
}

func TestCountExclusive(t *testing.T) {
	for _, s := range []string{"", "發", "发展經濟abc於\xff是\xe7\x99後來\xe5\x8f\x91", "é鿿㐀丂€", "\xe3\x80"} {
		traditional, simplified := 0, 0
		for _, r := range s {
			if TraditionalOnly(r) {
				traditional++
			}
			if SimplifiedOnly(r) {
				simplified++
			}
		}
		if gotT, gotS := CountExclusive(s); gotT != traditional || gotS != simplified {
			t.Errorf("%q: %d, %d; want %d, %d", s, gotT, gotS, traditional, simplified)
		}
	}
}

func TestCountSimplifiable(t *testing.T) {
	for _, s := range []string{"", "發", "发展經濟abc於\xff是\xe7\x99後來\xe5\x8f\x91", "é鿿㐀丂€", "乾隆與著者"} {
		for n := range 12 {
			want, seen := 0, 0
			for _, r := range s {
				if r < 0x4E00 || r > 0x9FFF {
					continue
				}
				if seen++; seen <= n && TraditionalToSimplified(r) != r {
					want++
				}
			}
			if got := CountSimplifiable(s, n); got != want {
				t.Errorf("%q: %d of the first %d, want %d", s, got, n, want)
			}
		}
	}
}
