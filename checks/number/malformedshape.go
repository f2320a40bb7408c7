package number

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// torn: 6 6.2%: a space inside a figure of a sentence. Groups of three digits are set apart in some styles (3 500名), and a label
// may stand before a figure (表1 6.2%).
func torn(s string, i int) (text.Span, bool) {
	start, _ := run(s, i, "")
	if i+2 >= len(s) || s[i+1] != ' ' || !digit(s, i+2) || i-start > 1 {
		return text.Span{}, false
	}
	_, whole := run(s, i+2, "")
	_, end := run(s, i+2, ".")
	if n := whole - (i + 2); n > 2 && !(n == 4 && whole == end) || whole == end && n < 2 {
		return text.Span{}, false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:start])
	if !hanAt(string(r), 0) || strings.ContainsRune("表图圖第注附例专專列栏行年月日", r) {
		return text.Span{}, false
	}
	sp, ok := unitBehind(s, start, end)
	if !ok {
		return text.Span{}, false
	}
	for _, mark := range []string{"，", "。", "；", "、", "）", ",", ";"} {
		if strings.HasPrefix(s[sp.End:], mark) {
			return sp, true
		}
	}
	return text.Span{}, false
}

// wrongPoint: 46。1%, 46·1%: a full stop or an interpunct, at, in place of the decimal point of a figure with a unit.
func wrongPoint(s string, at text.Span) (text.Span, bool) {
	start, _ := run(s, at.Start, "")
	if !digit(s, at.End) || start > 0 && s[start-1] < 0x80 && s[start-1] != ' ' && s[start-1] != '\n' {
		return text.Span{}, false
	}
	_, end := run(s, at.End, "")
	if end-at.End > 2 || at.Start+1-start > 3 { // 2025。3万人 may be two sentences
		return text.Span{}, false
	}
	if s[at.End] == '0' && hanAt(s, end) { // no sentence begins with 04万户
		return text.Span{Start: start, End: end}, true
	}
	return unitBehind(s, start, end)
}

func hanAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r >= 0x4E00 && r <= 0x9FFF
}

// doubledUnits are units, or words of numbers, that cannot follow themselves behind a digit.
var doubledUnits = []string{"亿亿", "元元", "吨吨", "亩亩", "公里公里", "百分点百分点"}

// doubledUnit: 70亿亿元. Computers do 亿亿次 operations.
func doubledUnit(s string, h text.Span) (text.Span, bool) {
	start := h.Start
	for _, between := range []string{"万", "亿", "万亿", "个", "平方"} {
		if strings.HasSuffix(s[:start], between) && digit(s, start-len(between)-1) {
			start -= len(between)
			break
		}
	}
	if !digit(s, start-1) || strings.HasPrefix(s[h.End:], "次") || strings.HasPrefix(s[h.End:], "级") {
		return text.Span{}, false
	}
	first, _ := run(s, start-1, ".,")
	return text.Span{Start: first, End: h.End}, true
}

// impossibleDates are the ends of dates that no calendar has.
func impossibleDates() []string {
	out := []string{"年0月", "年00月", "月0日", "月00日", "2月30日", "2月31日", "4月31日", "6月31日", "9月31日", "11月31日",
		"February 30", "February 31", "April 31", "June 31", "September 31", "November 31"}
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
