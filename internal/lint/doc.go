// Package lint is the engine: it reads a document through its certified repairs, runs the checks that the one pass over the
// text calls for, turns matches into findings, and applies fixes round by round until nothing is left to do.
//
// It is pure: no files, no clock, no output. The same document and options give the same findings, whatever runs beside it.
package lint
