package baseline

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// RuleStats is what people said of one rule. All numbers count places.
type RuleStats struct {
	Rule                          string
	Todo, Accepted, FalsePositive int
}

// Judged is how many places somebody looked at.
func (s RuleStats) Judged() int { return s.Accepted + s.FalsePositive }

// Precision is the share of judged places where the rule was right; ok is false if nobody judged any.
func (s RuleStats) Precision() (p float64, ok bool) {
	if s.Judged() == 0 {
		return 0, false
	}
	return float64(s.Accepted) / float64(s.Judged()), true
}

// Stats counts by rule, sorted by rule.
func (b *Baseline) Stats() []RuleStats {
	by := map[string]*RuleStats{}
	var out []*RuleStats
	for _, e := range b.entries {
		s := by[e.Rule]
		if s == nil {
			s = &RuleStats{Rule: e.Rule}
			by[e.Rule] = s
			out = append(out, s)
		}
		switch e.Status {
		case Accepted:
			s.Accepted += e.N
		case FalsePositive:
			s.FalsePositive += e.N
		default:
			s.Todo += e.N
		}
	}
	slices.SortFunc(out, func(a, b *RuleStats) int { return strings.Compare(a.Rule, b.Rule) })
	sorted := make([]RuleStats, len(out))
	for i, s := range out {
		sorted[i] = *s
	}
	return sorted
}

// Proposal is an [[allow]] entry that would silence a cluster of false positives at its root.
type Proposal struct {
	Rule   string
	Path   string // glob
	Places int
	Reason string // what was said most often; may be empty
}

// clusterSize is how many false positives of one rule under one folder make a cluster.
const clusterSize = 3

// Proposals finds clusters of false positives: a rule that is wrong three times or more under one folder and right nowhere there.
func (b *Baseline) Proposals() []Proposal {
	type place struct{ rule, dir string }
	wrong, right := map[place]int{}, map[place]bool{}
	reasons := map[place]map[string]int{}
	for _, e := range b.entries {
		p := place{e.Rule, path.Dir(e.Path)}
		switch e.Status {
		case FalsePositive:
			wrong[p] += e.N
			if reasons[p] == nil {
				reasons[p] = map[string]int{}
			}
			reasons[p][e.Reason] += e.N
		case Accepted:
			right[p] = true
		}
	}
	var out []Proposal
	for p, n := range wrong {
		if n < clusterSize || right[p] {
			continue
		}
		reason, most := "", 0
		for r, k := range reasons[p] {
			if r != "" && (k > most || k == most && r < reason) {
				reason, most = r, k
			}
		}
		glob := "/" + p.dir + "/*"
		if p.dir == "." {
			glob = "/*"
		}
		out = append(out, Proposal{p.rule, glob, n, reason})
	}
	slices.SortFunc(out, func(a, b Proposal) int {
		return cmp.Or(b.Places-a.Places, strings.Compare(a.Rule, b.Rule), strings.Compare(a.Path, b.Path))
	})
	return out
}
