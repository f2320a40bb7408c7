package claim

import (
	"sort"
	"strings"

	"github.com/reportlint/reportlint/internal/view/quantity"
)

// predicate is what stands between an indicator and its figure.
type predicate struct {
	start    int // where it begins
	up       int
	grows    bool // the verb directly says a change: 增长5%
	attains  bool
	each     bool // 分别
	compared bool // 比2016年, 高于全国: the figure is a difference to a base
	rate     bool // the indicator ends in 增速, 涨幅
}

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
		if f.Dim == quantity.Rank {
			p = r.place(start, p)
		}
		a, b := r.trim(start, p.start)
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

// figures: what can be a claim at all.
func figures(f *quantity.Figure) bool {
	switch f.Class {
	case quantity.Measure:
		if f.Words {
			return f.Dim == quantity.Tenth || f.Dim == quantity.Doubling || f.Dim == quantity.Times || f.Dim == quantity.Percent
		}
		return !f.Threshold && f.Dim != quantity.NoUnit
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

// tail is behind what still belongs to a figure: 左右, 以上.
func (r *Reader) tail(j int) int {
	_, n := tails.At(r.x.Runes, j, len(r.x.Runes))
	return j + n
}

// predicate takes verbs, adverbs and bases of comparison off the words that end at rune i.
func (r *Reader) predicate(start, i int) predicate {
	p := predicate{start: i}
	first := true
	for p.start > start {
		word, n := predicates.Before(r.x.Runes, start, p.start)
		if n == 0 {
			if at, ok := r.base(start, p.start); ok {
				p.start, p.compared = at, true
				first = false
				continue
			}
			break
		}
		best, kind := predicates.Words()[word], roleOf(word)
		if kind >= rises && !first && !p.grows && best != "增长" && best != "下降" { // 提高至: only the word next to the figure tells
			break
		}
		if kind == arrives && (best == "为" || best == "有" || best == "占" || best == "到" || best == "从" || best == "由") && !first && !p.attains && p.grows {
			break
		}
		p.start -= n
		switch kind {
		case adverb:
			p.each = p.each || best == "分别"
			if best == "约" || best == "近" || best == "的" || best == "分别" || best == " " || best == "再" || best == "、" {
				continue
			}
			if strings.HasPrefix(best, "比") || strings.HasPrefix(best, "较") {
				continue
			}
		case arrives:
			p.attains = true
			if best == "高于" || best == "低于" {
				p.compared = true
			}
		case rises:
			if first {
				p.grows, p.up = true, 1
			}
		case falls:
			if first {
				p.grows, p.up = true, -1
			}
		}
		if (best == "增长" || best == "下降") && !p.grows && p.attains { // 年均增长分别为5%和6%
			p.rate = true
		}
		if kind != adverb {
			first = false
		}
	}
	return p
}

// place takes the order that a rank stands in off its subject: 居长江中上游港口首位.
func (r *Reader) place(start int, p predicate) predicate {
	for k := p.start - 1; k >= start && p.start-k <= 20; k-- {
		for _, w := range []string{"稳居", "位居", "跃居", "跃升", "位列", "名列", "排名", "排在", "保持", "居", "列", "由", "从"} {
			if r.has(k, w) && k > start-1 {
				if c := r.rune(k - 1); (w == "居" || w == "列") && (c == '位' || c == '稳' || c == '跃' || c == '名' || c == '系' || c == '定' || c == '安') {
					continue
				}
				if w == "居" && r.has(k, "居民") {
					continue
				}
				p.start, p.attains = k, true
				return p
			}
		}
	}
	return p
}

// ends reports whether the runes before j, not before lo, end with w.
func (r *Reader) ends(lo, j int, w string) bool {
	n := count(w)
	return j-n >= lo && r.has(j-n, w)
}

// base finds a base of comparison that ends at j: 比2016年, 是2016年, 为去年同期, 高于全国, 居全省: where it begins.
func (r *Reader) base(lo, j int) (at int, ok bool) {
	for k := j - 1; k >= lo && j-k <= 14; k-- {
		_, n := comparing.At(r.x.Runes, k, len(r.x.Runes))
		if n == 0 {
			continue
		}
		mid := string(r.x.Runes[k+n : j])
		if mid == "" || len(mid) > 45 || strings.HasSuffix(mid, "比重") || strings.HasSuffix(mid, "比例") || strings.HasSuffix(mid, "占比") {
			return 0, false
		}
		if r.has(k, "完成") && !strings.HasSuffix(mid, "计划") && !strings.HasSuffix(mid, "任务") && !strings.HasSuffix(mid, "目标") && !strings.HasSuffix(mid, "预算") {
			return 0, false
		}
		if bases.In(r.x.Runes, k+n, j) >= 0 {
			if k > lo && (r.x.Runes[k-1] == '对' || r.x.Runes[k-1] == '占') {
				k--
			}
			for _, w := range []string{"位", "稳", "跃"} {
				if r.ends(lo, k, w) {
					k--
				}
			}
			return k, true
		}
	}
	return 0, false
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
