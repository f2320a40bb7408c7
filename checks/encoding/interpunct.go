package encoding

import (
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
	return scan.Trigger{Pairs: []scan.Pair{{A: scan.Han, B: scan.Question}, {A: scan.Han, B: scan.Period}}}
}

func (interpunct) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src := d.Text()
	for _, h := range hits {
		at := h.Span.End - 1
		next, n := utf8.DecodeRuneInString(src[at+1:])
		if n == 0 || !isTransliteration(src, at, next) {
			continue
		}
		// Single characters of the list are common words: the parts of a name are two at least, and five together.
		if left, right := nameRun(src, at, -1), nameRun(src, at+1, 1); left < 2 || right < 2 || left+right < 5 {
			continue
		}
		m := checks.At(at, at+1)
		m.Evidence = []checks.Note{{Key: "name"}}
		m.Fixes = checks.Replace(d, text.Span{Start: at, End: at + 1}, "·", checks.ProofNone)
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
