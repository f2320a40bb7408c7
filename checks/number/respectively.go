package number

import (
	"strconv"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// respectively: 分别 joins subjects and values one to one, and there are more of one than can be read of the other.
type respectively struct{}

func (respectively) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"分别", "respectively"}}
}

func (c respectively) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	return each(d, hits, joinsValues, func(x *sentence) []checks.Match {
		if !x.Han {
			return x.respectivelyEnglish()
		}
		var out []checks.Match
		for i := 0; i+1 < len(x.Runes); i++ {
			if x.Runes[i] == '分' && x.Runes[i+1] == '别' {
				if m, ok := x.arity(i); ok {
					out = append(out, m)
				}
			}
		}
		return out
	})
}

// joinsValues: a value stands behind 分别 in its clause, or before respectively.
func joinsValues(s string, h scan.Hit) bool {
	if h.Index == 1 {
		return hasDigit(s[max(0, h.Span.Start-40):h.Span.Start]) || hasDigit(s[h.Span.End:min(len(s), h.Span.End+40)])
	}
	behind := s[h.Span.End:min(len(s), h.Span.End+50)]
	for i, r := range behind {
		switch r = scan.Fold(r); {
		case r >= '0' && r <= '9':
			return true
		case i == 0 && leadsElsewhere(r), r != '\n' && r != '\r' && divides(r): // the lines of wrapped text end no clause
			return false
		}
	}
	return false
}

// arity judges the 分别 at rune i.
func (x *sentence) arity(i int) (checks.Match, bool) {
	_, hi := x.clause(i)
	first, n, end := x.values(i, hi)
	if n == 0 || !x.givesValues(i+2, &x.fs[first]) || n == 1 && !x.single(i+2, &x.fs[first]) {
		return checks.Match{}, false
	}
	lo, up, from, ok := x.subjects(i)
	if !ok || n >= lo && n <= up {
		return checks.Match{}, false
	}
	last := &x.fs[first+n-1]
	m := checks.At(x.At[i], last.Span.End)
	if end > 0 && m.Places[0].End < last.Span.End {
		m.Places[0].End = last.Span.End
	}
	m.Vars = map[string]string{"values": strconv.Itoa(n), "least": strconv.Itoa(lo), "most": strconv.Itoa(up)}
	if n == 1 {
		m.Severity, m.Level = checks.Info, checks.Medium // 均 may have been meant
	}
	if lo != up {
		m.Message = "between"
	}
	m.Related = []checks.Note{{Key: "subjects", At: []text.Span{x.span(from, i)}}}
	return m, true
}

// givesValues: what stands behind 分别 leads to the figure as a value: 分别增长, 分别为, 分别是2016年的; not 分别在十七岁.
func (x *sentence) givesValues(i int, f *quantity.Figure) bool {
	if f.Words || f.Dim == quantity.Duration || f.Dim == quantity.NoUnit || f.I-i > 16 {
		return false
	}
	return !leadsElsewhere(x.Runes[min(i, len(x.Runes)-1)])
}

// leadsElsewhere: behind 分别 comes a preposition, and so no value: 分别在十七岁, 分别由12家.
func leadsElsewhere(r rune) bool {
	switch r {
	case '在', '由', '从', '于', '向', '对', '与', '以', '将', '给':
		return true
	}
	return false
}

// single: one exact rate and nothing more, 分别增长8%; with 以上 or 左右 it holds for each.
func (x *sentence) single(i int, f *quantity.Figure) bool {
	if f.Dim != quantity.Percent || f.Qualifier != quantity.Exact || f.J < len(x.Runes) && !divides(x.Runes[f.J]) {
		return false
	}
	_, up := x.behind(f.I, rising)
	_, down := x.behind(f.I, falling)
	return up == i || down == i
}

// values counts the figures behind rune i that form one list: the first one's index, how many, and where they end.
func (x *sentence) values(i, hi int) (first, n, end int) {
	k := 0
	for k < len(x.fs) && x.fs[k].I < i {
		k++
	}
	for k < len(x.fs) && (x.fs[k].Class == quantity.Year || x.fs[k].Class == quantity.Date) {
		k++
	}
	if k == len(x.fs) || x.fs[k].I >= hi {
		return 0, 0, 0
	}
	first, n, end = k, 1, x.fs[k].J
	for k++; k < len(x.fs); k++ {
		if !x.lists(end, x.fs[k].I) {
			break
		}
		n++
		end = x.fs[k].J
	}
	return first, n, end
}

