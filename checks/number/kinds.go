package number

import "github.com/reportlint/reportlint/checks"

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return []checks.Kind{
		{Name: "title-year", Phase: checks.PhaseInline, New: fixed(titleYear{})},
		{Name: "future-year", Phase: checks.PhaseInline, New: fixed(futureYear{})},
		{Name: "enumeration-gap", Phase: checks.PhaseInline, New: fixed(enumerationGap{})},
		{Name: "announced-count", Phase: checks.PhaseInline, New: newAnnounced},
		{Name: "listed-count", Phase: checks.PhaseInline, New: fixed(listed{})},
		{Name: "respectively", Phase: checks.PhaseInline, New: fixed(respectively{})},
		{Name: "from-to-delta", Phase: checks.PhaseInline, New: fixed(fromToDelta{})},
		{Name: "direction", Phase: checks.PhaseInline, New: fixed(direction{})},
		{Name: "range-reversed", Phase: checks.PhaseInline, New: fixed(rangeReversed{})},
		{Name: "share-over", Phase: checks.PhaseInline, New: newShare},
		{Name: "malformed-number", Phase: checks.PhaseInline, New: fixed(newMalformed())},
		{Name: "missing-classifier", Phase: checks.PhaseInline, New: newMissingClassifier},
		{Name: "unit-slip", Phase: checks.PhaseInline, New: newUnitSlip},
		{Name: "same-indicator", Phase: checks.PhaseInline, New: newSameIndicator},
		{Name: "chained-growth", Phase: checks.PhaseInline, New: fixed(chained{})},
		{Name: "across-reports", Phase: checks.PhaseInline, New: newAcross},
		{Name: "counter", Phase: checks.PhaseInline, New: fixed(counter{})},
		{Name: "translation", Phase: checks.PhaseInline, New: fixed(translation{})},
		{Name: "whole-and-parts", Phase: checks.PhaseInline, New: fixed(parts{})},
	}
}

// fixed is the constructor of a check without parameters.
func fixed(c checks.Check) func(checks.Params) (checks.Check, error) {
	return func(p checks.Params) (checks.Check, error) {
		var none struct{}
		return c, p.Decode(&none)
	}
}
