// Package document is one file as checks see it: a text, the layers of exact repairs it is read through, and views of it
// that are built once and shared.
//
// A Document is owned by one worker. Its text never changes; Derive makes a new one that reads the same file through one
// more repair. Every place can be carried back to the line, column and bytes of the file.
package document
