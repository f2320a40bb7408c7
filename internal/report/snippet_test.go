package report

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

// drawn is the snippet as plain text, and what stands above its marks.
func drawn(s snippet, ambiguous int) (line, above string) {
	var b strings.Builder
	for _, p := range s.line {
		b.WriteString(p.text)
	}
	line = b.String()
	blank := strings.TrimRight(s.marks, "^")
	cells := 0
	for i, r := range line {
		if cells == len(blank) {
			above = line[i:]
			break
		}
		cells += text.Cells(string(r), ambiguous)
	}
	for text.Cells(above, ambiguous) > len(s.marks)-len(blank) {
		rs := []rune(above)
		above = string(rs[:len(rs)-1])
	}
	return line, above
}

func TestCropMarksThePlace(t *testing.T) {
	for _, c := range []struct{ in, line, above string }{
		{"全面推进⟦乡村⟧振兴", "全面推进乡村振兴", "乡村"},
		{"a\tb⟦c⟧", "a   bc", "c"},
		{"“十三五”⟦规划⟧", "“十三五”规划", "规划"},
		{"x⟦\u200b⟧y", "x<U+200B>y", "<U+200B>"},
		{"cafe⟦\u0301⟧s", "cafe\u0301s", "e\u0301"},
		{"⟦\xe9⟧a", "<\\xE9>a", "<\\xE9>"},
		{"好😀⟦坏⟧", "好😀坏", "坏"},
	} {
		d, at := marked(t, "a", c.in)
		s := crop(d.Excerpt(d.Places(at)[0]), 60, 1, 0, '^')
		line, above := drawn(s, 1)
		if line != c.line || above != c.above {
			t.Errorf("%q: %q over %q, want %q over %q", c.in, line, above, c.line, c.above)
		}
	}
}

// TestCropKeepsItsWidth draws random places of random lines: never wider than asked, always something marked, dots where cut.
func TestCropKeepsItsWidth(t *testing.T) {
	alphabet := []rune("中文“”，。abc 7%\t\u0301\u200b\u202eｱ😀\ufe0f\u200d\U00020000")
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		rs := make([]rune, rnd.IntN(900))
		for i := range rs {
			rs[i] = alphabet[rnd.IntN(len(alphabet))]
		}
		line := string(rs)
		d := document.New("a", codec.FromString(line))
		a := rnd.IntN(len(rs) + 1)
		b := min(len(rs), a+rnd.IntN(30)*rnd.IntN(30))
		sp := text.Span{Start: len(string(rs[:a])), End: len(string(rs[:b]))}
		ambiguous := 1 + rnd.IntN(2)
		limit := 60 + rnd.IntN(61)
		s := crop(d.Excerpt(d.Places([]text.Span{sp})[0]), limit, ambiguous, 0, '^')
		shown := ""
		cells := 0
		for _, p := range s.line {
			shown += p.text
			cells += text.Cells(p.text, ambiguous)
		}
		if cells > limit || len(s.marks) > limit+1 {
			t.Fatalf("%d cells and %d of marks in %d: %q", cells, len(s.marks), limit, shown)
		}
		if !strings.HasSuffix(s.marks, "^") {
			t.Fatalf("nothing is marked: %q", shown)
		}
	}
}
