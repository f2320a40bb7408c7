package lint

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/text"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) }

// fixKey names a fix by rule, place and content, so that a refused one is known again while the text before it stands.
func fixKey(f *Finding) string {
	var b strings.Builder
	b.WriteString(f.Rule.ID)
	for i, e := range f.Fix.edits {
		if i == 8 {
			break
		}
		fmt.Fprintf(&b, "|%d-%d:%q", e.Span.Start, e.Span.End, text.First(e.New, 40))
	}
	return b.String()
}

// removedLetters is how many letters of src the edits take away.
func removedLetters(src string, es text.Edits) int {
	n := 0
	for _, e := range es {
		n += max(0, letters(e.Span.Of(src))-letters(e.New))
	}
	return n
}

// culprits are the fixes of a round that wrote text on which an error now stands that did not stand there before.
func culprits(before, after []Finding, edits text.Edits, used []*Finding) []*Finding {
	old := map[string]int{}
	stood := map[string][]text.Span{} // where errors of a rule stood before, in order
	for _, f := range before {
		if f.Severity == checks.Error {
			old[f.Rule.ID+"\x00"+f.Text]++
			stood[f.Rule.ID] = append(stood[f.Rule.ID], f.Places[0].Span)
		}
	}
	var wrote []text.Span // in the new text
	var from []text.Span  // the edits that wrote them
	shift := 0
	for _, e := range edits {
		start := e.Span.Start + shift
		if e.New != "" {
			wrote = append(wrote, text.Span{Start: start, End: start + len(e.New)})
			from = append(from, e.Span)
		}
		shift += len(e.New) - e.Span.Len()
	}
	hit := map[int]bool{} // indices of wrote on which a new error stands
	for _, f := range after {
		if f.Severity != checks.Error {
			continue
		}
		if k := f.Rule.ID + "\x00" + f.Text; old[k] > 0 {
			old[k]--
			continue
		}
		at := f.Places[0].Span
		for i := sort.Search(len(wrote), func(i int) bool { return wrote[i].End > at.Start }); i < len(wrote) && wrote[i].Start < at.End; i++ {
			// The same rule may have held the same place before, in other words: a footer is a footer with any name in it.
			if !slices.ContainsFunc(stood[f.Rule.ID], func(s text.Span) bool { return s.Start <= from[i].End && from[i].Start <= s.End }) {
				hit[i] = true
			}
		}
	}
	if len(hit) == 0 {
		return nil
	}
	var bad []*Finding
	for _, u := range used {
		if slices.ContainsFunc(u.Fix.edits, func(e text.Edit) bool {
			i := sort.Search(len(from), func(i int) bool { return from[i].End >= e.Span.Start })
			return i < len(from) && from[i].Start <= e.Span.End && hit[i]
		}) {
			bad = append(bad, u)
		}
	}
	return bad
}