// openEnds belong to the figure before them.
var openEnds = quantity.Words("左右", "以上", "以下", "以内", "多", "余")

// lists: what stands between two figures only joins them: 以上、约 or 和 or a comma.
func (x *sentence) lists(i, j int) bool {
	_, n := openEnds.At(x.Runes, i, len(x.Runes))
	i += n
	sep := false
	for i < j {
		switch r := x.Runes[i]; {
		case r == '、' || r == '和' || r == '及' || r == '与' || r == ',' || r == '，' || r == ' ':
			sep = true
		case sep && (r == '约' || r == '近' || r == '超' || r == '过' || r == '达' || r == '到' || r == '第'):
		default:
			return false
		}
		i++
	}
	return sep
}

// pairs are words that hold two subjects, or three, in one.
var pairs = quantity.Words("城乡", "存贷", "东中西", "省市县", "市县乡", "县乡村", "水电气", "大中小", "东西部", "工农", "进出口", "内外", "干支", "男女", "水陆", "海陆", "省市", "市县", "县乡", "县区", "区县", "两", "双", "二三产", "一二三", "一、二", "二、三", "三次产业", "三产", "中小", "产销", "投融资", "人财", "供需", "软硬", "新旧", "上下", "前后", "左右", "老幼", "公私", "国地税", "各", "其他", "多", "量额", "户均", "量价", "事故起数和死亡人数", "数量和质量")

// subjects is the interval of how many subjects the words before 分别 at rune i can be read as, and where they begin.
func (x *sentence) subjects(i int) (lo, hi, from int, ok bool) {
	from, _ = x.clause(i)
	before := 0 // figures before i in reach
	for k := range x.fs {
		if x.fs[k].I < i {
			before = k + 1
		}
	}
	if blank(x.Runes[from:x.base(i)]) { // …460户、…65户、…40户,分别增长: the figures of the clause before
		end := from
		for end > 0 && (divides(x.Runes[end-1]) || x.Runes[end-1] == ' ') {
			end--
		}
		if end == 0 || from-end > 2 || x.Runes[end] == ';' || x.Runes[end] == '。' {
			return 0, 0, 0, false
		}
		start, _ := x.clause(end - 1)
		n := 0
		for k := 0; k < before; k++ {
			if x.fs[k].I >= start && x.fs[k].Class == quantity.Measure {
				n++
			}
		}
		// The clause before that may carry further subjects.
		more := 0
		for start > 1 && x.Runes[start-1] != ';' {
			p, _ := x.clause(start - 2)
			m := 0
			for k := 0; k < before; k++ {
				if x.fs[k].I >= p && x.fs[k].I < start && x.fs[k].Class == quantity.Measure {
					m++
				}
			}
			if m == 0 {
				break
			}
			more += m
			start = p
		}
		if n == 0 {
			return 0, 0, 0, false
		}
		l, h := n, n+more
		if n == 1 { // 全市实现进出口1亿元,分别增长: one figure may sum several
			return 0, 0, 0, false
		}
		return l, h, start, true
	}
	// subjects may be divided by commas: go back over clauses that hold neither a figure nor a verb
	start := from
	for start > 1 && x.Runes[start-1] != ';' && x.Runes[start-1] != ':' && x.Runes[start-1] != '。' {
		p, _ := x.clause(start - 2)
		if x.figureIn(p, start) || x.tells(p, start) {
			break
		}
		start = p
	}
	_, h := x.items(start, i)
	l, h2 := x.items(from, i)
	if x.figureIn(from, i) || x.numeralIn(from, i) || h2 == 1 && x.joinedBefore(from) {
		return 0, 0, 0, false
	}
	return l, max(h, h2), from, true
}

