// Package source is where files come from and go back to: it finds the files a user means, reads them, and replaces them whole.
//
// Finding is deterministic: the same tree and arguments give the same list, sorted by the bytes of the path, each file once.
// Reading touches regular files only. Writing leaves a file that is either the old or the new one, whatever happens in between,
// and refuses what it could only do by breaking something: a file that changed since it was read, one with several hard links,
// one that is read-only. Paths are bytes: a name that is not UTF-8 is carried as it is.
package source
