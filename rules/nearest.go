package rules

import "strings"

// Nearest returns the known name closest to name, or "" if none is near enough to be meant. One that name is the beginning of
// is near, if there is only one.
func Nearest(name string, known []string) string {
	if begun := beginsWith(name, known); begun != "" {
		return begun
	}
	best, least := "", max(2, len(name)/3)+1
	for _, k := range known {
		if n := distance(name, k); n < least {
			best, least = k, n
		}
	}
	return best
}

// beginsWith returns the one known name that goes on after the four bytes or more of name, "" if there is none or are several.
func beginsWith(name string, known []string) string {
	found := ""
	for _, k := range known {
		if len(name) < 4 || !strings.HasPrefix(k, name) || k == found {
			continue
		}
		if k == name || found != "" {
			return ""
		}
		found = k
	}
	return found
}

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := range len(a) {
		diag := prev[0]
		prev[0] = i + 1
		for j := range len(b) {
			cost := diag
			if a[i] != b[j] {
				cost++
			}
			diag = prev[j+1]
			prev[j+1] = min(cost, prev[j+1]+1, prev[j]+1)
		}
	}
	return prev[len(b)]
}
