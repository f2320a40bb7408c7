package lint

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// Finding is one defect with everything that any output needs: no Document is behind it.
type Finding struct {
	Path       string
	Rule       *rules.Rule
	Severity   checks.Severity
	Confidence checks.Confidence

	Places  []document.Place // ≥ 1, sorted by where they stand in the file; the finding's own place is the first
	Excerpt document.Excerpt // of the first place
	Context [2]string        // 40 code points before and after the first place, within its line

	Text       string // what stands in the file, cut at 200 code points
	TextLength int    // code points of the whole text
	Repaired   string // what the layers made of it, where that differs

	Message  locale.Text
	Evidence []locale.Text
	Related  []Related

	Fix      *Fix
	Withheld string // "" or why no fix is offered although the check has one: "after RULE" or "the encoding lacks U+XXXX"

	Fingerprint string // "v1:" + 16 hex digits
	Suppressed  string // "" or what silenced it: "allow: reason", "baseline: status"
}

// Place is the finding's own place.
func (f *Finding) Place() document.Place { return f.Places[0] }

// Related is another place that matters for a finding.
type Related struct {
	Path    string // "" for the finding's own file
	Place   document.Place
	Excerpt document.Excerpt
	Message locale.Text
}

// Fix is the repair that is offered, ready for the bytes of the file.
type Fix struct {
	Safety       rules.Ceiling // FixUnsafe or FixSafe
	Proof        checks.Proof
	Edits        []Edit
	Alternatives []Alternative
	Repair       string // findings with the same name are one repair: all or none

	edits text.Edits // of the file's text
}

// Edit replaces bytes of the file by a text, to be written in the file's encoding.
type Edit struct {
	Bytes codec.Bytes
	New   string
}

// Alternative is a further candidate that is shown and never applied.
type Alternative struct {
	Edits    []Edit
	Evidence []locale.Text
}
