package number

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// malformed: digits in a shape that no number has: 1 9 9 3 年, 41?5%, 1,23元, 5.5.5%, 46。1%, 51.22015/06/03, 70亿亿元, 2月30日.
type malformed struct {
	literals []string // of all literal shapes, one after the other
	shapes   []shape
	of       []uint8 // the shape of each literal
}

// shape is one way in which a number is damaged, found at any of its literals.
type shape struct {
	key      string
	literals []string
	find     func(s string, h text.Span) (text.Span, bool)
}

func newMalformed() malformed {
	c := malformed{shapes: literalShapes()}
	for i, x := range c.shapes {
		c.literals = append(c.literals, x.literals...)
		for range x.literals {
			c.of = append(c.of, uint8(i))
		}
	}
	return c
}

func (c malformed) Trigger() scan.Trigger {
	return scan.Trigger{
		Literals: c.literals,
		Pairs: []scan.Pair{{A: scan.Digit, B: scan.Question}, {A: scan.Digit, B: scan.Space}, {A: scan.Digit, B: scan.Comma}, {A: scan.Digit, B: scan.HalfSymbol},
			{A: scan.Digit, B: scan.Period}, {A: scan.Digit, B: scan.Stop}, {A: scan.Digit, B: scan.Interpunct}, {A: scan.Digit, B: scan.Pause}},
	}
}

func (c malformed) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	s := d.Text()
	var out []checks.Match
	done := 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		var sp text.Span
		key, ok := "", false
		if h.Index < len(c.literals) {
			x := &c.shapes[c.of[h.Index]]
			key = x.key
			sp, ok = x.find(s, h.Span)
		} else {
			sp, key, ok = paired(s, h.Span, h.Index-len(c.literals))
		}
		if !ok {
			continue
		}
		done = sp.End
		m := checks.At(sp.Start, sp.End)
		m.Evidence = []checks.Note{{Key: key}}
		out = append(out, m)
	}
	return out
}

// paired judges a digit and the character behind it, by the number of the trigger's pair.
func paired(s string, h text.Span, pair int) (sp text.Span, key string, ok bool) {
	i := h.Start // the digit
	switch pair {
	case 0:
		sp, ok = lostDigit(s, h)
		return sp, "lost", ok
	case 1:
		if sp, ok = spaced(s, i); ok {
			return sp, "spaced", ok
		}
		if sp, ok = splitYear(s, i); ok {
			return sp, "torn", ok
		}
		sp, ok = torn(s, i)
		return sp, "torn", ok
	case 2:
		sp, ok = grouped(s, i)
		return sp, "grouped", ok
	case 3:
		sp, ok = gluedDate(s, i)
		return sp, "glued", ok
	case 4:
		if sp, ok = setApart(s, i); ok {
			return sp, "torn", ok
		}
		sp, ok = twoPoints(s, i)
		return sp, "points", ok
	case 5, 6:
		if strings.HasPrefix(s[i+1:], "？") {
			sp, ok = lostDigit(s, h)
			return sp, "lost", ok
		}
		sp, ok = wrongPoint(s, h)
		return sp, "point", ok
	}
	sp, ok = pauseForPoint(s, h)
	return sp, "pause", ok
}

func digit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

// number is the run of digits, points and commas around i.
func run(s string, i int, also string) (start, end int) {
	for start = i; start > 0 && (digit(s, start-1) || strings.IndexByte(also, s[start-1]) >= 0); start-- {
	}
	for end = i; end < len(s) && (digit(s, end) || strings.IndexByte(also, s[end]) >= 0); end++ {
	}
	return start, end
}

// lostDigit: 41?5%: a mark or digit was lost between digits, in a figure with a unit.
func lostDigit(s string, h text.Span) (text.Span, bool) {
	if !digit(s, h.End) {
		return text.Span{}, false
	}
	start, _ := run(s, h.Start, ".,")
	_, end := run(s, h.End, ".")
	if coded(s, start) { // ?id=4?5 and codes
		return text.Span{}, false
	}
	return countedBehind(s, start, end)
}

// coded: a letter or a mark of code stands before the digits that begin at start.
func coded(s string, start int) bool {
	return start > 0 && s[start-1] < 0x80 && !strings.ContainsRune(" \n,;:(", rune(s[start-1]))
}

// unitBehind: the figure ends with a unit that leaves no doubt it is one.
func unitBehind(s string, start, end int) (text.Span, bool) {
	for _, u := range []string{"%", "％", "个百分点", "個百分點", "万亿元", "萬億元", "亿元", "億元", "万元", "萬元", "元", "万人", "萬人", "万吨", "萬噸", "万亩", "公里", "平方米", "万亿", "亿", "万"} {
		if strings.HasPrefix(s[end:], u) {
			return text.Span{Start: start, End: end + len(u)}, true
		}
	}
	return text.Span{}, false
}

// countedBehind: as unitBehind, or what is counted follows with its classifier.
func countedBehind(s string, start, end int) (text.Span, bool) {
	if sp, ok := unitBehind(s, start, end); ok {
		return sp, true
	}
	for _, more := range []string{"多", "余"} {
		if strings.HasPrefix(s[end:], more) {
			end += len(more)
		}
	}
	for _, u := range []string{"家", "户", "个", "亩", "吨", "名", "套", "件", "所", "座", "台", "辆", "公顷", "平方", "人次", "人", "项", "例", "起", "千瓦", "倍", "米"} {
		if strings.HasPrefix(s[end:], u) {
			return text.Span{Start: start, End: end + len(u)}, true
		}
	}
	return text.Span{}, false
}

