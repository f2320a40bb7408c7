package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// Counts counts places, for a file or for a run. Suppressed places are in no other field.
type Counts struct {
	Error      int `json:"error"`
	Warning    int `json:"warning"`
	Info       int `json:"info"`
	Safe       int `json:"safe"`   // of these, with a safe fix
	Unsafe     int `json:"unsafe"` // of these, with an unsafe one
	Suppressed int `json:"suppressed"`
}

// All is how many places were found and not suppressed.
func (c Counts) All() int { return c.Error + c.Warning + c.Info }

func (c *Counts) add(f *lint.Finding) {
	n := len(f.Places)
	if f.Suppressed != "" {
		c.Suppressed += n
		return
	}
	switch f.Severity {
	case checks.Error:
		c.Error += n
	case checks.Warning:
		c.Warning += n
	default:
		c.Info += n
	}
	switch {
	case isSafe(f):
		c.Safe += n
	case f.Fix != nil:
		c.Unsafe += n
	}
}

func isSafe(f *lint.Finding) bool { return f.Fix != nil && f.Fix.Safety == rules.FixSafe }

// isKnown reports whether a finding is suppressed because it is not new, rather than accepted by an entry of the configuration.
func isKnown(f *lint.Finding) bool {
	return strings.HasPrefix(f.Suppressed, "baseline:") || strings.HasPrefix(f.Suppressed, "base:")
}

// Count counts the findings of one file.
func Count(fs []lint.Finding) Counts {
	var c Counts
	for i := range fs {
		c.add(&fs[i])
	}
	return c
}

// RuleTally is what a run found of one rule.
type RuleTally struct {
	Rule       *rules.Rule
	Severity   checks.Severity // the highest seen
	Findings   int
	Places     int
	Safe       int // places with a safe fix
	Unsafe     int
	Suppressed int // places; in no other field but Known
	Known      int // of the suppressed, those that a baseline or the version compared with had already
	Files      int

	last string
}

// Tally counts a whole run. The zero value is ready.
type Tally struct {
	Counts
	Findings   int // not suppressed; one may have many places
	Files      int
	Skipped    int
	WithAny    int // files with a finding that is not suppressed, skipped ones among them
	Characters int

	rules map[string]*RuleTally
}

// Add counts one file.
func (t *Tally) Add(f File) {
	if !f.Late {
		t.Files++
	}
	if f.Skipped && !f.Late {
		t.Skipped++
	}
	t.Characters += f.Characters
	found := false
	for i := range f.Findings {
		x := &f.Findings[i]
		t.Counts.add(x)
		r := t.rule(x.Rule)
		if x.Suppressed != "" {
			r.Suppressed += len(x.Places)
			if isKnown(x) {
				r.Known += len(x.Places)
			}
			r.Severity = max(r.Severity, x.Severity)
			continue
		}
		found = true
		t.Findings++
		r.Findings++
		r.Places += len(x.Places)
		r.Severity = max(r.Severity, x.Severity)
		if r.last != f.Path || r.Files == 0 {
			r.Files, r.last = r.Files+1, f.Path
		}
		switch {
		case isSafe(x):
			r.Safe += len(x.Places)
		case x.Fix != nil:
			r.Unsafe += len(x.Places)
		}
	}
	if found && !f.Late {
		t.WithAny++
	}
}

func (t *Tally) rule(r *rules.Rule) *RuleTally {
	if t.rules == nil {
		t.rules = map[string]*RuleTally{}
	}
	x := t.rules[r.ID]
	if x == nil {
		x = &RuleTally{Rule: r}
		t.rules[r.ID] = x
	}
	return x
}

// ByRule is the tally of each rule that found something: most places first, then by id.
func (t *Tally) ByRule() []RuleTally {
	var out []RuleTally
	for _, r := range t.rules {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b RuleTally) int {
		return cmp.Or(b.Places-a.Places, b.Suppressed-a.Suppressed, cmp.Compare(a.Rule.ID, b.Rule.ID))
	})
	return out
}
