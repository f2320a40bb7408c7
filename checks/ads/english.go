package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// englishSlots follow the name of a place in English; one space stands before them.
var englishSlots = []string{"municipal", "provincial", "city", "district", "county", "province", "university"}

// englishSlot reads the slot that follows a Latin word at s[at:].
func englishSlot(s string, at int) (slot, bool) {
	if at >= len(s) || s[at] != ' ' {
		return slot{}, false
	}
	rest := strings.ToLower(s[at+1 : min(len(s), at+14)])
	for _, w := range englishSlots {
		if strings.HasPrefix(rest, w) && (len(rest) == len(w) || !isWordByte(rune(rest[len(w)]))) {
			return slot{shape: cityOf, strong: true, words: s[at : at+1+len(w)]}, true
		}
	}
	return slot{}, false
}

// betting are the parts of Latin words that name a betting site, besides bet and digits among letters.
var betting = []string{"casino", "poker", "gambl", "jackpot", "sportsbook", "slots", "betway", "betwin", "dafabet"}

// betWords are ordinary words and names that begin or end with bet.
const betWords = " beta betas better betters betting betterment between betray bethune bethel tibet alphabet sherbet elizabeth abet bets bethesda casino casinos poker gambling gambler gamblers jackpot jackpots slots sportsbook "

// bettingWord reports whether a Latin word names a betting site: no place is written so.
func bettingWord(w string) bool {
	l := strings.ToLower(w)
	digits := 0
	for i := range len(l) {
		if l[i] <= '9' {
			digits++
		}
	}
	switch {
	case strings.Contains(betWords, " "+l+" ") || len(l) < 3:
		return false
	case digits >= 2 && digits+2 <= len(l), containsAny(l, betting) != "":
		return true
	}
	return len(l) >= 5 && (strings.HasPrefix(l, "bet") || strings.HasSuffix(l, "bet"))
}

// englishSuspect is the betting word before an English slot that begins at offset at, as an entry.
func englishSuspect(s string, at int) (entry, bool) {
	if at < 2 || s[at-1] != ' ' {
		return entry{}, false
	}
	end := at - 1
	start := end
	for start > 0 && isWordByte(rune(s[start-1])) && end-start < 24 {
		start--
	}
	sl, ok := englishSlot(s, end)
	if !ok || !bettingWord(s[start:end]) {
		return entry{}, false
	}
	return entry{end: end, start: start, exact: true, slot: sl}, true
}

// latinContext reports whether a span stands in Latin text, where the names of the gazetteer have no place.
func latinContext(s string, at text.Span) bool {
	lo, hi := max(0, at.Start-60), min(len(s), at.End+60)
	latin, han := 0, 0
	for i, r := range s[lo:hi] {
		if i+lo >= at.Start && i+lo < at.End || r == utf8.RuneError {
			continue
		}
		if isHan(r) {
			han++
		} else if isWordByte(r) {
			latin++
		}
	}
	return latin > 6*han
}
