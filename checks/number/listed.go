package number

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/numeral"
)

// listed: a list inside a sentence and the number that sums it up: 蓝天、碧水、青山、净土四大工程. Only a number that misses the
// list by one is told: a greater difference means that it counts something else.
type listed struct{}

// counters are what follows the number where it sums up the list before it; 家 所 户 名 count instances of what the list names.
var counters = []string{"大", "项", "个", "条", "类", "级", "张"}

func (listed) Trigger() scan.Trigger {
	var lits []string
	for n := 3; n <= 12; n++ {
		for _, c := range counters {
			lits = append(lits, chinese(n)+c, strconv.Itoa(n)+c)
		}
	}
	for n := 3; n <= 10; n++ {
		lits = append(lits, "“"+chinese(n)) // “五控”, “五张网”
	}
	return scan.Trigger{Literals: lits}
}

// list is a run of items in a clause.
type list struct {
	start, end int
	marks      int // 、 between items
	ands       int // 和 及 与, which join items or stand inside one
	open       bool
}

func (listed) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	s := d.Text()
	var out []checks.Match
	for _, h := range hits {
		if h.Index >= 20*len(counters) {
			h.Span.Start += len("“")
		} else if strings.HasSuffix(s[:h.Span.Start], "“") {
			continue // found with its quotation mark
		}
		if !noun(s[h.Span.End:]) || startsInside(s, h.Span.Start) {
			continue
		}
		n, _ := number(s[h.Span.Start:])
		if n == 0 {
			continue
		}
		l, ok := listBefore(s, h.Span.Start)
		if !ok || l.marks < 2 {
			continue
		}
		lo, hi := l.marks+1, l.marks+1+l.ands
		reach := 1
		if c := s[h.Span.End-len("大") : h.Span.End]; c == "大" && l.ands == 0 && !l.open { // 大 counts nothing but what is listed
			reach = 2
		}
		if n <= hi && n >= lo || n > hi+reach || n < lo-reach || l.open && n > lo-1 {
			continue
		}
		m := checks.At(h.Span.Start, h.Span.End)
		m.Vars = map[string]string{"announced": strconv.Itoa(n), "found": strconv.Itoa(lo)}
		if n > hi {
			m.Vars["found"] = strconv.Itoa(hi)
		}
		m.Related = []checks.Note{{Key: "list", At: []text.Span{{Start: l.start, End: l.end}}}}
		out = append(out, m)
	}
	return out
}

// number is the numeral at the beginning of s.
func number(s string) (n, size int) {
	if digit(s, 0) {
		for digit(s, size) {
			n = n*10 + int(s[size]-'0')
			size++
		}
		return n, size
	}
	v, size, form := numeral.Han(s)
	if form != numeral.Spoken || v > 99 {
		return 0, 0
	}
	return int(v), size
}

// startsInside: the literal is the end of a longer number or of a word: 十三项, 第五项, 12.5个.
func startsInside(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	if r >= '0' && r <= '9' || r == '.' || r == ',' || r == '第' || r == '-' || r == '—' || r == '+' {
		return true
	}
	return inNumeral(r)
}

// inNumeral: the rune is part of a Chinese numeral.
func inNumeral(r rune) bool {
	_, digit := numeral.Digit(r)
	_, multiplier := numeral.Multiplier(r)
	return digit || multiplier
}

// noun: the number is followed by what it counts, not by 月 or a mark.
func noun(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if !isHan(r) || r == '月' || r == '多' || r == '以' || r == '左' || r == '亿' || r == '小' || r == '工' && len(s) > size+3 && s[size:size+3] == "作" {
		return false
	}
	return true
}

// listBefore reads the list that ends at i, where its number begins. The clause must hold nothing but the list and a verb at
// its head: no other figure, no 的 or 为 that would put the list into a relation of its own.
func listBefore(s string, i int) (list, bool) {
	l := list{end: i}
	j, depth, run := i, 0, 0
	related := false                                          // a word that puts items into a relation may stand in the first item only: 就是守住A、B、C三条
	if r, n := utf8.DecodeLastRuneInString(s[:j]); r == '“' { // 控煤、控尘“五控”
		j -= n
		l.end = j
	}
	if r, n := utf8.DecodeLastRuneInString(s[:j]); r == '等' {
		l.open = true
		j -= n
	} else if r == '、' || !isHan(r) && r != '”' && r != ')' && r != '）' {
		return l, false
	}
	for steps := 0; j > 0 && steps < 110; steps++ {
		r, n := utf8.DecodeLastRuneInString(s[:j])
		switch r {
		case '”', ')', '）', '》', '’':
			depth++
		case '“', '(', '（', '《', '‘':
			depth--
			if depth < 0 {
				l.start = j
				return l, true
			}
		case '、':
			if depth == 0 {
				if run == 0 {
					return l, false
				}
				if related { // A、以B为主的C、D三项
					return l, false
				}
				l.marks++
				run = -1
			}
		case '和', '及', '与':
			if depth == 0 {
				l.ands++
			}
		case '的', '为', '以', '在', '对', '将', '把', '由', '从', '等', '是', '向', '到', '至', '按', '并', '共', '有', '其':
			if depth == 0 && (r == '等' || l.marks == 0) {
				return l, false
			}
			related = related || depth == 0
		case ' ', '\t', '|', '\u3000':
			return l, false
		}
		if divides(r) && depth == 0 {
			break
		}
		if r >= '0' && r <= '9' || inNumeral(r) && countsHere(s[j-n:]) {
			return l, false
		}
		if depth == 0 {
			run++
		}
		j -= n
		if divides(r) {
			break
		}
	}
	l.start = j
	return l, j == 0 || closed(s, j)
}

// closed: a clause begins at j.
func closed(s string, j int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:j])
	return divides(r)
}

// countsHere: a numeral with a counter begins at s: the list holds figures of its own.
func countsHere(s string) bool {
	n, size := number(s)
	if n == 0 || size == 0 {
		return false
	}
	rest := s[size:]
	for _, c := range counters {
		if len(rest) >= len(c) && rest[:len(c)] == c {
			return true
		}
	}
	return false
}
