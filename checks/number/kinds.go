package number

import "github.com/reportlint/reportlint/checks"

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return []checks.Kind{
		{Name: "title-year", Phase: checks.PhaseInline, New: fixed(titleYear{})},
		{Name: "future-year", Phase: checks.PhaseInline, New: fixed(futureYear{})},
		{Name: "enumeration-gap", Phase: checks.PhaseInline, New: fixed(enumerationGap{})},
		{Name: "announced-count", Phase: checks.PhaseInline, New: newAnnounced},
	}
}

// fixed is the constructor of a check without parameters.
func fixed(c checks.Check) func(checks.Params) (checks.Check, error) {
	return func(p checks.Params) (checks.Check, error) {
		var none struct{}
		return c, p.Decode(&none)
	}
}
