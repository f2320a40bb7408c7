package quantity

import "github.com/reportlint/reportlint/internal/view/numeral"

var (
	underWords  = Words("不超过", "不高于", "不到", "不足", "低于", "少于", "小于", "至多", "控制在", "压减到", "不大于")
	overWords   = Words("超过", "超", "突破", "逾", "不低于", "不少于", "至少", "高于", "多于", "大于", "过", "不小于", "破")
	aboutWords  = Words("约", "大约", "近", "将近", "接近", "约为")
	overSuffix  = Words("以上", "及以上", "(含)以上", "以上(含)")
	underSuffix = Words("以下", "以内", "之内", "及以下")
	aboutSuffix = Words("左右", "上下")
)

// opensFigure are the low bytes of the runes that a figure can begin with: few others share them.
var opensFigure = func() (t [256]bool) {
	for _, r := range "0123456789首第百十几数〇零一二两兩三四五六七八九" {
		t[byte(r)] = true
	}
	return t
}()

// chinese reads the figures of a sentence that holds Chinese.
func chinese(x *Sentence, out []Figure) []Figure {
	rs := x.Runes
	for i := 0; i < len(rs); {
		r := rs[i]
		if !opensFigure[byte(r)] {
			i++
			continue
		}
		var f Figure
		ok := false
		switch {
		case isDigit(r):
			f, ok = digits(rs, i)
		case r == '首' && has(rs, i, "首位") && !names(rs, i+2):
			f, ok = Figure{I: i, J: i + 2, N: i + 1, Class: Ordinal, Value: Decimal{Mant: 1}, Unit: "位", Dim: Rank, Words: true}, true
		case r == '第':
			f, ok = ordinal(rs, i)
		case r == '百' && has(rs, i, "百分之"):
			f, ok = hundredths(rs, i)
		case r < 0x80:
		default:
			if _, isDigit := numeral.Digit(r); isDigit || r == '十' || r == '几' || r == '数' {
				f, ok = words(rs, i)
			}
		}
		if !ok {
			i++
			continue
		}
		if !f.Range {
			f.Upper = f.Value
		}
		i = max(f.J, i+1)
		out = append(out, f)
	}
	share(rs, out)
	return out
}

// digits reads the figure that begins with the ASCII digit at i.
func digits(rs []rune, i int) (f Figure, ok bool) {
	m, ok := readNumber(rs, i)
	if !ok {
		j := i
		for isDigit(at(rs, j)) {
			j++
		}
		return Figure{I: i, J: j, N: j, Class: Name}, true
	}
	f = Figure{I: i, N: m.n, J: m.j, Value: m.value, Upper: m.value, Last: m.last, Scale: m.scale, Qualifier: m.qualifier}
	prev, next := at(rs, i-1), at(rs, m.n)
	plain := m.n - i
	switch {
	case isLetter(prev) || isDigit(prev) || prev == '_' || prev == '#' || prev == '/' && isDigit(at(rs, i-2)) || prev == '.' && i > 1 && (isDigit(rs[i-2]) || isLetter(rs[i-2])):
		return nameTo(rs, f), true
	case prev == '+' && (isDigit(at(rs, i-2)) || isHan(at(rs, i-2)) || isLetter(at(rs, i-2)) || isQuote(at(rs, i-2))):
		return nameTo(rs, f), true
	case next == '+' || next == ':' && isDigit(at(rs, m.n+1)) || next == '.' && isDigit(at(rs, m.n+1)) || next == '/' && isDigit(at(rs, m.n+1)) || next == '@':
		return nameTo(rs, f), true
	case next == '∶' || prev == '∶' || prev == ':' && isDigit(at(rs, i-2)):
		return nameTo(rs, f), true
	case rs[i] == '0' && plain > 1 && at(rs, i+1) != '.':
		return nameTo(rs, f), true
	}
	if g, ok := calendar(rs, f, plain); ok {
		return g, true
	}
	if prev == '第' {
		f.Class = Ordinal
		if u := at(rs, f.J); u == '位' || u == '名' {
			f.Dim, f.Unit = Rank, "位"
			f.J++
		} else if ranked(rs, i-1, f.J) {
			f.Dim, f.Unit = Rank, "位"
		}
		return f, true
	}
	if strayRange(rs, i, &f) {
		return nameTo(rs, f), true
	}
	f.unit(rs)
	if f.Range, ok = false, true; spread(rs, &f) {
		f.Range = true
	}
	f.classify(rs)
	return f, true
}

