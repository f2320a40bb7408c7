package tables

// edges answers for most texts that no name of a place begins, or ends, here, before a name is looked up: by a hash of the two
// characters at the edge it keeps how many runes the names with such an edge have, bit n for names of n runes. Two edges may
// share a hash, so a set bit proves nothing. Every name has six bytes at least, and fifteen runes at most.
type edges [1 << edgeBits]uint16

const (
	edgeBits  = 15 // of the hash
	edgeBytes = 6  // two Han characters
)

// edge hashes the six bytes s[i:i+6].
func edge(s string, i int) uint32 {
	_ = s[i+5]
	a := uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
	b := uint32(s[i+4]) | uint32(s[i+5])<<8
	return (a*0x9E3779B1 ^ b*0x85EBCA6B) >> (32 - edgeBits) // odd numbers, the one 2³² divided by the golden ratio
}

// head are the lengths of names, in runes, that s may begin with.
func (g *gazetteer) head(s string) uint16 {
	if len(s) < edgeBytes {
		return 0
	}
	return g.heads[edge(s, 0)]
}

// tail are the lengths of names, in runes, that s may end with.
func (g *gazetteer) tail(s string) uint16 {
	if len(s) < edgeBytes {
		return 0
	}
	return g.tails[edge(s, len(s)-edgeBytes)]
}

// MayBeginPlace is false if no name of a place stands at the beginning of s. It looks at two characters only, and is cheap.
func MayBeginPlace(s string) bool { return places().head(s) != 0 }

// MayEndPlace is false if no name of a place stands at the end of s. It looks at two characters only, and is cheap.
func MayEndPlace(s string) bool { return places().tail(s) != 0 }
