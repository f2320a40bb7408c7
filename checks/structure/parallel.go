package structure

import "unicode/utf8"

// pair is two runes side by side.
type pair uint64

func pairOf(a, b rune) pair { return pair(a)<<32 | pair(b) }

// sum is a number below n, a power of two.
func (p pair) sum(n int) int { return int(uint32(p>>32)*40503+uint32(p)*31) & (n - 1) }

// usage is how often two characters stand together, and how often they begin or end a clause.
type usage struct{ total, begins, ends int }

// clauses counts, for the pairs of want, where they stand in s.
func clauses(s string, want map[pair]*usage) {
	var known [1 << 10]uint64 // most pairs of a text are not wanted, and need no look into the map
	for k := range want {
		i := k.sum(64 * len(known))
		known[i/64] |= 1 << (i % 64)
	}
	find := func(a, b rune) *usage {
		k := pairOf(a, b)
		if i := k.sum(64 * len(known)); known[i/64]>>(i%64)&1 == 0 {
			return nil
		}
		return want[k]
	}
	var p, q rune // the two before
	fresh := true // p and q began a clause
	run := 0      // runes of this clause
	for _, r := range s {
		if breaksClause(r) {
			if run >= 2 {
				if u := find(p, q); u != nil {
					u.ends++
				}
			}
			run, fresh = 0, true
			continue
		}
		p, q = q, r
		if run++; run < 2 {
			continue
		}
		if u := find(p, q); u != nil {
			u.total++
			if run == 2 && fresh {
				u.begins++
			}
		}
	}
}

func breaksClause(r rune) bool {
	switch r {
	case '。', '，', '；', '：', '！', '？', ',', ';', ':', '!', '?', '\n', ' ', '\u3000', '、', '.':
		return true
	}
	return false
}

// weigh turns a count into 0, 1 or 2: hardly ever, often, nearly always.
func weigh(at, total int) int {
	switch {
	case at >= 3 && 5*at >= 3*total:
		return 2
	case at >= 2 && 5*at >= 2*total, at >= 4 && 4*at >= total:
		return 1
	}
	return 0
}

// learn adds to the points of all lists what the document's own clauses say, in one pass over the text.
func learn(s string, lists [][]item) {
	want := map[pair]*usage{}
	for _, items := range lists {
		each(s, items, func(_ *item, _ *point, before, behind pair) {
			for _, k := range [2]pair{before, behind} {
				if want[k] == nil {
					want[k] = &usage{}
				}
			}
		})
	}
	if len(want) == 0 {
		return
	}
	clauses(s, want)
	for _, items := range lists {
		each(s, items, func(_ *item, p *point, before, behind pair) {
			b, e := want[behind], want[before]
			p.opener += weigh(b.begins, b.total)
			p.closer += weigh(e.ends, e.total)
			if 2*e.begins > e.total { // 着力, 不断: what begins clauses ends no heading
				p.never = true
			}
		})
	}
}

// compare adds what parallel headings say: at least half of the siblings, and three, begin their bodies or end their headings
// with the same two characters.
func compare(s string, items []item) {
	type side struct {
		k    pair
		tail bool
	}
	type tally struct{ n, last int } // items, and the last of them
	seen := map[side]tally{}
	each(s, items, func(it *item, p *point, before, behind pair) {
		for _, x := range [2]side{{before, true}, {behind, false}} {
			if was := seen[x]; was.n == 0 || was.last != it.marker {
				seen[x] = tally{was.n + 1, it.marker}
			}
		}
	})
	shared := func(k pair, tail bool) bool {
		n := seen[side{k, tail}].n
		return n >= 3 && 2*n >= len(items)
	}
	each(s, items, func(_ *item, p *point, before, behind pair) {
		// What all share inside their headings (上狠抓) is shared on both sides; an end is shared on one.
		a, b := shared(before, true), shared(behind, false)
		if a && !b && p.score() > 0 {
			p.closer += 2
		}
		if b && !a && p.score() > 0 {
			p.opener += 2
		}
	})
}

// each calls f for every point with the pairs on its two sides.
func each(s string, items []item, f func(it *item, p *point, before, behind pair)) {
	for i := range items {
		it := &items[i]
		for j := range it.points {
			p := &it.points[j]
			a2, n := utf8.DecodeLastRuneInString(s[:p.at])
			a1, _ := utf8.DecodeLastRuneInString(s[:p.at-n])
			b1, m := utf8.DecodeRuneInString(s[p.at:])
			b2, _ := utf8.DecodeRuneInString(s[p.at+m:])
			f(it, p, pairOf(a1, a2), pairOf(b1, b2))
		}
	}
}
