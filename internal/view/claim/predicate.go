package claim

import "strings"

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
			if at, ok := r.yearly(start, p.start); ok {
				p.start = at
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

// yearly is where 连续8年 begins that ends at rune j: 产量连续8年超过40万吨.
func (r *Reader) yearly(lo, j int) (at int, ok bool) {
	for k := j - 4; k >= lo && j-k <= 8; k-- {
		if r.has(k, "连续") {
			return k, r.running(k, j) == j
		}
	}
	return 0, false
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
				if at, ok := r.yearly(start, p.start); ok {
					p.start = at
				}
				return p
			}
		}
	}
	if _, n := orders.Before(r.x.Runes, start, p.start); n > 0 { // 增速全国第3
		p.start -= n
		if at, ok := r.yearly(start, p.start); ok {
			p.start = at
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
		if mid == "" || len(mid) > 45 || has(mid, "比重", "比例", "占比") {
			return 0, false
		}
		if conditions.Is(r.x.Runes[k : k+n]) { // 剔除自然因素影响后
			return k, has(mid, "后", "影响", "因素", "口径")
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
