package ads

import (
	"strings"

	"github.com/reportlint/reportlint/internal/tables"
)

// prose reports whether a Latin line reads as sentences: it has articles and prepositions of a text.
func prose(f string) bool {
	words := strings.Fields(f)
	n := 0
	for _, w := range words {
		switch strings.Trim(w, ".,;:") {
		case "the", "of", "to", "and", "in", "that", "has", "have", "was", "were", "is", "are", "by", "which", "should", "will":
			n++
		}
	}
	return 6*n >= len(words)
}

func latinShare(f string) int {
	latin, all := 0, 0
	for _, r := range f {
		if isMark(r) {
			continue
		}
		all++
		if isWordByte(r) {
			latin++
		}
	}
	if all == 0 {
		return 0
	}
	return 100 * latin / all
}

func isSeparator(r rune) bool { return strings.ContainsRune(",，_-—|｜、;；/·•>+ \t　.#", r) }

func isMark(r rune) bool {
	return isSeparator(r) || !isHan(r) && !isWordByte(r) && tables.Frequency(r) == 0 && r < 0x3400
}
