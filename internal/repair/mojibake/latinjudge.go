package mojibake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// strength is how far a reading may be believed.
type strength uint8

const (
	none   strength = iota
	weakly          // may be meant as it is: counts only beside a strong one
	shown           // mojibake, but shown on purpose
	strong          // no language writes such a thing
)

// UTF8AsLatinPair reports whether a character of class a before one of class b may be a lead byte and its follower in one of the
// charsets. Pairs that running text is full of are left out; there other pairs of the same damage show it.
func UTF8AsLatinPair(a, b scan.Class) bool {
	if a == b && (a == scan.Cyrillic || a == scan.BoxDrawing || a == scan.Symbol) {
		return false
	}
	switch a {
	case scan.LatinExt, scan.Cyrillic, scan.Greek, scan.BoxDrawing, scan.Symbol:
	default:
		return false
	}
	switch b {
	case scan.LatinExt, scan.Symbol, scan.Control, scan.Open, scan.Close, scan.Dash, scan.Ellipsis, scan.Interpunct, scan.NoBreakSpace,
		scan.Percent, scan.Invisible, scan.Greek, scan.BoxDrawing, scan.Cyrillic:
		return true
	}
	return false
}

// UTF8AsLatinSigns are the beginnings of damage that classes cannot tell from text: what code page 1251 makes of Cyrillic
// letters, where no word of Russian holds it, quotation marks in several charsets, and à whose second byte became a space.
func UTF8AsLatinSigns() []string {
	out := []string{"вЂ", "‚Ä", "√©", "√º", "√∂", "√§", "√±", "√≥", "¬∞", "¬´", "¬ª", "â€", "Ã¢", "ГѓВ", "Ã ", "Ã\n", "Â "}
	for _, lead := range "┬├─┼" { // ü is ├╝ in code page 437
		for _, follower := range charsets()[cp437].runes[:0x40] {
			if scan.ClassOf(follower) == scan.BoxDrawing {
				out = append(out, string(lead)+string(follower))
			}
		}
	}
	for _, lead := range "РС" {
		for _, follower := range charsets()[cp1251].runes[:0x40] {
			if letter(follower) && follower != 'ё' && follower != 'Ё' {
				out = append(out, string(lead)+string(follower))
			}
		}
	}
	return out
}

// The indices of two code pages in charsets.
const (
	cp1251 = 2
	cp437  = 7
)

// possible reports whether r can be meant by a text.
func possible(r rune) bool {
	switch scan.ClassOf(r) {
	case scan.PrivateUse, scan.Other, scan.Invalid, scan.Replacement, scan.Bidi:
		return r == 0x200e || r == 0x200f
	case scan.Control:
		return isC1(r)
	}
	return r >= 0x80
}

// trailing are the characters that may follow a word of any language: where a follower is one of these, the pair may be meant.
func trailing(r rune) bool {
	switch scan.ClassOf(r) {
	case scan.Open, scan.Close, scan.Dash, scan.Ellipsis, scan.Interpunct, scan.NoBreakSpace:
		return true
	}
	return strings.ContainsRune("™®»›«‹²³±", r)
}

// judge decides how far the reading may be believed.
func (x *reading) judge(src string) {
	x.strength = none
	for _, u := range x.units {
		if u.r < 0x800 && !written(u.r) {
			return
		}
	}
	defer x.alone(src)
	before, _ := utf8.DecodeLastRuneInString(src[:x.start])
	after, _ := utf8.DecodeRuneInString(src[x.end:])
	if x.start == 0 {
		before = '\n'
	}
	if x.end == len(src) {
		after = '\n'
	}
	if len(x.units) == 1 {
		if x.lost == 0 {
			x.strength = x.single(src, x.units[0], before, after)
		}
		return
	}
	x.strength = x.several(src)
	if x.strength == weakly { // the first alone may be strong
		if u := x.units[0]; u.end < x.end && x.lost == 0 {
			next, _ := utf8.DecodeRuneInString(src[u.end:])
			if s := x.single(src, u, before, next); s == strong {
				x.units, x.end, x.strength = x.units[:1], u.end, s
			}
		}
	}
}

