package scan

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/reportlint/reportlint/internal/text"
)

// literal is a trigger's literal, folded.
type literal struct {
	runes []rune
	to    target
	bit   int // of its filter: literals of one bit hang from one root
}

// trie settles what a filter lets through. It has a root for every bit that is set in the filter.
type trie struct {
	rank  []uint32 // by word of the filter: how many bits are set before it
	roots []root   // by bit
	nodes []node
	known int // how many runes a bit proves; roots stand behind them
}

// root is where the trie begins for one bit.
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

// build makes the trie of ls and sets their bits in the filter. A bit proves the first known runes of its literals.
func (t *trie) build(filter []uint64, ls []literal, known int) {
	t.known = known
	slices.SortFunc(ls, func(a, b literal) int {
		if a.bit != b.bit {
			return a.bit - b.bit
		}
		return cmp.Or(slices.Compare(a.runes, b.runes), cmp.Compare(a.to.trigger, b.to.trigger), cmp.Compare(a.to.index, b.to.index))
	})
	roots, nodes := size(ls)
	t.roots, t.nodes = make([]root, 0, roots), make([]node, 0, nodes)
	for len(ls) > 0 {
		n := 1
		for n < len(ls) && ls[n].bit == ls[0].bit {
			n++
		}
		filter[ls[0].bit>>6] |= 1 << (ls[0].bit & 63)
		t.plant(ls[:n])
		ls = ls[n:]
	}
	set := uint32(0)
	t.rank = make([]uint32, len(filter))
	for w, word := range filter {
		t.rank[w] = set
		set += uint32(bits.OnesCount64(word))
	}
}

// size counts the roots and nodes of sorted literals.
func size(ls []literal) (roots, nodes int) {
	for i, l := range ls {
		shared := 0
		if i > 0 && ls[i-1].bit == l.bit {
			for shared < len(l.runes) && shared < len(ls[i-1].runes) && ls[i-1].runes[shared] == l.runes[shared] {
				shared++
			}
		} else {
			roots++
		}
		nodes += len(l.runes) - shared
	}
	return roots, roots + nodes
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
	t.grow(r.node, ls, t.known)
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

// match reports every literal of bit bit of the filter that begins at s[start:]; its third rune would begin at s[third:]. The
// work is bounded by the longest literal.
func (t *trie) match(p *Program, sc *Scan, s string, start, third int, filter []uint64, bit int) {
	below := filter[bit>>6] & (1<<(bit&63) - 1)
	root := &t.roots[int(t.rank[bit>>6])+bits.OnesCount64(below)]
	if root.third != ^uint64(0) {
		r, _ := p.foldedAt(s, third)
		if root.third>>(r&63)&1 == 0 {
			return
		}
	}
	n, pos := &t.nodes[root.node], start
	if t.known > 0 {
		if pos = third; len(n.to) > 0 {
			sc.add(text.Span{Start: start, End: pos}, n.to)
		}
	}
	for n.lo < n.hi {
		r, size := p.foldedAt(s, pos)
		i, ok := t.child(n, r)
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
	lo, hi := n.lo, n.hi
	for lo < hi { // slices.BinarySearchFunc is not inlined, and most nodes have one child
		mid := (lo + hi) / 2
		switch c := t.nodes[mid].r; {
		case c == r:
			return mid, true
		case c < r:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return lo, false
}
