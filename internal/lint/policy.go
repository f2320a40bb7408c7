package lint

import (
	"fmt"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// Policy says which offered fixes are carried out.
type Policy struct {
	Unsafe  bool                   // also fixes without a certificate
	Fixable func(*rules.Rule) bool // nil: all rules
	// Filter drops or silences findings before any of them is fixed, such as [[allow]] and the baseline do; nil keeps all. It sees
	// all findings of a round together, because of identical ones some may be known and the others new.
	Filter          func([]Finding) []Finding
	MaxRemovedProse float64 // share of the letters of the text that safe fixes may remove; 0: no limit
}

func (p Policy) takes(f *Finding) bool {
	return f.Fix != nil && f.Suppressed == "" &&
		(f.Fix.Safety == rules.FixSafe || p.Unsafe && f.Fix.Safety == rules.FixUnsafe) &&
		(p.Fixable == nil || p.Fixable(f.Rule))
}

// Fixed is what fixing one document came to.
type Fixed struct {
	Edits   text.Edits // of the file's text, all rounds composed; nil if nothing is to be written
	Applied []Applied  // one entry per finding that was fixed, in order of application
	Refused []Refusal  // fixes that were not done, and why
	Left    Result     // what stands after fixing, with places in the fixed text
}

// Applied is one finding that was fixed.
type Applied struct {
	Finding Finding
	Round   int
}

// Refusal is a fix that the engine did not let through.
type Refusal struct {
	Rules  []*rules.Rule
	Reason locale.Text
}

// DivergedError says that the fixes of some rules never come to rest; the original text is kept.
type DivergedError struct{ Rules []string }

func (e *DivergedError) Error() string {
	return fmt.Sprintf("fixes do not converge: %v", e.Rules)
}

// letters counts what prose is made of: Han and the letters of any script.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if isLetter(r) {
			n++
		}
	}
	return n
}

// limited reports whether removals under this certificate count against MaxRemovedProse.
func limited(p checks.Proof) bool {
	switch p {
	case checks.ProofFurniture, checks.ProofRoundTrip, checks.ProofInvisible, checks.ProofCanonical:
		return false
	}
	return true
}
