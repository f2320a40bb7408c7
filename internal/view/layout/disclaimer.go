package layout

import (
	"bytes"
	"unicode/utf8"
)

// disclaimerReach is how many lines above the frame may be paragraphs in which a site speaks. In a file without a frame only the last
// line is looked at.
const disclaimerReach = 3

// disclaimers gives the paragraphs below the text in which a platform speaks of itself their weight, and returns where the frame,
// which began at line from, begins then.
func (m *Map) disclaimers(from int, k *key) int {
	reach := disclaimerReach
	if from == len(m.seen) {
		reach = 1
	}
	for i, end := len(m.seen)-1, max(from-reach, 0); i >= end; i-- {
		l := m.at(i)
		if l.weight == 3 || !l.shape.is(solid) || l.shape.is(numbered|salutes) || l.runes > 400 {
			continue
		}
		if k.read(m.text(int(m.seen[i]))); numberedAt(string(k.buf[:min(len(k.buf), 40)])) {
			continue // an article of a regulation
		}
		if word, hits := words().disclaims(k.buf); hits > 0 {
			l.weight, l.hits, l.found, l.marker = 3, max(l.hits, hits), Footer, word
			from = min(from, i)
		}
	}
	return from
}

// disclaims counts the phrases of disclaimers in the folded paragraph b. Two make it one, if one of them speaks of a site.
func (x *lexicon) disclaims(b []byte) (word string, hits uint8) {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if uint32(r) < 1<<16 && x.atLegal[uint16(r)>>6]>>(r&63)&1 == 1 {
			for _, m := range x.legal[r] {
				if bytes.HasPrefix(b[i:], []byte(m.text)) {
					if hits++; m.weight == 3 {
						word = m.text
					}
					n = len(m.text)
					break
				}
			}
		}
		i += n
	}
	if word == "" || hits < 2 {
		return "", 0
	}
	return word, hits
}
