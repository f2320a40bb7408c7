package rules

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/locale"
)

// Rule is one rule, complete and checked.
type Rule struct {
	ID         string // family/slug
	Family     string
	Slug       string
	KindName   string
	Phase      checks.Phase
	Severity   checks.Severity
	Confidence checks.Confidence
	Fix        Ceiling
	Scope      Scope
	Since      string
	Tags       []string
	Default    bool   // false: only when named
	Preview    bool   // true: only with --preview, or when named
	Verdict    string // "" or "unusable": what one finding says of its document
	Markup     bool   // the rule is about residue of markup: off in .md and .html
	Title      locale.Text
	Message    locale.Text
	Why        locale.Text
	Notes      map[string]locale.Text
	Examples   []Example
	Origin     string       // file it came from, for messages; "" for built-in rules
	Check      checks.Check // nil for diagnostics of the tool itself
}

// Example shows the rule at work; it runs as a test. Bad must be found, Good must not. If both are given and the rule's fixes
// are safe, Good is what Bad becomes.
type Example struct {
	Bad  string
	Good string
	File string // a fixture that shows what a line cannot
}

// Ceiling is the most a rule's fixes may claim.
type Ceiling uint8

// The ceilings.
const (
	FixNone Ceiling = iota
	FixUnsafe
	FixSafe
)

// String is the ceiling's name in rules and output.
func (c Ceiling) String() string { return [...]string{"none", "unsafe", "safe"}[c] }

// Safety is what fix f of this rule may claim: the weaker of the rule's ceiling and the fix's own certificate.
func (r *Rule) Safety(f checks.Fix) Ceiling {
	if r.Fix == FixSafe && f.Proof == checks.ProofNone {
		return FixUnsafe
	}
	return r.Fix
}

// Scope says what one finding of the rule speaks of.
type Scope uint8

// The scopes.
const (
	ScopePlace    Scope = iota // one finding a match
	ScopeDocument              // one finding a file, with all its places
	ScopeCorpus                // findings that need more than one file
)

// String is the scope's name in rules and output.
func (s Scope) String() string { return [...]string{"place", "document", "corpus"}[s] }
