// Package journal records what fixing changed, byte for byte, so that it can be read, audited and undone.
//
// A journal is JSONL: one object for each edit, edits of one file and run together, in the order of the file. Every entry
// carries the hash of the whole file before and after, so that nothing is undone in a file that has changed since.
package journal
