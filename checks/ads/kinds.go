package ads

import "github.com/reportlint/reportlint/checks"

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return []checks.Kind{
		{Name: "brand", Phase: checks.PhaseInline, New: newBrand},
		{Name: "keyword-line", Phase: checks.PhaseLines, New: newKeywordLine},
	}
}
