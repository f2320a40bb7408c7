package lint

import (
	"fmt"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/view/outline"
	"github.com/reportlint/reportlint/rules"
)

// Options choose what a Linter reports. The zero value reports every rule that is on by default.
type Options struct {
	Reported      func(*rules.Rule) bool     // nil: all rules
	Severity      map[string]checks.Severity // by rule id: what the user's configuration says instead of the rule
	MinConfidence checks.Confidence          // findings below are dropped; ConfidenceUnset keeps all
	Corpus        bool                       // gather facts for rules that compare files
	// Safety is what the user's configuration makes of the safety of a fix; nil leaves it. Layers do not depend on it.
	Safety func(r *rules.Rule, own rules.Ceiling) rules.Ceiling
}

// Linter is a compiled set of rules, immutable and used by many workers at once.
type Linter struct {
	catalogue *rules.Catalogue
	options   Options
	rules     []*rules.Rule // in id order; rule i owns trigger i
	repairs   []int         // indices of the rules that make layers
	program   *scan.Program
}

// New compiles the rules of a catalogue. Repair rules always run, because layers do not depend on what is reported.
func New(c *rules.Catalogue, o Options) (*Linter, error) {
	if o.Reported == nil {
		o.Reported = func(r *rules.Rule) bool { return r.Default && !r.Preview }
	}
	l := &Linter{catalogue: c, options: o}
	var triggers []scan.Trigger
	for _, r := range c.Rules() {
		if r.Check == nil {
			continue
		}
		if r.Phase == checks.PhaseRepair {
			l.repairs = append(l.repairs, len(l.rules))
		} else if !o.Reported(r) || (r.Scope == rules.ScopeCorpus && !o.Corpus) {
			continue
		}
		l.rules = append(l.rules, r)
		triggers = append(triggers, r.Check.Trigger())
	}
	triggers = append(triggers, outline.Trigger()) // the last one, behind those of the rules
	var err error
	if l.program, err = scan.Compile(triggers); err != nil {
		return nil, fmt.Errorf("compile rules: %w", err)
	}
	return l, nil
}

// Worker holds the reusable memory of one goroutine.
type Worker struct{ buffer scan.Buffer }
