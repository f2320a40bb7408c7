// Package plaintoml reads the plain part of TOML that rules are written in, many times as fast as a reader of the whole
// language: the program starts anew for every file that an editor saves, and it starts with its rules.
//
// The promise: what Read and Decode accept means the same in TOML; all else, wrong or merely unusual, they refuse without
// saying why. Then a reader of the whole language is to be asked, which knows what it means or what is wrong.
package plaintoml
