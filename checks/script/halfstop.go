package script

import (
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// manyStops is how many full-width marks that end sentences show that a document sets them.
const manyStops = 10

// halfStop reports whether the point at s ends a Chinese sentence: at the end of a paragraph of prose, or between two clauses that
// are too long for parts of a name (艾尔肯.吐尼亚孜) or of an address.
func halfStop(src string, s, ln text.Span) bool {
	if !prose(src, s, ln) {
		return false
	}
	a := next(src, s.End, ln)
	if a.class == scan.LF {
		return clauseBack(src, s.Start, ln) >= lastClause
	}
	return a.class == scan.Han && clauseBack(src, s.Start, ln) >= longClause && clauseOn(src, s.End, ln) >= longClause
}

// lastClause is a stretch of Han before a point at the end of a line that is no list item (3.1) and no initial, in characters.
const lastClause = 4

// longClause is a stretch of Han that is no part of a name, in characters.
const longClause = 7

// clauseBack counts the Han and digits directly before off, up to longClause.
func clauseBack(src string, off int, ln text.Span) int {
	n := 0
	for c := prev(src, off, ln); n < longClause && (c.class == scan.Han || c.class == scan.Digit); c = prev(src, c.span.Start, ln) {
		n++
	}
	return n
}

// clauseOn counts the Han and digits that begin at off, up to longClause.
func clauseOn(src string, off int, ln text.Span) int {
	n := 0
	for c := next(src, off, ln); n < longClause && (c.class == scan.Han || c.class == scan.Digit); c = next(src, c.span.End, ln) {
		n++
	}
	return n
}
