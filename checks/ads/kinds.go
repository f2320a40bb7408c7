package ads

import "github.com/reportlint/reportlint/checks"

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return []checks.Kind{
		{Name: "brand", Phase: checks.PhaseInline, New: newBrand},
		{Name: "brand-across-files", Phase: checks.PhaseInline, New: newAcrossFiles},
		{Name: "contact-drop", Phase: checks.PhaseInline, New: newContact},
		{Name: "doorway-residue", Phase: checks.PhaseLines, New: newResidue},
		{Name: "evasive-spelling", Phase: checks.PhaseInline, New: newEvasive},
		{Name: "generated-filler", Phase: checks.PhaseInline, New: newFiller},
		{Name: "keyword-line", Phase: checks.PhaseLines, New: newKeywordLine},
		{Name: "link-farm", Phase: checks.PhaseLines, New: newLinkFarm},
		{Name: "promo-sentence", Phase: checks.PhaseInline, New: newPromo},
		{Name: "spun-text", Phase: checks.PhaseInline, New: newSpun},
	}
}
