package ads

import (
	"strings"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// sign is a word of the lexicon or an account in a reading.
type sign struct {
	sort      signSort
	trade     uint8
	messenger bool // an account with a messenger, or a mobile number: it is somebody's own
	text      string
	from, to  int // code points
}

// strong reports whether a promotion may begin or end with the sign: the others are everywhere.
func (s *sign) strong() bool { return s.sort <= signLure || s.sort == signAccount }

// reading is a text as promotions are looked for in it: folded, with the signs in order; of those that overlap the leftmost and
// longest counts.
type reading struct {
	runes []rune // folded
	at    []int  // byte offset of each code point in the text, and the length of the text
	signs []sign
}

func (l *lexicon) read(s string) *reading {
	r := &reading{runes: make([]rune, 0, len(s)/2), at: make([]int, 0, len(s)/2+1)}
	for i, c := range s {
		r.runes, r.at = append(r.runes, scan.Fold(c)), append(r.at, i)
	}
	r.at = append(r.at, len(s))
	index := l.index()
	for i := 0; i < len(r.runes); {
		if sg, ok := r.accountAt(i); ok {
			r.signs = append(r.signs, sg)
			i = sg.to
			continue
		}
		if w, end := l.at(index, r.runes, i); w != nil {
			r.signs = append(r.signs, sign{sort: w.sort, trade: w.trade, text: w.text, from: i, to: end})
			i = end
			continue
		}
		i++
	}
	return r
}

// bytes is the span in bytes, from offset base on, of code points from to to.
func (r *reading) bytes(base, from, to int) text.Span {
	return text.Span{Start: base + r.at[from], End: base + r.at[to]}
}

// accountAt is the account that begins at code point i: an address of a site, a mobile number, or what follows a means of contact.
func (r *reading) accountAt(i int) (sign, bool) {
	rs := r.runes
	c := rs[i]
	n := len(r.signs)
	behind := n > 0 && (r.signs[n-1].sort == signReach || r.signs[n-1].sort == signLure) && i-r.signs[n-1].to <= 6 && onlyFiller(rs[r.signs[n-1].to:i])
	if !isWordByte(c) && c != '@' && c != '+' || i > 0 && (isWordByte(rs[i-1]) || rs[i-1] == '@' || rs[i-1] == '.') && (!behind || r.signs[n-1].to < i) {
		return sign{}, false
	}
	if end := mobileEnd(rs, i); end > 0 {
		return r.accountSign(i, end, true), true
	}
	if end := hostEnd(rs, i); end > 0 {
		return r.accountSign(i, end, false), true
	}
	if behind {
		if end := nameEnd(rs, i); end > 0 {
			return r.accountSign(i, end, true), true
		}
	}
	return sign{}, false
}

func (r *reading) accountSign(from, to int, messenger bool) sign {
	return sign{sort: signAccount, messenger: messenger, text: string(r.runes[from:to]), from: from, to: to}
}

// mobileEnd is where the mobile number that begins at rs[i] ends, 0 if there is none: 13800138000, 138-0013-8000.
func mobileEnd(rs []rune, i int) int {
	if rs[i] != '1' {
		return 0
	}
	n := 0
	for k := i; k < len(rs) && n < 12; k++ {
		switch {
		case isDigit(rs[k]):
			if n++; n == 2 && rs[k] < '3' {
				return 0
			}
			if n == 11 {
				if k+1 < len(rs) && isDigit(rs[k+1]) {
					return 0
				}
				return k + 1
			}
		case (rs[k] == '-' || rs[k] == ' ') && (n == 3 || n == 7):
		default:
			return 0
		}
	}
	return 0
}

// nameEnd is where the name of an account that begins at rs[i] ends, 0 if it is none: five to twenty letters, digits and hyphens,
// two digits at least but behind an @, or a number in groups behind a +.
func nameEnd(rs []rune, i int) int {
	from, least := i, 2
	switch rs[i] {
	case '@':
		i, least = i+1, 0
	case '+':
		i++
	}
	digits, k := 0, i
	for ; k < len(rs) && k-i < 24; k++ {
		switch c := rs[k]; {
		case isDigit(c):
			digits++
		case isLetter(c) || c == '-' || c == '_':
		case c == ' ' && digits == k-i-strings.Count(string(rs[i:k]), " ") && k+1 < len(rs) && isDigit(rs[k+1]): // +1 555 0100
		default:
			goto done
		}
	}
done:
	if k-i < 5 || k-i > 20 || digits < least || k-from < 5 {
		return 0
	}
	return k
}

// onlyFiller reports whether only marks and words like 号 stand between a means of contact and its account.
func onlyFiller(rs []rune) bool {
	for _, c := range rs {
		if !strings.ContainsRune(":号群+加是为码同步搜同 \"“”(【[-_~", c) {
			return false
		}
	}
	return true
}

// officialHosts end addresses that documents give by right.
var officialHosts = strings.Fields(".gov.cn .gov .edu.cn .edu .org.cn .mil .int .gov.hk .gov.mo .gov.tw .gov.uk 12306.cn people.com.cn xinhuanet.com news.cn")

// siteEnds are the ends of addresses that promotions give.
var siteEnds = strings.Fields(".com .cc .vip .net .top .xyz .app .club .fun .bet .win .me .io .ltd .site .online .link .shop .live .store .info .cn .co .ru .org .tv .tk .pw .asia .icu .work .biz")

// hostEnd is where the address of a site that begins at rs[i] ends, 0 if there is none or if it is a body's own.
func hostEnd(rs []rune, i int) int {
	k := i
	dots := 0
	for k < len(rs) && k-i < 200 && (isWordByte(rs[k]) || strings.ContainsRune(".-_/:?=&%", rs[k])) {
		if rs[k] == '.' && k+1 < len(rs) && isLetter(rs[k+1]) {
			dots++
		}
		k++
	}
	if dots == 0 || k-i < 6 || k < len(rs) && rs[k] == '@' {
		return 0
	}
	for k > i && strings.ContainsRune(".-:?&", rs[k-1]) {
		k--
	}
	f := string(rs[i:k])
	host := strings.TrimPrefix(strings.TrimPrefix(f, "https://"), "http://")
	host, _, _ = strings.Cut(host, "/")
	for _, o := range officialHosts {
		if strings.HasSuffix(host, o) {
			return 0
		}
	}
	if host == "t.me" || strings.HasPrefix(host, "www.") {
		return k
	}
	for _, e := range siteEnds {
		if strings.HasSuffix(host, e) && len(host) > len(e) {
			return k
		}
	}
	return 0
}