// alone takes back a strong reading whose neighbours are of the upper half too and not explained: then it is another damage, of
// which a part looks like UTF-8 by chance.
func (x *reading) alone(src string) {
	before, _ := utf8.DecodeLastRuneInString(src[:x.start])
	after, _ := utf8.DecodeRuneInString(src[x.end:])
	for _, r := range []rune{before, after} {
		_, upper := x.charset.byteOf(r)
		if _, latin := upperByte(r); (upper || latin) && !trailing(r) && !quoteLike(r) && scan.ClassOf(r) != scan.Cyrillic && x.strength == strong {
			x.strength = weakly
		}
	}
}

// several judges two or more units that touch.
func (x *reading) several(src string) strength {
	var t tally
	letters := map[scan.Class]bool{}
	signs, box, flips := 0, 0, 0
	for i, u := range x.units {
		t.add(u.r)
		switch c := family(u.r); c {
		case scan.Symbol:
		default:
			letters[c] = true
		}
		lead := true
		var last rune
		allBox := true
		for _, s := range src[u.start:u.end] {
			if scan.ClassOf(s) != scan.BoxDrawing {
				allBox = false
			}
			if !lead && !trailing(s) && !letter(s) {
				signs++
			}
			lead, last = false, s
		}
		if allBox {
			box++
		}
		if i+1 < len(x.units) && unicode.IsLower(last) {
			if next, _ := utf8.DecodeRuneInString(src[u.end:]); unicode.IsUpper(next) {
				flips++
			}
		}
	}
	if box == len(x.units) || len(letters) > 1 {
		return none
	}
	if t.han > 0 && t.strange() {
		return none
	}
	if letters[scan.OtherLetter] && len(x.units) < 3 || letters[scan.Combining] {
		return none
	}
	for _, c := range charsets() {
		if _, end, ok := c.unit(x.text(), 0); ok && end == len(x.text()) {
			return strong // it is damaged twice
		}
	}
	before, _ := utf8.DecodeLastRuneInString(src[:x.start])
	for i, u := range x.units { // beside what the others give, one may speak for all
		after, _ := utf8.DecodeRuneInString(src[x.end:])
		if i+1 < len(x.units) {
			after = x.units[i+1].r
		}
		if x.single(src, u, before, after) == strong {
			return strong
		}
		before = u.r
	}
	if signs+flips == 0 || x.charset.name == "cp437" && signs+flips < 2 {
		return weakly
	}
	return strong
}

// family is the class of letters that r belongs to, Symbol for what stands in any text.
func family(r rune) scan.Class {
	switch c := scan.ClassOf(r); c {
	case scan.Han, scan.Kana, scan.Hangul, scan.Bopomofo:
		return scan.Han
	case scan.LatinExt, scan.Greek, scan.Cyrillic, scan.OtherLetter:
		return c
	case scan.Combining:
		if r >= 0xfe00 && r <= 0xfe0f {
			return scan.Symbol
		}
		return c
	}
	return scan.Symbol
}

