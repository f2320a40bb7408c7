// Package diff writes the difference between a file's bytes and what fixing makes of them as a unified diff that `git apply`
// takes.
//
// The edits are known, so nothing is searched: the time is linear in the bytes, whatever the length of the lines.
package diff
