package number

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/claim"
	"github.com/reportlint/reportlint/internal/view/numeral"
)

// counter holds counters that grow by one a year (连续第5年, 第12届文化节, for the fifth consecutive year) against the report
// of the year before: a sentence that was copied keeps its number.
type counter struct{}

func (counter) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"连续", "届", "consecutive year", "year in a row", "years in a row", "year running", "years running"}}
}

// Run returns nothing: one report alone has nothing to be held against.
func (counter) Run(*document.Document, []scan.Hit) []checks.Match { return nil }

// counted is a counter as it stands in a text.
type counted struct {
	n    int
	what string // what is counted, in the words of the text
	at   text.Span
}

// Facts are the counters of the review sections by place and the words around them.
func (counter) Facts(d *document.Document, hits []scan.Hit) []checks.Fact {
	s := d.Text()
	r := claim.NewReader(d)
	var out []checks.Fact
	for _, h := range hits {
		place, year := r.Report(h.Span.Start)
		if place == "" || year == 0 || r.Plans(h.Span.Start) {
			continue
		}
		var c counted
		ok := false
		switch h.Index {
		case 0:
			c, ok = yearsRunning(s, h.Span)
		case 1:
			c, ok = held(s, h.Span)
		default:
			c, ok = inARow(s, h.Span)
		}
		if !ok {
			continue
		}
		out = append(out, checks.Fact{Key: place + "\x00" + c.what, At: []text.Span{c.at}, Data: strconv.Itoa(year) + "\x00" + strconv.Itoa(c.n) + "\x00" + c.at.Of(s)})
	}
	return out
}

// enough is how many runes of words a counter needs around it to be told from others.
const enough = 6

// yearsRunning reads 连续N年 and 连续第N年. The words of its clause say what is counted; where it opens its clause, so do
// those of the clause before, up to their figure.
func yearsRunning(s string, h text.Span) (counted, bool) {
	i := h.End
	i += len(s[i:]) - len(strings.TrimPrefix(s[i:], "第"))
	n, size := wholeNumber(s[i:])
	if size == 0 || !strings.HasPrefix(s[i+size:], "年") {
		return counted{}, false
	}
	end := i + size + len("年")
	lo, hi := clause(s, h.Start, end)
	before, after := s[lo:h.Start], s[end:hi]
	if utf8.RuneCountInString(before) < 3 && lo > 0 {
		_, w := utf8.DecodeLastRuneInString(s[:lo])
		start, _ := clause(s, lo-w, lo-w)
		head := s[start : lo-w]
		if k := strings.IndexAny(head, "0123456789"); k >= 0 {
			head = head[:k]
		}
		if utf8.RuneCountInString(head) < 3 {
			return counted{}, false
		}
		before = head + "," + before
	}
	if utf8.RuneCountInString(before)+utf8.RuneCountInString(after) < enough || strings.HasPrefix(before, "对") || strings.HasPrefix(after, "的") || strings.Contains(after, "以上") {
		return counted{}, false // 对连续三年亏损的企业: a condition
	}
	return counted{n, worded(before) + "#" + worded(after), text.Span{Start: h.Start, End: end}}, true
}

// held reads 举办第N届X: what has been held twice in years that follow each other is held every year.
func held(s string, h text.Span) (counted, bool) {
	lo, hi := clause(s, h.Start, h.End)
	i := strings.LastIndex(s[lo:h.Start], "第")
	if i < 0 {
		return counted{}, false
	}
	i += lo
	n, size := wholeNumber(s[i+len("第"):])
	if size == 0 || i+len("第")+size != h.Start {
		return counted{}, false
	}
	verb := false
	for _, w := range []string{"举办", "舉辦", "承办", "承辦", "主办", "主辦"} {
		k := strings.LastIndex(s[lo:i], w)
		verb = verb || k >= 0 && i-lo-k-len(w) <= 12
	}
	if !verb {
		return counted{}, false
	}
	end := 0
	for k, r := range s[h.End:hi] {
		if k > 60 {
			break
		}
		switch r {
		case '节', '節', '展', '赛', '賽', '坛', '壇', '会', '會':
			end = h.End + k + utf8.RuneLen(r)
		}
	}
	if end == 0 {
		return counted{}, false
	}
	name := s[h.End:end]
	if utf8.RuneCountInString(name) < 3 || strings.Contains(name, "代表大会") || strings.Contains(name, "委员会") || strings.Contains(name, "全会") {
		return counted{}, false
	}
	return counted{n, "第#届" + worded(name), text.Span{Start: i, End: end}}, true
}

