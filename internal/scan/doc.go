// Package scan walks a text once and tells every check whether it has anything to look at.
//
// Checks declare triggers: literals (matched on folded runes), rune classes, pairs of adjacent classes, or the document as
// such. One immutable Program is compiled from all triggers; one Run over the text returns class counts and, per trigger,
// its hits in order. A check without hits is not called, so the pass is all that a clean text costs.
package scan
