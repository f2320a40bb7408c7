package structure

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

const (
	gramRunes = 8      // a shingle
	endBytes  = 3 * 16 // paragraphs are compared where they begin or end alike
)

// near finds paragraphs that share most of their shingles with an earlier one of the same document. Only those that begin or
// end with the same words are compared, each with one other, so the work is linear in the text.
func near(d *document.Document, docs []text.Span, long []int, share float64) []double {
	lines, s := d.Lines(), d.Text()
	heads, tails := map[string]int{}, map[string]int{}
	var out []double
	k := 0
	for _, i := range long {
		for k+1 < len(docs) && lines.Start(i) >= docs[k+1].Start {
			k++
			clear(heads)
			clear(tails)
		}
		t := lines.Span(i).Of(s)
		head, tail := t[:endBytes], t[len(t)-endBytes:]
		was, ok := heads[head]
		if !ok {
			was, ok = tails[tail]
		}
		if ok && alike(lines.Text(was), t) >= share {
			out = append(out, double{was, i, false})
			continue
		}
		heads[head], tails[tail] = i, i
	}
	return out
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
