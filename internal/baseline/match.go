package baseline

import (
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// Known is a baseline made ready for a run: it knows which of its files are gone, and so which may have been renamed.
// Its methods may be called by many workers at once.
type Known struct {
	b    *Baseline
	gone []string // paths of entries whose file does not exist, sorted
}

// Known asks for every path of the baseline whether the file exists.
func (b *Baseline) Known(exists func(path string) bool) *Known {
	k := &Known{b: b}
	for _, e := range b.entries {
		if (len(k.gone) == 0 || k.gone[len(k.gone)-1] != e.Path) && !exists(e.Path) {
			k.gone = append(k.gone, e.Path)
		}
	}
	return k
}

// Entries are the entries that speak of the file at path. Has the baseline none, and found, the file's own, hold at least half of
// the entries of a file that is gone, then that one was renamed: its path comes back as old.
func (k *Known) Entries(path string, found []Entry) (es []Entry, old string) {
	if es = k.b.byPath[path]; len(es) > 0 {
		return es, ""
	}
	have := map[string]bool{}
	for _, e := range found {
		have[e.Rule+"\x00"+e.Fingerprint] = true
	}
	best := 0
	for _, gone := range k.gone {
		n, all := 0, k.b.byPath[gone]
		for _, e := range all {
			if have[e.Rule+"\x00"+e.Fingerprint] {
				n++
			}
		}
		if n > best && 2*n >= len(all) {
			best, es, old = n, all, gone
		}
	}
	return es, old
}

// Suppress marks the findings of one file that the baseline knows. Of n + k identical places the first n are known and the others
// new; a finding of document scope is known as long as it has no more places than its entry.
func (k *Known) Suppress(path string, fs []lint.Finding) {
	es, _ := k.Entries(path, Of(path, fs))
	if len(es) == 0 {
		return
	}
	left := map[string]int{}
	status := map[string]Status{}
	for _, e := range es {
		left[e.Rule+"\x00"+e.Fingerprint] = e.N
		status[e.Rule+"\x00"+e.Fingerprint] = e.Status
	}
	for i := range fs {
		f := &fs[i]
		id := f.Rule.ID + "\x00" + f.Fingerprint
		if n := len(f.Places); f.Suppressed == "" && n <= left[id] {
			left[id] -= n
			f.Suppressed = "baseline: " + string(status[id])
		}
	}
}

// Base is what an older version of a file had: the findings that are not new.
type Base map[string]int

// BaseOf counts the findings of the older version.
func BaseOf(fs []lint.Finding) Base {
	b := Base{}
	for i := range fs {
		b[fs[i].Rule.ID+"\x00"+fs[i].Fingerprint] += len(fs[i].Places)
	}
	return b
}

// Suppress marks the findings of the newer version that the older one had too: new is the multiset difference. A finding of
// document scope is new if the older version lacks it, or if its places rose by more than a tenth.
func (b Base) Suppress(fs []lint.Finding) {
	left := Base{}
	for i := range fs {
		f := &fs[i]
		id := f.Rule.ID + "\x00" + f.Fingerprint
		if _, begun := left[id]; !begun {
			left[id] = b[id]
			if f.Rule.Scope == rules.ScopeDocument {
				left[id] += b[id] / 10
			}
		}
		if n := len(f.Places); f.Suppressed == "" && f.Rule.Family != "run" && n <= left[id] {
			left[id] -= n
			f.Suppressed = "base: not new"
		}
	}
}

// Account compares a baseline with what a run really found. Files are told in any order.
type Account struct {
	known *Known
	ran   func(rule string) bool
	found map[string][]Entry
	names map[string]string // old path → new path
}

// Account begins an account. ran says whether a rule was used: entries of other rules are not judged; nil means all.
func (k *Known) Account(ran func(rule string) bool) *Account {
	return &Account{k, ran, map[string][]Entry{}, map[string]string{}}
}

// File tells what stands in a file that was linted, whether suppressed by the baseline or not. It may be called again for what
// is found in the file later.
func (a *Account) File(path string, fs []lint.Finding) {
	all := slices.Clone(fs)
	for i := range all {
		if !isAllowed(all[i].Suppressed) {
			all[i].Suppressed = ""
		}
	}
	es := Of(path, all)
	a.found[path] = append(a.found[path], es...)
	if _, old := a.known.Entries(path, es); old != "" {
		a.names[old] = path
	}
}

// isAllowed reports whether something else than a baseline or an older version keeps the finding silent.
func isAllowed(suppressed string) bool { return strings.HasPrefix(suppressed, "allow:") }

// judged reports whether the run says anything about the entry: its rule ran, and its file was linted or is gone.
func (a *Account) judged(e Entry) (path string, ok bool) {
	if a.ran != nil && !a.ran(e.Rule) {
		return e.Path, false
	}
	if p, renamed := a.names[e.Path]; renamed {
		return p, true
	}
	if _, linted := a.found[e.Path]; linted {
		return e.Path, true
	}
	_, gone := slices.BinarySearch(a.known.gone, e.Path)
	return e.Path, gone
}

// left is the entry as it should be: its path and N as found; N is 0 if nothing is there any more.
func (a *Account) left(e Entry) Entry {
	path, ok := a.judged(e)
	if !ok {
		return e
	}
	e.Path = path
	n := 0
	for _, f := range a.found[path] {
		if f.Rule == e.Rule && f.Fingerprint == e.Fingerprint {
			n = f.N
		}
	}
	e.N = min(e.N, n)
	return e
}

// Stale are the entries that claim more places than there are.
func (a *Account) Stale() []Entry {
	var out []Entry
	for _, e := range a.known.b.entries {
		if a.left(e).N < e.N {
			out = append(out, e)
		}
	}
	return out
}

// Renamed maps old paths to new ones.
func (a *Account) Renamed() map[string]string { return a.names }

// Prune is the baseline without what is no longer there; renamed files get their new names.
func (a *Account) Prune() *Baseline {
	var out []Entry
	for _, e := range a.known.b.entries {
		if e = a.left(e); e.N > 0 {
			out = append(out, e)
		}
	}
	return New(out)
}

// Update is Prune with everything that was found added, as todo. Judgements of entries that are still there stay.
func (a *Account) Update() *Baseline {
	pruned := a.Prune().entries
	for _, es := range a.found {
		pruned = append(pruned, es...)
	}
	return New(pruned)
}
