package outline

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/numeral"
)

// maxMarker is the highest number a marker may carry.
const maxMarker = 99

// finder reads a text from mark to mark.
type finder struct {
	s     string
	lines *text.Lines
	line  int // 0-based, of the last marker
	out   []Marker
}

// markers finds every marker of s. ends are where the marks end that may close one.
func markers(s string, lines *text.Lines, ends []int) []Marker {
	f := finder{s: s, lines: lines}
	for _, end := range ends {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		i := end - size
		switch r {
		case '、':
			f.pause(i)
		case '是', '要':
			f.is(i)
		case ')', '）':
			f.paren(i, end)
		case '.', '．':
			f.dot(i, end)
		case ',', '，':
			f.comma(i, end)
		default:
			f.circled(r, i, end)
		}
	}
	return f.out
}

func (f *finder) add(start, end int, k Kind, n int, soft, weak bool) *Marker {
	p := f.before(start)
	for f.lines.Start(f.line+1) <= start {
		f.line++
	}
	m := Marker{Span: text.Span{Start: start, End: end}, Kind: k, N: n, Line: f.line, Start: p == lineStart, List: -1,
		Weak: weak || p == insideWord || p == afterComma && !soft}
	f.out = append(f.out, m)
	return &f.out[len(f.out)-1]
}

// pause: 一、 or 1、 ends at the mark at i.
func (f *finder) pause(i int) {
	if i == 0 || !isDigit(f.s[i-1]) && !endsHan(f.s, i) {
		return
	}
	if start, n := hanBack(f.s, i); n > 0 {
		if strings.HasSuffix(f.s[:start], "第") {
			f.add(start-len("第"), i+3, HanOrdinal, n, true, false)
			return
		}
		f.add(start, i+3, Han, n, false, countsOn(f.s[i+3:]))
	} else if start, n := digitsBack(f.s, i); n > 0 {
		f.add(start, i+3, Arabic, n, false, i+3 < len(f.s) && isDigit(f.s[i+3]))
	}
}

// countsOn: 三、四级道路 and 一、二期 go on with a second number and what it counts.
func countsOn(s string) bool {
	_, n, _ := numeral.Han(s)
	if n == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[n:])
	return strings.ContainsRune("、级級期类類批产產层層季线線档檔等次号號度楼樓年月个個组組段环環站座路轮輪方届屆把手流者", r)
}

// is: 一是 or 一要 ends at the mark at i.
func (f *finder) is(i int) {
	if !endsHan(f.s, i) {
		return
	}
	start, n := hanBack(f.s, i)
	if n == 0 {
		return
	}
	if !strings.HasSuffix(f.s[:start], "第") {
		f.add(start, i+3, HanIs, n, true, false)
	} else if f.s[i] == "是"[0] { // 第一要务 is no marker
		f.add(start-len("第"), i+3, HanOrdinal, n, true, false)
	}
}

// dot: 1. or I. ends at the mark that takes s[i:end].
func (f *finder) dot(i, end int) {
	if start, n := digitsBack(f.s, i); n > 0 {
		next, _ := utf8.DecodeRuneInString(f.s[end:])
		if next >= '0' && next <= '9' && (!f.years(end) || f.before(start) != lineStart) {
			return // a decimal
		}
		f.add(start, end, Arabic, n, false, false)
		return
	}
	start := i
	for start > 0 && i-start < 6 && strings.IndexByte("IVX", f.s[start-1]) >= 0 {
		start--
	}
	if n, ok := numeral.Roman(f.s[start:i]); ok && f.before(start) == lineStart && (n != 9 || i-start > 1) {
		f.add(start, end, Roman, n, false, false)
	}
}

// years: 1.2022年 is a marker before a year.
func (f *finder) years(at int) bool {
	s := f.s[at:]
	return len(s) > 4 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && isDigit(s[3]) && strings.HasPrefix(s[4:], "年")
}

// comma: First, or 第一, ends at the mark.
func (f *finder) comma(i, end int) {
	if i == 0 {
		return
	}
	c := f.s[i-1]
	if (c < 'a' || c > 'z') && !endsHan(f.s, i) {
		return
	}
	if c >= 'a' && c <= 'z' {
		start := i
		for start > 0 && i-start < 12 && isLetter(f.s[start-1]) {
			start--
		}
		if start == i || f.s[start] < 'A' || f.s[start] > 'Z' {
			return
		}
		if n, ok := numeral.Ordinal(f.s[start:i]); ok {
			f.add(start, end, EnglishOrdinal, n, false, false)
		}
		return
	}
	if start, n := hanBack(f.s, i); n > 0 && strings.HasSuffix(f.s[:start], "第") {
		f.add(start-len("第"), end, HanOrdinal, n, true, false)
	}
}

