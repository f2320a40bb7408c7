package repair

import (
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// pair is a GBK byte pair, the unit that a cloak searches and replaces.
type pair uint16

func pairOf(b1, b2 byte) pair   { return pair(b1)<<8 | pair(b2) }
func (p pair) lead() byte       { return byte(p >> 8) }
func (p pair) trail() byte      { return byte(p) }
func (p pair) rune() rune       { return tables.GB18030Pair(p.lead(), p.trail()) }
func isLead(b byte) bool        { return b >= 0x81 && b <= 0xFE }
func isTrail(b byte) bool       { return b >= 0x40 && b <= 0xFE && b != 0x7F }
func isPrivate(r rune) bool     { return r >= 0xE000 && r <= 0xF8FF }
func isUnified(r rune) bool     { return r >= 0x4E00 && r <= 0x9FFF }
func isTraditional(r rune) bool { return tables.TraditionalToSimplified(r) != r }

// pairSet is a set of pairs.
type pairSet [1 << 10]uint64

func (s *pairSet) add(p pair)      { s[p>>6] |= 1 << (p & 63) }
func (s *pairSet) has(p pair) bool { return s[p>>6]>>(p&63)&1 != 0 }

// otherSpellings are characters that some decoders give for a pair where the encoding standard has another.
var otherSpellings = [...]struct {
	r rune
	p pair
}{{'―', 0xA1AA}, {'・', 0xA1A4}, {'〜', 0xA1AB}, {'‖', 0xA1AC}, {'⋯', 0xA1AD}, {'￣', 0xA3FE}, {'￥', 0xA3A4}}

// assigned are the pairs of characters that GB 18030 wrote with private-use code points first.
var assigned = sync.OnceValue(func() map[rune]pair {
	m := map[rune]pair{}
	for r := rune(0xE78D); r <= 0xE864; r++ {
		if a, ok := tables.StandardPrivateUse(r); ok {
			if b1, b2, ok := tables.GB18030Bytes(r); ok {
				m[a] = pairOf(b1, b2)
			}
		}
	}
	return m
})

// encode returns the byte pair that a GBK decoder turned into r, whichever decoder it was; ok is false for ASCII and for
// what GBK cannot write.
func encode(r rune) (p pair, ok bool) {
	if r < utf8.RuneSelf {
		return 0, false
	}
	if b1, b2, ok := tables.GB18030Bytes(r); ok {
		return pairOf(b1, b2), true
	}
	if isPrivate(r) {
		if a, std := tables.StandardPrivateUse(r); std {
			if b1, b2, ok := tables.GB18030Bytes(a); ok {
				return pairOf(b1, b2), true
			}
		}
	}
	if p, ok := assigned()[r]; ok {
		return p, true
	}
	for _, o := range otherSpellings {
		if o.r == r {
			return o.p, true
		}
	}
	return 0, false
}

// encoded is the pair of a character that GBK has.
func encoded(r rune) pair {
	p, _ := encode(r)
	return p
}

// widen returns the pair of the full-width form of the ASCII character c; narrow is its inverse on runes.
func widen(c byte) pair { return pairOf(0xA3, c+0x80) }

func narrow(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		return r - 0xFEE0
	}
	return r
}
