package ads

import (
	"strings"
	"unicode/utf8"
)

// brandTails end brands as often as names of real bodies do: 半岛国际 beside 周水子国际机场.
var brandTails = []string{"国际", "平台"}

// untailed is s without such a tail.
func untailed(s string) (string, bool) {
	for _, t := range brandTails {
		if stem, ok := strings.CutSuffix(s, t); ok {
			return stem, true
		}
	}
	return s, false
}

// tailed reports whether s ends in such a tail.
func tailed(s string) bool {
	_, ok := untailed(s)
	return ok
}

// stem is a folded run without such a tail or the words of websites at its end, "" if it has none or is too short.
func (k *kit) stem(run string) string {
	stem := run
	for {
		rest, ok := untailed(stem)
		if n := k.site.suffix(stem); !ok && n > 0 {
			rest, ok = stem[:len(stem)-n], true
		}
		if !ok {
			break
		}
		stem = rest
	}
	if len(stem) == len(run) || utf8.RuneCountInString(stem) < 2 {
		return ""
	}
	return stem
}