// spaced: 1 9 9 3 年: four digits, each by itself, before 年.
func spaced(s string, i int) (text.Span, bool) {
	if i > 1 && s[i-1] == ' ' && digit(s, i-2) || digit(s, i-1) {
		return text.Span{}, false
	}
	k, n := i, 0
	for digit(s, k) && !digit(s, k+1) {
		n++
		if k+1 >= len(s) || s[k+1] != ' ' {
			k++
			break
		}
		k += 2
	}
	for k > i && s[k-1] == ' ' {
		k--
	}
	rest := strings.TrimLeft(s[k:], " ")
	if n != 4 || s[i] != '1' && s[i] != '2' || !strings.HasPrefix(rest, "年") {
		return text.Span{}, false
	}
	return text.Span{Start: i, End: len(s) - len(rest) + len("年")}, true
}

// grouped: 1,23元: a comma between digits that neither divides thousands nor, in a text with full-width commas, clauses.
func grouped(s string, i int) (text.Span, bool) {
	if !digit(s, i+2) {
		return text.Span{}, false
	}
	start, end := run(s, i, ",")
	num := s[start:end]
	if strings.HasSuffix(num, ",") || strings.HasPrefix(num, ",") {
		return text.Span{}, false
	}
	parts := strings.Split(num, ",")
	bad := len(parts[0]) > 3 || parts[0] == "0"
	if len(parts[0]) == 4 && yearAt(parts[0]) > 0 { // 2021,300: a year and a count
		return text.Span{}, false
	}
	naught := false // 2,00: no figure begins so
	for _, p := range parts[1:] {
		naught = naught || len(p) == 2 && p[0] == '0'
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			bad = true
		}
		if p == "" || len(p) > 4 {
			return text.Span{}, false
		}
	}
	if !bad || !naught && halfCommas(s, start, end) || len(parts) == 2 && decimalCommas(s, start, end) {
		return text.Span{}, false
	}
	if start > 0 && (s[start-1] == '.' || s[start-1] < 0x80 && s[start-1] != ' ' && s[start-1] != '(') {
		return text.Span{}, false
	}
	if len(parts) == 2 && len(parts[1]) == 2 {
		if english(s, start, end) {
			return text.Span{Start: start, End: end}, len(parts[0]) < 4
		}
		return countedBehind(s, start, end)
	}
	return unitBehind(s, start, end)
}

// english: the figure is followed by a word, and English articles and prepositions stand around it.
func english(s string, start, end int) bool {
	if end+1 >= len(s) || s[end] != ' ' || s[end+1] < 'a' || s[end+1] > 'z' || strings.HasPrefix(s[end:], " and ") || strings.HasPrefix(s[end:], " or ") || strings.HasPrefix(s[end:], " of ") || strings.HasPrefix(s[end:], " to ") {
		return false
	}
	n := 0
	for _, w := range []string{" the ", " of ", " and ", " to ", " in "} {
		n += strings.Count(s[max(0, start-200):min(len(s), end+200)], w)
	}
	return n >= 3
}

// halfCommas: commas around the place divide clauses of Chinese text, so this one may too.
func halfCommas(s string, start, end int) bool {
	lo, hi := max(0, start-600), min(len(s), end+600)
	for _, part := range []string{s[lo:start], s[end:hi]} {
		for i := 0; i+1 < len(part); i++ {
			if part[i] == ',' && part[i+1] >= 0x80 {
				return true
			}
		}
	}
	return false
}

// decimalCommas: the text around the place is without Chinese and writes other figures so too, as German, French and Vietnamese
// do: 6,8%.
func decimalCommas(s string, start, end int) bool {
	lo, hi := max(0, start-2000), min(len(s), end+2000)
	others := 0
	for i := lo; i < hi; i++ {
		switch c := s[i]; {
		case c >= 0xE4 && c <= 0xE9: // lead bytes of Chinese characters
			return false
		case c == ',' && (i < start || i >= end) && digit(s, i-1) && digit(s, i+1) && !(digit(s, i+2) && digit(s, i+3)):
			others++
		}
	}
	return others > 0
}

// gluedDate: 51.22015/06/03: a figure and the date of the page run together.
func gluedDate(s string, i int) (text.Span, bool) {
	if s[i+1] != '/' {
		return text.Span{}, false
	}
	start, end := run(s, i, "./")
	num := s[start:end]
	j := strings.Index(num, "/")
	head := num[:j]
	if len(head) < 6 || !strings.Contains(head, ".") || len(num) < j+6 {
		return text.Span{}, false
	}
	y, rest := head[len(head)-4:], num[j:]
	if y[0] != '2' && y[0] != '1' || strings.Contains(y, ".") || len(rest) < 6 || rest[3] != '/' {
		return text.Span{}, false
	}
	if r := lastRune(s[:start]); start > 0 && (r < 0x80 && r != ' ' && r != '\n') {
		return text.Span{}, false
	}
	return text.Span{Start: start, End: end}, true
}

// twoPoints: 5.5.5%: two decimal points in a figure with a unit.
func twoPoints(s string, i int) (text.Span, bool) {
	start, end := run(s, i, ".")
	num := s[start:end]
	if strings.Count(num, ".") < 2 || strings.Contains(num, "..") && strings.Count(num, ".") > 2 || strings.HasSuffix(num, ".") || strings.HasPrefix(num, ".") {
		return text.Span{}, false
	}
	if coded(s, start) {
		return text.Span{}, false
	}
	if strings.Contains(num, "..") && hanAt(s, end) {
		return text.Span{Start: start, End: end}, true
	}
	return unitBehind(s, start, end)
}
