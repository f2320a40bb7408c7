package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// whereabouts counts what one paragraph says of where it was written.
type whereabouts struct {
	line  int            // 0-based
	names map[string]int // codes of GB/T 2260 of the divisions it names
	level map[rune]int   // 省 for 全省, 我省, 省委, 省政府; 市, 区, 县 and 州 likewise
}

// levels are the divisions that a report calls its own.
const levels = "省市区县州"

func whereaboutsOf(s string, line int) whereabouts {
	w := whereabouts{line, map[string]int{}, map[rune]int{}}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r < 0x4E00 || r > 0x9FFF {
			i += n
			continue
		}
		if r == '全' || r == '我' {
			if x := next(s, i+n); strings.ContainsRune(levels, x) {
				w.level[x]++
			}
		} else if strings.ContainsRune(levels, r) && (strings.HasPrefix(s[i+n:], "委") || strings.HasPrefix(s[i+n:], "政府")) {
			w.level[r]++
		}
		if p, m := tables.PlacePrefix(s[i:]); m > 0 {
			street := strings.ContainsRune("路街桥", next(s, i+m)) // 中山路, 西安路: streets of another place
			if len(p.Code) == 6 && !p.Former && !street {
				w.names[p.Code]++
			}
			n = m
		}
		i += n
	}
	return w
}

// home is the division whose report a document is: the digits of its code that count, and what it calls itself.
type home struct {
	code  string // 2 digits for a province, 4 for a prefecture, 6 for a county
	level rune
}

// census counts the paragraphs that name the divisions of GB/T 2260, by shortened code.
type census struct{ own, within map[string]int }

func censusOf(all []whereabouts, counts func(code string) bool) census {
	c := census{map[string]int{}, map[string]int{}}
	for _, w := range all {
		own, within := map[string]bool{}, map[string]bool{} // a page of another report names its place often in a few paragraphs
		for code := range w.names {
			if !counts(code) {
				continue
			}
			own[bareCode(code)] = true
			for k := 2; k <= 6; k += 2 {
				within[code[:k]] = true
			}
		}
		for x := range own {
			c.own[x]++
		}
		for x := range within {
			c.within[x]++
		}
	}
	return c
}

// most is the code of k digits under a shorter one that most paragraphs name; "" if none does.
func (c census) most(under string, k int) string {
	top := ""
	for x, n := range c.within {
		if len(x) == k && strings.HasPrefix(x, under) && (n > c.within[top] || n == c.within[top] && x < top) {
			top = x
		}
	}
	return top
}

// narrow goes from a division to the one below that more paragraphs name than itself, as far as there is one.
func (c census) narrow(code string) string {
	for k := len(code) + 2; k <= 6; k += 2 {
		if k == 4 && municipal(code) {
			continue
		}
		down := c.most(code, k)
		if down == "" || c.own[down] == 0 || c.own[down] <= c.own[code] && k == 6 || c.within[down] <= c.own[code] {
			break
		}
		code = down
	}
	return code
}

// homeOf is the province that most paragraphs name, or its prefecture, or its county, whichever is named by more of them than
// what it belongs to; ok is false if no division is named often.
func homeOf(all []whereabouts) (h home, ok bool) {
	c := censusOf(all, func(string) bool { return true })
	code := c.most("", 2)
	if c.within[code] < leastNamed {
		return h, false
	}
	code = c.narrow(code)
	return home{code, levelOf(code)}, true
}

// leastNamed is how many paragraphs name the division they belong to.
const leastNamed = 4

// bareCode is a code without the zeros of the levels below.
func bareCode(c string) string { return strings.TrimSuffix(strings.TrimSuffix(c, "00"), "00") }

// municipal: the codes of the cities that are provinces.
func municipal(code string) bool {
	return len(code) == 2 && (code == "11" || code == "12" || code == "31" || code == "50")
}

// levelOf is what the division of a shortened code calls itself in 全省, 全市.
func levelOf(code string) rune {
	p, ok := tables.PlaceByCode((code + "0000")[:6])
	if !ok {
		return 0
	}
	if strings.HasSuffix(p.Name, "自治州") {
		return '州'
	}
	if p.Tier == tables.Prefecture {
		return '市'
	}
	r, _ := utf8.DecodeLastRuneInString(p.Name)
	return r
}

// strange is the shortened code under which a division that h is not part of, and that is not part of h, is counted: 2 digits
// for another province, 4 for another prefecture of the province, 6 for another county of the prefecture; "" for all others.
func (h home) strange(code string) string {
	if c := bareCode(code); strings.HasPrefix(c, h.code) || strings.HasPrefix(h.code, c) {
		return ""
	}
	for k := 2; k < len(h.code); k += 2 {
		if code[:k] != h.code[:k] {
			return code[:k]
		}
	}
	return code[:len(h.code)]
}

// at is how often a paragraph speaks of home. What home calls itself counts where the stranger is larger: a city says 全省 of the
// province it lies in, but a province does not say 全市.
func (h home) at(w whereabouts, stranger string) int {
	n := 0
	for c, k := range w.names {
		if len(h.code) == 2 && !municipal(h.code) && c[4:] != "00" {
			continue // 东湖, 龙潭: of the small places of a province, many share their names with others
		}
		if strings.HasPrefix(c, h.code) {
			n += k
		}
	}
	if len(stranger) < len(h.code) && levelOf(stranger) != h.level {
		n += w.level[h.level]
	}
	return n
}

// placeName is the name of the division of a shortened code.
func placeName(code string) string {
	p, _ := tables.PlaceByCode((code + "0000")[:6])
	return p.Name
}
