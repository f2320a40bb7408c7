package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
)

// wordSet is a set of words for asking whether a text begins or ends with one. Most texts do not, and their first or last two
// characters say so.
type wordSet struct {
	words     map[string]bool
	heads     lengths // by the first character of a word
	tails     lengths // by the last
	headPairs pairLengths
	tailPairs pairLengths
	short     lengthSet // of words that are too short for a pair
}

func newWordSet(words []string) wordSet {
	w := wordSet{words: make(map[string]bool, len(words))}
	for _, s := range words {
		w.words[s] = true
		n := utf8.RuneCountInString(s)
		head, _ := utf8.DecodeRuneInString(s)
		tail, _ := utf8.DecodeLastRuneInString(s)
		w.heads.add(head, n)
		w.tails.add(tail, n)
		if len(s) < edgeBytes {
			w.short |= 1 << min(n, longest)
			continue
		}
		w.headPairs.add(s[:edgeBytes], n)
		w.tailPairs.add(s[len(s)-edgeBytes:], n)
	}
	return w
}

// suffix is the length in bytes of the longest word that s ends with, 0 if there is none.
func (w *wordSet) suffix(s string) int {
	r, _ := utf8.DecodeLastRuneInString(s)
	lengths := w.tails.of(r)
	if lengths != 0 && len(s) >= edgeBytes {
		lengths &= w.tailPairs.of(s[len(s)-edgeBytes:]) | w.short
	}
	best, i := 0, len(s)
	for n := 1; lengths.upFrom(n) && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if lengths.has(n) && w.words[s[i:]] {
			best = len(s) - i
		}
	}
	return best
}

// prefix is the length in bytes of the longest word that s begins with, 0 if there is none.
func (w *wordSet) prefix(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	lengths := w.heads.of(r)
	if lengths != 0 && len(s) >= edgeBytes {
		lengths &= w.headPairs.of(s[:edgeBytes]) | w.short
	}
	best, i := 0, 0
	for n := 1; lengths.upFrom(n) && i < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if lengths.has(n) && w.words[s[:i]] {
			best = i
		}
	}
	return best
}

// foldedSuffix is like suffix for a set of folded words.
func (w *wordSet) foldedSuffix(s string) int {
	if r, _ := utf8.DecodeLastRuneInString(s); w.tails.of(scan.Fold(r)) == 0 {
		return 0
	}
	if isASCIIOrHan(s) && !hasUpper(s) {
		return w.suffix(s)
	}
	f := scan.FoldString(s)
	n := w.suffix(f)
	if n == 0 {
		return 0
	}
	k := utf8.RuneCountInString(f[len(f)-n:])
	i := len(s)
	for ; k > 0; k-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return len(s) - i
}

func isASCIIOrHan(s string) bool { return !strings.ContainsAny(s, "（）ＡＢＣ") }

func hasUpper(s string) bool {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

// joins are the characters that stand between a name and what governs it, and are seldom part of a name.
const joins = "在与和及对向从到至由为把将于是的以了等各或被使经让则又并且其该此这那受按据之因随沿跟同给令比就即如若时后中内外上下前来去着过有年月日"

// columns is the width of a name as reach counts it.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// isHan reports whether r is a unified ideograph of the basic block, which is what names consist of.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

func isWordByte(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// reach is how far before a slot is looked, in columns: a Han takes two, an ASCII character one. The longest brands with their
// site words are shorter.
const reach = 32

// leftRun is the text directly before offset at that could belong to a name: Han, ASCII letters and digits, and one pair of
// parentheses; at most reach columns. exact tells that a mark, white space or the line start stands before it.
func leftRun(s string, at int) (start int, exact bool) {
	i, depth := at, 0
	for n := 0; n < reach; n++ {
		if i > 0 && s[i-1] >= utf8.RuneSelf {
			n++
		}
		if i == 0 {
			return i, depth == 0
		}
		r, size := utf8.DecodeLastRuneInString(s[:i])
		switch {
		case r == ')' || r == '）':
			if depth++; depth > 1 || n > 14 {
				return i, true
			}
		case r == '(' || r == '（':
			if depth--; depth < 0 {
				return i, true
			}
		case r == '.' && i > size && i < at && isWordByte(rune(s[i])) && isWordByte(rune(s[i-size-1])):
		case !isHan(r) && !isWordByte(r):
			if depth > 0 { // an opening mark is missing: the run begins behind the closing one
				return i + strings.IndexAny(s[i:at], ")）") + 1, true
			}
			return i, true
		}
		i -= size
	}
	return i, false
}
