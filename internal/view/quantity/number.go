package quantity

// number reads digits with scale: 1.2万亿, 1亿3千多万, 2100多万. j is behind the scale.
type number struct {
	value     Decimal
	last      int
	scale     int
	n, j      int // behind the digits; behind the scale
	qualifier Qualifier
	points    int // decimals
	grouped   bool
}

func readNumber(rs []rune, i int) (m number, ok bool) {
	j := i
	for isDigit(at(rs, j)) {
		j++
	}
	if j-i <= 3 && rs[i] != '0' {
		for at(rs, j) == ',' && isDigit(at(rs, j+1)) && isDigit(at(rs, j+2)) && isDigit(at(rs, j+3)) && !isDigit(at(rs, j+4)) {
			j += 4
			m.grouped = true
		}
	}
	if at(rs, j) == '.' && isDigit(at(rs, j+1)) {
		k := j + 1
		for isDigit(at(rs, k)) {
			k++
		}
		m.points = k - j - 1
		j = k
	}
	if m.value, ok = parseDecimal(rs[i:j]); !ok {
		return m, false
	}
	m.last, m.n = -m.points, j
	j = m.more(rs, j)
	j = m.scaleAt(rs, j)
	if m.scale >= 3 && m.points == 0 && isDigit(at(rs, j)) { // 1亿3千多万, 1万6千多户
		if rest, ok := readNumber(rs, j); ok && rest.scale < m.scale && rest.scale > 0 {
			total := m.value.Shift(m.scale).Rat()
			total.Add(total, rest.value.Shift(rest.scale).Rat())
			if total.IsInt() && total.Num().IsInt64() {
				return number{value: Decimal{Mant: total.Num().Int64()}, last: rest.last + rest.scale, n: rest.j, j: rest.j, qualifier: rest.qualifier}, true
			}
		}
	}
	m.j = m.more(rs, j)
	return m, true
}

// more reads 多 余 来 几 behind digits or scale.
func (m *number) more(rs []rune, j int) int {
	switch at(rs, j) {
	case '多', '余':
		m.qualifier = AtLeast
		return j + 1
	case '来', '几':
		if _, n := unitAt(rs, j+1); n > 0 || scaleRune(at(rs, j+1)) > 0 {
			m.qualifier = About
			return j + 1
		}
	}
	return j
}

// maxScale is 万亿亿: what goes on is no number, and its power of ten must not grow with the text.
const maxScale = 20

func scaleRune(r rune) int {
	switch r {
	case '十':
		return 1
	case '百':
		return 2
	case '千':
		return 3
	case '万':
		return 4
	case '亿':
		return 8
	}
	return 0
}

// scaleAt reads 百 千 万 亿 and their compounds, but not the first rune of a unit such as 千瓦 or 万吨级.
func (m *number) scaleAt(rs []rune, j int) int {
	for {
		s := scaleRune(at(rs, j))
		if s == 0 || s == 1 || m.scale+s > maxScale {
			return j
		}
		if rs[j] == '千' {
			if u, n := unitAt(rs, j); n > 0 && u.dim == Physical {
				return j
			}
		}
		m.scale += s
		j++
		j = m.more(rs, j)
	}
}
