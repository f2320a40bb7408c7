package numeral

import (
	"slices"
	"strings"
)

var cardinals = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

var tens = [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

var ordinals = [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
	"eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"}

// Cardinal reads an English number word, any case: one to ninety-nine.
func Cardinal(word string) (n int, ok bool) { return lookUp(word, cardinals[:]) }

// Ordinals are the words that Ordinal reads, in lower case, first to twentieth.
func Ordinals() []string { return slices.Clone(ordinals[1:]) }

// Ordinal reads an English ordinal word, any case: first to twentieth.
func Ordinal(word string) (n int, ok bool) { return lookUp(word, ordinals[:]) }

func lookUp(word string, table []string) (int, bool) {
	if len(word) < 3 || len(word) > 15 {
		return 0, false
	}
	w := strings.ToLower(word)
	for i, c := range table {
		if c == w {
			return i, true
		}
	}
	if &table[0] != &cardinals[0] {
		return 0, false
	}
	for i, t := range tens {
		if t == "" || !strings.HasPrefix(w, t) {
			continue
		}
		if w == t {
			return 10 * i, true
		}
		if n, ok := lookUp(strings.TrimPrefix(w[len(t):], "-"), cardinals[1:10]); ok && w[len(t)] == '-' {
			return 10*i + n + 1, true
		}
	}
	return 0, false
}

// Roman reads a Roman numeral in capitals, I to XX.
func Roman(word string) (n int, ok bool) {
	for i, r := range [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"} {
		if r == word {
			return i + 1, true
		}
	}
	return 0, false
}
