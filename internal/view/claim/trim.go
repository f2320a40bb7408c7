package claim

import "github.com/reportlint/reportlint/internal/view/quantity"

// trim takes words of time, scope and action off the head of the words from a to b.
func (r *Reader) trim(a, b int) (int, int) {
	for a < b {
		if f := r.figureAt(a); f != nil && (f.Class == quantity.Year || f.Class == quantity.Date) && f.J <= b {
			a = f.J
			continue
		}
		if k := r.running(a, b); k > a { // 连续12年
			a = k
			continue
		}
		word, n := leading.At(r.x.Runes, a, b)
		if n == 0 {
			break
		}
		best := leading.Words()[word]
		// a verb alone is kept for name to see; a one-rune word must not eat the head of a noun
		if a+n == b && !isTime(best) || n == 1 && b-a > 1 && !joint(best, r.x.Runes[a+1]) {
			break
		}
		if b-a-n == 1 || suffixed(r.rune(a+n)) && n > 1 && !isTime(best) {
			break
		}
		if rest := b - a - n; rest <= 2 && nounal(best) || extents.Is(r.x.Runes[a+n:b]) {
			break
		}
		a += n
	}
	for b > a && (r.x.Runes[b-1] == ' ' || r.x.Runes[b-1] == '、' || r.x.Runes[b-1] == '的') {
		b--
	}
	return a, b
}

// running is behind 连续12年 or 连续五个季度 at rune a.
func (r *Reader) running(a, b int) int {
	if !r.has(a, "连续") {
		return a
	}
	for k := a + 2; k < b && k < a+9; k++ {
		if r.has(k, "年") || r.has(k, "个月") || r.has(k, "个季度") || r.has(k, "届") {
			for k < b && !r.has(k, "年") && !r.has(k, "月") && !r.has(k, "度") && !r.has(k, "届") {
				k++
			}
			return k + 1
		}
	}
	return a
}

// suffixed: the rune makes a noun of the verb before it: 服务业, 开发区, 投资额.
func suffixed(c rune) bool {
	switch c {
	case '业', '额', '率', '量', '区', '者', '商', '权', '性', '型', '力', '化', '费', '款', '值', '期', '度', '员':
		return true
	}
	return false
}

// nounal verbs head nouns too: 改造面积, 服务业, 开发区, 投资额.
func nounal(w string) bool {
	switch w {
	case "改造", "服务", "开发", "建设", "发展", "培训", "安置", "转移", "救助", "种植", "安排", "稳定", "保持", "重点", "供应":
		return true
	}
	return false
}

func joint(w string, next rune) bool {
	switch w {
	case "并", "且", "和", "及", "、", " ", "　", "使", "让", "末", "底", "—", "-", "已", "再":
		return true
	case "共":
		return next != '建' && next != '同' && next != '享' && next != '有' && next != '治'
	case "为":
		return next != '民'
	case "对":
		return next != '外' && next != '口' && next != '接' && next != '标'
	case "以":
		return next != '旧' && next != '上' && next != '内' && next != '来' && next != '及' && next != '工'
	case "把", "将", "到":
		return next != '位'
	}
	return false
}

func isTime(w string) bool {
	switch w {
	case "全年", "今年", "去年", "年末", "年底", "预计", "力争", "其中", "累计", "全省", "全市", "全区", "全县", "我省", "我市", "我区":
		return true
	}
	return false
}
