package tables

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestSkeleton(t *testing.T) {
	for _, pair := range [][2]string{
		{"Меga888", "Mega888"}, {"ΡΑΥΡΑL", "PAYPAL"}, {"pаypаl", "paypal"}, {"１0", "１O"}, {"modern", "rnodern"},
		{"省政府", "省政府"}, {"", ""},
	} {
		if a, b := Skeleton(pair[0]), Skeleton(pair[1]); a != b {
			t.Errorf("%q gives %q, %q gives %q", pair[0], a, pair[1], b)
		}
	}
	if Skeleton("Mega888") == Skeleton("Vega888") || Skeleton("一士") != "一士" || Skeleton("\xff") != "\xff" {
		t.Error("Skeleton confuses what does not look alike")
	}
	// A prototype is its own skeleton, so the skeleton of a skeleton is itself.
	for r, p := range prototypes() {
		if got := Skeleton(p); got != p {
			t.Errorf("%U gives %q and that gives %q", r, p, got)
		}
	}
}

func TestConfusableWith(t *testing.T) {
	for r, want := range map[rune]rune{'е': 'e', 'О': 'O', 'α': 'a', 'Ι': 'l', 'с': 'c', '\u00A0': ' ',
		'e': 0, '1': 0, 'é': 0, '丿': 0, '中': 0, '，': 0, 'μ': 0, 'Ω': 0} {
		got, ok := ConfusableWith(r)
		if got != want || ok != (want != 0) {
			t.Errorf("%c looks like %q, want %q", r, got, want)
		}
	}
	if n := len(prototypes()); n < 1500 {
		t.Errorf("only %d confusables", n)
	}
}

func TestRadicalIdeograph(t *testing.T) {
	for r, want := range map[rune]rune{'⼯': '工', '⻓': '长', '⼀': '一', '⿕': '龠', '⺁': '厂', '工': 0, 'a': 0, -1: 0, '\u2E9A': 0} {
		got, ok := RadicalIdeograph(r)
		if got != want || ok != (want != 0) {
			t.Errorf("%c stands for %c, want %c", r, got, want)
		}
	}
	// Unicode's compatibility decomposition of the Kangxi radicals is an
	// independent record of the same fact.
	n := 0
	for r := rune(0x2F00); r <= 0x2FD5; r++ {
		n++
		got, ok := RadicalIdeograph(r)
		if !ok || string(got) != norm.NFKC.String(string(r)) || !unicode.Is(unicode.Han, got) {
			t.Errorf("%U stands for %U, its decomposition is %U", r, got, []rune(norm.NFKC.String(string(r))))
		}
	}
	if n != 214 {
		t.Errorf("%d Kangxi radicals", n)
	}
}
