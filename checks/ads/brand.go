package ads

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// brand is a word that stands where places and bodies belong and is neither.
type brand struct {
	word   string
	at     []occurrence
	site   bool // carries words of a website or Latin letters
	slots  int  // different strong slots
	strong int  // occurrences in strong slots
	places int  // occurrences in any slot of a place

	tier     int // occurrences before 省, 市, 县 or 州 alone
	listed   int // occurrences in lists and routes
	unquoted int // occurrences that are not quoted

	tiered   bool // this brand or another one of the text stands before a tier
	homed    bool // a place of the gazetteer is spoken of as the text's own
	turned   bool // it takes the turns that the place of a report takes
	doubtful bool // the slots may be governed by a verb
}

// occurrence is one place of a brand.
type occurrence struct {
	span text.Span
	slot slot
	list *list // the list or route it stands in, nil if none
}

// found is what the brand rules share of one document.
type found struct {
	brands []brand
	lists  []list
}

type foundByKit struct{ of map[*kit]*found }

// brands are the brands of d. The three rules of this kind have the same triggers, so any of them may ask first.
func (k *kit) brands(d *document.Document, hits []scan.Hit) *found {
	m := document.View(d, func(*document.Document) foundByKit { return foundByKit{map[*kit]*found{}} })
	if f := m.of[k]; f != nil {
		return f
	}
	f := k.find(d, hits)
	m.of[k] = f
	return f
}

// mostGroups bounds the work on a text that is nothing but suspects; each group costs one search of the text.
const mostGroups = 64

func (k *kit) find(d *document.Document, hits []scan.Hit) *found {
	fold := folderOf(d.Text())
	f := &found{lists: k.lists(d.Text(), hits, fold)}
	entries, names := k.suspects(d, hits, fold)
	in := &finder{s: d.Text()}
	entries = append(entries, names.entries(in)...)
	for i := range f.lists {
		l := &f.lists[i]
		sh := listed
		if l.route {
			sh = routed
		}
		entries = append(entries, entry{end: l.odd.End, start: l.odd.Start, exact: l.exact, slot: slot{shape: sh}})
	}
	if len(entries) == 0 {
		return f
	}
	s := d.Text()
	byTail := map[string][]entry{}
	var tails []string
	words := map[string]bool{}
	for _, e := range entries {
		if e.whole {
			if len(words) < mostGroups {
				words[s[e.start:e.end]] = true
			}
			continue
		}
		t := tail(s[:e.end])
		if byTail[t] == nil {
			tails = append(tails, t)
		}
		byTail[t] = append(byTail[t], e)
	}
	if len(tails) > mostGroups {
		slices.SortStableFunc(tails, func(a, b string) int { return len(byTail[b]) - len(byTail[a]) })
		tails = tails[:mostGroups]
	}
	for _, t := range tails {
		if !k.worthwhile(in, byTail[t]) {
			continue
		}
		for _, w := range k.resolve(in, t, byTail[t]) {
			if !words[w] {
				words[w] = true
			}
		}
	}
	var all, doubted []brand
	homed := names.homed()
	accepted := map[string]bool{}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		b, ok := k.judge(in, w, f.lists, homed)
		if ok {
			all = append(all, b)
			accepted[w] = true
		} else if b.site && b.places > 0 && b.unquoted > 0 {
			doubted = append(doubted, b)
		}
	}
	if slices.ContainsFunc(all, func(b brand) bool { return b.strong > 0 && !b.doubtful || b.site || b.turned }) {
		for _, b := range doubted { // one brand found, another one is no surprise
			if b.strong > 0 || b.tier > 0 || b.listed > 0 {
				all = append(all, b)
				accepted[b.word] = true
			}
		}
		for _, b := range k.company(in, names, words, f.lists) {
			all = append(all, b)
			accepted[b.word] = true
		}
		all = append(all, k.kin(in, all, accepted)...)
	}
	f.brands = settle(k.single(s, all))
	tiered := slices.ContainsFunc(f.brands, func(b brand) bool {
		return slices.ContainsFunc(b.at, func(o occurrence) bool { return o.slot.shape != noShape && o.slot.shape <= countyOf })
	})
	for i := range f.brands {
		f.brands[i].tiered = tiered
	}
	return f
}

// single drops words in which two brands stand with prose between them: what is left of a word without a shorter brand must be
// words of websites.
func (k *kit) single(s string, all []brand) []brand {
	return slices.DeleteFunc(slices.Clone(all), func(w brand) bool {
		for _, v := range all {
			i := strings.Index(w.word, v.word)
			if i < 0 || len(v.word) == len(w.word) || len(v.at) <= len(w.at) && strings.Count(w.word, v.word) < 2 {
				continue
			}
			rest := scan.FoldString(w.word[i+len(v.word):])
			for n := k.site.prefix(rest); n > 0; n = k.site.prefix(rest) {
				rest = rest[n:]
			}
			if i > 0 || rest != "" {
				return true
			}
		}
		return false
	})
}

