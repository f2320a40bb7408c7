package outline

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/numeral"
)

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// dateline reads a date in the head of a line. It must stand first, after brackets, dashes and the name of a session; with a
// session beside it, or alone: whole tells that head is all of the line.
func dateline(head string, whole bool) (Dateline, bool) {
	at := 0
	for at < len(head) {
		r, n := utf8.DecodeRuneInString(head[at:])
		if !opensDate(r) {
			break
		}
		at += n
	}
	if at == len(head) {
		return Dateline{}, false
	}
	if c := head[at]; c >= 'A' && c <= 'Z' || c == 'o' {
		return englishDateline(head, at, whole)
	}
	d, n := chineseDate(head[at:])
	start := at
	if n == 0 {
		if !whole || !strings.HasPrefix(head[at:], "第") {
			return Dateline{}, false
		}
		// 第十二届全国人大二次会议，2014年3月5日
		i := strings.Index(head, "月")
		if i < 0 || !strings.Contains(head[:i], "会议") && !strings.Contains(head[:i], "會議") || strings.Contains(head, "。") {
			return Dateline{}, false
		}
		for start = max(0, i-24); start < i; start++ {
			if !utf8.RuneStart(head[start]) {
				continue
			}
			if d, n = chineseDate(head[start:]); n > 0 {
				break
			}
		}
		if n == 0 {
			return Dateline{}, false
		}
	}
	rest := head[start+n:]
	d.Span = text.Span{Start: start, End: start + n}
	d.Session = start > at || strings.HasPrefix(rest, "在") || strings.HasPrefix(rest, "于") || strings.HasPrefix(rest, "於") ||
		sessionSoon(rest)
	alone := whole && strings.Trim(rest, " \t\r)）\u3000") == ""
	return d, d.Session || alone && d.Day > 0
}

// opensDate: white space, brackets and dashes stand before a date.
func opensDate(r rune) bool {
	switch r {
	case ' ', '\t', '\u3000', '(', '（', '—', '-', '–', '―', '─':
		return true
	}
	return false
}

// sessionSoon: a session is named in the same clause (——2025年1月14日海南省省长刘小明在…会议上的讲话).
func sessionSoon(s string) bool {
	if i := strings.IndexAny(s, ",，。;；:："); i >= 0 {
		s = s[:i]
	}
	return strings.Contains(s, "会议") || strings.Contains(s, "會議") || strings.Contains(s, "大会上") || strings.Contains(s, "大會上")
}

// chineseDate reads 2022年3月28日 or 二〇一九年一月九日 at the beginning of s; the day may be missing.
func chineseDate(s string) (d Dateline, size int) {
	year, n := numberAt(s)
	if year < 1949 || year > 2099 || !strings.HasPrefix(s[n:], "年") {
		return d, 0
	}
	size = n + len("年")
	month, n := numberAt(s[size:])
	if month < 1 || month > 12 || !strings.HasPrefix(s[size+n:], "月") {
		return d, 0
	}
	size += n + len("月")
	day, n := numberAt(s[size:])
	if day >= 1 && day <= 31 && strings.HasPrefix(s[size+n:], "日") {
		size += n + len("日")
	} else {
		day = 0
	}
	return Dateline{Year: year, Month: month, Day: day}, size
}

// numberAt reads up to four digits, ASCII, full-width or Chinese.
func numberAt(s string) (n, size int) {
	for size < len(s) && size < 12 {
		r, w := utf8.DecodeRuneInString(s[size:])
		switch {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
		case r >= '０' && r <= '９':
			n = n*10 + int(r-'０')
		default:
			if v, w, _ := numeral.Han(s[size:]); size == 0 && w > 0 && v < 10000 {
				return int(v), w
			}
			return n, size
		}
		size += w
	}
	return n, size
}

// englishDateline reads Delivered at … on March 5, 2014, or a date alone.
func englishDateline(head string, at int, whole bool) (Dateline, bool) {
	if !whole || len(head) > 230 {
		return Dateline{}, false
	}
	for m, name := range months {
		i := strings.Index(head[at:], name+" ")
		if i < 0 {
			continue
		}
		i += at
		p := i + len(name) + 1
		day, n := numberAt(head[p:])
		if n == 0 || n > 2 || day > 31 || !strings.HasPrefix(head[p+n:], ", ") {
			continue
		}
		q := p + n + 2
		year, w := numberAt(head[q:])
		if w != 4 || year < 1949 || year > 2099 || strings.Trim(head[q+w:], " \t\r).") != "" {
			continue
		}
		before := strings.TrimSpace(head[at:i])
		session := strings.Contains(before, "ession") || strings.Contains(before, "elivered") || strings.Contains(before, "ongress")
		if !session && before != "" && !strings.EqualFold(before, "on") {
			continue
		}
		return Dateline{Span: text.Span{Start: i, End: q + w}, Year: year, Month: m + 1, Day: day, Session: session}, true
	}
	return Dateline{}, false
}
