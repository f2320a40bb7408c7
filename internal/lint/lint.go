package lint

import (
	"cmp"
	"fmt"
	"runtime/debug"
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
	"github.com/reportlint/reportlint/rules"
)

// maxLayers bounds how deep one damage may lie in another.
const maxLayers = 3

// Result is what linting one document gives.
type Result struct {
	Findings []Finding    // in file order
	Facts    []FactRecord // for rules that compare files
	Panics   []Panic      // checks that died; the others finished
	// Document is the text that was looked at, through all layers of repairs: what a reader of the whole text (facts) works on.
	Document *document.Document
}

// Panic is a check that died on a document.
type Panic struct {
	Rule  *rules.Rule
	Value string
	Stack string
}

// match is a check's match with the rule and the document it speaks of.
type match struct {
	checks.Match
	rule *rules.Rule
	doc  *document.Document
}

// Lint looks at one document: it does the certified repairs in memory, layer by layer, and runs all other checks on the text
// that is then left.
func (l *Linter) Lint(d *document.Document, w *Worker) Result {
	var res Result
	var found []match
	var layers []*rules.Rule // who made the layers, for messages
	whole := false           // some layer is a repair of the document as a whole
	sc := l.scan(d, w)
	var seen map[int][]checks.Match // what repair rules, by index, found in the text that is left
	for range maxLayers {
		looked := l.look(d, sc, &res)
		repair, used := l.layer(d, looked)
		if len(repair) == 0 {
			seen = looked
			break
		}
		for _, m := range used {
			found = append(found, m)
			if !slices.Contains(layers, m.rule) {
				layers = append(layers, m.rule)
			}
			whole = whole || m.rule.Scope == rules.ScopeDocument && (m.Fixes[0].Proof == checks.ProofRoundTrip || m.Fixes[0].Layer)
		}
		d = d.Derive(repair)
		sc = l.scan(d, w)
	}
	for i, r := range l.rules {
		if !sc.Calls(i) {
			continue
		}
		hits := sc.Hits(i)
		if c, ok := r.Check.(checks.Corpus); ok {
			if l.options.Corpus && l.options.Reported(r) {
				res.Facts = append(res.Facts, l.facts(r, c, d, hits)...)
			}
			continue
		}
		ms, ok := seen[i]
		if !ok {
			ms = l.run(r, d, hits, &res)
		}
		for _, m := range ms {
			found = append(found, match{m, r, d})
		}
	}
	res.Findings = l.findings(d, found, pending{layers, whole})
	res.Document = d
	return res
}

// scan does the one pass over d's text.
func (l *Linter) scan(d *document.Document, w *Worker) *scan.Scan {
	sc := l.program.Run(d.Text(), &w.buffer)
	var n document.Census // a copy: the scan is gone with the next pass
	for c := range n.Classes {
		n.Classes[c] = sc.Count(scan.Class(c))
	}
	n.Traditional, n.Simplified = sc.Exclusive()
	d.Counted(n)
	outline.Notice(d, sc.Hits(len(l.rules)))
	return sc
}

// run calls one check and outlives its death.
func (l *Linter) run(r *rules.Rule, d *document.Document, hits []scan.Hit, res *Result) (ms []checks.Match) {
	defer func() {
		if v := recover(); v != nil {
			res.Panics = append(res.Panics, Panic{r, fmt.Sprint(v), string(debug.Stack())})
			ms = nil
		}
	}()
	return r.Check.Run(d, hits)
}

// look runs the repair rules that have something to look at; what they find is kept by index of the rule.
func (l *Linter) look(d *document.Document, sc *scan.Scan, res *Result) map[int][]checks.Match {
	looked := make(map[int][]checks.Match, len(l.repairs))
	for _, i := range l.repairs {
		if sc.Calls(i) {
			looked[i] = l.run(l.rules[i], d, sc.Hits(i), res)
		}
	}
	return looked
}

// layer joins the certified repairs of d among what was found. Matches whose edits were used are returned with them.
func (l *Linter) layer(d *document.Document, looked map[int][]checks.Match) (text.Edits, []match) {
	var certified []match
	for _, i := range l.repairs {
		r := l.rules[i]
		for _, m := range looked[i] {
			if len(m.Fixes) > 0 && (r.Safety(m.Fixes[0]) == rules.FixSafe || m.Fixes[0].Layer && r.Fix == rules.FixSafe) {
				certified = append(certified, match{m, r, d})
			}
		}
	}
	// A repair that several rules share goes in whole or not at all: a single character must not keep it out.
	slices.SortStableFunc(certified, func(a, b match) int { return cmp.Compare(single(a), single(b)) })
	var all text.Gathering
	var used []match
	for _, m := range certified {
		if all.Add(m.Fixes[0].Edits) {
			used = append(used, m)
		}
	}
	return all.Edits(), used
}

// single is 0 for a match that is part of a larger repair, else 1.
func single(m match) int {
	if m.Group != "" {
		return 0
	}
	return 1
}
