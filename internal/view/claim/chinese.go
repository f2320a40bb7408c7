package claim

import (
	"sort"
	"strings"

	"github.com/reportlint/reportlint/internal/view/numeral"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// chinese reads the claims of a Chinese sentence.
func (r *Reader) chinese() {
	rs := r.x.Runes
	last := ""   // the indicator before
	end := 0     // behind the last figure and what belongs to it
	subject := 0 // clauses before this rune have been searched for a subject
	for k := 0; k < len(r.fs); k++ {
		f := &r.fs[k]
		if !figures(f) {
			continue
		}
		start, fresh := r.region(end, f.I)
		for subject < start { // clauses without a figure name what follows: 实际利用外资逆势增长,增速居…
			stop := subject
			for stop < start && !divides(rs[stop]) {
				stop++
			}
			if name, ok := r.bare(subject, stop); ok && subject >= end {
				last = name
			}
			subject = stop + 1
		}
		p := r.predicate(start, f.I)
		if j := r.tail(f.J); r.rune(j) == '的' && r.grown(j+1) { // 保持20%以上的增长
			p.rate = true
		}
		if f.Dim == quantity.Rank {
			p = r.place(start, p)
		}
		a, b := r.trim(start, p.start)
		if f.Class == quantity.Bare && !r.persons(f) || f.Threshold && !r.bounded(f, a, b) || r.rune(f.I-1) == '“' && r.rune(f.J) == '”' {
			continue
		}
		if a < b && !p.attains && !p.grows && r.capacity(f) && !r.isTaking(a, b) {
			continue
		}
		if p.grows && a >= b && f.Dim == quantity.Count {
			if n, _ := r.following(f); n != "" { // 提升12个产业
				p.grows, p.up = false, 0
			}
		}
		if p.each || a >= b && p.grows && r.parallel(r.listed(k)) {
			if n := r.distribute(k, a, b, p, last); n > 0 {
				last = r.out[len(r.out)-1].Indicator
				end = r.tail(r.fs[k+n-1].J)
				subject = max(subject, end)
				k += n - 1
				continue
			}
		}
		name, upTo, own := r.name(a, b, &p, f, last, fresh)
		end = max(r.tail(f.J), upTo)
		subject = max(subject, end)
		if name == "" || !r.worthy(f, p, own) {
			continue
		}
		if n := len(r.out); !own && n > 0 && r.out[n-1].Kind == Growth && r.out[n-1].Dim == quantity.Percent && f.Dim == quantity.Percent && !p.compared {
			p.rate = true // 增长6%以上,力争达到7%
		}
		r.emit(f, name, p)
		if !f.Threshold {
			last = r.out[len(r.out)-1].Indicator
		}
	}
}

// parallel: the last n claims are levels of n indicators of one sentence, so that n rates behind them are theirs, one each:
// 城镇、农村居民收入分别为…元、…元,增长5.1%和6.8%.
func (r *Reader) parallel(n int) bool {
	if n < 2 || len(r.out) < n {
		return false
	}
	cs := r.out[len(r.out)-n:]
	for i := range cs {
		if cs[i].Kind != cs[0].Kind || cs[i].Kind == Growth || i > 0 && cs[i].Indicator == cs[i-1].Indicator {
			return false
		}
	}
	return true
}

// bounded: 实施5个以上重大专项 counts what stands behind it, and 专业布点60%以上服务于… is a share of what stands before it; other
// figures with a bound and a noun behind them tell which things are meant: 50张以上床位的医院.
func (r *Reader) bounded(f *quantity.Figure, a, b int) bool {
	if f.J == r.tail(f.J) {
		return false
	}
	if f.Dim == quantity.Percent {
		_, n := stopping.At(r.x.Runes, r.tail(f.J), len(r.x.Runes))
		return n > 0 && b-a > 2
	}
	return a < b && r.isTaking(a, b)
}

// persons: a number without a unit ends its clause, or people stand behind it: 8000多万农业转移人口. What else stands there may be a
// unit that is not known, 100万锭 and 500亿级.
func (r *Reader) persons(f *quantity.Figure) bool {
	j := r.tail(f.J)
	if c := r.rune(j); c == 0 || c == '、' || divides(c) {
		return true
	}
	_, n := populace.At(r.x.Runes, j, len(r.x.Runes))
	return n > 0
}

// capacity: the figure says how large a plant is that stands behind it: 石化年产150万吨芳烃, 某厂120万吨乙烯项目.
func (r *Reader) capacity(f *quantity.Figure) bool {
	if f.Dim != quantity.Physical || f.J != r.tail(f.J) || !han(r.rune(f.J)) {
		return false
	}
	if r.has(f.I-2, "年产") || r.has(f.I-2, "日产") {
		return true
	}
	end := f.J
	for end < len(r.x.Runes) && end-f.J < 12 && !divides(r.x.Runes[end]) && r.x.Runes[end] != '、' {
		end++
	}
	return plants.In(r.x.Runes, f.J, end) >= 0
}

// grown: 增长, 增速 begin at rune i.
func (r *Reader) grown(i int) bool {
	for _, w := range []string{"高", "年均", "较快", "高速", "平均"} {
		if r.has(i, w) {
			i += count(w)
		}
	}
	_, n := rateNouns.At(r.x.Runes, i, len(r.x.Runes))
	return n > 0
}

// figures: what can be a claim at all.
func figures(f *quantity.Figure) bool {
	switch f.Class {
	case quantity.Measure:
		if f.Words {
			return f.Dim == quantity.Tenth || f.Dim == quantity.Doubling || f.Dim == quantity.Times || f.Dim == quantity.Percent
		}
		return (!f.Threshold || f.Dim == quantity.Percent || f.Dim == quantity.Count) && f.Dim != quantity.NoUnit
	case quantity.Bare: // 贫困人口减少6800多万
		return f.Scale >= 4 && !f.Words
	case quantity.Ordinal:
		return f.Dim == quantity.Rank
	}
	return false
}

func divides(r rune) bool {
	switch r {
	case ',', '，', ';', '；', ':', '：', '。', '!', '?', '\n', '\r', '(', ')', '|':
		return true
	}
	return false
}

// region is where the words that belong to the figure at i begin: behind the last comma, and behind the figure before. fresh
// tells that a clause begins there.
func (r *Reader) region(end, i int) (start int, fresh bool) {
	rs := r.x.Runes
	for start = i; start > end; start-- {
		if divides(rs[start-1]) {
			if open := r.aside(end, start-1); open > 0 {
				start = open
				continue
			}
			return start, true
		}
	}
	// 249栋楼、82万平方米: what stands between figure and 、 belongs to the figure
	for k := start; end > 0 && k < i && k < start+5; k++ {
		if rs[k] == '、' {
			return k + 1, false
		}
	}
	return start, start == 0
}

// aside is where the bracket opens that closes at rune j inside a noun phrase, 污水治理(管控)率; 0 if it is none: it holds a figure, or
// it is a number of its own, (二).
func (r *Reader) aside(lo, j int) int {
	rs := r.x.Runes
	if rs[j] != ')' || !han(r.rune(j+1)) {
		return 0
	}
	for k := j - 1; k > lo && j-k <= 10; k-- {
		switch {
		case rs[k] == '(':
			if j-k < 2 || !han(rs[k-1]) || j-k <= 3 && numerical(rs[k+1]) {
				return 0
			}
			return k
		case !han(rs[k]) && rs[k] != '、':
			return 0
		}
	}
	return 0
}

func numerical(c rune) bool {
	_, ok := numeral.Digit(c)
	return ok || c == '十'
}

// tail is behind what still belongs to a figure: 左右, 以上.
func (r *Reader) tail(j int) int {
	_, n := tails.At(r.x.Runes, j, len(r.x.Runes))
	return j + n
}

func (r *Reader) figureAt(i int) *quantity.Figure {
	k := sort.Search(len(r.fs), func(k int) bool { return r.fs[k].I >= i })
	if k == len(r.fs) || r.fs[k].I != i {
		return nil
	}
	return &r.fs[k]
}

// bare is the subject of a clause without a figure that a predicate ends: 全年实际利用外资逆势增长.
func (r *Reader) bare(a, b int) (string, bool) {
	if _, n := closing.Before(r.x.Runes, a, b); n == 0 {
		return "", false
	}
	p := r.predicate(a, b)
	x, y := r.trim(a, p.start)
	if y-x < 3 || y-x > 16 {
		return "", false
	}
	return r.src(x, y), true
}

// src is the text of the runes from a to b.
func (r *Reader) src(a, b int) string {
	if a >= b {
		return ""
	}
	return strings.TrimSpace(unnoted(r.joined(r.s[r.x.At[a]:r.x.At[b]])))
}

// unnoted is s without the marks of notes: 四大主导产业［7］增加值.
func unnoted(s string) string {
	i := strings.Index(s, "［")
	if i < 0 {
		return s
	}
	n := 0
	rest := s[i+len("［"):]
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	if n == 0 || !strings.HasPrefix(rest[n:], "］") {
		return s
	}
	return s[:i] + unnoted(rest[n+len("］"):])
}

// joined is a stretch of text without the line breaks and indents of wrapped text.
func (r *Reader) joined(s string) string {
	if !r.flow.Wrapped || strings.IndexByte(s, '\n') < 0 {
		return s
	}
	between := ""
	if !r.x.Han {
		between = " "
	}
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.Trim(lines[i], " \t\r")
	}
	return strings.Join(lines, between)
}

func count(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}
