// Package glob matches paths against patterns written as in gitignore(5).
//
// It differs from git on purpose in one point: "?" and a bracket match one code point (one byte where the path is not UTF-8), so
// that "?.txt" matches 中.txt. Matching takes time in the product of the two lengths at most, never exponential.
package glob
