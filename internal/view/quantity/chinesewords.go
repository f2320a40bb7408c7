package quantity

import "github.com/reportlint/reportlint/internal/view/numeral"

// words reads a figure in Chinese numerals that begins at i: 八成, 一番, 二〇三五年, 十个, 三百亿元. A numeral inside a word (统一,
// 一些, 唯一) is none.
func words(rs []rune, i int) (f Figure, ok bool) {
	if rs[i] == '几' || rs[i] == '数' {
		return f, false
	}
	end := i
	for end < len(rs) && end-i < 12 {
		_, d := numeral.Digit(rs[end])
		_, m := numeral.Multiplier(rs[end])
		if !d && !m {
			break
		}
		end++
	}
	v, size, form := numeral.Han(string(rs[i:end]))
	if size == 0 {
		return f, false
	}
	j := i + len([]rune(string(rs[i:end])[:size]))
	f = Figure{I: i, N: j, J: j, Value: Decimal{Mant: v}, Words: true}
	next := at(rs, j)
	switch {
	case next == '年' && form == numeral.Positional && v >= 1900 && v < 2100:
		f.Class, f.J = Year, j+1
		return f, true
	case next == '成' && v < 10 && tenths(rs, i, j):
		f.Class, f.Unit, f.Dim, f.J = Measure, "成", Tenth, j+1
	case next == '番' && (at(rs, i-1) == '翻' || at(rs, i-1) == '了'):
		f.Class, f.Unit, f.Dim, f.J = Measure, "番", Doubling, j+1
		if at(rs, i-1) == '翻' {
			f.I--
		} else {
			f.I -= 2
		}
		return f, true
	case form == numeral.Positional || isWordRune(at(rs, i-1)):
		return f, false
	default:
		u, n := unitAt(rs, j)
		if n == 0 || u.dim == Percent || u.dim == Tenth || u.dim == Doubling {
			return f, false
		}
		f.Class, f.Unit, f.Dim, f.J = Measure, u.name, u.dim, j+n
	}
	f.Upper = f.Value
	f.classify(rs)
	f.Class = Measure
	return f, true
}

// isWordRune: a Chinese numeral behind these is part of a word or an ordinal.
func isWordRune(r rune) bool {
	switch r {
	case '第', '统', '唯', '之', '同', '单', '万', '专', '周', '星', '十', '百', '千', '亿':
		return true
	}
	return false
}

// tenths: 八成 is a share behind 近 约 达 占 and at the end of a clause; 一成不变 and 三成员 are not.
func tenths(rs []rune, i, j int) bool {
	switch at(rs, j+1) {
	case '不', '员', '果', '为', '功', '立', '长', '熟', '就', '套', '品', '本', '都', '了', '形', '批', '型':
		return false
	}
	switch at(rs, i-1) {
	case '近', '约', '超', '过', '达', '到', '占', '至', '幅', '例', '率', '重', '比', '有', '逾', '是', '为', '足':
		return true
	}
	switch at(rs, j+1) {
	case 0, ',', '，', '。', ';', '、', '以', '左', '的', '!':
		return true
	}
	return false
}
