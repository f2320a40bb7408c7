package number

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// literalShapes are the damaged numbers that a literal gives away.
func literalShapes() []shape {
	var months, glued, years, headless, signs, mixed []string
	for n := 1; n <= 12; n++ {
		months, glued = append(months, fmt.Sprintf("-%02d-", n)), append(glued, fmt.Sprintf("年%d月", n))
	}
	for n := 20100; n < 20300; n++ { // years are on every line, those of five digits on none
		years = append(years, fmt.Sprintf("%d年", n))
	}
	for n := range 10 {
		mixed = append(mixed, fmt.Sprintf("%d〇", n), fmt.Sprintf("〇%d", n), fmt.Sprintf("%dS", n))
	}
	mixed = append(mixed, "l.", "I.", "l%", "I%", "l％", "I％")
	for _, w := range leading {
		headless, signs = append(headless, w+"."), append(signs, w+"%", w+"％")
	}
	return []shape{
		{"unit", doubledUnits, doubledUnit},
		{"date", impossibleDates(), impossibleDate},
		{"date", []string{"2月29日"}, noLeapDay},
		{"dashed", months, dashedDate},
		{"year", glued, gluedYear},
		{"year", years, longYear},
		{"cut", []string{".%", ".％"}, noDecimals},
		{"cut", headless, noWhole},
		{"sign", signs, signFirst},
		{"mixed", mixed, mixedDigits},
	}
}

// doubledUnits are units, or words of numbers, that cannot follow themselves behind a digit.
var doubledUnits = []string{"亿亿", "元元", "吨吨", "亩亩", "公里公里", "百分点百分点", "亿元亿元", "万元万元", "元亿", "元万", "万万", "个个", "家家", "户户", "项项", "年年"}

// doubledUnit: 70亿亿元. Computers do 亿亿次 operations; 10家家具厂 and 2023年年底 say two words.
func doubledUnit(s string, h text.Span) (text.Span, bool) {
	start := h.Start
	for _, between := range []string{"万", "亿", "万亿", "个", "平方"} {
		if strings.HasSuffix(s[:start], between) && digit(s, start-len(between)-1) {
			start -= len(between)
			break
		}
	}
	behind := s[h.End:]
	if !digit(s, start-1) || strings.HasPrefix(behind, "次") || strings.HasPrefix(behind, "级") {
		return text.Span{}, false
	}
	first, _ := run(s, start-1, ".,")
	switch w := h.Of(s); w {
	case "个个", "家家", "户户", "项项":
		if !ends(behind) {
			return text.Span{}, false
		}
	case "年年":
		if h.Start-first != 4 || !ends(behind) && !digit(s, h.End) && !strings.HasPrefix(behind, "工作") && !strings.HasPrefix(behind, "政府") {
			return text.Span{}, false
		}
	case "万万":
		if _, ok := countedBehind(s, first, h.End); !ok || !strings.Contains(s[first:start], ".") { // 3万万人 is an old way to count
			return text.Span{}, false
		}
	case "元万":
		if !strings.HasPrefix(behind, "元") && !ends(behind) {
			return text.Span{}, false
		}
	}
	return text.Span{Start: first, End: h.End}, true
}

