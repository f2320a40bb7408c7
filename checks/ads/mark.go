package ads

import (
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// mark says of a character what the lists of characters and words in this package say of it.
type mark uint16

const (
	bareNever   mark = 1 << iota // in neverBefore
	strongNever                  // in neverStrong
	strongHead                   // what makes a tier a strong slot may begin with it: 市委, 市市长
	notProvince                  // in notTier of 省
	notCity                      // of 市
	notCounty                    // of 县
	notDistrict                  // of 区
	notBanner                    // of 旗
	turnNever                    // in neverEnds
)

const (
	hanFirst = 0x4E00
	hanLast  = 0x9FFF
)

type marks [hanLast - hanFirst + 1]mark

// marksOf are the marks of all characters, so that a hit that is nothing costs a look at a table and no search of a list.
var marksOf = sync.OnceValue(func() *marks {
	m := new(marks)
	set := func(s string, bit mark) {
		for _, r := range s {
			if isHan(r) {
				m[r-hanFirst] |= bit
			}
		}
	}
	set(neverBefore, bareNever)
	set(neverStrong, strongNever)
	set(neverEnds, turnNever)
	for _, w := range tierWords {
		r, _ := utf8.DecodeRuneInString(w)
		set(string(r), strongHead)
	}
	for r := range tiers {
		set(string(r), strongHead)
		set(notTier[r], notTierMark(r))
	}
	return m
})

func (m *marks) of(r rune) mark {
	if isHan(r) {
		return m[r-hanFirst]
	}
	return 0
}

// notTierMark is the mark of the characters that make another word of the tier r before them, 0 if r is no tier or has none.
func notTierMark(r rune) mark {
	switch r {
	case '省':
		return notProvince
	case '市':
		return notCity
	case '县':
		return notCounty
	case '区':
		return notDistrict
	case '旗':
		return notBanner
	}
	return 0
}

// noSlot reports, for the Han character before and the rest of a text from a tier on, that there is no slot, for a reason that shows in
// the next characters: another word goes on (市场), or a bare tier belongs to the character before (城市).
func (m *marks) noSlot(before rune, rest string) bool {
	tier, size := utf8.DecodeRuneInString(rest)
	not := notTierMark(tier)
	if not == 0 {
		return false
	}
	after := rest[size:]
	next, _ := utf8.DecodeRuneInString(after)
	switch f := m.of(next); {
	case f&strongHead != 0:
		return false
	case f&not != 0:
		return true
	}
	return m.of(before)&bareNever != 0 && !tables.MayBeginPlace(after)
}
