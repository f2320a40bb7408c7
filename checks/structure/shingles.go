package structure

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

const (
	gramRunes = 8      // a shingle
	endBytes  = 3 * 16 // paragraphs are compared where they begin or end alike
)

// near finds paragraphs that share most of their shingles with an earlier one. Only those that begin or end with the same words
// are compared, each with one other, so the work is linear in the text.
type near struct {
	lines        *text.Lines
	heads, tails lineSet
	share        float64
}

// newNear takes up to n lines of at least endBytes.
func newNear(lines *text.Lines, n int, share float64) near {
	return near{
		lines: lines,
		heads: newLineSet(n, func(i int) string { return headOf(lines.Text(i)) }),
		tails: newLineSet(n, func(i int) string { return tailOf(lines.Text(i)) }),
		share: share,
	}
}

// headOf and tailOf are the bytes by which lines are compared first.
func headOf(t string) string { return t[:min(len(t), endBytes)] }
func tailOf(t string) string { return t[max(0, len(t)-endBytes):] }

// double is the line, not above line first, that line i nearly repeats.
func (x *near) double(i, first int) (was int, ok bool) {
	t := x.lines.Text(i)
	h, e := x.heads.at(headOf(t)), x.tails.at(tailOf(t))
	if was = int(*h) - 1; was < first {
		was = int(*e) - 1
	}
	if was >= first && alike(x.lines.Text(was), t) >= x.share {
		return was, true
	}
	*h, *e = int32(i+1), int32(i+1)
	return 0, false
}

// alike is the share of shingles of the longer text that the other has too.
func alike(a, b string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a)*10 < len(b)*7 {
		return 0
	}
	have := map[uint64]bool{}
	grams(a, func(h uint64) { have[h] = true })
	n, common := 0, 0
	grams(b, func(h uint64) {
		n++
		if have[h] {
			common++
		}
	})
	return float64(common) / float64(max(n, 1))
}

// grams calls f with the hash of every shingle of t. White space does not count.
func grams(t string, f func(uint64)) {
	const base = 1099511628211
	var window [gramRunes]rune
	var h, top uint64 = 0, 1
	for range gramRunes - 1 {
		top *= base
	}
	n := 0
	for i := 0; i < len(t); {
		r, w := utf8.DecodeRuneInString(t[i:])
		i += w
		if isBlank(r) {
			continue
		}
		at := n % gramRunes
		if n >= gramRunes {
			h -= uint64(window[at]) * top
		}
		h = h*base + uint64(r)
		window[at] = r
		if n++; n >= gramRunes {
			f(h)
		}
	}
}
