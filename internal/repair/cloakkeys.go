package repair

import (
	"slices"

	"github.com/reportlint/reportlint/internal/tables"
)

// key is one entry of the cloak's table: a character and the note that was put behind it.
type key struct {
	pair  pair
	r     rune
	raw   string // the note as it is written, without brackets
	notes int    // how often it stands behind the character
	seen  int    // how often the character occurs
	rank  int    // when the cloak searched for it, as far as the document shows; see rankKeys
}

// keyTable is the part of the cloak's table that the document shows.
type keyTable struct {
	keys        []*key          // in the order of their characters, then those that were learnt
	at          [1 << 16]uint16 // by pair: one more than its place in keys, 0 for none
	notes, seen int             // over all keys
	repeated    int             // keys whose character occurs more than once
	frequent    int             // keys among the frequent characters
	traditional bool            // the keys are characters with a simplified counterpart
	sparse      bool            // occurrences were annotated at random
	share       float64         // how many of the document's kinds of such characters are keys
}

// of returns the key for p, nil if the table has none.
func (t *keyTable) of(p pair) *key {
	if i := t.at[p]; i > 0 {
		return t.keys[i-1]
	}
	return nil
}

func (t *keyTable) has(p pair) bool { return t.at[p] > 0 }

// add takes in a key for a pair that has none.
func (t *keyTable) add(k *key) {
	t.keys = append(t.keys, k)
	t.at[k.pair] = uint16(len(t.keys))
}

// These bounds tell a cloak from text that explains characters; see docs/decloaking.md.
const (
	minKeys      = 20   // a lesson seldom annotates so many characters in one way
	fewKeys      = 8    // enough of them if all are frequent and
	fewTimes     = 10   // each is annotated so often
	minCoverage  = 0.95 // a replacement spares no occurrence, a teacher annotates the first
	maxDensity   = 0.75 // more is ruby: every character has its note
	minInText    = 0.4  // notes with a character right behind them; lists and headwords have none
	minRepeated  = 0.3  // keys that occur again: without repetition coverage says nothing
	minRandomRun = 0.7  // share of frequent characters among keys that are not traditional
	minDisorder  = 0.3  // keys that stand bare before they are annotated; a teacher annotates the first occurrence
)

// keysOf builds the table from a survey. A character with several readings keeps the one it has nearly always.
func keysOf(v *survey) *keyTable {
	t := &keyTable{}
	traditional := 0
	var all []*key
	for r, c := range v.counts {
		if k := v.key(r, c); k != nil {
			all = append(all, k)
			if isTraditional(r) {
				traditional++
			}
		}
	}
	for r, c := range v.odd { // the cloak's dictionary may know better; chance does not annotate every occurrence
		if k := v.key(r, c); k != nil && k.notes >= 3 && v.counts[r] == nil && float64(k.notes) >= minCoverage*float64(k.seen) && !v.maySplit(k) {
			all = append(all, k)
			if isTraditional(r) {
				traditional++
			}
		}
	}
	slices.SortFunc(all, func(a, b *key) int { return int(a.r - b.r) })
	t.traditional = traditional*100 >= len(all)*90
	kinds := 0
	for i, n := range v.seen {
		if r := rune(0x4E00 + i); n > 0 && isTraditional(r) {
			kinds++
		}
	}
	for _, k := range all {
		if t.traditional && !isTraditional(k.r) {
			continue // a gloss that was in the text before
		}
		t.add(k)
		t.notes += k.notes
		t.seen += k.seen
		if k.seen > 1 {
			t.repeated++
		}
		if tables.FrequentHan(tables.TraditionalToSimplified(k.r)) {
			t.frequent++
		}
	}
	t.share = float64(len(t.keys)) / float64(max(kinds, len(t.keys), 1))
	return t
}

// key is the entry for a character with the notes c, nil if they differ or GBK lacks the character.
func (v *survey) key(r rune, c *counted) *key {
	k := &key{r: r, seen: int(v.seen[r-0x4E00])}
	sum := 0
	for _, x := range c.notes {
		sum += x.times
		if x.times > k.notes || x.times == k.notes && x.raw < k.raw {
			k.raw, k.notes = x.raw, x.times
		}
	}
	p, ok := encode(r)
	if !ok || k.notes*10 < sum*9 {
		return nil
	}
	k.pair = p
	return k
}

// maySplit reports whether the notes of k may as well belong to a character that begins with its second byte and lost the
// rest: so it looks where the decoder dropped lead bytes without a mark.
func (v *survey) maySplit(k *key) bool {
	if v.gaps() > 0 || !isLead(k.pair.trail()) {
		return false
	}
	for x := 0x81; x <= 0xFE; x++ {
		if r := pairOf(k.pair.trail(), byte(x)).rune(); isUnified(r) && tables.HasReading(r, k.raw) {
			return true
		}
	}
	return false
}

// isSparse decides whether a machine put notes behind characters here and there: many common characters in running text,
// with no regard to what was annotated before. Nothing was cut; the notes themselves are whole.
func (t *keyTable) isSparse(v *survey, s string) bool {
	n := len(t.keys)
	if n < minKeys || v.gaps() > 0 || v.strange*20 > v.notes || float64(t.notes) > maxDensity*float64(v.han) ||
		float64(v.inText) < minInText*float64(v.notes) || float64(t.frequent) < minRandomRun*float64(n) {
		return false
	}
	bare := map[rune]bool{} // keys that have been seen without their note
	disorder := 0
	for i, r := range s {
		if !isUnified(r) || bare[r] {
			continue
		}
		if c := v.counts[r]; c != nil {
			if raw, _ := noteAt(s, i+len(string(r)), v.brackets); raw == "" {
				if bare[r] = true; i < c.last {
					disorder++
				}
			}
		}
	}
	return float64(disorder) >= minDisorder*float64(n)
}

// explains reports whether a note may stand behind the character: as a key of the table, or by its reading.
func (t *keyTable) explains(p pair, raw string) bool {
	if k := t.of(p); k != nil && k.raw == raw {
		return true
	}
	return p != 0 && tables.HasReading(p.rune(), raw)
}

// coverage is the share of the keys' occurrences that carry their note.
func (t *keyTable) coverage() float64 { return float64(t.notes) / float64(max(t.seen, 1)) }

// isCloak decides whether the notes are a machine's: many common characters, one reading each, nearly every occurrence, in
// running text.
func (t *keyTable) isCloak(v *survey) bool {
	n := len(t.keys)
	few := t.traditional && n >= fewKeys && t.notes >= n*fewTimes && t.frequent == n
	switch {
	case n < minKeys && !few, t.coverage() < minCoverage,
		float64(t.notes) > maxDensity*float64(v.han),
		float64(v.inText) < minInText*float64(v.notes):
		return false
	case t.traditional:
		return v.gaps() > 0 || float64(t.repeated) >= minRepeated*float64(n) && t.frequent*2 >= n
	}
	return float64(t.repeated) >= minRepeated*float64(n) && float64(t.frequent) >= minRandomRun*float64(n)
}
