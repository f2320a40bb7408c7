package checks

import (
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// Phase orders fixes: of several rules with something to fix, those of the lowest phase go first, so that evidence is
// deleted last. Checks of PhaseRepair also make the layers through which all others read.
type Phase uint8

// The phases.
const (
	PhaseRepair Phase = iota // decoding, cloaks, mojibake, escapes
	PhaseInline              // replace or cut inside a line
	PhaseLines               // delete whole lines
	PhaseShape               // split, join
	PhaseWhole               // width, script, transcoding
)

// Kind is a way to look, usable by any number of rules.
type Kind struct {
	Name  string // as rules name it: kebab-case
	Phase Phase
	// New makes a check from a rule's parameters. Everything that can fail fails here.
	New func(Params) (Check, error)
}

// Check looks at documents. It is immutable and used by many workers at once.
type Check interface {
	// Trigger says when Run is worth calling.
	Trigger() scan.Trigger
	// Run reports what it sees. It is pure, and linear in the text and its hits.
	Run(d *document.Document, hits []scan.Hit) []Match
}

// Corpus is a check that compares documents of one run: Facts of each document are grouped by key, and Combine sees one group.
// A Corpus check's Run returns nothing.
type Corpus interface {
	Check
	// Facts are what this document contributes.
	Facts(d *document.Document, hits []scan.Hit) []Fact
	// Combine judges all facts that share a key, in the order of the run's files. It may be called from one goroutine only.
	Combine(key string, facts []Fact) []Late
}

// Fact is what one document says under a key.
type Fact struct {
	Key   string
	Data  string      // the kind's own encoding
	At    []text.Span // where, in the working text; ≥ 1 if a Late may point here
	Path  string      // set by the engine
	Order int         // set by the engine: the file's rank in the run
}

// Late is a finding about facts of several documents.
type Late struct {
	Fact     int   // index of the fact it is reported on
	Related  []int // indices of facts shown beside it
	Level    Confidence
	Severity Severity
	Vars     map[string]string
	Evidence []Note // without At
}