// worthwhile reports whether judge could find a brand among the names of one group; most groups of a clean text are one weak slot.
func (k *kit) worthwhile(in *finder, es []entry) bool {
	s := in.s
	tier, lists, tells := 0, 0, 0
	for _, e := range es {
		switch {
		case e.slot.strong:
			return true
		case e.slot.shape == loose:
			tells++
		case e.slot.shape == listed || e.slot.shape == routed:
			lists++
		case e.slot.shape <= countyOf:
			tier++
		}
		if run := s[e.start:e.end]; e.slot.shape != loose && (k.siteTail(run) > 0 || latinWord(run)) {
			return true
		}
	}
	return tier+lists >= 2 || tells >= 2 || tier+lists == 1 && in.atLeast(tail(s[:es[0].end]), 6)
}

// tail is the last two code points of s, or its last Latin word.
func tail(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	_, m := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return s[len(s)-n-m:]
}

// resolve finds where the names before the slots of one group begin: a name is what stays the same while its left neighbours
// change. Where there is one occurrence only, the name begins behind a mark, an ordinary word or a character that joins.
func (k *kit) resolve(in *finder, t string, es []entry) []string {
	s, all := in.s, in.ends(t)
	var out []string
	var grow func(word string, es []entry, all []int)
	grow = func(word string, es []entry, all []int) {
		if columns(word) >= reach {
			if !k.partial(s, word, es) {
				out = append(out, word)
			}
			return
		}
		by := map[string][]entry{}
		var order []string
		edge := 0 // entries before which the name surely begins
		for _, e := range es {
			i := e.end - len(word)
			if i <= e.start {
				edge++
				continue
			}
			_, n := utf8.DecodeLastRuneInString(s[:i])
			c := s[i-n : i]
			if by[c] == nil {
				order = append(order, c)
			}
			by[c] = append(by[c], e)
		}
		part := k.partial(s, word, es)
		if edge > 0 && !part {
			out = append(out, word)
			return
		}
		slices.SortStableFunc(order, func(a, b string) int { return len(by[b]) - len(by[a]) })
		for n, c := range order {
			longer := c + word
			next := narrow(s, all, longer)
			wide := len(by[c])*10 >= len(es)*6 && len(next)*10 >= len(all)*6
			if !part && (!wide || len(all) < 4 && k.begins(s, es[0].end-len(word))) {
				out = append(out, word)
				return
			}
			grow(longer, by[c], next)
			if !part || n >= 3 {
				return
			}
		}
		if len(order) == 0 {
			out = append(out, word)
		}
	}
	grow(t, es, all)
	return out
}

// partial reports whether word cannot be a name yet: it is a website's word or an ordinary one, or cuts a Latin word or a pair of
// parentheses.
func (k *kit) partial(s, word string, es []entry) bool {
	f := scan.FoldString(word)
	if k.site.words[f] || k.ordinary.words[f] || slices.Contains(brandTails, f) {
		return true
	}
	if strings.Count(word, ")")+strings.Count(word, "）") != strings.Count(word, "(")+strings.Count(word, "（") {
		return true
	}
	i := es[0].end - len(word)
	if k.siteTail(s[max(0, i-len("官方网站")):es[0].end]) > len(word) {
		return true // 乐城 of 娱乐城
	}
	return strings.HasPrefix(word, "(") || strings.HasPrefix(word, "（") ||
		i > 0 && isWordByte(rune(word[0])) && isWordByte(rune(s[i-1]))
}

// begins reports whether a name can begin at s[i:]: what stands before is a mark, an ordinary word, a place, a tier or a join.
func (k *kit) begins(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	next, _ := utf8.DecodeRuneInString(s[i:])
	if i == 0 || !isHan(r) && !isWordByte(r) || tiers[r] != noShape || strings.ContainsRune(joins, r) {
		return true
	}
	if isWordByte(r) {
		return false // bt365彩票: the Latin word is the brand's head
	}
	if isWordByte(next) {
		start, _ := leftRun(s, i)
		return k.siteTail(s[start:i]) == 0 // 直播365
	}
	low := max(0, i-24)
	for low < i && !utf8.RuneStart(s[low]) {
		low++
	}
	before := scan.FoldString(s[low:i])
	return k.ordinary.suffix(before) > 0 || tables.PlaceSuffix(before) > 0
}

// narrow keeps the offsets that longer ends at.
func narrow(s string, at []int, longer string) []int {
	var out []int
	for _, i := range at {
		if strings.HasSuffix(s[:i], longer) {
			out = append(out, i)
		}
	}
	return out
}

// settle gives every place to the longest brand that stands there, and drops what is left without one.
func settle(all []brand) []brand {
	slices.SortFunc(all, func(a, b brand) int { return cmp.Or(len(b.word)-len(a.word), cmp.Compare(a.word, b.word)) })
	taken := map[int]bool{} // offsets of bytes
	var out []brand
	for _, b := range all {
		var kept []occurrence
		for _, o := range b.at {
			if taken[o.span.Start] || taken[o.span.End-1] {
				continue
			}
			for i := o.span.Start; i < o.span.End; i++ {
				taken[i] = true
			}
			kept = append(kept, o)
		}
		if b.at = kept; len(kept) > 0 {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, func(a, b brand) int { return a.at[0].span.Start - b.at[0].span.Start })
	return out
}
