package ads

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// twinWidth is how many Han characters behind two names must agree: two of them are any verb (发展), three are seldom chance.
const twinWidth = 3

// twins counts the different phrases that stand behind a brand here and behind one division of China elsewhere in s, where a hand
// replaced some of its places and not others: X湾海底隧道 beside 大连湾海底隧道, X北站 beside 大连北站.
func twins(in *finder, b *brand) int {
	s := in.s
	shared := map[string]map[string]bool{} // division: phrases
	seen := map[string]bool{}
	best := 0
	for n, o := range b.at {
		phrase := hanHead(s[o.span.End:], twinWidth)
		if phrase == "" || seen[phrase] || n > mostGroups {
			continue
		}
		seen[phrase] = true
		for _, end := range in.ends(phrase) {
			at := end - len(phrase)
			m := tables.PlaceSuffix(s[max(0, at-36):at])
			if m == 0 {
				continue
			}
			name := s[at-m : at]
			if p, _ := tables.PlaceNamed(name); p.Code == "" {
				continue
			}
			if shared[name] == nil {
				shared[name] = map[string]bool{}
			}
			shared[name][phrase] = true
			best = max(best, len(shared[name]))
		}
	}
	return best
}

// hanHead is the first n characters of s if all of them are Han, else "".
func hanHead(s string, n int) string {
	for i := 0; ; {
		if n--; n < 0 {
			return s[:i]
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isHan(r) {
			return ""
		}
		i += size
	}
}
