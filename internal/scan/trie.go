package scan

import (
	"math/bits"
	"slices"

	"github.com/reportlint/reportlint/internal/text"
)

// literal is a trigger's literal, folded.
type literal struct {
	head  []rune // what stands before the runes it is found by
	runes []rune
	to    target
	bit   int // of its filter: literals of one bit hang from one root
}

// trie settles what a filter lets through. It has a root for every bit that is set in the filter.
type trie struct {
	rank    []uint32 // by word of the filter: how many bits are set before it
	roots   []root   // by bit
	nodes   []node
	targets []target // of the nodes
	heads   [][]rune // of the targets: what has to stand before the place where the trie begins
	known   int      // how many runes a bit proves; roots stand behind them
}

// root is where the trie begins for one bit.
type root struct {
	third uint64 // bit r%64 is set for each third rune r; all are, if a literal has only two
	node  int32
}

// node is a place in the trie; children stand side by side, by rune.
type node struct {
	r          rune
	lo, hi     int32 // children: nodes[lo:hi]
	from, past int32 // targets[from:past], of the literals that end here
}

// build makes the trie of ls and sets their bits in the filter. A bit proves the first known runes of its literals.
func (t *trie) build(filter []uint64, ls []literal, known int) {
	t.known = known
	for _, l := range ls {
		filter[l.bit>>6] |= 1 << (l.bit & 63)
	}
	set := uint32(0)
	t.rank = make([]uint32, len(filter))
	for w, word := range filter {
		t.rank[w] = set
		set += uint32(bits.OnesCount64(word))
	}
	ls, ends := t.byRoot(filter, ls, int(set))
	size := int(set)
	for i, l := range ls {
		size += len(l.runes)
		if i > 0 && ls[i-1].bit == l.bit {
			size -= shared(l.runes, ls[i-1].runes)
		}
	}
	t.roots, t.nodes, t.targets = make([]root, 0, set), make([]node, 0, size), make([]target, 0, len(ls))
	t.heads = make([][]rune, 0, len(ls))
	from := int32(0)
	for _, end := range ends {
		t.plant(ls[from:end])
		from = end
	}
}

// byRoot is ls by root, those of one root by their runes, and where in it each root ends.
func (t *trie) byRoot(filter []uint64, ls []literal, roots int) ([]literal, []int32) {
	at := make([]int32, roots+1) // where the next literal of the root before goes
	for _, l := range ls {
		at[t.root(filter, l.bit)+1]++
	}
	for r := range roots {
		at[r+1] += at[r]
	}
	out := make([]literal, len(ls))
	for _, l := range ls {
		r := t.root(filter, l.bit)
		out[at[r]] = l
		at[r]++
	}
	ends, from := at[:roots], int32(0)
	for _, end := range ends {
		if end-from > 1 {
			slices.SortStableFunc(out[from:end], func(a, b literal) int { return slices.Compare(a.runes, b.runes) })
		}
		from = end
	}
	return out, ends
}

// root is the number of the root of a bit.
func (t *trie) root(filter []uint64, bit int) int {
	below := filter[bit>>6] & (1<<(bit&63) - 1)
	return int(t.rank[bit>>6]) + bits.OnesCount64(below)
}

// shared is how many runes a and b begin with alike.
func shared(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
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
	n := &t.nodes[at]
	n.from = int32(len(t.targets))
	for len(ls) > 0 && len(ls[0].runes) == depth {
		t.targets, t.heads = append(t.targets, ls[0].to), append(t.heads, ls[0].head)
		ls = ls[1:]
	}
	n.past = int32(len(t.targets))
	lo := int32(len(t.nodes))
	for i := range ls {
		if i == 0 || ls[i].runes[depth] != ls[i-1].runes[depth] {
			t.nodes = append(t.nodes, node{r: ls[i].runes[depth]})
		}
	}
	hi := int32(len(t.nodes))
	t.nodes[at].lo, t.nodes[at].hi = lo, hi
	for child := lo; child < hi; child++ {
		end := 1
		for end < len(ls) && ls[end].runes[depth] == ls[0].runes[depth] {
			end++
		}
		t.grow(child, ls[:end], depth+1)
		ls = ls[end:]
	}
}

// report adds the hits of the literals that end at n, those whose head stands before start.
func (t *trie) report(p *Program, sc *Scan, s string, n *node, start, end int) {
	for i := n.from; i < n.past; i++ {
		if first, ok := p.stepBack(s, start, t.heads[i]); ok {
			sc.add(text.Span{Start: first, End: end}, t.targets[i:i+1])
		}
	}
}

// stepBack is where head begins, if it ends at s[at:].
func (p *Program) stepBack(s string, at int, head []rune) (int, bool) {
	for k := len(head) - 1; k >= 0; k-- {
		if at == 0 {
			return 0, false
		}
		size := sizeBefore(s, at)
		if r, n := p.foldedAt(s, at-size); r != head[k] || n != size {
			return 0, false
		}
		at -= size
	}
	return at, true
}

// match reports every literal of bit bit of the filter whose runes begin at s[start:]; the third of these would begin at
// s[third:]. The work is bounded by the longest literal.
func (t *trie) match(p *Program, sc *Scan, s string, start, third int, filter []uint64, bit int) {
	root := &t.roots[t.root(filter, bit)]
	if root.third != ^uint64(0) {
		r, _ := p.foldedAt(s, third)
		if root.third>>(r&63)&1 == 0 {
			return
		}
	}
	n, pos := &t.nodes[root.node], start
	if t.known > 0 {
		pos = third
		t.report(p, sc, s, n, start, pos)
	}
	for n.lo < n.hi {
		r, size := p.foldedAt(s, pos)
		i, ok := t.child(n, r)
		if !ok {
			return
		}
		pos += size
		n = &t.nodes[i]
		t.report(p, sc, s, n, start, pos)
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
