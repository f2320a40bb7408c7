// Package vcs asks git what changed. It runs the git program and reads its NUL-separated output, so that names with spaces,
// quotes, line ends or Chinese characters come through as they are.
//
// A git failure is an error, never an empty answer: a gate that cannot see the change must not be green.
package vcs