// paren: (一) or (1) or (Seven) or 1) ends at the mark that takes s[i:end].
func (f *finder) paren(i, end int) {
	const room = len("（fifteen-letters") // the longest number word, and the mark before it
	low := max(0, i-room)
	if at := strings.LastIndexAny(f.s[low:i], "(（"); at >= 0 {
		if f.enclosed(low+at, i, end) {
			return
		}
	}
	if start, n := digitsBack(f.s, i); n > 0 && f.before(start) != insideWord && f.before(start) != afterComma {
		f.add(start, end, HalfParen, n, false, false)
	}
}

// enclosed reads the number between the mark at open and the one that takes s[i:end], if that is all that stands there.
func (f *finder) enclosed(open, i, end int) bool {
	_, size := utf8.DecodeRuneInString(f.s[open:])
	s := f.s[open+size : i]
	if v, size, form := numeral.Han(s); size > 0 {
		if size < len(s) || v == 0 || v > maxMarker || form != numeral.Spoken {
			return false
		}
		f.add(open, end, HanParen, int(v), false, false)
		return true
	}
	if size := digitsAt(s); size > 0 && size == len(s) {
		f.add(open, end, ArabicParen, atoi(s), false, false)
		return true
	}
	if n, ok := numeral.Cardinal(s); ok && n > 0 && !strings.Contains(s, "-") {
		f.add(open, end, ArabicParen, n, false, false).Word = true
		return true
	}
	return false
}

// circled: ①–⑳, ⑴–⒇ and ⒈–⒛.
func (f *finder) circled(r rune, i, end int) {
	if r < '①' || r > '⒛' {
		return
	}
	n := (int(r)-'①')%20 + 1
	f.add(i, end, Circled, n, true, false)
}

// place is what stands before a marker.
type place uint8

const (
	lineStart     place = iota
	afterSentence       // 。！？；： and their ASCII kin, after closing quotes too
	afterComma
	insideWord // anything else
)

// before tells what stands before offset i, white space and closing quotes passed over.
func (f *finder) before(i int) place {
	spaced := false
	for steps := 0; i > 0 && steps < 200; steps++ { // an indent is short
		r, size := utf8.DecodeLastRuneInString(f.s[:i])
		switch r {
		case '\n', '\r':
			return lineStart
		case ' ', '\t', '\u3000', '\u00A0', '\uFEFF':
			spaced = true
		case '”', '’', '」', '』', '）', ')', '》', '"', '\'', '】':
		case '。', '！', '？', '；', '：', '!', '?', ';', ':', '…':
			return afterSentence
		case '.':
			if spaced {
				return afterSentence
			}
			return insideWord
		case ',', '，':
			return afterComma
		case '-', '—', '–', '*', '#', '•', '·', '●', '■', '◆', '>', '|':
			if rest := strings.TrimLeft(f.s[:i], " "); lineHead(rest) {
				return lineStart
			}
			return insideWord
		default:
			return insideWord
		}
		i -= size
	}
	if i == 0 {
		return lineStart
	}
	return insideWord
}

// lineHead: nothing but bullets and white space stands between the line start and the end of s.
func lineHead(s string) bool {
	for steps := 0; len(s) > 0 && steps < 16; steps++ {
		r, size := utf8.DecodeLastRuneInString(s)
		if r == '\n' {
			return true
		}
		if !strings.ContainsRune(" \t\u3000-—–*#•·●■◆>|", r) {
			return false
		}
		s = s[:len(s)-size]
	}
	return len(s) == 0
}

// endsHan: one of 一 to 十 ends at i. Most marks follow something else, and this is the quickest way to see it.
func endsHan(s string, i int) bool {
	if i < 3 {
		return false
	}
	switch s[i-3 : i] {
	case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十":
		return true
	}
	return false
}

// hanBack reads the Chinese numeral that ends at i: where it begins and its value, 0 if there is none.
func hanBack(s string, i int) (start, n int) {
	start = i
	for start >= 3 && i-start < 12 {
		r, _ := utf8.DecodeRuneInString(s[start-3 : start])
		if _, ok := numeral.Digit(r); !ok && r != '十' {
			break
		}
		start -= 3
	}
	if start == i {
		return i, 0
	}
	v, size, form := numeral.Han(s[start:i])
	if size != i-start || form == numeral.Positional || v > maxMarker {
		return i, 0
	}
	return start, int(v)
}

// digitsBack reads the one or two ASCII digits that end at i, with nothing of a number before them.
func digitsBack(s string, i int) (start, n int) {
	start = i
	for start > 0 && i-start < 3 && isDigit(s[start-1]) {
		start--
	}
	if start == i || i-start > 2 || s[start] == '0' || start > 0 && strings.IndexByte(".,-/:", s[start-1]) >= 0 {
		return i, 0
	}
	return start, atoi(s[start:i])
}

func digitsAt(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 0 || n > 2 || s[0] == '0' {
		return 0
	}
	return n
}

func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
