package ads

import (
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// pairCounts counts the pairs of neighbouring Han and Latin letters of a document, by hash: what stands on one line only is foreign to
// the rest. Pairs that share a hash look known, which keeps rules silent rather than making them speak.
type pairCounts []uint8

const pairBits = 18

func pairHash(a, b rune) uint32 { return (uint32(a)<<16 ^ uint32(b)) * 0x9E3779B1 >> (32 - pairBits) }

// pairsOf is built when the first line of a document needs it, which a clean one hardly ever has.
func pairsOf(d *document.Document) pairCounts {
	return document.View(d, func(d *document.Document) pairCounts {
		counts := make(pairCounts, 1<<pairBits)
		before := rune(0)
		for _, r := range d.Text() {
			r = scan.Fold(r)
			if h := pairHash(before, r); joined(before, r) && counts[h] < 255 {
				counts[h]++
			}
			before = r
		}
		return counts
	})
}

// joined reports whether two neighbours belong to words: both Han, or both letters.
func joined(a, b rune) bool { return isHan(a) && isHan(b) || isLetter(a) && isLetter(b) }

// smallDocument is how many bytes a document must have for its words to tell what it speaks of.
const smallDocument = 3000

// foreign is how many uncovered code points of a line stand in pairs that the document has nowhere else; alien reports that so do four
// of five pairs of the line, covered or not: what the line speaks of, the document does not.
func (r *reading) foreign(d *document.Document) (n int, alien bool) {
	if len(d.Text()) < smallDocument {
		return 0, false
	}
	counts := pairsOf(d)
	own := map[uint32]uint8{}
	for i := 1; i < len(r.runes); i++ {
		if joined(r.runes[i-1], r.runes[i]) {
			own[pairHash(r.runes[i-1], r.runes[i])]++
		}
	}
	pairs, unknown, at, last := 0, 0, 0, -1 // at: the next sign
	for i := 1; i < len(r.runes); i++ {
		if !joined(r.runes[i-1], r.runes[i]) {
			continue
		}
		pairs++
		h := pairHash(r.runes[i-1], r.runes[i])
		if counts[h] > own[h] {
			continue
		}
		unknown++
		for at < len(r.signs) && r.signs[at].to < i {
			at++
		}
		if at < len(r.signs) && r.signs[at].from < i {
			continue // one of the two at least is covered
		}
		if n++; last < i-1 {
			n++
		}
		last = i
	}
	return n, pairs >= 6 && 5*unknown >= 4*pairs
}

// strangeness counts up to each code point of a reading the pairs of neighbouring Han, and those of them that the document has at
// most once more: a promotion may have been put in twice. nil where the document is too small to tell, or the text is not Chinese.
type strangeness struct{ pairs, unknown []uint16 }

func (r *reading) strange(d *document.Document) *strangeness {
	if len(d.Text()) < smallDocument || latinShare(string(r.runes)) > 60 {
		return nil
	}
	counts := pairsOf(d)
	x := strangeness{make([]uint16, len(r.runes)+1), make([]uint16, len(r.runes)+1)}
	for i := range r.runes {
		x.pairs[i+1], x.unknown[i+1] = x.pairs[i], x.unknown[i]
		if i > 0 && isHan(r.runes[i-1]) && isHan(r.runes[i]) {
			if x.pairs[i+1]++; counts[pairHash(r.runes[i-1], r.runes[i])] <= 2 {
				x.unknown[i+1]++
			}
		}
	}
	return &x
}

// share is how many per cent of the pairs between two code points are strange, -1 if that is not known.
func (x *strangeness) share(from, to int) int {
	if x == nil || x.pairs[to] == x.pairs[min(from+1, to)] {
		return -1
	}
	from = min(from+1, to) // the pair with what stands before is none of the range
	return 100 * int(x.unknown[to]-x.unknown[from]) / int(x.pairs[to]-x.pairs[from])
}