// ends: a mark or a word that closes the figure begins s.
func ends(s string) bool {
	for _, w := range []string{"，", "。", "；", "、", "）", ",", ";", ")", "以上", "以下", "左右", "\n"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return s == ""
}

// impossibleDates are the ends of dates that no calendar has. Lunar months have thirty days, so that 二月三十日 can be.
func impossibleDates() []string {
	out := []string{"年0月", "年00月", "月0日", "月00日", "2月30日", "2月31日", "4月31日", "6月31日", "9月31日", "11月31日",
		"二月三十一日", "四月三十一日", "六月三十一日", "九月三十一日", "十一月三十一日", "年十三月", "月三十二日",
		"February 30", "February 31", "April 31", "June 31", "September 31", "November 31",
		"30 February", "31 February", "31 April", "31 June", "31 September", "31 November"}
	for n := 13; n < 100; n++ {
		out = append(out, fmt.Sprintf("年%d月", n))
	}
	for n := 32; n < 100; n++ {
		out = append(out, fmt.Sprintf("月%d日", n))
	}
	return out
}

// impossibleDate: 2025年13月, 2月30日. What stands before must be the rest of a date.
func impossibleDate(s string, h text.Span) (text.Span, bool) {
	t := h.Of(s)
	switch {
	case t[0] < 0x80 && t[0] > '9':
		return h, !digit(s, h.End) // February 300
	case t[0] < 0x80 && t[len(t)-1] < 0x80: // 31 April 2013; May 31 April 5
		return h, !digit(s, h.Start-1) && (strings.HasPrefix(s[h.End:], " 1") || strings.HasPrefix(s[h.End:], " 2") && yearAt(s[h.End+1:]) > 0)
	case strings.HasPrefix(t, "年十"), t[0] >= 0x80 && !strings.HasPrefix(t, "年") && !strings.HasPrefix(t, "月"), t == "月三十二日":
		return h, !strings.HasSuffix(s[:h.Start], "十")
	case strings.HasPrefix(t, "年"), strings.HasPrefix(t, "月"):
		start, _ := run(s, h.Start, "")
		n := h.Start - start
		if r, size := utf8.DecodeLastRuneInString(s[:h.Start]); n == 0 && strings.HasPrefix(t, "年") && strings.ContainsRune("去今明当當次前同本", r) {
			return text.Span{Start: h.Start - size, End: h.End}, true
		}
		return text.Span{Start: start, End: h.End}, strings.HasPrefix(t, "年") && n == 4 || strings.HasPrefix(t, "月") && (n == 1 || n == 2)
	}
	return h, !digit(s, h.Start-1) // 12月31日
}

// noLeapDay: 2023年2月29日.
func noLeapDay(s string, h text.Span) (text.Span, bool) {
	i := h.Start - len("年")
	if i < 4 || s[i:h.Start] != "年" || digit(s, i-5) {
		return text.Span{}, false
	}
	y := yearAt(s[i-4 : i])
	if y == 0 || y%4 == 0 && y%100 != 0 || y%400 == 0 {
		return text.Span{}, false
	}
	return text.Span{Start: i - 4, End: h.End}, true
}

// dashedDate: 302024-01-15万吨, a date glued to a figure, and 2024-02-30.
func dashedDate(s string, h text.Span) (text.Span, bool) {
	start, _ := run(s, h.Start, ".")
	if !digit(s, h.End) || !digit(s, h.End+1) || digit(s, h.End+2) || h.Start-start < 4 || yearAt(s[h.Start-4:h.Start]) == 0 {
		return text.Span{}, false
	}
	if r := lastRune(s[:start]); start > 0 && !isHan(r) && (r < 0x80 && r != '\n' && r != ' ' || r == '-') {
		return text.Span{}, false
	}
	day := int(s[h.End]-'0')*10 + int(s[h.End+1]-'0')
	if h.Start-start > 4 {
		if day == 0 || day > 31 {
			return text.Span{}, false
		}
		return unitBehind(s, start, h.End+2)
	}
	month := int(s[h.Start+1]-'0')*10 + int(s[h.Start+2]-'0')
	most := [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	behind := s[h.End+2:]
	return text.Span{Start: start, End: h.End + 2}, (day == 0 || day > most) && !strings.HasPrefix(behind, "号") && !strings.HasPrefix(behind, "-")
}

// gluedYear: 14.72024年1月15日: a figure and a date run together.
func gluedYear(s string, h text.Span) (text.Span, bool) {
	start, _ := run(s, h.Start, ".")
	num := s[start:h.Start]
	if len(num) < 5 || yearAt(num[len(num)-4:]) == 0 || num[0] == '.' || coded(s, start) {
		return text.Span{}, false
	}
	_, d := run(s, h.End, "")
	return text.Span{Start: start, End: d + len("日")}, d > h.End && strings.HasPrefix(s[d:], "日")
}

// longYear: 20255年, a digit too many; but 距今20250年前.
func longYear(s string, h text.Span) (text.Span, bool) {
	if digit(s, h.Start-1) || coded(s, h.Start) || strings.HasSuffix(s[:h.Start], ".") {
		return text.Span{}, false
	}
	for _, w := range []string{"前", "历史", "来", "的", "间"} {
		if strings.HasPrefix(s[h.End:], w) {
			return text.Span{}, false
		}
	}
	return h, !strings.ContainsRune("今约近过逾第", lastRune(s[:h.Start]))
}

// noDecimals: 39.%.
func noDecimals(s string, h text.Span) (text.Span, bool) {
	start, _ := run(s, h.Start, "")
	return text.Span{Start: start, End: h.End}, start < h.Start && !coded(s, start)
}

// noWhole: 增长.5%.
func noWhole(s string, h text.Span) (text.Span, bool) {
	_, end := run(s, h.End, "")
	if end == h.End {
		return text.Span{}, false
	}
	return unitBehind(s, h.End-1, end)
}

// signFirst: 增长%20.7.
func signFirst(s string, h text.Span) (text.Span, bool) {
	_, end := run(s, h.End, ".")
	start := h.End - 1
	if strings.HasSuffix(h.Of(s), "％") {
		start = h.End - len("％")
	}
	if end == h.End || end-h.End > 5 || !ends(s[end:]) {
		return text.Span{}, false
	}
	return text.Span{Start: start, End: end}, true
}

// mixedDigits: 1〇0%, 2〇22年, 1S%, 4l.2%: what is no ASCII digit stands among those of a figure.
func mixedDigits(s string, h text.Span) (text.Span, bool) {
	start, _ := run(s, h.Start, ".")
	if strings.HasPrefix(h.Of(s), "〇") {
		if before := strings.TrimSuffix(s[:h.Start], "〇"); digit(s, len(before)-1) { // found at the digit before
			return text.Span{}, false
		}
		start = h.Start
		if r := lastRune(s[:start]); inNumeral(r) {
			return text.Span{}, false
		}
	}
	if start == h.Start && h.Of(s)[0] > '9' && h.Of(s)[0] < 0x80 || coded(s, start) {
		return text.Span{}, false
	}
	end := h.End
	if strings.HasSuffix(h.Of(s), "%") || strings.HasSuffix(h.Of(s), "％") {
		return text.Span{Start: start, End: end}, true
	}
	for strings.HasPrefix(s[end:], "〇") {
		end += len("〇")
	}
	_, end = run(s, end, ".")
	if strings.HasPrefix(s[end:], "年") && end-start == 4-1+len("〇") {
		return text.Span{Start: start, End: end + len("年")}, true
	}
	return unitBehind(s, start, end)
}
