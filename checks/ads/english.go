package ads

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// englishSlots follow the name of a place in English; one space stands before them.
var englishSlots = []string{"municipal", "provincial", "city", "district", "county", "province", "university", "port", "bay", "airport"}

// englishSites end the names of betting sites in English: Leyu Sports, Jinbao Casino.
var englishSites = []string{"Sports", "Casino", "App", "Online", "Betting", "Entertainment", "Poker", "Slots", "Login", "Games", "Gaming", "Lottery", "Website"}

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

// englishSuspect is the betting word, or the name with a site's word, before an English slot that begins at offset at, as an entry.
func englishSuspect(s string, at int) (entry, bool) {
	if at < 2 || s[at-1] != ' ' {
		return entry{}, false
	}
	end := at - 1
	start := wordStart(s, end)
	sl, ok := englishSlot(s, end)
	if !ok || start == end {
		return entry{}, false
	}
	if !bettingWord(s[start:end]) {
		if start = siteName(s, start, end, sl.words); start < 0 {
			return entry{}, false
		}
	}
	return entry{end: end, start: start, exact: true, whole: true, slot: sl}, true
}

// listedBet is the betting word around a part of it at hit, if it stands in a list of names or on a route, as an entry.
func listedBet(s string, hit text.Span) (entry, bool) {
	if s[hit.Start] == ' ' || s[hit.Start] == 'm' || s[hit.Start] == 'p' && s[hit.Start:hit.End] != "poker" {
		return entry{}, false
	}
	start, end := wordStart(s, hit.End), hit.End
	for end < len(s) && isWordByte(rune(s[end])) && end-start < 24 {
		end++
	}
	if !surelyBetting(s[start:end]) || !amongNames(s, text.Span{Start: start, End: end}) {
		return entry{}, false
	}
	return entry{end: end, start: start, exact: true, whole: true, slot: slot{shape: loose}}, true
}

// surelyBetting reports whether a betting word is no word of any language: with digits, with a capital inside, or with casino or poker at
// its end. Gebet and Betreuer are German.
func surelyBetting(w string) bool {
	l := strings.ToLower(w)
	return bettingWord(w) && (strings.ContainsAny(w, "0123456789") || strings.HasSuffix(w, "Bet") || len(w) > len("casino") && (strings.HasSuffix(l, "casino") || strings.HasSuffix(l, "poker")))
}

// amongNames reports whether a word stands between commas or hyphens beside another word with a capital: Jinbet, Dalian and Anshan.
func amongNames(s string, at text.Span) bool {
	for _, sep := range []string{", ", "-"} {
		if rest, ok := strings.CutPrefix(s[at.End:], sep); ok && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z' {
			return true
		}
		if before, ok := strings.CutSuffix(s[:at.Start], sep); ok && before != "" {
			if r := before[wordStart(before, len(before)):]; r != "" && r[0] >= 'A' && r[0] <= 'Z' {
				return true
			}
		}
	}
	return false
}

// gambling reports whether an English text deals with gambling, so that names of betting sites are content.
func gambling(s string) bool {
	return containsAny(strings.ToLower(s), []string{" gambl", " casino", " betting", " wager", " lotter", " sportsbook"}) != ""
}

// wordStart is where the Latin word that ends at s[:end] begins, at most 24 bytes before.
func wordStart(s string, end int) int {
	start := end
	for start > 0 && isWordByte(rune(s[start-1])) && end-start < 24 {
		start--
	}
	return start
}

// clearSites are those of them that no body of a place carries in its name.
var clearSites = []string{"App", "Betting", "Poker", "Login", "Website"}

// siteName is where a name with a site's word begins that ends in s[start:end], or -1: a word with a capital before Sports, Casino or
// their like. Cities, districts and universities may be of sports by right, and casinos have cities; governments, counties, provinces and harbours are not.
func siteName(s string, start, end int, slot string) int {
	switch strings.ToLower(slot) {
	case " university":
		if !slices.Contains(append([]string{"Casino", "Gaming", "Entertainment"}, clearSites...), s[start:end]) {
			return -1
		}
	case " city", " district":
		if !slices.Contains(clearSites, s[start:end]) {
			return -1
		}
	}
	if !slices.Contains(englishSites, s[start:end]) || slot[1] > 'Z' {
		return -1
	}
	return siteStem(s, start)
}

// siteStem is where the stem before a site's word at s[start:] begins, or -1: a word with a capital that leads no other phrase.
func siteStem(s string, start int) int {
	at := start
	for range 2 { // Leyu Official Website
		if at < 2 || s[at-1] != ' ' {
			return -1
		}
		from := wordStart(s, at-1)
		w := s[from : at-1]
		if len(w) < 3 || w[0] < 'A' || w[0] > 'Z' || strings.Contains(leadWords, " "+strings.ToLower(w)+" ") {
			return -1
		}
		if at = from; w != "Official" && !slices.Contains(englishSites, w) {
			return at
		}
	}
	return -1
}

// leadWords stand with a capital before what has a name of its own.
const leadWords = " the our this that all and for with state national general online water winter summer olympic international world youth public annual mass school "

// englishKin are further brands of an English text in which one was found: words that name a betting site, and a stem with a site's
// word behind it where the stem never stands alone, as the name of a real place does.
func englishKin(s string) []string {
	var out []string
	seen := map[string]bool{}
	add := func(start, end int) {
		if w := s[start:end]; !seen[w] && len(seen) < mostGroups && latinContext(s, text.Span{Start: start, End: end}) {
			seen[w] = true
			out = append(out, w)
		}
	}
	for i := 0; i < len(s); i++ {
		if !isWordByte(rune(s[i])) {
			continue
		}
		start := i
		for i < len(s) && isWordByte(rune(s[i])) {
			i++
		}
		w := s[start:i]
		if len(w) <= 24 && bettingWord(w) && (strings.Contains(strings.ToLower(w), "bet") || containsAny(strings.ToLower(w), betting) != "") {
			add(start, i)
		} else if slices.Contains(englishSites, w) && w != "Games" && w != "Lottery" {
			if at := siteStem(s, start); at >= 0 && !seen[s[at:i]] && stemBound(s, s[at:i]) {
				add(at, i)
			}
		}
	}
	return out
}

// stemBound reports whether a name stands twice, and its first word nowhere without the rest.
func stemBound(s, name string) bool {
	stem, _, _ := strings.Cut(name, " ")
	n := strings.Count(s, name)
	return n >= 2 && strings.Count(s, stem) == n
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