// joinedBefore: something is joined in what the sentence says before rune i, so that a clause with one subject (占工业比重分别, 总量分别)
// may speak of several.
func (x *sentence) joinedBefore(i int) bool {
	for k := i - 1; k >= 0 && x.Runes[k] != ';' && x.Runes[k] != '。'; k-- {
		switch x.Runes[k] {
		case '、', '和', '及', '与':
			return true
		}
		for range pairs.All(x.Runes, k) {
			return true
		}
	}
	return false
}

// base is where the words begin that lead to 分别 at rune i and name no subject: 同比, 比上年, 增速.
func (x *sentence) base(i int) int {
	for {
		_, at := x.behind(i, bases)
		if at == i {
			return i
		}
		i = at
	}
}

var bases = quantity.Words("同比", "比上年", "较上年", "比去年", "较去年", "比上年同期", "增速", "增幅", " ")

// items counts what 、 and 和 join between two runes: the fewest and the most items that can be read.
func (x *sentence) items(from, to int) (lo, hi int) {
	marks, ands, commas, depth := 0, 0, 0, 0
	etc, last := false, false // last: nothing but the 和 before the last item joins other than by 、
	to = x.base(to)
	for k := from; k < to; k++ {
		switch r := x.Runes[k]; r {
		case '“', '(', '《', '‘', '【', '（':
			depth++
		case '”', ')', '》', '’', '】', '）':
			depth = max(0, depth-1)
		case '、':
			if depth == 0 {
				marks++
				last = false
			} else {
				hi++
			}
		case ',', '，':
			commas++
		case '和', '与', '及', '暨', '同', '以', '并', '或':
			if r == '以' && x.bounds(k) || r == '同' && x.has(k+1, "比") {
				continue
			}
			last = ands == 0 && depth == 0 && (r == '和' || r == '及' || r == '与')
			ands++
		case '等':
			etc = true
		}
	}
	inner := hi
	hi = marks + commas + ands + inner + 1
	for k := from; k < to; k++ {
		for p := range pairs.All(x.Runes, k) {
			hi++
			switch p {
			case "东中西", "省市县", "市县乡", "县乡村", "水电气", "大中小":
				hi++
			case "三次产业", "一二三", "各", "其他", "多":
				hi += 8
			}
		}
	}
	lo = marks + 1
	if ands > 0 && !(last && ands == 1 && marks > 1 && commas == 0) { // 甲、乙、丙和丁 are three at least; 甲、乙和丙、丁 may be two pairs
		lo = min(lo, 2)
	}
	if etc {
		hi += 8
	}
	return lo, hi
}

// bounds: 以 at rune i is that of 规模以上 or 以下.
func (x *sentence) bounds(i int) bool {
	return x.has(i+1, "上") || x.has(i+1, "下") || x.has(i+1, "内") || x.has(i+1, "外")
}

// telling are words of clauses that say something of their own and are no part of a list of subjects.
var telling = quantity.Words("推进", "提升", "增强", "加快", "改善", "实现", "完成", "壮大", "深化", "取得", "保持", "加强", "推动", "持续", "扎实", "优化", "建成", "形成", "坚持", "增长", "下降")

func (x *sentence) tells(from, to int) bool {
	return x.holds(from, to, telling)
}

func (x *sentence) figureIn(from, to int) bool {
	for k := range x.fs {
		if x.fs[k].I >= from && x.fs[k].I < to && x.fs[k].Class != quantity.Name && x.fs[k].Class != quantity.Year && x.fs[k].Class != quantity.Date {
			return true
		}
	}
	return false
}

// numeralIn: 3个区 or 三项指标 may stand for as many subjects as it says.
func (x *sentence) numeralIn(from, to int) bool {
	for k := range x.fs {
		if x.fs[k].I >= from && x.fs[k].I < to && x.fs[k].Words {
			return true
		}
	}
	return false
}

func blank(rs []rune) bool {
	for _, r := range rs {
		if r != ' ' && r != '则' && r != '并' && r != '均' && r != '且' {
			return false
		}
	}
	return true
}

