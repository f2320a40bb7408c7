package checks

import "github.com/reportlint/reportlint/internal/text"

// Match is one finding of a check: one defect with one or many places.
type Match struct {
	Places   []text.Span       // ≥ 1, sorted, disjoint, in the document's working text; a systematic defect is ONE match with many places
	Level    Confidence        // 0: the rule's own confidence
	Severity Severity          // 0: the rule's own; otherwise it may only lower it
	Message  string            // "" for the rule's message, else the key of a note that replaces it
	Vars     map[string]string // language-free values for message, evidence and related texts; "text" is set by the engine
	Evidence []Note            // why the check believes so
	Related  []Note            // other places that matter; each has At
	Fixes    []Fix             // ranked; only the first is ever applied, the others are shown as candidates
	Group    string            // matches of several rules that are one repair: fixed together or not at all
}

// Note is a text of the rule under note.KEY, with values, and optionally the place it speaks of.
type Note struct {
	Key  string
	Vars map[string]string // added to the match's own
	At   []text.Span       // empty, or the place in the working text
}

// Fix is one repair: all of its edits or none.
type Fix struct {
	Edits    text.Edits // against the document's working text
	Proof    Proof      // why it is safe; ProofNone makes it unsafe
	Evidence []Note     // why this candidate; shown with alternatives
	// Layer says that each edit is certified by itself, though the fix as a whole is not: other checks look at the text
	// through it, and the file is not written without asking. Meant for repairs that leave a part of the text undecided.
	Layer bool
}

// Severity orders how much a finding matters. The zero value means "as the rule says".
type Severity uint8

// The severities.
const (
	SeverityUnset Severity = iota
	Info
	Warning
	Error
)

// String is the severity's name in rules and output.
func (s Severity) String() string { return [...]string{"", "info", "warning", "error"}[s] }

// Confidence orders how sure a check is. The zero value means "as the rule says".
type Confidence uint8

// The confidences.
const (
	ConfidenceUnset Confidence = iota
	Low
	Medium
	High
)

// String is the confidence's name in rules and output.
func (c Confidence) String() string { return [...]string{"", "low", "medium", "high"}[c] }

// Proof is the certificate that makes a fix safe. The set is closed.
type Proof uint8

// The certificates.
const (
	ProofNone      Proof = iota
	ProofRoundTrip       // damaging the repaired text again gives the file's bytes back, and one hypothesis survives
	ProofFurniture       // whole lines that the document map calls frame
	ProofInvisible       // no glyph changes
	ProofCanonical       // a published one-to-one code point table whose image reads the same
	ProofIdentity        // a code names the original word
	ProofShape           // the text without it is the only reading
)

// String is the proof's name in output; empty for none.
func (p Proof) String() string {
	return [...]string{"", "round-trip", "furniture", "invisible", "canonical", "identity", "shape"}[p]
}
