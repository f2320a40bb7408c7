package claim

import "strings"

// turned adds to out, a section of several years that ends at end, the stretches of it that turn to its last year, and back:
// under 过去五年工作回顾 the last paragraphs often begin with 一年来 or 2021年是本届政府的收官之年.
func turned(s string, out sections, end int) sections {
	whole := out[len(out)-1]
	if whole.plan || whole.period.From >= whole.period.To {
		return out
	}
	for at := whole.start; at < end; {
		if p, ok := whole.turn(s[at:end]); ok && p != out[len(out)-1].period {
			sec := whole
			sec.start, sec.period = at, p
			out = append(out, sec)
		}
		n := strings.IndexAny(s[at:end], "。！!\n")
		if n < 0 {
			break
		}
		at += n + 1
		for at < end && s[at] >= 0x80 && s[at] < 0xC0 { // behind the mark, which may have three bytes
			at++
		}
	}
	return out
}

// turn is the period that the sentence at the head of s turns to.
func (sec *section) turn(s string) (p Period, ok bool) {
	s = strings.TrimLeft(s, " 　\t\r")
	last := Period{sec.period.To, sec.period.To}
	if hasPrefix(s, "一年来", "一年來", "过去一年", "过去的一年", "過去一年", "刚刚过去的一年", "回顾一年") {
		return last, true
	}
	// 五年来, 过去四年, 回顾五年的历程
	if i := strings.Index(s[:min(len(s), 36)], "年"); i > 0 && hasSuffix(s[:i], "五", "四", "三") {
		if hasPrefix(s, "过去", "過去", "回顾", "回顧") || hasPrefix(s[i:], "年来", "年來", "年间", "年間") {
			return sec.period, true
		}
	}
	for _, w := range []string{"刚刚过去的", "过去的", "刚刚過去的", "過去的"} {
		if rest, ok := strings.CutPrefix(s, w); ok && len(rest) > 4 && firstYear(rest[:4]) == sec.period.To {
			return last, true
		}
	}
	if len(s) < 10 || firstYear(s[:4]) != sec.period.To {
		return p, false
	}
	return last, hasPrefix(s[4:], "年是", "年,是", "年，是", "年,我们", "年，我们", "年,我們", "年，我們")
}

func hasPrefix(s string, heads ...string) bool {
	for _, w := range heads {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func hasSuffix(s string, ends ...string) bool {
	for _, w := range ends {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
