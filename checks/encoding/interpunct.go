package encoding

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// interpunct finds names written in Chinese characters from another language whose parts are joined by a question mark, a full
// stop or another dot than U+00B7 (GB/T 15834, 4.14).
type interpunct struct{}

func newInterpunct(p checks.Params) (checks.Check, error) { return interpunct{}, none(p) }

func (interpunct) Trigger() scan.Trigger {
	return scan.Trigger{
		Literals: []string{"⋅", "˙", "●"},
		Pairs:    []scan.Pair{{A: scan.Han, B: scan.Question}, {A: scan.Han, B: scan.Period}},
	}
}

// operators is how many literals of the trigger, the first, are signs of mathematics and phonetics.
const operators = 2

// nearBytes is how far on either side another dot of the kind makes a list of both.
const nearBytes = 60

func (interpunct) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src := d.Text()
	for _, h := range hits {
		at, end := h.Span.End-1, h.Span.End
		least := 5
		if src[at] >= utf8.RuneSelf {
			at = h.Span.Start
			if strings.Count(src[max(0, at-nearBytes):min(len(src), end+nearBytes)], h.Span.Of(src)) > 1 {
				continue // what is set between items: 阿根廷●安哥拉●巴西
			}
			if h.Index < operators { // neither is a mark of Chinese text
				least = 4
			}
		}
		next, n := utf8.DecodeRuneInString(src[end:])
		if n == 0 || !isTransliteration(src, at, next) {
			continue
		}
		// Single characters of the list are common words: the parts of a name are two at least, and five together where the mark has other uses.
		if left, right := nameRun(src, at, -1), nameRun(src, end, 1); left < 2 || right < 2 || left+right < least {
			continue
		}
		m := checks.At(at, end)
		m.Evidence = []checks.Note{{Key: "name"}}
		m.Fixes = checks.Replace(d, text.Span{Start: at, End: end}, "·", checks.ProofNone)
		out = append(out, m)
	}
	return out
}

// nameRun is how many characters that write names stand together beside offset i, in direction dir; at most 8 are counted.
func nameRun(src string, i, dir int) int {
	n := 0
	for ; n < 8; n++ {
		var r rune
		var w int
		if dir < 0 {
			r, w = utf8.DecodeLastRuneInString(src[:i])
			i -= w
		} else {
			r, w = utf8.DecodeRuneInString(src[i:])
			i += w
		}
		if w == 0 || !inTranslit(r) {
			break
		}
	}
	return n
}
