package repair

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// prover cloaks the recovered text again, in the order that the document shows, and compares.
type prover struct {
	rd     *reader
	folded func(rune) rune

	stream        []cell // the line with the notes put back, reused as is what follows
	written, seen []byte // what a decoder makes of it, and what the document has

	wholeCharacters bool // the notes were put behind characters, not behind pairs of bytes wherever they stand
}

// rankKeys puts the keys into an order that agrees with all that was seen. Keys in a contradiction are named.
func rankKeys(keys []*key, orders map[order]bool) (contradicted map[pair]bool) {
	next := map[pair][]pair{}
	waits := map[pair]int{}
	for o := range orders {
		next[o.first] = append(next[o.first], o.second)
		waits[o.second]++
	}
	queue := make([]pair, 0, len(keys))
	for _, k := range keys {
		if waits[k.pair] == 0 {
			queue = append(queue, k.pair)
		}
	}
	slices.Sort(queue)
	rank := make(map[pair]int, len(keys))
	for i := 0; i < len(queue); i++ {
		rank[queue[i]] = i
		slices.Sort(next[queue[i]])
		for _, p := range next[queue[i]] {
			if waits[p]--; waits[p] == 0 {
				queue = append(queue, p)
			}
		}
	}
	contradicted = map[pair]bool{}
	for _, k := range keys {
		if _, ok := rank[k.pair]; !ok {
			contradicted[k.pair] = true
			rank[k.pair] = len(rank)
		}
		k.rank = rank[k.pair]
	}
	return contradicted
}

// proves reports whether cloaking the line's cells again gives the line of the document back.
func (v *prover) proves(l *reading, cells []cell) bool {
	v.cloak(cells)
	v.see(l)
	return bytes.Equal(v.written, v.seen)
}

// see spells the line as the document has it, folded so that both sides spell alike.
func (v *prover) see(l *reading) {
	v.seen = v.seen[:0]
	for _, r := range l.span.Of(v.rd.src) {
		v.seen = utf8.AppendRune(v.seen, v.folded(canonical(r)))
	}
}

// canonical is the spelling of a character that the encoding standard's index gives for its pair.
func canonical(r rune) rune {
	if p, ok := encode(r); ok {
		return p.rune()
	}
	return r
}

// cloak does to a line what the cloak did to the page, and decodes the outcome as the page was decoded.
func (v *prover) cloak(cells []cell) {
	v.insert(cells)
	v.written = v.written[:0]
	g := v.rd.damage
	for i := 0; i < len(v.stream); i++ {
		c := v.stream[i]
		switch {
		case c.isOpaque():
			v.written = utf8.AppendRune(v.written, c.value())
		case c < 0x80:
			v.written = append(v.written, byte(c))
		case c == 0x80 && g.euro:
			v.written = utf8.AppendRune(v.written, '€')
		case c == 0x80:
			v.mark()
		case i+1 < len(v.stream) && v.stream[i+1].isByte() && isTrail(byte(v.stream[i+1])):
			i++
			v.written = utf8.AppendRune(v.written, v.folded(pairOf(byte(c), byte(v.stream[i])).rune()))
		default:
			v.mark()
			if g.swallow {
				i++
			}
		}
	}
}

func (v *prover) mark() {
	if v.rd.damage.mark != 0 {
		v.written = utf8.AppendRune(v.written, v.rd.damage.mark)
	}
}

// insert writes the stream with the notes of the table, as replacing one key after the other would have left it: a key is
// not found where the note of an earlier one has parted its bytes, or where it has just been found.
func (v *prover) insert(cells []cell) {
	v.stream = v.stream[:0]
	prev, parted := cell(-1), -1 // parted: the rank of the key whose note follows prev
	var last pair
	inside := false // c ends a character
	for _, c := range cells {
		if c.isNote() {
			continue
		}
		if !c.isByte() {
			v.stream = append(v.stream, c)
			prev, parted, inside = -1, -1, false
			continue
		}
		ends := inside
		inside = !inside && c >= 0x81
		found := -1
		var p pair
		if v.wholeCharacters && !ends {
			parted = -1
		} else if prev >= 0 && isLead(byte(prev)) && isTrail(byte(c)) {
			p = pairOf(byte(prev), byte(c))
			if k := v.rd.keys.of(p); k != nil {
				if r := k.rank; parted < 0 || r < parted && p != last {
					found = r
				}
			}
		}
		v.stream = append(v.stream, c)
		if found >= 0 {
			v.note(v.rd.keys.of(p).raw)
			last = p
		}
		prev, parted = c, found
	}
}

func (v *prover) note(raw string) {
	for _, s := range [...]string{v.rd.damage.brackets[0], raw, v.rd.damage.brackets[1]} {
		for _, r := range s {
			if r < utf8.RuneSelf {
				v.stream = append(v.stream, byteCell(byte(r)))
			} else if p, ok := encode(r); ok {
				v.stream = appendPair(v.stream, p)
			} else {
				v.stream = append(v.stream, opaque(r))
			}
		}
	}
}
