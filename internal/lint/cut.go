package lint

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

func countRunes(s string) int { return utf8.RuneCountInString(s) }

// shorten makes a text fit for a message: one line, at most 40 code points, its middle left out if longer.
func shorten(s string) string {
	if countRunes(s) <= 40 {
		return s
	}
	return text.First(s, 28) + "…" + text.Last(s, 10)
}
