package rules

import (
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/checks/ads"
	"github.com/reportlint/reportlint/checks/chrome"
	"github.com/reportlint/reportlint/checks/encoding"
	"github.com/reportlint/reportlint/checks/number"
	"github.com/reportlint/reportlint/checks/pattern"
	"github.com/reportlint/reportlint/checks/script"
	"github.com/reportlint/reportlint/checks/structure"
)

// Kinds are all check kinds a rule may name.
func Kinds() []checks.Kind {
	return slices.Concat(
		[]checks.Kind{{Name: "diagnostic"}}, // what the tool says of itself: never run, reported by the runner
		chrome.Kinds(),
		encoding.Kinds(),
		ads.Kinds(),
		number.Kinds(),
		pattern.Kinds(),
		structure.Kinds(),
		script.Kinds(),
	)
}