// inARow reads for the Nth consecutive year, for N consecutive years, for the Nth year in a row.
func inARow(s string, h text.Span) (counted, bool) {
	head := strings.TrimRight(s[max(0, h.Start-24):h.Start], " ")
	w := head[strings.LastIndexByte(head, ' ')+1:]
	n, ok := numeral.Ordinal(w)
	if !ok {
		n, ok = numeral.Cardinal(w)
	}
	if !ok {
		v, err := strconv.Atoi(strings.TrimRight(w, "sthnrd"))
		n, ok = v, err == nil && v < 100
	}
	if !ok {
		return counted{}, false
	}
	start := max(0, h.Start-24) + len(head) - len(w)
	end := h.End
	if strings.HasPrefix(s[end:], "s") {
		end++
	}
	lo, hi := clause(s, start, end)
	what := worded(strings.TrimSuffix(strings.TrimRight(s[lo:start], " "), " the")) + "#" + worded(s[end:hi])
	if len(strings.Fields(s[lo:start]))+len(strings.Fields(s[end:hi])) < enough {
		return counted{}, false
	}
	return counted{n, what, text.Span{Start: start, End: end}}, true
}

// wholeNumber reads the number at the head of s, in digits or in Chinese: below 100, as counters of years are.
func wholeNumber(s string) (n, size int) {
	for size < len(s) && s[size] >= '0' && s[size] <= '9' && size < 3 {
		n = n*10 + int(s[size]-'0')
		size++
	}
	if size == 0 {
		v, k, form := numeral.Han(s[:min(len(s), 16)])
		if form != numeral.Spoken {
			return 0, 0
		}
		n, size = int(v), k
	}
	if n < 2 || n >= 100 {
		return 0, 0
	}
	return n, size
}

// clauseReach bounds the bytes of a clause to either side.
const clauseReach = 180

// clause is the clause of s that holds s[i:j]. Marks inside a figure end none.
func clause(s string, i, j int) (lo, hi int) {
	for lo = i; lo > 0 && i-lo < clauseReach; {
		r, w := utf8.DecodeLastRuneInString(s[:lo])
		if endsClause(r) && !(w == 1 && digit(s, lo)) {
			break
		}
		lo -= w
	}
	for hi = j; hi < len(s) && hi-j < clauseReach; {
		r, w := utf8.DecodeRuneInString(s[hi:])
		if endsClause(r) && !(w == 1 && digit(s, hi+1)) {
			break
		}
		hi += w
	}
	return lo, hi
}

func endsClause(r rune) bool { return strings.ContainsRune(",，。；;：:！!？?\n\r.", r) }

// worded is s folded and without blanks, so that the layout of a page does not matter.
func worded(s string) string { return strings.Join(strings.Fields(scan.FoldString(s)), " ") }

// Combine compares each year with the one after it. Words that stand with two numbers in one report tell nothing.
func (counter) Combine(key string, fs []checks.Fact) []checks.Late {
	type fact struct {
		year, n int
		text    string
	}
	all := make([]fact, len(fs))
	for i, f := range fs {
		p := strings.SplitN(f.Data, "\x00", 3)
		all[i].year, _ = strconv.Atoi(p[0])
		all[i].n, _ = strconv.Atoi(p[1])
		all[i].text = p[2]
	}
	steps := map[int]int{}
	torn := map[int]bool{}
	for _, x := range all {
		if n, ok := steps[x.year]; ok && n != x.n {
			torn[x.year] = true
		}
		steps[x.year] = x.n
	}
	place, _, _ := strings.Cut(key, "\x00")
	var out []checks.Late
	told := map[int]bool{}
	for i, x := range all {
		for j, y := range all {
			if y.year != x.year-1 || x.n == y.n+1 || torn[x.year] || torn[y.year] || fs[i].Path == fs[j].Path || told[x.year] {
				continue
			}
			told[x.year] = true
			out = append(out, checks.Late{Fact: i, Related: []int{j}, Vars: map[string]string{"place": place, "year": strconv.Itoa(x.year), "before": strconv.Itoa(y.year),
				"n": strconv.Itoa(x.n), "expected": strconv.Itoa(y.n + 1), "other": y.text}, Evidence: []checks.Note{{Key: "step"}}})
		}
	}
	return out
}
