package number

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// torn: 6 6.2%: a space inside a figure of a sentence. Groups of three digits are set apart in some styles (3 500名), and a label
// may stand before a figure (表1 6.2%).
func torn(s string, i int) (text.Span, bool) {
	start, _ := run(s, i, "")
	if strings.HasPrefix(s[i+1:], " .") && digit(s, i+3) { // 16 .4万个
		_, end := run(s, i+3, "")
		if isHan(lastRune(s[:start])) && end-(i+3) < 4 {
			return unitBehind(s, start, end)
		}
		return text.Span{}, false
	}
	if i+2 >= len(s) || s[i+1] != ' ' || !digit(s, i+2) || i-start > 1 {
		return text.Span{}, false
	}
	_, whole := run(s, i+2, "")
	_, end := run(s, i+2, ".")
	if whole == end && whole-(i+2) < 2 && !strings.HasPrefix(s[end:], "%") && !strings.HasPrefix(s[end:], "％") {
		return text.Span{}, false
	}
	if n := whole - (i + 2); n > 2 && !(n == 4 && whole == end) || whole == end && n < 2 && !leads(s, start) {
		return text.Span{}, false
	}
	r := lastRune(s[:start])
	if !isHan(r) || strings.ContainsRune("表图圖第注附例专專列栏行年月日", r) {
		return text.Span{}, false
	}
	sp, ok := unitBehind(s, start, end)
	if !ok {
		return text.Span{}, false
	}
	for _, mark := range []string{"，", "。", "；", "、", "）", ",", ";", "以上", "以下", "以内", "左右", "多", "和", "的"} {
		if strings.HasPrefix(s[sp.End:], mark) {
			return sp, true
		}
	}
	return text.Span{}, false
}

// leading are the words that stand directly before the value of a rate or a level, and before no item of a list.
var leading = []string{"增长", "下降", "提高", "提升", "上涨", "上升", "回落", "降低", "减少", "增加", "增至", "降至", "升至", "增长了", "下降了", "提高了", "达", "达到", "控制在", "超过", "突破", "提高到", "下降到", "提高至", "超", "约", "近", "占", "为"}

// rates are those of them that need a per cent sign behind their figure.
var rates = []string{"增长", "下降", "提高", "提升", "上涨", "上升", "回落", "降低", "减少", "增长了", "下降了", "提高了", "控制在"}

// leads: one of the leading words ends at i.
func leads(s string, i int) bool { return closes(s[:i], leading) }

// closes: one of words ends s.
func closes(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// splitYear: 20 24年, 202 4年: a space inside the digits of a year.
func splitYear(s string, i int) (text.Span, bool) {
	start, _ := run(s, i, "")
	if !digit(s, i+2) || i+1-start > 3 {
		return text.Span{}, false
	}
	_, end := run(s, i+2, "")
	if end-start != 5 || !strings.HasPrefix(s[end:], "年") || yearAt(s[start:i+1]+s[i+2:end]) == 0 {
		return text.Span{}, false
	}
	r := lastRune(s[:start])
	if start > 0 && r < 0x80 && r != '\n' && r != ',' && r != ';' && r != '(' || strings.ContainsRune("表图圖第注附例专專列栏行号", r) {
		return text.Span{}, false
	}
	return text.Span{Start: start, End: end + len("年")}, true
}

// setApart: 17. 5万人, 16 .4万个, grew by 10. 1%: a space beside the decimal point of a figure of a sentence. The head of a list may
// stand there too, so that a word must lead to the figure.
func setApart(s string, i int) (text.Span, bool) {
	start, _ := run(s, i, "")
	if i+3 >= len(s) || s[i+2] != ' ' || !digit(s, i+3) || i+1-start > 3 {
		return text.Span{}, false
	}
	_, end := run(s, i+3, "")
	if end-(i+3) > 2 {
		return text.Span{}, false
	}
	if leads(s, start) {
		return unitBehind(s, start, end)
	}
	if start < 2 || s[start-1] != ' ' || s[start-2] < 'a' || s[start-2] > 'z' {
		return text.Span{}, false
	}
	for _, u := range []string{"%", " percent"} {
		if strings.HasPrefix(s[end:], u) {
			return text.Span{Start: start, End: end + len(u)}, true
		}
	}
	return text.Span{}, false
}

// pauseForPoint: 增长4，2%: a comma or a 、 in place of the decimal point, where a rate needs its per cent sign and has none. Two rates
// that share the sign (分别增长3、5%) have a 、 too, and 6、7% is from six to seven.
func pauseForPoint(s string, h text.Span) (text.Span, bool) {
	start, _ := run(s, h.Start, "")
	mark := s[h.Start+1 : h.End]
	if !digit(s, h.End) || mark != "，" && mark != "、" && mark != "；" && mark != "：" || !closes(s[:start], rates) {
		return text.Span{}, false
	}
	_, end := run(s, h.End, "")
	if end-h.End > 2 || !strings.HasPrefix(s[end:], "%") && !strings.HasPrefix(s[end:], "％") && !strings.HasPrefix(s[end:], "个百分点") || strings.HasPrefix(strings.TrimPrefix(s[end:], "%"), "的") {
		return text.Span{}, false
	}
	if mark == "、" {
		if end-h.End > 1 || h.Start+1-start == 1 && s[h.End] == s[h.Start]+1 || strings.HasPrefix(s[end+1:], "、") {
			return text.Span{}, false
		}
		clause := s[runeStart(s, max(0, start-120)):start]
		for _, w := range []string{"分别", "分別", "依次", "各", "至", "由", "从"} {
			if strings.Contains(clause, w) {
				return text.Span{}, false
			}
		}
	}
	sp, ok := unitBehind(s, start, end)
	return sp, ok && ends(s[sp.End:])
}

// wrongPoint: 46。1%, 46·1%: a full stop or an interpunct, at, in place of the decimal point of a figure with a unit.
func wrongPoint(s string, at text.Span) (text.Span, bool) {
	start, _ := run(s, at.Start, "")
	if !digit(s, at.End) || coded(s, start) {
		return text.Span{}, false
	}
	_, end := run(s, at.End, "")
	if r := lastRune(s[:start]); strings.ContainsRune("第前居位列", r) { // 居第5。57万件商品…
		return text.Span{}, false
	}
	if end-at.End > 2 || at.Start+1-start > 3 { // 2025。3万人 may be two sentences
		return text.Span{}, false
	}
	if s[at.End] == '0' && hanAt(s, end) { // no sentence begins with 04万户
		return text.Span{Start: start, End: end}, true
	}
	if strings.HasPrefix(s[end:], "∶") && s[at.Start+1:at.End] != "。" { // 13.5∶44·6∶41.9
		return text.Span{Start: start, End: end}, true
	}
	return unitBehind(s, start, end)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func hanAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isHan(r)
}
