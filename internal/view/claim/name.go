package claim

import (
	"strings"

	"github.com/reportlint/reportlint/internal/view/quantity"
)

// maxName is the most runes an indicator may have; what is longer is no noun phrase.
const maxName = 40

// name makes the indicator of figure f from the words from a to b, what follows the figure, and the indicator before. upTo is
// the rune behind the words that follow the figure, if they were used; own tells that the indicator is not that of before.
func (r *Reader) name(a, b int, p *predicate, f *quantity.Figure, last string, fresh bool) (name string, upTo int, own bool) {
	a, b = r.strip(a, b, p)
	if b-a == 0 || r.isTaking(a, b) {
		if n, end := r.following(f); n != "" {
			return n, end, true
		}
		return last, 0, false
	}
	if f.Dim == quantity.Count && !p.attains && !p.grows {
		if n, end := r.following(f); n != "" { // 襄阳、宜昌等3家国家高新区 counts what stands behind
			return n, end, true
		}
	}
	word := string(r.x.Runes[a:b])
	if contains(generic, word) {
		switch {
		case last == "" || word == "总投资" || word == "涉及":
			return r.src(a, b), 0, true
		case strings.HasSuffix(last, r.src(a, b)) || contains(carriers, word):
			return last, 0, false
		}
		return last + r.src(a, b), 0, true
	}
	if last != "" && strings.HasPrefix(word, "占") {
		return last + r.src(a, b), 0, true
	}
	if r.takes(a, b) {
		if n, end := r.following(f); n != "" {
			return n, end, true
		}
	}
	if i, j, ok := r.inner(a, b); ok {
		if contains(generic, string(r.x.Runes[j:b])) {
			return r.src(a, i) + r.src(j, b), 0, true
		}
		a = j
	}
	if b-a > maxName {
		k := r.lastMark(a, b)
		if k == 0 || b-k > maxName || b-k < 3 {
			return "", 0, false
		}
		a = k
	}
	return r.src(a, b), 0, true
}

// strip takes 增速 涨幅 off an indicator of growth and quotes off its ends.
func (r *Reader) strip(a, b int, p *predicate) (int, int) {
	for _, w := range rateNouns {
		if r.ends(a, b, w) {
			p.rate = true
			if b-a > count(w)+1 {
				b -= count(w)
			}
			break
		}
	}
	for _, w := range []string{"平均", "年均", "同比", "的", "实际", "累计", "增长", "同期", "并"} {
		if b-a > count(w)+2 && r.ends(a, b, w) {
			b -= count(w)
		}
	}
	return a, b
}

// isTaking: the words are nothing but a verb that takes what stands behind the figure.
func (r *Reader) isTaking(a, b int) bool {
	return contains(taking, string(r.x.Runes[a:b])) || contains(leading, string(r.x.Runes[a:b]))
}

// takes: the words end in such a verb.
func (r *Reader) takes(a, b int) bool {
	for _, w := range taking {
		if count(w) >= 2 && r.ends(a, b, w) && b-a > count(w) {
			switch w {
			case "建设", "改造", "服务", "培训", "治理", "修复", "安置", "救助", "转移", "投放", "整治", "开工", "签约", "落地", "安排", "新建", "改扩建", "超过":
				continue // nouns as often
			}
			return true
		}
	}
	return false
}

// following is the noun phrase behind figure f, 2—3个平原旅游重点镇, and where it ends.
func (r *Reader) following(f *quantity.Figure) (string, int) {
	rs := r.x.Runes
	i := r.tail(f.J)
	if r.rune(i) == '的' {
		i++
	}
	j, depth := i, 0
	for j < len(rs) && j-i < 24 {
		c := rs[j]
		if c == '“' || c == '《' {
			depth++
		}
		if c == '”' || c == '》' {
			depth--
		}
		if divides(c) && c != '(' || (c == '、' && depth <= 0) || c >= '0' && c <= '9' && depth <= 0 {
			break
		}
		if j-i >= 2 && depth <= 0 && r.stops(j) {
			break
		}
		j++
	}
	if j-i < 2 || !han(rs[i]) && rs[i] != '“' {
		return "", 0
	}
	if r.verb(i) || r.arrives(i) {
		return "", 0
	}
	for _, w := range []string{"增长", "下降", "提高", "以上", "以下", "左右", "以内", "和", "及", "大关", "并", "居", "的"} {
		if r.has(i, w) {
			return "", 0
		}
	}
	name := r.src(i, j)
	if strings.Count(name, "(")+strings.Count(name, "（") > strings.Count(name, ")")+strings.Count(name, "）") {
		name = name[:strings.IndexAny(name, "(（")] // 17个县（市、区）
	}
	return name, j
}

func (r *Reader) stops(j int) bool {
	for _, w := range stopping {
		if r.has(j, w) {
			return true
		}
	}
	return false
}

