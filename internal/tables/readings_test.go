package tables

import (
	"strings"
	"testing"
)

func TestReadings(t *testing.T) {
	for r, want := range map[rune]string{
		'業': "yè", '數': "shù", '會': "huì", '個': "gè", '應': "yīng", '當': "dāng", '〇': "líng",
		'縣': "xiàn", '還': "hái", '綠': "lǜ", '們': "men", '績': "jì", '築': "zhù", '髮': "fà", '幹': "gàn", '羅': "luó", '的': "de", '重': "zhòng",
	} {
		if got := FirstReading(r); got != want {
			t.Errorf("%c is read %q first, want %q (of %q)", r, got, want, Readings(r))
		}
	}
	for _, r := range []rune{'a', '，', 0x3400, 0xE000, -1, 0x10FFFF} {
		if got := Readings(r); got != "" {
			t.Errorf("%U is read %q", r, got)
		}
	}
	for _, c := range []struct {
		r    rune
		s    string
		want bool
	}{
		{'數', "shǔ", true}, {'數', "shù", true}, {'數', "shū", false}, {'重', "chóng", true},
		{'當', "dɑ̀nɡ", true}, {'們', "men", true}, {'法', "fă", true}, {'業', "", false}, {'業', "yè,yè", false},
		{'業', "y", false}, {'a', "ā", false},
	} {
		if got := HasReading(c.r, c.s); got != c.want {
			t.Errorf("HasReading(%c, %q) = %v", c.r, c.s, got)
		}
	}
	// Every ideograph of GB 2312, and every traditional character that GBK
	// can write, has a reading that is a syllable.
	n := 0
	for r := rune(0x4E00); r <= hanLast; r++ {
		_, _, gbk := GB18030Bytes(r)
		if Common(r) == Unlisted && !(TraditionalOnly(r) && gbk) {
			continue
		}
		n++
		first := FirstReading(r)
		if first == "" || strings.ContainsAny(first, " ,()0123456789") {
			t.Errorf("%c is read %q", r, first)
		}
	}
	if n < 8000 {
		t.Errorf("looked at %d characters", n)
	}
}

func TestIsSyllable(t *testing.T) {
	for _, s := range []string{"yè", "fā", "zhuāng", "lǜ", "nüè", "ér", "ɡuó", "fɑ̄n", "ma\u030C", "bă", "ǹ"} {
		if !IsSyllable(s) {
			t.Errorf("%q is a syllable", s)
		}
	}
	for _, s := range []string{"", "a", "ye", "men", "jìn zhǎn", "jìnzhǎn", "bō2", "市", "xq", "é́", "café", "Yè"} {
		if IsSyllable(s) {
			t.Errorf("%q is no toned syllable", s)
		}
	}
	if n := len(syllables()); n < 1200 || n > 1500 {
		t.Errorf("%d syllables", n)
	}
}

func TestFrequentHan(t *testing.T) {
	n := 0
	for r := rune(0x3400); r <= hanLast; r++ {
		if FrequentHan(r) {
			n++
			if Frequency(r) == 0 || Common(r) == Unlisted {
				t.Errorf("%c is frequent without a count", r)
			}
		}
	}
	if n != frequentCount {
		t.Errorf("%d frequent characters, want %d", n, frequentCount)
	}
	for _, r := range "的一了是在有政府工作经济发展人民" {
		if !FrequentHan(r) {
			t.Errorf("%c should be frequent", r)
		}
	}
	for _, r := range "國踔擘砥葆鲅a，" {
		if FrequentHan(r) {
			t.Errorf("%c should not be frequent", r)
		}
	}
	if Frequency('的') < Frequency('业') || Frequency('砥') != 0 || Frequency('發') != Frequency('发') {
		t.Error("counts are misplaced")
	}
}
