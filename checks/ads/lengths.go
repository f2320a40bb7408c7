package ads

// lengths tell by a character, hashed, how many code points the words have at whose edge it stands.
type lengths [1 << 10]lengthSet

func (l *lengths) add(r rune, n int)   { l[hash(r)] |= 1 << min(n, longest) }
func (l *lengths) of(r rune) lengthSet { return l[hash(r)] }

// hash multiplies by 2³² divided by the golden ratio.
func hash(r rune) uint32 { return uint32(r) * 0x9E3779B1 >> 22 }

// pairLengths tell by the two Han characters at an edge, hashed, how many code points the words have that they stand at.
type pairLengths [1 << edgeBits]lengthSet

const (
	edgeBits  = 12
	edgeBytes = 6 // of two Han characters
)

func (l *pairLengths) add(pair string, n int) {
	l[hashEdge(pair)>>(32-edgeBits)] |= 1 << min(n, longest)
}
func (l *pairLengths) of(pair string) lengthSet { return l[hashEdge(pair)>>(32-edgeBits)] }

// hashEdge hashes six bytes, the upper bits best, with odd numbers, the one 2³² divided by the golden ratio.
func hashEdge(p string) uint32 {
	_ = p[edgeBytes-1]
	a := uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16 | uint32(p[3])<<24
	b := uint32(p[4]) | uint32(p[5])<<8
	return a*0x9E3779B1 ^ b*0x85EBCA6B
}

// lengthSet has bit n set for the length n, the last bit for all lengths from there on.
type lengthSet uint16

const longest = 15

func (l lengthSet) has(n int) bool    { return l>>min(n, longest)&1 != 0 }
func (l lengthSet) upFrom(n int) bool { return l>>min(n, longest) != 0 }
