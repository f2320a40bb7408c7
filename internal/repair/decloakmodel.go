package repair

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// corpusSize is how many characters the corpus behind tables.Frequency holds.
const corpusSize = 1.8e6

// model judges how plausible characters are in this document: by their neighbours, by their number, and in general. It is
// read off the text around the damage, in which wrong readings have no part.
type model struct {
	total       float64
	uni         runeCounts
	bi          bigrams
	leads       [256]int32 // ideographs by their first byte, those with a second byte of 80 left out
	ideographs  int32
	ascii       float64 // ideographs with an ASCII character behind them that a lead byte would swallow
	traditional bool
}

// modelOf counts the characters and pairs of characters of s, notes left out. What follows a split is left out, too, up to
// the next note that fits its character: garbage must not vouch for itself.
func modelOf(s string, g damage, keys *keyTable) *model {
	m := &model{uni: runeCounts{others: map[rune]int32{}}, traditional: keys.traditional}
	var prev rune
	garbled := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if strings.HasPrefix(g.brackets[0], s[i:i+size]) {
			if raw, end := noteAt(s, i, g.brackets); end > 0 {
				p, _ := encode(prev)
				garbled = !keys.explains(p, raw)
				i = end
				continue
			}
		}
		switch {
		case r == '\n':
			m.add(prev, r)
			garbled = false
		case r == '?' || r == '�' || isPrivate(r):
			garbled = true
		case !garbled:
			m.add(prev, r)
		}
		prev = r
		i += size
	}
	return m
}

func (m *model) add(prev, r rune) {
	if isUnified(r) {
		m.ideographs++
		if p, ok := encode(r); ok && p.trail() != 0x80 {
			m.leads[p.lead()]++
		}
	} else if isUnified(prev) && r < '@' {
		if strings.ContainsRune(",:;!?()", r) {
			m.ascii += 0.2 // most of these were full-width marks in the page
		} else {
			m.ascii++
		}
	}
	m.uni.add(narrow(r))
	m.total++
	if prev != 0 {
		m.bi.add(narrow(prev), narrow(r))
	}
}

// swallowed is the log chance of some character with this lead byte, not followed by 80, and an ASCII character behind it.
func (m *model) swallowed(lead byte) float64 {
	n := float64(m.ideographs) + 100
	return math.Log((float64(m.leads[lead]) + 1) / n * (m.ascii + 1) / n)
}

// numerals are what 個 stands behind; a document that cuts all its 每個 has none left to learn it from.
const numerals = "一二三四五六七八九十百千萬万兩两幾几每這这那各整多數数半哪首第0123456789"

// log returns the natural logarithm of the chance of r behind prev (0: unknown).
func (m *model) log(prev, r rune) float64 {
	prev, r = narrow(prev), narrow(r)
	p := 0.15 * m.general(r)
	if m.total > 0 {
		p += 0.3 * float64(m.uni.of(r)) / m.total
	}
	if n := m.uni.of(prev); n > 0 {
		p += 0.55 * float64(m.bi.of(prev, r)) / float64(n+2)
	}
	if (r == '個' || r == '个') && strings.ContainsRune(numerals, prev) {
		p = max(p, 0.08)
	}
	return math.Log(p)
}

// general is the chance of r in any text of this script.
func (m *model) general(r rune) float64 {
	var p float64
	switch {
	case isPrivate(r), r == utf8.RuneError:
		return 1e-13
	case r < utf8.RuneSelf:
		return 1e-4
	case !isUnified(r):
		if strings.ContainsRune("，。、；：！？“”‘’（）《》—…·％", r) {
			return 1e-3
		}
		return 1e-7
	default:
		p = float64(tables.Frequency(r)) / corpusSize
	}
	switch level := tables.Common(r); {
	case level == tables.Level1:
		p = max(p, 3e-6)
	case level == tables.Level2:
		p = max(p, 5e-7)
	case isTraditional(r):
		p = max(p, 2e-7)
	case p == 0:
		p = 1e-9
	}
	if m.traditional && tables.SimplifiedOnly(r) && m.uni.of(r) == 0 || !m.traditional && tables.TraditionalOnly(r) && m.uni.of(r) == 0 {
		p *= 1e-3
	}
	return p
}