// calendar: 2021年, 2021—2025年, 3月28日.
func calendar(rs []rune, f Figure, plain int) (Figure, bool) {
	year := func(v Decimal, n int) bool { return n == 4 && v.Exp == 0 && v.Mant >= 1900 && v.Mant <= 2099 }
	n := f.N
	if year(f.Value, plain) {
		if at(rs, n) == '年' {
			f.Class, f.J = Year, n+1
			if k := n + 1; isRangeMark(at(rs, k)) && isDigit(at(rs, k+1)) {
				if m, ok := readNumber(rs, k+1); ok && year(m.value, m.n-k-1) && at(rs, m.n) == '年' {
					f.Range, f.Upper, f.J = true, m.value, m.n+1
				}
			}
			return f, true
		}
		if isRangeMark(at(rs, n)) && isDigit(at(rs, n+1)) {
			if m, ok := readNumber(rs, n+1); ok && year(m.value, m.n-n-1) {
				f.Class, f.Range, f.Upper, f.J = Year, true, m.value, m.n
				if at(rs, m.n) == '年' {
					f.J++
				}
				return f, true
			}
		}
	}
	if at(rs, n) == '月' && plain <= 2 && f.Value.Exp == 0 && f.Value.Mant >= 1 && f.Value.Mant <= 12 {
		f.Class, f.J = Date, n+1
		return f, true
	}
	if at(rs, n) == '日' && plain <= 2 && f.Value.Mant >= 1 && f.Value.Mant <= 31 {
		f.Class, f.J = Date, n+1
		return f, true
	}
	return f, false
}

func isRangeMark(r rune) bool {
	switch r {
	case '-', '—', '–', '~', '～', '至', '到':
		return true
	}
	return false
}

func isQuote(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '"', '\'', '「', '」', '『', '』':
		return true
	}
	return false
}

// strayRange: phone numbers, house numbers and written dates look like ranges.
func strayRange(rs []rune, i int, f *Figure) bool {
	if at(rs, i-1) == '-' && isDigit(at(rs, i-2)) {
		return true
	}
	if at(rs, f.N) != '-' || !isDigit(at(rs, f.N+1)) {
		return false
	}
	k, parts := f.N, 0
	for at(rs, k) == '-' && isDigit(at(rs, k+1)) {
		parts++
		for k++; isDigit(at(rs, k)); k++ {
		}
	}
	next := at(rs, k)
	return parts > 1 || k-f.N > 6 || next == '号' || next == ':'
}

// nameTo takes the whole token into the name.
func nameTo(rs []rune, f Figure) Figure {
	j := f.N
	for j < len(rs) && (isDigit(rs[j]) || isLetter(rs[j]) || (rs[j] == '.' || rs[j] == '-' || rs[j] == ':' || rs[j] == '∶' || rs[j] == '+' || rs[j] == '/') && isDigit(at(rs, j+1))) {
		j++
	}
	return Figure{I: f.I, J: j, N: f.N, Class: Name, Value: f.Value, Upper: f.Value}
}

// unit reads the unit behind the number; 楼 房 and other nouns after it are left to the subject.
func (f *Figure) unit(rs []rune) {
	u, n := unitAt(rs, f.J)
	if n == 0 {
		return
	}
	if n == 1 && rs[f.J] == '人' { // 13亿多人口的大国, 5人才
		switch at(rs, f.J+1) {
		case '口', '才', '民', '大', '均':
			return
		}
	}
	f.Unit, f.Dim = u.name, u.dim
	f.J += n
	if at(rs, f.J) == '/' || at(rs, f.J) == '每' {
		if _, k := unitAt(rs, f.J+1); k > 0 {
			f.Unit += string(rs[f.J : f.J+1+k])
			f.J += 1 + k
		} else if at(rs, f.J) == '/' && (at(rs, f.J+1) == '年' || at(rs, f.J+1) == '日') {
			f.Unit += string(rs[f.J : f.J+2])
			f.J += 2
		}
	}
}

