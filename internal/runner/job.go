package runner

import (
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// Mode says what is done with a document.
type Mode uint8

// The modes.
const (
	Look Mode = iota // report findings
	Diff             // compute what Fix would write, and write nothing
	Fix              // write the fixed bytes back
)

// Setup is what a file is linted with. Files that share a configuration share a Setup.
type Setup struct {
	Catalogue *rules.Catalogue
	Linter    *lint.Linter
	Policy    lint.Policy
	Encoding  codec.Encoding
	// Reported says whether a diagnostic of family run/ is wanted; nil wants all.
	Reported func(*rules.Rule) bool
}

// Job is one file and how to reach its bytes.
type Job struct {
	Path    string // as the user reads it
	Named   bool   // given on the command line, not found in a folder
	Fixable bool   // its name is one whose files are fixed
	Mode    Mode
	Setup   *Setup
	// Filter drops findings, or silences them by setting Suppressed, before anything is fixed or reported; nil keeps all.
	Filter func([]lint.Finding) []lint.Finding
	Read   func() ([]byte, error)
	Write  func(old, new []byte) error // nil where nothing is written back (standard input)
}

// Outcome is what became of one job. Findings are those that stand at the end: after fixing, those left.
type Outcome struct {
	Path       string
	Order      int
	Findings   []lint.Finding
	Facts      []lint.FactRecord
	Scanned    bool // false: the file could not be read as text; a finding says why
	Characters int  // code points of the decoded file
	Encoding   codec.Encoding
	Applied    []lint.Applied
	Before     []byte // the file's bytes
	After      []byte // what they became, or would become; nil if nothing changed
	Failed     bool   // the job was not done: exit code 2
	Edits      []codec.ByteEdit
}
