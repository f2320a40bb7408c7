package baseline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/lint"
)

// Status says what somebody thought of an entry.
type Status string

// The statuses.
const (
	Todo          Status = "todo"           // known, not yet judged
	Accepted      Status = "accepted"       // right, and it stays
	FalsePositive Status = "false-positive" // wrong
)

// Entry is N identical places of one file.
type Entry struct {
	Fingerprint string
	Rule        string
	Path        string // relative to the baseline's folder, with "/"; bytes, not necessarily UTF-8
	N           int
	Status      Status
	Reason      string
}

// key is what makes two entries the same one.
type key struct{ path, rule, fingerprint string }

func (e Entry) key() key { return key{e.Path, e.Rule, e.Fingerprint} }

func compare(a, b Entry) int {
	return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Fingerprint, b.Fingerprint))
}

// Baseline is a set of entries. It is immutable.
type Baseline struct {
	entries []Entry // sorted by path, rule, fingerprint; keys are unique
	byPath  map[string][]Entry
}

// New makes a baseline. Of entries with one key the union is taken: the largest N, the status somebody gave (of two, the later in
// the order todo, accepted, false-positive), the longest reason.
func New(es []Entry) *Baseline {
	at := map[key]int{}
	var out []Entry
	for _, e := range es {
		if e.Status == "" {
			e.Status = Todo
		}
		i, seen := at[e.key()]
		if !seen {
			at[e.key()] = len(out)
			out = append(out, e)
			continue
		}
		o := &out[i]
		o.N = max(o.N, e.N)
		if rank(e.Status) > rank(o.Status) {
			o.Status = e.Status
		}
		if cmp.Or(cmp.Compare(len(e.Reason), len(o.Reason)), strings.Compare(e.Reason, o.Reason)) > 0 {
			o.Reason = e.Reason
		}
	}
	slices.SortFunc(out, compare)
	b := &Baseline{entries: out, byPath: map[string][]Entry{}}
	for _, e := range out {
		b.byPath[e.Path] = append(b.byPath[e.Path], e)
	}
	return b
}

func rank(s Status) int { return slices.Index([]Status{Todo, Accepted, FalsePositive}, s) }

// Entries are all entries, sorted by path, rule and fingerprint. The caller must not change them.
func (b *Baseline) Entries() []Entry { return b.entries }

// Of gives the entries that findings of one file would make, with status todo. Suppressed findings make none.
func Of(path string, fs []lint.Finding) []Entry {
	at := map[key]int{}
	var out []Entry
	for i := range fs {
		f := &fs[i]
		if f.Suppressed != "" || f.Fingerprint == "" || f.Rule.Family == "run" {
			continue
		}
		e := Entry{Fingerprint: f.Fingerprint, Rule: f.Rule.ID, Path: path, N: len(f.Places), Status: Todo}
		if k, seen := at[e.key()]; seen {
			out[k].N += e.N
			continue
		}
		at[e.key()] = len(out)
		out = append(out, e)
	}
	slices.SortFunc(out, compare)
	return out
}