// spread reads the upper bound of a range: 2—3家, 5千万元至1亿元. After 由 or 从 the two are a before and an after.
func spread(rs []rune, f *Figure) bool {
	k := f.J
	if !isRangeMark(at(rs, k)) {
		return false
	}
	word := rs[k] == '至' || rs[k] == '到'
	if rs[k] == '—' && at(rs, k+1) == '—' {
		k++
	}
	if !isDigit(at(rs, k+1)) {
		return false
	}
	if word && fromBefore(rs, f.I) {
		return false
	}
	m, ok := readNumber(rs, k+1)
	if !ok {
		return false
	}
	g := Figure{I: k + 1, N: m.n, J: m.j, Value: m.value, Last: m.last, Scale: m.scale}
	if _, isDate := calendar(rs, g, m.n-k-1); isDate {
		return false
	}
	g.unit(rs)
	if g.Dim == NoUnit || f.Dim != NoUnit && f.Unit != g.Unit {
		return false
	}
	low, high := f.Value, g.Value
	if f.Dim == NoUnit && f.Scale == 0 {
		f.Scale = g.Scale
	}
	f.Value, f.Upper = low.Shift(f.Scale-g.Scale), high
	f.Scale, f.Last = g.Scale, min(f.Last, g.Last)
	f.Unit, f.Dim, f.J, f.N = g.Unit, g.Dim, g.J, g.N
	return true
}

// fromBefore: 由 or 从 or 自 stands before the number, in its clause.
func fromBefore(rs []rune, i int) bool {
	for k := i - 1; k >= 0 && i-k <= 6; k-- {
		switch rs[k] {
		case '由', '从', '自':
			return true
		case ',', '，', ';', '。', '、':
			return false
		}
	}
	return false
}

// classify sets class, qualifier and threshold once number and unit are read.
func (f *Figure) classify(rs []rune) {
	if f.Dim == NoUnit {
		f.Class = Bare
		next := at(rs, f.J)
		if next == '号' || isLetter(next) || quoted(rs, f) || f.Scale == 0 && isHan(next) && !listed(rs, f.J) {
			f.Class = Name
		}
		return
	}
	f.Class = Measure
	if _, n := aboutWords.Before(rs, 0, f.I); n > 0 {
		f.Qualifier = About
	}
	if f.Qualifier == Exact || f.Qualifier == About {
		if _, n := overWords.Before(rs, 0, f.I); n > 0 {
			f.Qualifier = AtLeast
		}
		if _, n := underWords.Before(rs, 0, f.I); n > 0 {
			f.Qualifier = AtMost
		}
	}
	end := f.J
	if _, n := overSuffix.At(rs, f.J, len(rs)); n > 0 {
		f.Qualifier, end = AtLeast, f.J+n
	} else if _, n := underSuffix.At(rs, f.J, len(rs)); n > 0 {
		f.Qualifier, end = AtMost, f.J+n
	} else if _, n := aboutSuffix.At(rs, f.J, len(rs)); n > 0 {
		f.Qualifier, end = About, f.J+n
	}
	next := at(rs, end)
	if end > f.J && f.Qualifier != About && isHan(next) && next != '的' && next != '和' && next != '及' && next != '与' {
		f.Threshold = true
	}
	if next == '的' && end == f.J && f.Qualifier == AtLeast && f.I > 0 && (rs[f.I-1] == '过' || rs[f.I-1] == '超') && isHan(at(rs, end+1)) && rateAt(rs, end+1) == 0 { // 产值过10亿元的增长点
		f.Threshold = true
	}
	if next == '级' || next == '型' || next == '号' {
		f.Threshold = true
	}
	if f.Dim == Money && f.Qualifier == AtLeast && end == f.J { // 产值过10亿元企业
		if _, n := boundNouns.At(rs, f.J, len(rs)); n > 0 {
			f.Threshold = true
		}
	}
}

// rateAt is the length of a word for growth at rs[i:]: 超20%的增长 is no bound on things.
func rateAt(rs []rune, i int) int {
	if has(rs, i, "增长点") || has(rs, i, "增长极") {
		return 0
	}
	_, n := rateHeads.At(rs, i, len(rs))
	return n
}

var rateHeads = Words("增长", "增速", "增幅", "速度", "年均", "高", "较快", "目标", "历史", "水平")

