// Package pattern holds the general check kinds that rules of any family, and of users, can be written with: a regular
// expression around an anchor, and a whole line that is known word for word.
//
// A regular expression never runs over a text. Its anchors are found in the one pass over the document, and the expression
// sees a bounded window around each hit, within one line.
package pattern
