package scan

import "github.com/reportlint/reportlint/internal/tables"

// Fold is the identity that matching uses, one rune for one rune: full-width ASCII, signs and U+3000 to their half-width
// forms, ASCII upper to lower case, traditional to simplified characters one to one (OpenCC). It is for comparing only; no
// text is ever rewritten with it.
//
// Folding does not keep the length in UTF-8 (Ａ has three bytes, a has one), so offsets in a folded text mean nothing.
func Fold(r rune) rune {
	switch {
	case r < 0x80:
		return lower(r)
	case r < 0x3000, r >= 0xA000 && r <= 0xFF00:
		return r
	case r == 0x3000:
		return ' '
	case r >= 0xFF01 && r <= 0xFF5E:
		return lower(r - 0xFEE0)
	case r >= 0xFFE0 && r <= 0xFFE6:
		return signs[r-0xFFE0]
	}
	s := tables.TraditionalToSimplified(r)
	if s != r { // 薴 gives 苧, which is itself traditional for 苎: a fold must be final
		s = tables.TraditionalToSimplified(s)
	}
	return s
}

// foldable are the ranges of the basic plane outside which every rune folds to itself.
var foldable = [...]struct{ lo, hi rune }{{'A', 'Z'}, {0x3000, 0x9FFF}, {0xFF01, 0xFF5E}, {0xFFE0, 0xFFE6}}

// signs are the half-width forms of U+FFE0–FFE6 (UnicodeData, decomposition <wide>); the macron has a compatibility
// decomposition of its own there and stays what it looks like.
var signs = [...]rune{0xA2, 0xA3, 0xAC, 0xAF, 0xA6, 0xA5, 0x20A9}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + ('a' - 'A')
	}
	return r
}

// FoldString is s with every rune folded; bytes that are not UTF-8 become U+FFFD. Compare with it, never take offsets from it.
func FoldString(s string) string {
	b := make([]rune, 0, len(s))
	for _, r := range s {
		b = append(b, Fold(r))
	}
	return string(b)
}
