package number

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// malformed: digits in a shape that no number has: 1 9 9 3 年, 41?5%, 1,23元, 5.5.5%, 46。1%, 51.22015/06/03, 70亿亿元, 2月30日.
type malformed struct{ literals []string } // the doubled units, then the impossible dates

func newMalformed() malformed {
	return malformed{append(slices.Clone(doubledUnits), impossibleDates()...)}
}

func (c malformed) Trigger() scan.Trigger {
	return scan.Trigger{
		Literals: c.literals,
		Pairs: []scan.Pair{{A: scan.Digit, B: scan.Question}, {A: scan.Digit, B: scan.Space}, {A: scan.Digit, B: scan.Comma}, {A: scan.Digit, B: scan.HalfSymbol},
			{A: scan.Digit, B: scan.Period}, {A: scan.Digit, B: scan.Stop}, {A: scan.Digit, B: scan.Interpunct}},
	}
}

func (c malformed) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	s := d.Text()
	var out []checks.Match
	done := 0
	for _, h := range hits {
		i := h.Span.Start // the digit
		if i < done {
			continue
		}
		var sp text.Span
		key, ok := "", false
		switch h.Index - len(c.literals) {
		case 0:
			sp, ok = lostDigit(s, i)
			key = "lost"
		case 1:
			sp, ok = spaced(s, i)
			key = "spaced"
			if !ok {
				sp, ok = torn(s, i)
				key = "torn"
			}
		case 2:
			sp, ok = grouped(s, i)
			key = "grouped"
		case 3:
			sp, ok = gluedDate(s, i)
			key = "glued"
		case 4:
			sp, ok = twoPoints(s, i)
			key = "points"
		case 5, 6:
			sp, ok = wrongPoint(s, h.Span)
			key = "point"
		default:
			if h.Index < len(doubledUnits) {
				sp, ok = doubledUnit(s, h.Span)
				key = "unit"
			} else {
				sp, ok = impossibleDate(s, h.Span)
				key = "date"
			}
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
func lostDigit(s string, i int) (text.Span, bool) {
	if !digit(s, i+2) {
		return text.Span{}, false
	}
	start, _ := run(s, i, ".,")
	_, end := run(s, i+2, ".")
	if start > 0 && s[start-1] < 0x80 && s[start-1] != ' ' && s[start-1] != '\n' { // ?id=4?5 and codes
		return text.Span{}, false
	}
	return unitBehind(s, start, end)
}

// unitBehind: the figure ends with a unit that leaves no doubt it is one.
func unitBehind(s string, start, end int) (text.Span, bool) {
	for _, u := range []string{"%", "％", "个百分点", "個百分點", "万亿元", "萬億元", "亿元", "億元", "万元", "萬元", "元", "万人", "萬人", "万吨", "萬噸", "万亩", "公里", "平方米", "万亿", "亿"} {
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
	if len(parts[0]) == 4 { // 2021,300: a year and a count
		return text.Span{}, false
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			bad = true
		}
		if p == "" || len(p) > 4 {
			return text.Span{}, false
		}
	}
	if !bad || halfCommas(s, start, end) || len(parts) == 2 && decimalCommas(s, start, end) {
		return text.Span{}, false
	}
	if start > 0 && (s[start-1] == '.' || s[start-1] < 0x80 && s[start-1] != ' ' && s[start-1] != '(') {
		return text.Span{}, false
	}
	return unitBehind(s, start, end)
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
	if r, _ := utf8.DecodeLastRuneInString(s[:start]); start > 0 && (r < 0x80 && r != ' ' && r != '\n') {
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
	if start > 0 && s[start-1] < 0x80 && s[start-1] != ' ' && s[start-1] != '\n' {
		return text.Span{}, false
	}
	if strings.Contains(num, "..") && hanAt(s, end) {
		return text.Span{Start: start, End: end}, true
	}
	return unitBehind(s, start, end)
}
