package ads

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// list is an enumeration of places, or a route, in which one item is none.
type list struct {
	route  bool
	places []tables.Place // the items that are places, in order
	odd    text.Span      // the item that is none; where its left edge is not known it begins as far back as it can
	exact  bool           // both edges are known
}

// abroad reports whether most places of the list are no divisions of China: 横滨、釜山、枚方.
func (l *list) abroad() bool {
	n := 0
	for _, p := range l.places {
		if p.Code == "" {
			n++
		}
	}
	return 2*n > len(l.places)
}

// longestItem is how many bytes an item of a list may have: a brand with its site words has less.
const longestItem = 48

// lists reads the chains of 、 and of — among the hits: separators of one kind with short items between. In a list all items but
// one are places, so every separator has a place at one side at least; what has none ends the hope for its chain before anything is
// read. Nobody asks what stands beside a separator that is alone.
func (k *kit) lists(s string, hits []scan.Hit, fold folder) []list {
	var out []list
	var chain []int // offsets of the separators, none if there is no hope for the chain
	var first bool  // the separator before is the first of a chain, and nobody has asked what stands beside it
	prev, kind := text.Span{}, -1
	read := func() {
		if len(chain) >= 2 {
			if l, ok := k.readList(s, chain, k.literals[kind], fold); ok {
				out = append(out, l)
			}
		}
		chain = chain[:0]
	}
	for _, h := range hits {
		if h.Index < k.separators || h.Index >= k.separatorsTo {
			continue
		}
		at := h.Span.Start
		near := h.Index == kind && at-prev.End <= longestItem && at != prev.End
		if near && first && besidePlace(s, prev, fold) {
			chain = append(chain, prev.Start)
		}
		switch {
		case !near, len(chain) > 0 && endsItem(s[prev.End:at]):
			read()
			first = true
		case len(chain) > 0:
			if first = false; besidePlace(s, h.Span, fold) {
				chain = append(chain, at)
			} else {
				chain = chain[:0]
			}
		default: // a chain without hope goes on, or another one begins
			first = endsItem(s[prev.End:at])
		}
		prev, kind = h.Span, h.Index
	}
	read()
	return out
}

// besidePlace is false if no name of a place stands before or behind a separator.
func besidePlace(s string, sep text.Span, fold folder) bool {
	const edge = 8 // bytes, of the two characters that are looked at
	return tables.MayEndPlace(fold(s[max(0, sep.Start-edge):sep.Start])) || tables.MayBeginPlace(fold(s[sep.End:min(len(s), sep.End+edge)]))
}

// endsItem reports whether a mark stands in s that no item of a list holds.
func endsItem(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case ',', ';', ':', '!', '\n', ' ':
			return true
		case 0xE2, 0xE3, 0xEF:
			if i+2 >= len(s) {
				return false
			}
			switch s[i : i+3] {
			case "，", "。", "；", "：", "！", "“", "”", "《", "》":
				return true
			}
		}
	}
	return false
}

// readList judges the items around and between the separators: two at least must be places, and one is none.
func (k *kit) readList(s string, chain []int, sep string, fold folder) (list, bool) {
	l := list{route: sep == "—"}
	odd, last := 0, len(chain)-1
	for n := 0; n < last; n++ {
		a, b := chain[n]+len(sep), chain[n+1]
		if p, ok := wholePlace(fold(s[a:b])); ok {
			l.places = append(l.places, p)
		} else if odd++; odd == 1 {
			l.odd, l.exact = text.Span{Start: a, End: b}, true
		}
		if odd > 1 || odd == 1 && n > 3 && len(l.places) == 0 {
			return l, false
		}
	}
	if len(l.places) == 0 && (odd == 0 || last > 1) {
		return l, false
	}
	// The first item begins somewhere in the words before it, the last one ends somewhere in those behind.
	start, exact := leftRun(s, chain[0])
	run := fold(s[start:chain[0]])
	if n := tables.PlaceSuffix(run); n > 0 {
		p, _ := tables.PlaceNamed(run[len(run)-n:])
		l.places = slices.Insert(l.places, 0, p)
	} else if odd++; odd == 1 {
		l.odd, l.exact = text.Span{Start: start, End: chain[0]}, exact
	}
	behind := s[chain[last]+len(sep):]
	if p, n := tables.PlacePrefix(fold(head(behind))); n > 0 {
		l.places = append(l.places, p)
	} else if odd++; odd == 1 {
		end, ok := itemEnd(behind)
		if !ok {
			return l, false
		}
		l.odd, l.exact = text.Span{Start: chain[last] + len(sep), End: chain[last] + len(sep) + end}, true
	}
	if odd != 1 || len(l.places) < 2 || utf8.RuneCountInString(l.odd.Of(s)) < 2 {
		return l, false
	}
	word := fold(l.odd.Of(s))
	if k.ordinary.suffix(word) > 0 || strings.ContainsAny(word, "、“”《》") {
		return l, false
	}
	if r, _ := utf8.DecodeLastRuneInString(word); tiers[r] != noShape || strings.ContainsRune(neverStrong+"湾岛港山河江湖海岸带圈群洲陆线路站口", r) {
		return l, false // a district, a zone, a bay the gazetteer does not list
	}
	return l, true
}

// folded is the head of s, long enough for any name, as gazetteers write it.
func folded(s string) string { return scan.FoldString(head(s)) }

// head is the head of s, long enough for any name.
func head(s string) string {
	n := 0
	for i := range s {
		if n++; n > 12 {
			return s[:i]
		}
	}
	return s
}

// folder gives a text as gazetteers write it.
type folder func(string) string

// folderOf folds the names of a text that is written in traditional characters, and leaves those of all others alone: folding each
// name of a clean text would cost more than everything else.
func folderOf(s string) folder {
	if tables.CountSimplifiable(s, 500) > 20 { // a name or a quotation has fewer
		return scan.FoldString
	}
	return func(s string) string { return s }
}

// wholePlace reports whether an item between two separators is a place, and which.
func wholePlace(item string) (tables.Place, bool) {
	if len(item) < 6 || len(item) > 36 {
		return tables.Place{}, false
	}
	return tables.PlaceNamed(item)
}

// itemEnd is where the last item of a list ends: before 等, a mark or a character that joins.
func itemEnd(s string) (int, bool) {
	n := 0
	for i, r := range s {
		if r == '等' || !isHan(r) && !isWordByte(r) && r != '(' && r != ')' {
			return i, n >= 2
		}
		if n++; n > reach/2 {
			break
		}
	}
	return len(s), n >= 2 && n <= reach/2
}
