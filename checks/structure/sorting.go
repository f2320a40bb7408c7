package structure

import (
	"cmp"
	"slices"
	"sort"

	"github.com/reportlint/reportlint/internal/text"
)

func sortBy[T any](s []T, key func(T) int) {
	slices.SortStableFunc(s, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
}

// together sorts edits and drops every one that meets an earlier one: the first to ask for a break writes it.
func together(es []text.Edit) []text.Edit {
	sortBy(es, func(e text.Edit) int { return e.Span.Start })
	out := es[:0]
	for _, e := range es {
		if n := len(out); n > 0 && (e.Span.Start <= out[n-1].Span.End) {
			if e.Span.Len() > out[n-1].Span.Len() {
				out[n-1] = e
			}
			continue
		}
		out = append(out, e)
	}
	return out
}

// inside are those of all, sorted by start, that begin inside ln.
func inside[T any](all []T, ln text.Span, start func(T) int) []T {
	a := sort.Search(len(all), func(i int) bool { return start(all[i]) >= ln.Start })
	b := sort.Search(len(all), func(i int) bool { return start(all[i]) >= ln.End })
	return all[a:max(a, b)]
}