// respectivelyEnglish: more values beside respectively than the words before them can name, or fewer than they surely do.
func (x *sentence) respectivelyEnglish() []checks.Match {
	var out []checks.Match
	for i := 0; i < len(x.Runes); i++ {
		if !x.has(i, "respectively") {
			continue
		}
		first, n := x.valuesBeside(i)
		if n < 2 {
			continue
		}
		lo, hi := x.itemsEnglish(min(i, x.fs[first].I))
		if n >= lo && n <= hi {
			continue
		}
		m := checks.At(x.fs[first].Span.Start, x.fs[first+n-1].Span.End)
		m.Vars = map[string]string{"values": strconv.Itoa(n), "least": strconv.Itoa(lo), "most": strconv.Itoa(hi)}
		m.Message = "between"
		m.Related = []checks.Note{{Key: "subjects", At: []text.Span{x.span(0, min(i, x.fs[first].I))}}}
		out = append(out, m)
	}
	return out
}

// valuesBeside is the list of values that ends before respectively at rune i, or begins right behind it: respectively grew by 5%
// and 6%.
func (x *sentence) valuesBeside(i int) (first, n int) {
	k := len(x.fs) - 1
	for k >= 0 && x.fs[k].I >= i {
		k--
	}
	if k >= 0 && i-x.fs[k].J <= 30 {
		n, first = 1, k
		for first > 0 && x.joins(x.fs[first-1].J, x.fs[first].I) {
			first--
			n++
		}
		return first, n
	}
	first = k + 1
	if first == len(x.fs) || x.fs[first].I-i > 40 || x.fs[first].Class == quantity.Year {
		return 0, 0
	}
	for n = 1; first+n < len(x.fs) && x.joins(x.fs[first+n-1].J, x.fs[first+n].I); n++ {
	}
	return first, n
}

// itemsEnglish is the interval of how many subjects the words up to rune end can name. The least is that of a plain list, A, B, C
// and D, whose first words may open the sentence instead.
func (x *sentence) itemsEnglish(end int) (lo, hi int) {
	lo, hi = 1, 1
	commas, joined, plain := 0, 0, true
	for j := 0; j < end; j++ {
		switch {
		case x.Runes[j] == ',' && x.has(j, ", and "):
			hi += 2
			joined++
			j += len(", and ") - 2
		case x.Runes[j] == ',':
			hi++
			commas++
			plain = plain && joined == 0 && !x.opens(min(j+2, len(x.Runes)))
		case x.has(j, " and "):
			hi++
			joined++
		case x.has(j, " both "), x.has(j, ";"), x.has(j, " two "), x.has(j, " three "), x.has(j, " four "), x.has(j, " five "):
			hi++
			plain = false
		case x.has(j, " which "), x.has(j, " that "), x.has(j, " while "), x.has(j, " with "), x.has(j, " as "), x.has(j, " or "), x.has(j, " including "):
			plain = false
		}
	}
	for k := range x.fs {
		plain = plain && (x.fs[k].I >= end || x.fs[k].Class == quantity.Name)
	}
	if plain && joined == 1 && commas >= 1 && !x.opens(0) {
		lo = commas + 2
		if !x.severalWords() {
			lo--
		}
	}
	return lo, hi
}

// severalWords: more than one word stands before the first comma: no Nationwide, or However.
func (x *sentence) severalWords() bool {
	i := 0
	for i < len(x.Runes) && x.Runes[i] == ' ' {
		i++
	}
	for ; i < len(x.Runes) && x.Runes[i] != ','; i++ {
		if x.Runes[i] == ' ' {
			return true
		}
	}
	return false
}

// opens: a phrase of time or place begins at rune i: in 2015, across the country.
func (x *sentence) opens(i int) bool {
	if _, n := openers.At(x.Runes, i, len(x.Runes)); n > 0 {
		return true
	}
	return false
}

// openers begin what is no subject.
var openers = quantity.Words("in ", "by ", "for ", "on ", "at ", "since ", "during ", "under ", "over ", "of ", "from ", "last ", "this ", "as ", "after ", "before ", "compared ", "driven ", "among ", "between ", "within ", "through ", "thanks ", "despite ", "across ", "throughout ", "we ")

func (x *sentence) joins(i, j int) bool {
	for _, w := range []string{", ", " and ", ", and ", " and by ", ", by ", " and about "} {
		if x.between(i, j, w) {
			return true
		}
	}
	return false
}
