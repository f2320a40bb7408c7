package ads

// lengths tell by a character, hashed, how many code points the words have at whose edge it stands.
type lengths [1 << 10]lengthSet

func (l *lengths) add(r rune, n int)   { l[hash(r)] |= 1 << min(n, longest) }
func (l *lengths) of(r rune) lengthSet { return l[hash(r)] }

// hash multiplies by 2³² divided by the golden ratio.
func hash(r rune) uint32 { return uint32(r) * 0x9E3779B1 >> 22 }

// lengthSet has bit n set for the length n, the last bit for all lengths from there on.
type lengthSet uint16

const longest = 15

func (l lengthSet) has(n int) bool    { return l>>min(n, longest)&1 != 0 }
func (l lengthSet) upFrom(n int) bool { return l>>min(n, longest) != 0 }
