package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// seam is the words on both sides of a break, up to two characters of each.
type seam struct{ left, right string }

func seamOf(s string, x tear) seam {
	left, right := lastRunes(s[x.a.Start:x.a.End], 2), firstRunes(s[x.from:x.b.End], 2)
	if !allHan(left) {
		left = lastRunes(left, 1)
	}
	if !allHan(right) {
		right = firstRunes(right, 1)
	}
	return seam{left, right}
}

// nearby are the stretches of the text in which the words of a break are looked up: before it and behind it.
func nearby(s string, x tear) [2]string {
	return [2]string{s[max(0, x.a.Start-seamBytes):x.a.Start], s[x.b.End:min(len(s), x.b.End+seamBytes)]}
}

// joined: the words on both sides of break x stand side by side elsewhere in the text, two characters before and one behind or
// one before and two behind; or one of them never stands at the end, or at the beginning, of a line: 经济和|社会.
func joined(s string, x tear) bool {
	w := seamOf(s, x)
	if leansOn(w) {
		return true
	}
	if !allHan(w.left) || !allHan(w.right) {
		return false
	}
	for _, t := range nearby(s, x) {
		if len(w.left) > 4 && strings.Contains(t, w.left+firstRunes(w.right, 1)) || len(w.right) > 4 && strings.Contains(t, lastRunes(w.left, 1)+w.right) {
			return true
		}
	}
	return false
}

// strange: no clause of the text ends as line a does, and none begins as line b does.
func strange(s string, x tear) bool {
	ends, opens := habits(s, x)
	return !ends && !opens
}

// endsSo: clauses of the text end as line a does.
func endsSo(s string, x tear) bool {
	ends, _ := habits(s, x)
	return ends
}

// habits: clauses end as line a does; clauses begin as line b does. Of what is not Han both are taken for granted.
func habits(s string, x tear) (ends, opens bool) {
	w := seamOf(s, x)
	if !allHan(w.left) || !allHan(w.right) {
		return true, true
	}
	for _, t := range nearby(s, x) {
		ends, opens = ends || endsClauses(t, w.left), opens || opensClauses(t, w.right)
	}
	return ends, opens
}

// leansOn: the last character before the break asks for a word behind it, or the first behind it for one before.
func leansOn(w seam) bool {
	r, n := utf8.DecodeLastRuneInString(w.left)
	if others, ok := asking[r]; ok && !strings.ContainsRune(others, last(w.left, len(w.left)-n)) {
		return true
	}
	q, m := utf8.DecodeRuneInString(w.right)
	others, ok := leaning[q]
	return ok && !strings.ContainsRune(others, next(w.right, m))
}

// asking are characters that end no line, and those before them with which they do: 和, but 饱和.
var asking = map[rune]string{'也': "", '但': "不非", '各': "", '每': "", '不': "", '和': "饱共温总缓中谐柔平亲祥调义议讲", '与': "参给赋授", '在': "存所实内潜现自外正何",
	'将': "名大干健悍", '被': "棉覆植", '把': "火", '及': "普涉波触危遍提顾埃", '并': "合兼归吞", '从': "服顺随主听遵", '的': "目", '或': "", '而': "", '使': "大天行驱迫假特"}

// leaning are characters that begin no line, and those behind them with which they do: 和, but 和平.
var leaning = map[rune]string{'的': "确士", '们': "", '了': "解结不却然", '和': "平谐美睦顺田政县龙硕", '与': "会时此其", '等': "级待到额值距次价", '及': "时格早第"}

// known: the characters on both sides of the break stand side by side elsewhere: 规|划.
func known(s string, x tear) bool {
	w := seamOf(s, x)
	pair := lastRunes(w.left, 1) + firstRunes(w.right, 1)
	near := nearby(s, x)
	return strings.Contains(near[0], pair) || strings.Contains(near[1], pair)
}

// opensClauses: somewhere in s the word w stands behind a mark or at the start of a line.
func opensClauses(s, w string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], w)
		if i < 0 {
			return false
		}
		if r := last(s, at+i); !isHan(r) && !latin(r) {
			return true
		}
		at += i + len(w)
	}
}

// startsSo: line a may be the first words of a paragraph, and b goes on with one.
func startsSo(s string, x tear) bool {
	t := s[x.a.Start:x.a.End]
	return x.a.Len() >= 6 && isHan(last(s, x.a.End)) && isHan(next(s, x.from)) && !strings.ContainsAny(t, "|\t 　：:") && proseful(s, x.b, x.from)
}

// proseful: b is part of a paragraph: it ends a sentence, or holds the end of one.
func proseful(s string, b text.Span, from int) bool {
	t := s[from:b.End]
	return gapBefore(s, b.End).ends && strings.ContainsAny(t, "，。；！？") || strings.Contains(t, "。")
}

// goesOnSmall: line a stops inside an English sentence, and b goes on with small letters to its end.
func goesOnSmall(s string, x tear) bool {
	q := next(s, x.from)
	t, u := s[x.a.Start:x.a.End], s[x.from:x.b.End]
	if q < 'a' || q > 'z' || last(s, x.a.End) != ',' && !small(last(s, x.a.End)) || strings.ContainsAny(t, "|\t{};=<>") || strings.Contains(t, "  ") {
		return false
	}
	ends := strings.HasSuffix(u, ".") || strings.Contains(u, ". ")
	first, _ := utf8.DecodeRuneInString(t)
	long := len(t) >= paragraphBytes && strings.ContainsAny(t, ".,")
	return ends && strings.Count(u, " ") >= 1 && (long || first >= 'A' && first <= 'Z' && strings.Count(t, " ") >= 2 && len(u) >= 60)
}

func small(r rune) bool { return r >= 'a' && r <= 'z' }

// firstRunes are the first n characters of s.
func firstRunes(s string, n int) string {
	at := 0
	for range n {
		_, w := utf8.DecodeRuneInString(s[at:])
		at += w
	}
	return s[:at]
}

func allHan(s string) bool {
	for _, r := range s {
		if !isHan(r) {
			return false
		}
	}
	return true
}
