package script

import (
	"cmp"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/text"
)

// longName is how many letters a word has at least to be told from another by one letter: Shanxi and Shaanxi, Jingzhou and
// Jinzhou are places of their own.
const longName = 8

// misspelt finds names of two to four capitalised words that stand once and have one letter more or less in one word than a name that
// stands more often. The word must be a name: the text never writes it with a small letter, and its endings agree.
func misspelt(src string, lines *text.Lines) []checks.Match {
	seen := map[string][]text.Span{}
	blanked := map[string][]string{} // the names that agree but for one word
	for i := range lines.Len() {
		ln := lines.Span(i)
		for at := ln.Start; at < ln.End; {
			s, words := capitals(src, at, ln)
			if len(words) == 0 {
				at = max(at+1, s.End)
				continue
			}
			at = s.End
			if len(words) < 2 || len(words) > 4 {
				continue
			}
			name := s.Of(src)
			if seen[name] = append(seen[name], s); len(seen[name]) > 1 {
				continue
			}
			for k, w := range words {
				if len(w) >= longName {
					key := strings.Join(words[:k], " ") + " _ " + strings.Join(words[k+1:], " ")
					blanked[key] = append(blanked[key], name)
				}
			}
		}
	}
	var out []checks.Match
	for _, names := range blanked {
		if len(names) != 2 { // three are a series
			continue
		}
		rare, often := names[0], names[1]
		if len(seen[rare]) > 1 {
			rare, often = often, rare
		}
		_, _, ok := oneLetter(rare, often)
		if !ok || len(seen[rare]) != 1 || len(seen[often]) < 2 {
			continue
		}
		out = append(out, checks.Match{Places: seen[rare], Vars: map[string]string{"other": often},
			Related: []checks.Note{{Key: "other", At: seen[often][:1]}}})
	}
	slices.SortFunc(out, func(a, b checks.Match) int {
		return cmp.Or(a.Places[0].Start-b.Places[0].Start, strings.Compare(a.Vars["other"], b.Vars["other"]))
	})
	out = out[:min(len(out), manyNames)] // each costs a search of the text
	return slices.DeleteFunc(out, func(m checks.Match) bool {
		a, b, _ := oneLetter(m.Places[0].Of(src), m.Vars["other"])
		return strings.Contains(src, " "+strings.ToLower(a)) || strings.Contains(src, " "+strings.ToLower(b))
	})
}

// manyNames is how many misspelt names are told.
const manyNames = 50

// capitals reads the capitalised words from at on, parted by one space.
func capitals(src string, at int, ln text.Span) (text.Span, []string) {
	s := text.Span{Start: at, End: at}
	var words []string
	for i := at; i < ln.End && src[i] >= 'A' && src[i] <= 'Z'; {
		end := i + 1
		for end < ln.End && src[end] >= 'a' && src[end] <= 'z' {
			end++
		}
		if end-i < 3 || end < ln.End && (isWordByte(src[end]) || src[end] >= 0x80) {
			break
		}
		words = append(words, src[i:end])
		s.End = end
		if end+1 >= ln.End || src[end] != ' ' {
			break
		}
		i = end + 1
	}
	if len(words) == 0 {
		for s.End < ln.End && isWordByte(src[s.End]) {
			s.End++
		}
	}
	return s, words
}

// oneLetter finds the words in which a and b differ, if that is by one letter added inside the word. A changed letter makes
// another name (Zhangzhou, Zhengzhou), and so does a g behind n (Xingcheng, Xincheng).
func oneLetter(a, b string) (x, y string, ok bool) {
	v, w := strings.Fields(a), strings.Fields(b)
	for i := range v {
		if v[i] == w[i] {
			continue
		}
		x, y = v[i], w[i]
	}
	p := 0
	for p < min(len(x), len(y)) && x[p] == y[p] {
		p++
	}
	q := 0
	for q < min(len(x), len(y))-p && x[len(x)-1-q] == y[len(y)-1-q] {
		q++
	}
	long, short := x, y
	if len(long) < len(short) {
		long, short = short, long
	}
	if len(short) < longName || len(long) != len(short)+1 || p+q < len(short) {
		return x, y, false
	}
	return x, y, p >= 2 && q >= 2 && !(long[p] == 'g' && long[p-1] == 'n')
}
