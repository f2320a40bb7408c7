package report

import (
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
)

// Verdict says what is to be done with a file: at scale the unit of action is the document.
type Verdict string

// The verdicts, from best to worst.
const (
	Clean    Verdict = "clean"    // nothing to repair, and no error
	Fixable  Verdict = "fixable"  // safe fixes are all it needs
	Review   Verdict = "review"   // an error without a safe fix, or the file could not be read
	Unusable Verdict = "unusable" // no report at all: an error page, a stub, another document, spun or mostly undecodable text
)

// Judge gives the verdict on a file and the rules that decided, sorted. Warnings without a fix leave a file clean, as they leave
// the gate green: they are remarks about a usable document.
func Judge(f File) (Verdict, []string) {
	by := map[Verdict][]string{}
	for i := range f.Findings {
		x := &f.Findings[i]
		v := Clean
		switch {
		case x.Suppressed != "":
		case x.Rule.Verdict != "":
			v = Unusable
		case x.Severity == checks.Error && !isSafe(x), f.Skipped && x.Rule.Family == "run":
			v = Review
		case isSafe(x):
			v = Fixable
		}
		if !slices.Contains(by[v], x.Rule.ID) {
			by[v] = append(by[v], x.Rule.ID)
		}
	}
	for _, v := range []Verdict{Unusable, Review, Fixable} {
		if ids := by[v]; len(ids) > 0 {
			slices.Sort(ids)
			return v, ids
		}
	}
	if f.Skipped {
		return Review, nil
	}
	return Clean, nil
}

// shown reports whether a finding is to be displayed under the options, not counting MaxPerRule.
func (o *Options) shown(f *lint.Finding) bool {
	return f.Suppressed == "" && f.Severity >= o.MinSeverity
}
