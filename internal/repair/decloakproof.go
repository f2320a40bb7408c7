package repair

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// prover cloaks the recovered text again, in the order that the document shows, and compares.
type prover struct {
	rd     *reader
	rank   map[pair]int
	folded func(rune) rune
	b      strings.Builder
	bytes  []cell

	wholeCharacters bool // the notes were put behind characters, not behind pairs of bytes wherever they stand
}

// ranks puts the keys into an order that agrees with all that was seen. Keys in a contradiction are named.
func ranks(keys map[pair]*key, orders map[order]bool) (rank map[pair]int, contradicted map[pair]bool) {
	next := map[pair][]pair{}
	waits := map[pair]int{}
	for o := range orders {
		next[o.first] = append(next[o.first], o.second)
		waits[o.second]++
	}
	queue := make([]pair, 0, len(keys))
	for p := range keys {
		if waits[p] == 0 {
			queue = append(queue, p)
		}
	}
	slices.Sort(queue)
	rank = make(map[pair]int, len(keys))
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
	for p := range keys {
		if _, ok := rank[p]; !ok {
			contradicted[p] = true
			rank[p] = len(rank)
		}
	}
	return rank, contradicted
}

// proves reports whether cloaking the line's cells again gives the line of the document back.
func (v *prover) proves(l *reading, cells []cell) bool {
	return v.cloak(cells) == l.seen(v.rd.src, v.folded)
}

// seen is the line as the document has it; fold is applied so that both sides spell alike.
func (l *reading) seen(src string, fold func(rune) rune) string {
	return strings.Map(func(r rune) rune { return fold(canonical(r)) }, src[l.span.Start:l.span.End])
}

// canonical is the spelling of a character that the encoding standard's index gives for its pair.
func canonical(r rune) rune {
	if p, ok := encode(r); ok {
		return p.rune()
	}
	return r
}

// cloak does to a line what the cloak did to the page, and decodes the outcome as the page was decoded.
func (v *prover) cloak(cells []cell) string {
	v.insert(cells)
	v.b.Reset()
	g := v.rd.damage
	for i := 0; i < len(v.bytes); i++ {
		c := v.bytes[i]
		switch {
		case c.isOpaque():
			v.b.WriteRune(c.value())
		case c < 0x80:
			v.b.WriteByte(byte(c))
		case c == 0x80 && g.euro:
			v.b.WriteRune('€')
		case c == 0x80:
			v.mark()
		case i+1 < len(v.bytes) && v.bytes[i+1].isByte() && isTrail(byte(v.bytes[i+1])):
			i++
			v.b.WriteRune(v.folded(pairOf(byte(c), byte(v.bytes[i])).rune()))
		default:
			v.mark()
			if g.swallow {
				i++
			}
		}
	}
	return v.b.String()
}

func (v *prover) mark() {
	if v.rd.damage.mark != 0 {
		v.b.WriteRune(v.rd.damage.mark)
	}
}

// insert writes the stream with the notes of the table, as replacing one key after the other would have left it: a key is
// not found where the note of an earlier one has parted its bytes, or where it has just been found.
func (v *prover) insert(cells []cell) {
	v.bytes = v.bytes[:0]
	prev, parted := cell(-1), -1 // parted: the rank of the key whose note follows prev
	var last pair
	inside := false // c ends a character
	for _, c := range cells {
		if c.isNote() {
			continue
		}
		if !c.isByte() {
			v.bytes = append(v.bytes, c)
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
			if v.rd.keys.byPair[p] != nil {
				if r := v.rank[p]; parted < 0 || r < parted && p != last {
					found = r
				}
			}
		}
		v.bytes = append(v.bytes, c)
		if found >= 0 {
			v.note(v.rd.keys.byPair[p].raw)
			last = p
		}
		prev, parted = c, found
	}
}

func (v *prover) note(raw string) {
	for _, s := range [...]string{v.rd.damage.brackets[0], raw, v.rd.damage.brackets[1]} {
		for _, r := range s {
			if r < utf8.RuneSelf {
				v.bytes = append(v.bytes, byteCell(byte(r)))
			} else if p, ok := encode(r); ok {
				v.bytes = appendPair(v.bytes, p)
			} else {
				v.bytes = append(v.bytes, opaque(r))
			}
		}
	}
}
