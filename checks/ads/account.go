package ads

import (
	"strings"
)

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

// serviceEnd is where the number of a paid service line that begins at rs[i] ends, 0 if there is none: 400-668-1234, 1-800-555-0199.
func serviceEnd(rs []rune, i int) int {
	if rs[i] == '1' && i+2 < len(rs) && rs[i+1] == '-' {
		i += 2
	}
	if i+10 > len(rs) || rs[i] != '4' && rs[i] != '8' || rs[i+1] != '0' || rs[i+2] != '0' {
		return 0
	}
	n := 0
	for k := i; k < len(rs); k++ {
		switch {
		case isDigit(rs[k]):
			if n++; n == 10 {
				if k+1 < len(rs) && isDigit(rs[k+1]) {
					return 0
				}
				return k + 1
			}
		case (rs[k] == '-' || rs[k] == ' ') && n >= 3 && rs[k-1] != rs[k]:
		default:
			return 0
		}
	}
	return 0
}

// freeMailers give an address to anybody.
var freeMailers = strings.Fields("163.com 126.com qq.com foxmail.com sina.com sina.cn sohu.com yeah.net 139.com aliyun.com gmail.com hotmail.com outlook.com yahoo.com protonmail.com proton.me mail.ru")

// mailEnd is where the mail address that begins at rs[i] ends, 0 if there is none or if it is no free mailer's.
func mailEnd(rs []rune, i int) int {
	k := i
	for k < len(rs) && k-i < 40 && (isWordByte(rs[k]) || rs[k] == '.' || rs[k] == '_' || rs[k] == '-') {
		k++
	}
	if k == i || k == len(rs) || rs[k] != '@' {
		return 0
	}
	host := k + 1
	for k = host; k < len(rs) && k-host < 20 && (isWordByte(rs[k]) || rs[k] == '.'); k++ {
	}
	mailer := strings.TrimSuffix(string(rs[host:k]), ".")
	for _, m := range freeMailers {
		if mailer == m {
			return host + len(m)
		}
	}
	return 0
}

// officialHosts end addresses that documents give by right.
var officialHosts = strings.Fields(".gov.cn .gov .edu.cn .edu .org.cn .mil .int .gov.hk .gov.mo .gov.tw .gov.uk 12306.cn people.com.cn xinhuanet.com news.cn")

// siteEnds are the ends of addresses that promotions give.
var siteEnds = strings.Fields(".com .cc .vip .net .top .xyz .app .club .fun .bet .win .me .io .ltd .site .online .link .shop .live .store .info .cn .co .ru .org .tv .tk .pw .asia .icu .work .biz .pro .life .team .world .today .cloud .bar .buzz")

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
