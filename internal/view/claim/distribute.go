package claim

import "strings"

// distribute gives the figures behind 分别 to the subjects before it, or to the figures of the clause before; it returns how
// many figures it used, 0 if they cannot be told apart.
func (r *Reader) distribute(k, a, b int, p predicate, last string) int {
	n := r.listed(k)
	if n < 2 {
		return 0
	}
	var names []string
	if a >= b {
		if len(r.out) < n {
			return 0
		}
		for _, c := range r.out[len(r.out)-n:] {
			names = append(names, c.Indicator)
		}
	} else {
		names = r.split(a, b, n, &p)
	}
	if names[0] == names[n-1] && strings.HasPrefix(names[0], "占") && len(r.out) >= n { // A、B分别增长…,占工业比重分别为…
		before := r.out[len(r.out)-n:]
		for i := range names {
			names[i] = before[i].Indicator + names[i]
		}
	}
	for i, name := range names {
		if name == "" {
			name = last
		}
		if name == "" {
			return 0
		}
		r.emit(&r.fs[k+i], name, p)
	}
	return n
}

// listed counts the figures from k on that form one list.
func (r *Reader) listed(k int) int {
	n := 1
	for k+n < len(r.fs) {
		prev, next := &r.fs[k+n-1], &r.fs[k+n]
		i := r.tail(prev.J)
		if next.I-i < 1 || next.I-i > 3 || !figures(next) || next.Threshold {
			break
		}
		switch r.rune(i) {
		case '、', '和', '及', '与':
		default:
			return n
		}
		n++
	}
	return n
}

// split divides subjects among n figures: 财政总收入和地方级财政收入, 城乡居民收入, A、B、C等产业.
func (r *Reader) split(a, b, n int, p *predicate) []string {
	a, b = r.strip(a, b, p)
	if k := r.index(a, b, "等"); k > a && r.rune(k-1) != '平' && r.rune(k-1) != '中' {
		if parts := r.cut(a, k, n, true); parts != nil {
			return r.texts(parts)
		}
		if parts := r.cut(a, k, n, false); parts != nil {
			return r.texts(parts)
		}
	}
	for _, ands := range []bool{false, true} {
		parts := r.cut(a, b, n, ands)
		if parts == nil {
			continue
		}
		out := r.texts(parts)
		lastPart := parts[n-1]
		if k := r.index(lastPart[0], lastPart[1], "占"); k > lastPart[0] { // …占地区生产总值比重 belongs to all
			for i := range out[:n-1] {
				out[i] += r.src(k, lastPart[1])
			}
			return out
		}
		if w := parts[0][1] - parts[0][0]; w <= 2 && lastPart[1]-lastPart[0] > w+2 { // 城镇和农村居民收入
			tail := r.src(lastPart[0]+w, lastPart[1])
			for i := range out[:n-1] {
				out[i] += tail
			}
		}
		return out
	}
	if n == 2 {
		for _, pair := range [][3]string{{"城乡", "城镇", "农村"}, {"存贷款", "存款", "贷款"}, {"进出口", "进口", "出口"}} {
			if k := r.index(a, b, pair[0]); k >= a {
				first, second := pair[1], pair[2]
				if pair[0] == "城乡" && r.has(k, "城乡低保") {
					first = "城市"
				}
				head, tail := r.src(a, k), r.src(k+count(pair[0]), b)
				return []string{head + first + tail, head + second + tail}
			}
		}
	}
	whole := r.src(a, b)
	out := make([]string, n)
	for i := range out {
		out[i] = whole
	}
	return out
}

// cut divides the runes from a to b at 、 (and 和 及 与) outside quotes; nil unless that makes n parts.
func (r *Reader) cut(a, b, n int, ands bool) [][2]int {
	var parts [][2]int
	depth, from := 0, a
	for k := a; k < b; k++ {
		switch c := r.x.Runes[k]; c {
		case '“', '(', '《':
			depth++
		case '”', ')', '》':
			depth--
		case '、', '和', '及', '与':
			if depth <= 0 && (c == '、' || ands) {
				parts = append(parts, [2]int{from, k})
				from = k + 1
			}
		}
	}
	parts = append(parts, [2]int{from, b})
	if len(parts) != n {
		return nil
	}
	for _, p := range parts {
		if p[1]-p[0] < 1 {
			return nil
		}
	}
	return parts
}

func (r *Reader) texts(parts [][2]int) []string {
	var out []string
	for _, p := range parts {
		out = append(out, r.src(p[0], p[1]))
	}
	return out
}
