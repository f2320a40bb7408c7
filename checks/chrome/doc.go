// Package chrome holds the check kinds for what a site put around a text.
//
// Most rules share one kind, frame: it reports the lines that the document map (package layout) gives to certain parts of a
// site. Its fixes delete whole lines; they carry the certificate of page furniture only where the map is sure, and never for
// provenance. The other kinds look for residue inside lines and for documents that are no documents.
package chrome

import "github.com/reportlint/reportlint/checks"

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return []checks.Kind{
		{Name: "frame", Phase: checks.PhaseLines, New: newFrame},
		{Name: "jump-line", Phase: checks.PhaseInline, New: newJump},
		{Name: "empty-cells", Phase: checks.PhaseInline, New: newCells},
		{Name: "residue", Phase: checks.PhaseLines, New: newResidue},
		{Name: "placeholder", Phase: checks.PhaseLines, New: newPlaceholder},
		{Name: "error-page", Phase: checks.PhaseLines, New: newErrorPage},
		{Name: "teaser", Phase: checks.PhaseLines, New: newTeaser},
		{Name: "run-in", Phase: checks.PhaseInline, New: newRunIn},
		{Name: "identifier", Phase: checks.PhaseLines, New: newIdentifier},
		{Name: "boilerplate", Phase: checks.PhaseLines, New: newBoilerplate},
	}
}
