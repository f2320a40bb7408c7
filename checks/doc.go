// Package checks says what a check is: how to look at a document, and what to report.
//
// The kinds themselves live in the packages below this one, a family each. A kind has no id, no severity and no prose of its
// own: those belong to the rules (package rules) that use it. A check is pure and linear in the text and its hits; it reports
// spans of the document's working text and repairs of it, and it never writes, prints or remembers.
package checks
