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
	b = r.passed(a, b)
	if b-a == 0 || r.isTaking(a, b) {
		if n, end := r.following(f); n != "" {
			return n, end, true
		}
		return last, 0, false
	}
	if (f.Dim == quantity.Count || f.Dim == quantity.NoUnit) && !p.attains && !p.grows {
		if n, end := r.following(f); n != "" { // 襄阳、宜昌等3家国家高新区 counts what stands behind
			return n, end, true
		}
	}
	if word := r.x.Runes[a:b]; generic.Is(word) {
		switch {
		case last == "" || string(word) == "总投资" || string(word) == "涉及":
			return r.src(a, b), 0, true
		case strings.HasSuffix(last, r.src(a, b)) || carriers.Is(word):
			return last, 0, false
		}
		if totals.Is(word) { // 新增龙头企业16家、总数达到98家
			for _, w := range []string{"新增", "净增", "净新增"} {
				last = strings.TrimPrefix(last, w)
			}
		}
		return last + r.src(a, b), 0, true
	}
	if last != "" && r.x.Runes[a] == '占' {
		return last + r.src(a, b), 0, true
	}
	if r.takes(a, b) {
		if n, end := r.following(f); n != "" {
			return n, end, true
		}
	}
	if i, j, ok := r.inner(a, b); ok {
		if generic.Is(r.x.Runes[j:b]) {
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

// passed takes a mark that was passed, in words alone, off the end of an indicator: 零售总额迈上千亿大关、年均增长9%.
func (r *Reader) passed(a, b int) int {
	if !r.ends(a, b, "大关") && !r.ends(a, b, "台阶") {
		return b
	}
	for k := b - 3; k > a+1; k-- {
		if _, n := reaching.At(r.x.Runes, k, b); n > 0 {
			return k
		}
	}
	return b
}

// strip takes 增速 涨幅 off an indicator of growth and quotes off its ends.
func (r *Reader) strip(a, b int, p *predicate) (int, int) {
	for _, w := range []string{"目标", "预期"} { // 经济增长预期目标定为5%
		if b-a > 3 && r.ends(a, b, w) {
			b -= count(w)
		}
	}
	if _, n := rateNouns.Before(r.x.Runes, a, b); n > 0 {
		p.rate = true
		if b-a > n+1 {
			b -= n
		}
	}
	for _, w := range []string{"平均", "年均", "同比", "的", "实际", "累计", "增长", "同期", "并", "全部"} {
		if b-a > count(w)+2 && r.ends(a, b, w) {
			b -= count(w)
		}
	}
	return a, b
}

// isTaking: the words are nothing but a verb that takes what stands behind the figure.
func (r *Reader) isTaking(a, b int) bool {
	return taking.Is(r.x.Runes[a:b]) || leading.Is(r.x.Runes[a:b])
}

// takes: the words end in such a verb.
func (r *Reader) takes(a, b int) bool {
	_, n := takers.Before(r.x.Runes, a+1, b)
	return n > 0
}

// following is the noun phrase behind figure f, 2—3个平原旅游重点镇, and where it ends.
func (r *Reader) following(f *quantity.Figure) (string, int) {
	rs := r.x.Runes
	i := r.tail(f.J)
	if r.rune(i) == '的' {
		i++
	}
	if g := r.figureAt(i); g != nil && g.Class == quantity.Measure && !g.Threshold { // 31个2.9万套棚改项目
		i = r.tail(g.J)
	}
	j, depth := i, 0
	for j < len(rs) && j-i < 24 {
		c := rs[j]
		if g := r.figureAt(j); g != nil && (g.Threshold || g.Class == quantity.Name && depth <= 0) { // 预增产值过10亿元的增长点, 5G工厂
			if j = g.J; g.Threshold {
				if j = r.tail(j); r.rune(j) == '的' {
					j++
				}
			}
			continue
		}
		if c == '“' || c == '《' {
			depth++
		}
		if c == '”' || c == '》' {
			depth--
		}
		if divides(c) && c != '(' || (c == '、' && depth <= 0) || c >= '0' && c <= '9' && depth <= 0 {
			break
		}
		if (j-i >= 2 || j-i == 1 && governed(rs[i])) && depth <= 0 && r.stops(j) {
			break
		}
		j++
	}
	if j-i < 2 && !(j-i == 1 && governed(rs[i])) || !han(rs[i]) && rs[i] != '“' && r.figureAt(i) == nil {
		return "", 0
	}
	if r.verb(i) || r.arrives(i) {
		return "", 0
	}
	if _, n := unnamed.At(rs, i, len(rs)); n > 0 {
		return "", 0
	}
	name := r.src(i, j)
	if strings.Count(name, "(")+strings.Count(name, "（") > strings.Count(name, ")")+strings.Count(name, "）") {
		name = name[:strings.IndexAny(name, "(（")] // 17个县（市、区）
	}
	return name, j
}

// governed: a place that one character names: 3个县创建…
func governed(c rune) bool {
	switch c {
	case '县', '村', '镇', '乡', '省', '市', '区':
		return true
	}
	return false
}

// stops: a verb that ends a noun phrase begins at rune j.
func (r *Reader) stops(j int) bool {
	rs := r.x.Runes
	if _, n := stopping.At(rs, j, len(rs)); n > 0 {
		return !r.has(j, "增长点") && !r.has(j, "增长极")
	}
	_, n := wavering.At(rs, j, len(rs))
	if n == 0 || j+n == len(rs) || divides(rs[j+n]) {
		return false
	}
	_, m := nominal.At(rs, j+n, len(rs))
	return m == 0
}

// inner finds a verb inside the words, between an actor and an object: 区金融服务中心解决民企融资需求 speaks of 民企融资需求, and
// 旅游会展业实现总收入 of 旅游会展业总收入. It answers where the verb begins and ends.
func (r *Reader) inner(a, b int) (i, j int, ok bool) {
	for k := a + 2; k+2 < b; k++ {
		_, n := innerVerbs.At(r.x.Runes, k, b-2)
		if n == 0 || r.rune(k+n) == '的' || suffixed(r.rune(k+n)) || r.rune(b-1) == '率' && !r.has(k, "实现") { // 现代服务业增加值, 农村环境整治覆盖率
			continue
		}
		if c := r.rune(k - 1); c == '未' || c == '不' || c == '、' || c == '(' {
			continue
		}
		i, j, ok = k, k+n, true
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
	_, n := changing.At(r.x.Runes, i, len(r.x.Runes))
	return n > 0
}

// arrives: 增加到, 降至 begin at rune i.
func (r *Reader) arrives(i int) bool {
	_, n := reaching.At(r.x.Runes, i, len(r.x.Runes))
	return n > 0
}

// emit adds a claim.
func (r *Reader) emit(f *quantity.Figure, name string, p predicate) {
	c := Claim{Figure: *f, Indicator: name, Up: p.up, Unit: r.unitOf(f)}
	c.Scope = r.scopeOf(name, f.I)
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
	case quantity.Count, quantity.Persons, quantity.NoUnit:
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
	return unspoken.Replace(u)
}

// unspoken takes the words out of a unit that make its number an approximate one.
var unspoken = strings.NewReplacer("多", "", "余", "", "餘", "", "来", "", "來", "")

// scopeOf is the scope that the clause names nearest before the figure, or its indicator; empty if there is none.
func (r *Reader) scopeOf(name string, i int) string {
	for k := i - 1; k >= 0; k-- {
		if divides(r.x.Runes[k]) {
			break
		}
		if w, n := scopes.At(r.x.Runes, k, len(r.x.Runes)); n > 0 {
			return scopes.Words()[w]
		}
	}
	if strings.HasPrefix(name, "规模以上") {
		return "规模以上"
	}
	return ""
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
