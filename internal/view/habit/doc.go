// Package habit knows what a document usually does: which scripts it is written in, and how it writes its marks. A check that
// looks for what does not belong asks here what does.
//
// The promise: every count is of the whole working text; building a view is one walk, linear in the text; a check asks for a
// view only when it has something to judge, so a clean text does not pay for it.
package habit
