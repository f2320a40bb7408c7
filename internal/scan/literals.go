package scan

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/reportlint/reportlint/internal/text"
)

// The literal filter: a literal can only begin where its first two runes stand side by side. The runes that occur as first or
// second get numbers, and the matrix of these numbers answers for nearly every place of a text that nothing begins there,
// with one load and no branch of its own. What is left goes through a trie.

// maxID bounds rows and columns: the matrix has 128 KiB at most, which stays in the second-level cache. Beyond, runes share
// rows and columns: that sends more places to the trie and changes no result.
const maxID = 1<<10 - 1

// literal is a trigger's literal, folded.
type literal struct {
	runes []rune
	to    target
	bit   int // in the matrix, counted through; -1 for a literal of one rune
}

// root is where the trie begins for one bit of the matrix.
type root struct {
	third uint64 // bit r%64 is set for each third rune r; all are, if a literal has only two
	node  int32
}

// node is a place in the trie; children stand side by side, by rune.
type node struct {
	r      rune
	lo, hi int32    // children: nodes[lo:hi]
	to     []target // of the literals that end here
}

type trie struct {
	rank  [matrixSize]uint32 // bits set in the words of the matrix before this one
	roots []root             // by bit
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
	p.place(ls)
	slices.SortStableFunc(ls, func(a, b literal) int {
		return cmp.Or(cmp.Compare(a.bit, b.bit), slices.Compare(a.runes, b.runes))
	})
	for len(ls) > 0 {
		n := 1
		for n < len(ls) && ls[n].bit == ls[0].bit {
			n++
		}
		if bit := ls[0].bit; bit < 0 {
			for _, l := range ls[:n] {
				p.singles[l.runes[0]] = append(p.singles[l.runes[0]], l.to)
				p.mark(l.runes[0], 1<<single)
			}
		} else {
			p.matrix[bit>>6] |= 1 << (bit & 63)
			p.trie.plant(ls[:n])
		}
		ls = ls[n:]
	}
	set := 0
	for w, word := range p.matrix {
		p.trie.rank[w] = uint32(set)
		set += bits.OnesCount64(word)
	}
	p.spread()
}

// place numbers the first and second runes and tells every literal its bit.
func (p *Program) place(ls []literal) {
	first, second := map[rune]slot{}, map[rune]slot{}
	number := func(ids map[rune]slot, r rune) {
		if ids[r] == 0 {
			ids[r] = slot(len(ids)%maxID) + 1
		}
	}
	for _, l := range ls {
		if len(l.runes) > 1 {
			number(first, l.runes[0])
			number(second, l.runes[1])
		}
	}
	width := slot(1) // words of a row, a power of two: an offset in a row is or-ed to where the row begins
	for width*64 <= slot(min(len(second), maxID)) {
		width *= 2
	}
	for r, id := range first {
		p.mark(r, id*width<<rowAt)
	}
	for r, id := range second {
		p.mark(r, id<<columnAt)
	}
	for i, l := range ls {
		ls[i].bit = -1
		if len(l.runes) > 1 {
			ls[i].bit = int(first[l.runes[0]]*width*64 + second[l.runes[1]])
		}
	}
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

// plant adds the root of literals that share a bit. Roots come in by ascending bit.
func (t *trie) plant(ls []literal) {
	r := root{node: int32(len(t.nodes))}
	for _, l := range ls {
		if len(l.runes) == 2 {
			r.third = ^uint64(0)
		} else {
			r.third |= 1 << (l.runes[2] & 63)
		}
	}
	t.roots = append(t.roots, r)
	t.nodes = append(t.nodes, node{})
	t.grow(r.node, ls, 0)
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

// match reports every literal that begins at s[start:], where its first two runes end before third and led to the given bit of
// the given word of the matrix. The work is bounded by the longest literal.
func (t *trie) match(sc *Scan, s string, start, third int, word int, below uint64) {
	root := &t.roots[int(t.rank[word])+bits.OnesCount64(below)]
	if root.third != ^uint64(0) {
		r, _, c := Decode(s[third:])
		if c == Invalid || root.third>>(Fold(r)&63)&1 == 0 {
			return
		}
	}
	n := &t.nodes[root.node]
	for pos := start; n.lo < n.hi; {
		r, size, c := Decode(s[pos:])
		if c == Invalid {
			return
		}
		i, ok := t.child(n, Fold(r))
		if !ok {
			return
		}
		pos += size
		n = &t.nodes[i]
		if len(n.to) > 0 {
			sc.add(text.Span{Start: start, End: pos}, n.to)
		}
	}
}

func (t *trie) child(n *node, r rune) (int32, bool) {
	i, ok := slices.BinarySearchFunc(t.nodes[n.lo:n.hi], r, func(n node, r rune) int { return cmp.Compare(n.r, r) })
	return n.lo + int32(i), ok
}
