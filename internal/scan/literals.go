package scan

import (
	"cmp"
	"slices"

	"github.com/reportlint/reportlint/internal/text"
)

// The literal filter: a literal can only begin where its first two runes stand side by side. The runes that occur as first or
// second get numbers, and the matrix of these numbers answers for nearly every place of a text that nothing begins there,
// with one load and no branch of its own. What is left goes through a trie.

// maxID bounds the matrix to 128 KiB, which stays in the second-level cache. Beyond, runes share numbers: that sends more
// places to the trie and changes no result.
const maxID = 1<<10 - 1

// literal is a trigger's literal, folded.
type literal struct {
	runes []rune
	to    target
}

// node is a place in the trie; children stand side by side, by rune.
type node struct {
	r      rune
	lo, hi int32    // children: nodes[lo:hi]
	to     []target // of the literals that end here
}

type trie struct {
	roots map[[2]rune]int32 // by the first two runes
	nodes []node
}

func foldedRunes(s string) []rune {
	rs := []rune(s)
	for i, r := range rs {
		rs[i] = Fold(r)
	}
	return rs
}

// addLiterals fills the literal bits of the table, the matrix, the trie and the singles.
func (p *Program) addLiterals(ls []literal) {
	slices.SortStableFunc(ls, func(a, b literal) int {
		return cmp.Or(slices.Compare(a.runes, b.runes), cmp.Compare(a.to.trigger, b.to.trigger), cmp.Compare(a.to.index, b.to.index))
	})
	first, second := map[rune]slot{}, map[rune]slot{}
	number := func(ids map[rune]slot, r rune) {
		if ids[r] == 0 {
			ids[r] = slot(len(ids)%maxID) + 1
		}
	}
	for _, l := range ls {
		if len(l.runes) == 1 {
			p.singles[l.runes[0]] = append(p.singles[l.runes[0]], l.to)
			p.mark(l.runes[0], 1<<singleShift)
			continue
		}
		number(first, l.runes[0])
		number(second, l.runes[1])
	}
	for r, id := range first {
		p.mark(r, id<<firstShift)
	}
	for r, id := range second {
		p.mark(r, id<<secondShift)
	}
	for min(len(second), maxID)>>6>>p.rowShift > 0 {
		p.rowShift++
	}
	p.rows = make([]uint64, (min(len(first), maxID)+1)<<p.rowShift)
	p.trie.roots = map[[2]rune]int32{}
	for len(ls) > 0 {
		if len(ls[0].runes) == 1 {
			ls = ls[1:]
			continue
		}
		head := [2]rune(ls[0].runes)
		n := 1
		for n < len(ls) && len(ls[n].runes) > 1 && [2]rune(ls[n].runes) == head {
			n++
		}
		a, b := first[head[0]], second[head[1]]
		p.rows[a<<p.rowShift+b>>6] |= 1 << (b & 63)
		at := int32(len(p.trie.nodes))
		p.trie.nodes = append(p.trie.nodes, node{r: head[1]})
		p.trie.grow(at, ls[:n], 2)
		p.trie.roots[head] = at
		ls = ls[n:]
	}
	p.spread()
}

// mark adds literal bits to the slot of a folded rune.
func (p *Program) mark(r rune, s slot) {
	if r < 1<<16 {
		p.table[r] |= s
	} else {
		p.far[r] |= s
	}
}

// spread gives every rune of the basic plane the literal bits of the rune it folds to. A fold is final, so the slots read
// here are none of those written.
func (p *Program) spread() {
	for r := range p.table {
		if f := Fold(rune(r)); f != rune(r) {
			p.table[r] |= p.literalBits(f)
		}
	}
}

// literalBits are the literal bits of the folded rune f.
func (p *Program) literalBits(f rune) slot {
	if f < 1<<16 {
		return p.table[f] &^ classMask
	}
	return p.far[f]
}

// grow hangs the literals, sorted and alike in their first depth runes, below node at.
func (t *trie) grow(at int32, ls []literal, depth int) {
	for len(ls) > 0 && len(ls[0].runes) == depth {
		t.nodes[at].to = append(t.nodes[at].to, ls[0].to)
		ls = ls[1:]
	}
	var heads []int // where in ls the next child begins
	for i := range ls {
		if i == 0 || ls[i].runes[depth] != ls[i-1].runes[depth] {
			heads = append(heads, i)
		}
	}
	lo := int32(len(t.nodes))
	t.nodes[at].lo, t.nodes[at].hi = lo, lo+int32(len(heads))
	for _, h := range heads {
		t.nodes = append(t.nodes, node{r: ls[h].runes[depth]})
	}
	for k, h := range heads {
		end := len(ls)
		if k+1 < len(heads) {
			end = heads[k+1]
		}
		t.grow(lo+int32(k), ls[h:end], depth+1)
	}
}

// match reports every literal that begins at s[start:], where f1 and f2 are the first two runes, folded, and pos is what
// follows them. The work is bounded by the longest literal.
func (t *trie) match(sc *Scan, s string, start, pos int, f1, f2 rune) {
	at, ok := t.roots[[2]rune{f1, f2}]
	for ok {
		n := &t.nodes[at]
		if len(n.to) > 0 {
			sc.add(text.Span{Start: start, End: pos}, n.to)
		}
		if n.lo == n.hi {
			return
		}
		r, size, c := Decode(s[pos:])
		if c == Invalid {
			return
		}
		pos += size
		at, ok = t.child(n, Fold(r))
	}
}

func (t *trie) child(n *node, r rune) (int32, bool) {
	i, ok := slices.BinarySearchFunc(t.nodes[n.lo:n.hi], r, func(n node, r rune) int { return cmp.Compare(n.r, r) })
	return n.lo + int32(i), ok
}
