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
	"github.com/reportlint/reportlint/internal/view/outline"
)

// announcedParams are the [params] of a rule of kind announced-count.
type announcedParams struct {
	Nouns []string `toml:"nouns"` // what is announced, with its classifier: 方面工作, 项重点任务
}

// announced: a sentence announces how many items follow (重点做好以下八方面工作:), and the numbered list right behind it has
// another number of them.
type announced struct{ nouns []string }

func newAnnounced(p checks.Params) (checks.Check, error) {
	var v announcedParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	return announced{v.Nouns}, nil
}

func (c announced) Trigger() scan.Trigger { return scan.Trigger{Literals: c.nouns} }

// room is how far behind the announcement its list may begin.
const room = 60

func (c announced) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	s, done := d.Text(), -1
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		n, start := countBefore(s, h.Span.Start)
		if n < 2 || n > 30 || strings.HasSuffix(s[:start], "等") || strings.HasSuffix(s[:start], "第") {
			continue
		}
		end, ok := announces(s, h.Span.End)
		if !ok || !strings.HasSuffix(strings.TrimRight(s[:end], " "), ":") && !strings.HasSuffix(s[:end], "：") && !asks(s, start) {
			continue
		}
		done = end
		o := outline.Of(d)
		l, ok := following(o, end)
		if !ok {
			continue
		}
		first, last := o.Markers[l.Items[0]], o.Markers[l.Items[len(l.Items)-1]]
		if first.N != 1 || len(l.Items) != last.N { // a gap is another rule's
			continue
		}
		if n == last.N || n > last.N && n <= l.Reach || len(l.Items) < 2 {
			continue
		}
		m := checks.At(start, h.Span.End)
		m.Vars = map[string]string{"announced": strconv.Itoa(n), "found": strconv.Itoa(last.N)}
		m.Related = []checks.Note{
			{Key: "first", At: []text.Span{first.Span}},
			{Key: "last", At: []text.Span{last.Span}},
		}
		m.Evidence = []checks.Note{{Key: "list", Vars: map[string]string{"members": members(s, o, l)}}}
		if apart(n, last.N) > 3 {
			m.Level = checks.Medium // a list of another level may stand between
		}
		out = append(out, m)
	}
	return out
}

// asks: without a colon, the clause must say that something is to follow (重点抓好六个方面工作。).
func asks(s string, i int) bool {
	low := max(0, i-60)
	if k := strings.LastIndexAny(s[low:i], ",，。;；:：!！\n"); k >= 0 {
		low += k
	}
	clause := s[low:i]
	for _, w := range []string{"完成", "已", "提出的", "确定的", "部署的", "上述", "这"} {
		if strings.Contains(clause, w) {
			return false
		}
	}
	for _, w := range []string{"以下", "重点", "重點", "着力", "抓好", "做好", "下列", "突出", "following", "focus on"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// countBefore reads the number that ends at i, spaces and 个 大 passed over: 八, 8, 十个, ten.
func countBefore(s string, i int) (n, start int) {
	for strings.HasSuffix(s[:i], " ") {
		i--
	}
	for _, w := range []string{"个", "個", "大"} {
		if strings.HasSuffix(s[:i], w) {
			i -= len(w)
			break
		}
	}
	start = i
	for start > 0 && i-start < 3 && s[start-1] >= '0' && s[start-1] <= '9' {
		start--
	}
	if start < i {
		n, _ = strconv.Atoi(s[start:i])
		if start > 0 && (s[start-1] >= '0' && s[start-1] <= '9' || s[start-1] == '.' || s[start-1] == ',') {
			return 0, start
		}
		return n, start
	}
	if i > 0 && (s[i-1] >= 'a' && s[i-1] <= 'z') {
		for start > 0 && i-start < 10 && (s[start-1]|0x20 >= 'a' && s[start-1]|0x20 <= 'z') {
			start--
		}
		if v, ok := numeral.Cardinal(s[start:i]); ok {
			return v, start
		}
		return 0, start
	}
	for start >= 3 && i-start < 9 {
		r, _ := utf8.DecodeRuneInString(s[start-3 : start])
		if _, ok := numeral.Digit(r); !ok && r != '十' {
			break
		}
		start -= 3
	}
	v, size, form := numeral.Han(s[start:i])
	if size == 0 || size != i-start || form == numeral.Positional {
		return 0, start
	}
	return int(v), start
}

// announces: nothing but the end of the noun phrase stands between the words and the colon, the full stop or the line end.
func announces(s string, i int) (end int, ok bool) {
	for steps := 0; i < len(s) && steps < 12; steps++ {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case ':', '：', '\n', '\r', '。':
			return i + n, true
		case '.':
			return i + n, true
		case ' ':
		case ',', '，', ';', '；', '(', '（', '!', '！', '?', '？', '”', '等': // 十大工程等8个方面工作
			return 0, false
		}
		i += n
	}
	return i, i == len(s)
}

// following is the list that begins right behind offset at.
func following(o *outline.Outline, at int) (*outline.List, bool) {
	for i := o.After(at); i < len(o.Markers) && o.Markers[i].Span.Start <= at+room; i++ {
		m := o.Markers[i]
		if m.List < 0 || m.N != 1 {
			if m.Weak {
				continue
			}
			return nil, false
		}
		l := &o.Lists[m.List]
		return l, l.Items[0] == i
	}
	return nil, false
}
