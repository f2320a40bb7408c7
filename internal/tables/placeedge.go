package tables

// edges answers for most texts that no name of a place begins, or ends, here, before a name is looked up. Names are known by a hash
// of the two characters at the edge, which several may share, so that a yes proves nothing. Every name has six bytes at least, and
// fifteen runes at most.
type edges struct {
	any     [1 << edgeBits / 64]uint64 // a bit for every hash: 8 KiB, which stay in the cache
	lengths [1 << (edgeBits - 1)]uint16
}

const (
	edgeBits  = 16 // of the hash
	edgeBytes = 6  // two Han characters
)

// edge hashes the six bytes s[i:i+6].
func edge(s string, i int) uint32 {
	_ = s[i+5]
	a := uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
	b := uint32(s[i+4]) | uint32(s[i+5])<<8
	return (a*0x9E3779B1 ^ b*0x85EBCA6B) >> (32 - edgeBits) // odd numbers, the one 2³² divided by the golden ratio
}

// add notes a name of n runes.
func (e *edges) add(edge uint32, n int) {
	e.any[edge/64] |= 1 << (edge % 64)
	e.lengths[edge/2] |= 1 << n
}

// of tells how many runes the names with such an edge have: bit n is set if some may have n.
func (e *edges) of(edge uint32) uint16 {
	if e.any[edge/64]>>(edge%64)&1 == 0 {
		return 0
	}
	return e.lengths[edge/2]
}

// head are the lengths of names that s may begin with.
func (g *gazetteer) head(s string) uint16 {
	if len(s) < edgeBytes {
		return 0
	}
	return g.heads.of(edge(s, 0))
}

// tail are the lengths of names that s may end with.
func (g *gazetteer) tail(s string) uint16 {
	if len(s) < edgeBytes {
		return 0
	}
	return g.tails.of(edge(s, len(s)-edgeBytes))
}

// MayBeginPlace is false if no name of a place stands at the beginning of s. It looks at two characters only, and is cheap.
func MayBeginPlace(s string) bool { return places().head(s) != 0 }

// MayEndPlace is false if no name of a place stands at the end of s. It looks at two characters only, and is cheap.
func MayEndPlace(s string) bool { return places().tail(s) != 0 }