// single judges one unit between two characters.
func (x *reading) single(src string, u unit, before, after rune) strength {
	rs := []rune(src[u.start:u.end])
	lead, _ := x.charset.byteOf(rs[0])
	open := true // every follower may end a word
	for _, r := range rs[1:] {
		open = open && trailing(r)
	}
	western := x.charset.western()
	lower, upper := unicode.IsLower(before), unicode.IsUpper(before)
	beforeLetter := letter(after)
	if isC1(u.r) && canonicalC1(u.r) == u.r {
		return none
	}
	switch {
	case len(rs) == 4:
		if c := scan.ClassOf(u.r); (c == scan.Emoji || c == scan.Symbol) && !open {
			return strong
		}
	case len(rs) == 3:
		return x.three(rs, u.r, open, western)
	case !western && (lead < 0xce || lead > 0xd3): // √© ├⌐ Г©: only inside a word
		if lead == 0xc3 && (lower || upper && beforeLetter || rs[1] == '†') && scan.ClassOf(rs[1]) != scan.BoxDrawing && scan.ClassOf(u.r) == scan.LatinExt {
			return strong
		}
		small := after >= 'a' && after <= 'z'
		if lower && small && scan.ClassOf(u.r) == scan.LatinExt && (lead == 0xc3 || lead <= 0xc5 && scan.ClassOf(rs[1]) != scan.BoxDrawing) {
			return strong
		}
		if (lower || scan.ClassOf(rs[1]) != scan.BoxDrawing) && lead <= 0xc5 && u.r >= 0xa0 {
			return weakly
		}
	case lead >= 0xce && lead <= 0xd3: // a word of one letter
		if f := family(u.r); f == scan.Greek || f == scan.Cyrillic {
			return weakly
		}
	case lead == 0xc2:
		if isC1(u.r) && (open || letter(rs[1])) && !beforeLetter {
			return weakly
		}
		if upper && open || letter(rs[1]) && !lower && !isC1(u.r) || strings.ContainsRune("²³±", rs[1]) && !lower && !(before >= '0' && before <= '9') && rs[0] != 'Â' {
			return weakly
		}
		return strong
	case lead == 0xc3:
		switch {
		case lower:
			return strong
		case open && unicode.IsUpper(before), open && scan.ClassOf(rs[1]) == scan.Close && !beforeLetter:
			return weakly
		case open && !beforeLetter && after != ' ':
			return weakly
		}
		return strong
	case lead == 0xc4 || lead == 0xc5 || lead == 0xc8 && u.r >= 'Ș' && u.r <= 'ț':
		small := after >= 'a' && after <= 'z'
		ends := quoteLike(rs[1]) || scan.ClassOf(rs[1]) == scan.Ellipsis || scan.ClassOf(rs[1]) == scan.NoBreakSpace
		switch {
		case scan.ClassOf(u.r) != scan.LatinExt:
		case quoteLike(rs[1]): // Å“uvre, but not “Å”s
			if small && !quoteLike(before) && !upper && !(rs[1] == '’' && after == 's') {
				return strong
			}
		case lower && (!ends || beforeLetter), small && (!ends && !letter(rs[1]) || letter(rs[1])), upper && unicode.IsUpper(after) && unicode.IsLower(rs[1]):
			return strong
		}
		return weakly
	}
	return none
}

// quoteLike reports whether r opens or closes a quotation, or is a dash.
func quoteLike(r rune) bool {
	switch scan.ClassOf(r) {
	case scan.Open, scan.Close, scan.Dash:
		return true
	}
	return strings.ContainsRune("«»‹›‚„", r)
}

// three judges a unit of three bytes that stands alone.
func (x *reading) three(rs []rune, r rune, open, western bool) strength {
	second, _ := x.charset.byteOf(rs[1])
	switch {
	case open && !(rs[1] == '€'):
		return weakly
	case r == 0xfeff:
		return strong
	case r >= 0x2000 && r < 0x2070, r == '€', r == '™':
		if western || second == 0x80 || second == 0x82 || second == 0x84 {
			return strong
		}
	case !western:
		return weakly
	case r >= 0x2070 && r < 0x2800, r >= 0x3000 && r < 0x3040, r >= 0xfb00 && r <= 0xfb06, r >= 0xff01 && r <= 0xff5e:
		return strong
	case tables.FrequentHan(r) && !trailing(rs[1]) && !trailing(rs[2]):
		return strong
	}
	return weakly
}

// letter reports whether r is a letter of a word; the ordinal signs ª and º are not.
func letter(r rune) bool { return unicode.IsLetter(r) && r != 'ª' && r != 'º' }
