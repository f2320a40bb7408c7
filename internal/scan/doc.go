// Package scan walks a text once and tells every check whether it has anything to look at.
//
// Checks declare triggers: literals (matched on folded runes), rune classes, pairs of adjacent classes, or the document as
// such. One immutable Program is compiled from all triggers; one Run over the text returns class counts and, per trigger,
// its hits in order. A check without hits is not called, so the pass is all that a clean text costs.
//
// The promise:
//
//   - Run finds exactly what searching for every literal, class and pair at every character would find, overlapping or not.
//     Offsets are bytes of the text as it is, never of a folded copy.
//   - Any string is a text. A byte that is not UTF-8 is a character of class Invalid and part of no literal.
//   - Time is linear in the text plus the hits, whatever the text; a warm Buffer makes Run free of allocations.
//   - A Program may be shared by goroutines, a Buffer may not.
package scan