// boundNouns are counted by a bound on what they are worth: 过亿元企业, 超百亿元产业.
var boundNouns = Words("项目", "企业", "园区", "产业", "集群", "重大", "工业", "板块", "县", "镇", "平台", "龙头", "品牌", "单品", "的企业", "的项目")

// quoted: the number alone stands in quotation marks: “12345”.
func quoted(rs []rune, f *Figure) bool { return isQuote(at(rs, f.I-1)) && isQuote(at(rs, f.J)) }

// listed: what follows goes on with a list of numbers: 、1.1 or 和5.
func listed(rs []rune, j int) bool {
	switch at(rs, j) {
	case '、', '和', '及', '与':
		return isDigit(at(rs, j+1))
	}
	return false
}

// ordinal reads 第五位; 第14位 is read at its digit.
func ordinal(rs []rune, i int) (f Figure, ok bool) {
	s := string(rs[i+1 : min(len(rs), i+6)])
	v, size, form := numeral.Han(s)
	if size == 0 || form != numeral.Spoken {
		return f, false
	}
	n := i + 1 + len([]rune(s[:size]))
	f = Figure{I: i, N: n, J: n, Class: Ordinal, Value: Decimal{Mant: v}, Words: true}
	if u := at(rs, n); u == '位' || u == '名' {
		f.Dim, f.Unit = Rank, "位"
		f.J++
	} else if ranked(rs, i, n) {
		f.Dim, f.Unit = Rank, "位"
	}
	return f, true
}

// rankHeads lead to a place in an order, or name the order.
var rankHeads = Words("居", "列", "排名", "位居", "位列", "名列", "排", "排在", "全国", "全省", "全市", "全区", "全县", "世界", "全球", "亚洲", "地区", "中部", "西部", "东部", "东北", "国内", "省内", "市内", "城市", "跃升至", "跃居", "上升至", "上升到", "升至", "前移至", "保持")

// ranked: 第3 from i to j is a place without 位, 增速全国第3, 居全省第一: a word of order before it, the end of the clause behind it.
func ranked(rs []rune, i, j int) bool {
	switch at(rs, j) {
	case 0, ',', '，', '、', '。', ';', '；', ')', '!', '\n', '\r':
	default:
		return false
	}
	_, n := rankHeads.Before(rs, 0, i)
	return n > 0
}

// names: 首位 is the head of a noun, 首位产业 and 首位度, or a manner of speaking, 放在首位.
func names(rs []rune, j int) bool {
	next := at(rs, j)
	if isHan(next) && next != '的' && next != '和' && next != '并' && next != '且' {
		return true
	}
	_, n := placings.Before(rs, 0, j-2)
	return n > 0
}

// placings are words for putting first what matters most.
var placings = Words("放在", "摆在", "放到", "摆到", "置于", "作为", "放在了", "列为", "列入", "当作")

// hundredths reads 百分之五.
func hundredths(rs []rune, i int) (f Figure, ok bool) {
	k := i + 3
	if isDigit(at(rs, k)) {
		m, ok := readNumber(rs, k)
		return Figure{I: i, N: m.n, J: m.j, Class: Measure, Value: m.value, Last: m.last, Unit: "%", Dim: Percent}, ok
	}
	s := string(rs[k:min(len(rs), k+6)])
	v, size, _ := numeral.Han(s)
	if size == 0 {
		return f, false
	}
	j := k + len([]rune(s[:size]))
	return Figure{I: i, N: j, J: j, Class: Measure, Value: Decimal{Mant: v}, Unit: "%", Dim: Percent, Words: true}, true
}

// share gives figures of a list the unit of its last member: 3.9、1.1、1.3倍.
func share(rs []rune, fs []Figure) {
	for k := len(fs) - 2; k >= 0; k-- {
		f, g := &fs[k], &fs[k+1]
		if f.Class != Bare || g.Class != Measure || g.Dim == NoUnit || g.I-f.J != 1 || f.Words {
			continue
		}
		switch rs[f.J] {
		case '、', '和', '及', '与':
			f.Class, f.Unit, f.Dim, f.Shared = Measure, g.Unit, g.Dim, true
			if f.Scale == 0 {
				f.Scale = g.Scale
			}
			f.Qualifier = g.Qualifier
		}
	}
}
