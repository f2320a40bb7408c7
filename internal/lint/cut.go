package lint

import "unicode/utf8"

func countRunes(s string) int { return utf8.RuneCountInString(s) }

// cutFirst keeps the first n code points.
func cutFirst(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// cutLast keeps the last n code points.
func cutLast(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:i])
		i -= w
	}
	return s[i:]
}

// shorten makes a text fit for a message: one line, at most 40 code points, its middle left out if longer.
func shorten(s string) string {
	if countRunes(s) <= 40 {
		return s
	}
	return cutFirst(s, 28) + "…" + cutLast(s, 10)
}
