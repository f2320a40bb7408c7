package lint

import (
	"fmt"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/rules"
)

// CheckExamples runs what a rule shows of itself: every bad is found, every good is not, and where the fix is safe bad becomes
// good. It returns one sentence per broken promise.
func CheckExamples(c *rules.Catalogue, r *rules.Rule) []string {
	if r.Check == nil {
		return nil
	}
	l, err := New(c, Options{Reported: func(x *rules.Rule) bool { return x == r }})
	if err != nil {
		return []string{err.Error()}
	}
	var broken []string
	complain := func(format string, a ...any) { broken = append(broken, fmt.Sprintf(format, a...)) }
	count := func(s string) int {
		res := l.Lint(document.New("example.txt", codec.FromString(s)), &Worker{})
		for _, p := range res.Panics {
			complain("%s panicked: %s", p.Rule.ID, p.Value)
		}
		return len(res.Findings)
	}
	bad, good := 0, 0
	for i, e := range r.Examples {
		if e.File != "" {
			bad, good = bad+1, good+1 // its fixture proves both
		}
		if e.Bad != "" {
			bad++
			if count(e.Bad) == 0 && r.Scope != rules.ScopeCorpus {
				complain("example %d: bad is not found: %q", i+1, e.Bad)
			}
		}
		if e.Good != "" {
			good++
			if count(e.Good) > 0 {
				complain("example %d: good is found: %q", i+1, e.Good)
			}
		}
		if e.Bad != "" && e.Good != "" && r.Fix == rules.FixSafe {
			fixed, err := l.Fix("example.txt", codec.FromString(e.Bad), Policy{}, &Worker{})
			if err != nil {
				complain("example %d: %v", i+1, err)
			} else if got := fixed.Edits.Apply(e.Bad); got != e.Bad && got != e.Good {
				complain("example %d: fixing bad gives %q, not good", i+1, got)
			}
		}
	}
	if bad == 0 || good == 0 {
		complain("%d bad and %d good examples; a rule shows at least one of each", bad, good)
	}
	return broken
}
