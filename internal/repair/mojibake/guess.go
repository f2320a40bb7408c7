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
	candidates []candidate
}

// candidate is a character that a lost byte may have made.
type candidate struct {
	r      rune
	weight int
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
			if len(skip) > 0 && skip[0].at == i {
				r, skip = 0, skip[1:]
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
	var b strings.Builder
	at, opened := 0, false // opened: a bracket or quotation mark that a guess might close
	before, _ := utf8.DecodeLastRuneInString(src[:r.Span.Start])
	for k, g := range r.guesses {
		for _, c := range r.New[at:g.at] {
			before, opened = c, opened || scan.ClassOf(c) == scan.Open
		}
		b.WriteString(r.New[at:g.at])
		_, n := utf8.DecodeRuneInString(r.New[g.at:])
		at = g.at + n
		after, size := utf8.DecodeRuneInString(r.New[at:])
		if size == 0 {
			after, size = utf8.DecodeRuneInString(src[r.Span.End:])
		}
		ends := size == 0 || after == '\n' || after == '\r'
		score := func(x candidate) int {
			c, w := x.r, x.weight
			switch {
			case ends && (c == '，' || c == '、' || scan.ClassOf(c) == scan.Open): // no line ends with them
				w = 1
			case scan.ClassOf(c) == scan.Close && !opened:
				w /= 8
			case !ends && c == '。' && scan.ClassOf(after) == scan.Digit:
				w /= 4
			}
			return w * (1 + 100*seen[pair{before, c}]) * (1 + 100*seen[pair{c, after}])
		}
		cs := slices.Clone(g.candidates)
		for i := range cs {
			cs[i].weight = score(cs[i])
		}
		slices.SortStableFunc(cs, func(a, b candidate) int { return b.weight - a.weight })
		if k == len(r.guesses)-1 {
			for _, c := range cs[1:min(len(cs), 1+maxOthers)] {
				r.Others = append(r.Others, b.String()+string(c.r)+r.New[at:])
			}
		}
		b.WriteRune(cs[0].r)
		before = cs[0].r
	}
	if len(r.guesses) > 0 {
		r.New = b.String() + r.New[at:]
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
