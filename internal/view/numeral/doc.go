// Package numeral reads numbers that are written in words: Chinese numerals and English number words.
//
// Every function is total and pure, reads at most a few dozen bytes, and answers with the number of bytes it used; zero means
// that there is no numeral. Nothing here knows what a number counts: that is for the views that use it.
package numeral