// inner finds a verb inside the words, between an actor and an object: 区金融服务中心解决民企融资需求 speaks of 民企融资需求, and
// 旅游会展业实现总收入 of 旅游会展业总收入. It answers where the verb begins and ends.
func (r *Reader) inner(a, b int) (i, j int, ok bool) {
	for k := a + 2; k+2 < b; k++ {
		for _, w := range innerVerbs {
			n := k + count(w)
			if !r.has(k, w) || b-n < 2 {
				continue
			}
			if suffixed(r.rune(n)) { // 现代服务业增加值
				continue
			}
			if c := r.rune(k - 1); c == '未' || c == '不' || c == '、' {
				continue
			}
			i, j, ok = k, n, true
		}
	}
	return i, j, ok
}

// lastMark is behind the last 、 between a and b.
func (r *Reader) lastMark(a, b int) int {
	for k := b - 1; k > a; k-- {
		if r.x.Runes[k] == '、' {
			return k + 1
		}
	}
	return 0
}

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
		if next.I-i < 1 || next.I-i > 3 || !figures(next) {
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
	rs := r.x.Runes
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
	_ = rs
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

// index is where w first stands between a and b, −1 if nowhere.
func (r *Reader) index(a, b int, w string) int {
	for k := a; k+count(w) <= b; k++ {
		if r.has(k, w) {
			return k
		}
	}
	return -1
}

// worthy: durations and shares of nothing are often parts of names (24小时自助机, 15分钟生活圈); they need a predicate or must end
// their clause.
func (r *Reader) worthy(f *quantity.Figure, p predicate, own bool) bool {
	next := r.rune(r.tail(f.J))
	if f.Dim == quantity.Duration {
		return (p.attains || p.grows) && (!han(next) || r.verb(r.tail(f.J)))
	}
	if !own && !p.attains && !p.grows && !p.compared && han(next) && f.Dim != quantity.Tenth {
		return false
	}
	return true
}

// verb: a verb of change begins at rune i.
func (r *Reader) verb(i int) bool {
	for _, list := range [][]string{rising, falling} {
		for _, w := range list {
			if count(w) > 1 && r.has(i, w) {
				return true
			}
		}
	}
	return false
}

// arrives: 增加到, 降至 begin at rune i.
func (r *Reader) arrives(i int) bool {
	for _, w := range arriving {
		if count(w) > 1 && r.has(i, w) {
			return true
		}
	}
	return false
}

// emit adds a claim.
func (r *Reader) emit(f *quantity.Figure, name string, p predicate) {
	c := Claim{Figure: *f, Indicator: name, Up: p.up, Unit: r.unitOf(f)}
	rs := r.x.Runes
	if sc, ok := r.scopeOf(name, f.I); ok {
		c.Scope = sc
	}
	_ = rs
	c.Kind = kindOf(f, p, name)
	r.out = append(r.out, c)
}

func kindOf(f *quantity.Figure, p predicate, name string) Kind {
	for _, w := range []string{"降幅", "涨幅", "增幅", "增速"} {
		p.rate = p.rate || strings.HasSuffix(name, w)
	}
	switch f.Dim {
	case quantity.Rank:
		return Rank
	case quantity.Point:
		return Change
	case quantity.Times, quantity.Doubling:
		return Multiple
	case quantity.Percent, quantity.Tenth:
		if p.grows || p.rate {
			return Growth
		}
		return Share
	case quantity.Count, quantity.Persons:
		if p.grows {
			return Change
		}
		return Count
	}
	if p.grows {
		return Change
	}
	return Level
}

// unitOf is the unit as printed, with its scale, without 多 余 来.
func (r *Reader) unitOf(f *quantity.Figure) string {
	if f.Shared {
		return f.Unit
	}
	if f.Words && f.Dim != quantity.Percent {
		return f.Unit
	}
	u := strings.TrimSpace(r.joined(r.s[r.x.At[min(f.N, f.J)]:r.x.At[f.J]]))
	if f.Dim == quantity.Rank {
		return "位"
	}
	if !r.x.Han {
		u = strings.Trim(u, " -")
		if f.Unit == "dollars" && !strings.Contains(u, "dollar") {
			u = strings.TrimSpace(u + " US dollars") // US$4 trillion
		}
		if u == "" {
			return f.Unit
		}
		return u
	}
	return strings.NewReplacer("多", "", "余", "", "餘", "", "来", "", "來", "").Replace(u)
}

// scopeOf is the scope that the sentence names nearest before the figure.
func (r *Reader) scopeOf(name string, i int) (string, bool) {
	for k := i - 1; k >= 0; k-- {
		if divides(r.x.Runes[k]) {
			break
		}
		for _, w := range scopes {
			if r.has(k, w) {
				return w, true
			}
		}
	}
	if strings.HasPrefix(name, "规模以上") {
		return "规模以上", true
	}
	return "", false
}

func han(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

func contains(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}
