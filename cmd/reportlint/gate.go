package main

import (
	"cmp"
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/rules"
)

// gate gathers what decides the exit code and the last lines.
type gate struct {
	failOn     checks.Severity // SeverityUnset: never
	fixable    bool            // any finding with a safe fix fails
	most       int             // failing places that are let pass
	thresholds map[string]int  // failing places that are let pass, by selector
	failing    map[*rules.Rule]int
	changed    bool // some file was, or with --diff would be, written
	failed     bool // something was not done
	stale      bool // the baseline claims what is no longer there, and that is to fail
	scanned    int
	fixed      report.Summary
}

// gate is the one that [gate] and the flags ask for.
func (s *session) gate() *gate {
	levels := map[string]checks.Severity{"error": checks.Error, "warning": checks.Warning, "info": checks.Info}
	return &gate{failOn: levels[s.run.Gate.FailOn], fixable: s.flags.failOnFixable, most: s.run.Gate.MaxFindings,
		thresholds: s.run.Gate.Thresholds, failing: map[*rules.Rule]int{},
		fixed: report.Summary{FixOnly: s.flags.fixOnly}}
}

// add counts a file's findings.
func (g *gate) add(f report.File) {
	if !f.Skipped {
		g.scanned++
	}
	for i := range f.Findings {
		x := &f.Findings[i]
		if x.Suppressed != "" {
			continue
		}
		if g.failOn != checks.SeverityUnset && x.Severity >= g.failOn || g.fixable && x.Fix != nil && x.Fix.Safety == rules.FixSafe {
			g.failing[x.Rule] += len(x.Places)
		}
	}
}

// red reports whether more fails than thresholds and max-findings let pass. A rule that a threshold speaks of is judged by it
// alone.
func (g *gate) red() bool {
	rest := 0
	sums := map[string]int{}
	for r, n := range g.failing {
		spoken := false
		for sel := range g.thresholds {
			if ok, _ := r.Matches(sel); ok {
				sums[sel] += n
				spoken = true
			}
		}
		if !spoken {
			rest += n
		}
	}
	for sel, n := range sums {
		if n > g.thresholds[sel] {
			return true
		}
	}
	return rest > g.most
}

// outcome counts what fixing did.
func (g *gate) outcome(o runner.Outcome) {
	g.failed = g.failed || o.Failed
	if o.After == nil {
		return
	}
	g.changed = true
	g.fixed.FixedFiles++
	for _, a := range o.Applied {
		n := len(a.Finding.Places)
		g.fixed.Fixed += n
		safe := a.Finding.Fix.Safety == rules.FixSafe
		i := slices.IndexFunc(g.fixed.Repairs, func(r report.Repaired) bool { return r.Rule == a.Finding.Rule && r.Safe == safe })
		if i < 0 {
			i = len(g.fixed.Repairs)
			g.fixed.Repairs = append(g.fixed.Repairs, report.Repaired{Rule: a.Finding.Rule, Safe: safe})
		}
		g.fixed.Repairs[i].Places += n
	}
}

func (g *gate) summary() report.Summary {
	slices.SortFunc(g.fixed.Repairs, func(a, b report.Repaired) int { return cmp.Compare(a.Rule.ID, b.Rule.ID) })
	return g.fixed
}

// code is the exit code: 2 wins over 1, and --exit-zero never hides it.
func (g *gate) code(f *checkFlags) int {
	switch {
	case g.failed:
		return exitFailure
	case f.exitZero:
		return exitOK
	case f.diff && g.changed, f.exitNonZeroOnFix && f.fix && g.changed:
		return exitFindings
	case !f.diff && (g.stale || g.red()):
		return exitFindings
	}
	return exitOK
}
