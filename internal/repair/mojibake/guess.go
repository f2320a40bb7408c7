package mojibake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// maxOthers is how many other readings of a lost byte are shown.
const maxOthers = 4

// guess is a character of a repair that lost a byte: where it stands in New, and what it may be, by weight.
type guess struct {
	at         int
	candidates []rune
}

// pair is two characters side by side.
type pair struct{ a, b rune }

// choose settles the lost bytes of the repairs: the text itself, clean and repaired, tells which characters it puts side by side.
func choose(src string, rs []Repair) []Repair {
	if !slices.ContainsFunc(rs, func(r Repair) bool { return len(r.guesses) > 0 }) {
		return rs
	}
	seen := map[pair]int{}
	learn := func(s string, skip []guess) {
		before := rune(0)
		for i, r := range s {
			if slices.ContainsFunc(skip, func(g guess) bool { return g.at == i }) {
				r = 0
			}
			if before != 0 && r != 0 {
				seen[pair{before, r}]++
			}
			before = r
		}
	}
	at := 0
	for _, r := range rs {
		learn(src[at:r.Span.Start], nil)
		learn(r.New, r.guesses)
		at = r.Span.End
	}
	learn(src[at:], nil)
	for i := range rs {
		rs[i].settle(src, seen)
	}
	return rs
}

// settle writes the likeliest candidates into New, and into Others what else the last lost byte may have been.
func (r *Repair) settle(src string, seen map[pair]int) {
	for k := len(r.guesses) - 1; k >= 0; k-- { // from the end, so that offsets stay
		g := r.guesses[k]
		_, n := utf8.DecodeRuneInString(r.New[g.at:])
		before, _ := utf8.DecodeLastRuneInString(src[:r.Span.Start])
		if g.at > 0 {
			before, _ = utf8.DecodeLastRuneInString(r.New[:g.at])
		}
		rest := r.New[g.at+n:]
		after, size := utf8.DecodeRuneInString(rest)
		if rest == "" {
			after, size = utf8.DecodeRuneInString(src[r.Span.End:])
		}
		ends := size == 0 || after == '\n' || after == '\r'
		score := func(c rune) int {
			w := weight(c)
			switch {
			case ends && (c == '，' || c == '、' || scan.ClassOf(c) == scan.Open): // no line ends with them
				w = 1
			case scan.ClassOf(c) == scan.Close && !strings.ContainsFunc(r.New[:g.at], func(x rune) bool { return scan.ClassOf(x) == scan.Open }):
				w /= 8 // nothing is open that it could close
			case !ends && c == '。' && scan.ClassOf(after) == scan.Digit:
				w /= 4
			}
			return w * (1 + 100*seen[pair{before, c}]) * (1 + 100*seen[pair{c, after}])
		}
		cs := slices.Clone(g.candidates)
		slices.SortStableFunc(cs, func(a, b rune) int { return score(b) - score(a) })
		head := r.New[:g.at]
		if k == len(r.guesses)-1 {
			for _, c := range cs[1:min(len(cs), 1+maxOthers)] {
				r.Others = append(r.Others, head+string(c)+rest)
			}
		}
		r.New = head + string(cs[0]) + rest
	}
}

// weight is how often a character is met in Chinese text, roughly per 1.8 million characters as tables.Frequency counts.
func weight(r rune) int {
	switch r {
	case '，':
		return 120000
	case '。', '、':
		return 60000
	case '“', '”', '：', '（', '）', '；', '《', '》':
		return 8000
	case '—', '…', '！', '？':
		return 4000
	}
	return tables.Frequency(tables.TraditionalToSimplified(r))
}
