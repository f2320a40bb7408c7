package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// judge looks at every place of a word and decides whether it is a brand.
func (k *kit) judge(s, word string, lists []list) (brand, bool) {
	b := brand{word: word}
	if !k.nameable(word) {
		return b, false
	}
	b.site = k.sited(scan.FoldString(word))
	kinds := map[string]bool{}
	sisters, nominal, tier, begun := 0, 0, 0, 0
	latin := len(word) <= 4 && isWordByte(rune(word[0])) && isWordByte(rune(word[len(word)-1]))
	for _, end := range ends(s, word) {
		o := occurrence{span: text.Span{Start: end - len(word), End: end}}
		if latin && cutsLatin(s, o.span) {
			continue
		}
		o.slot = k.rightSlot(s, end)
		for i := range lists {
			if l := &lists[i]; l.odd.End == end && l.odd.Start <= o.span.Start {
				o.list = l
				if o.slot = (slot{shape: listed}); l.route {
					o.slot.shape = routed
				}
			}
		}
		if o.slot.shape == noShape {
			o.slot = beside(s, o.span)
		}
		switch {
		case o.slot.strong:
			b.strong++
			if o.slot.nominal() || governed(s, o.span.Start) {
				nominal++
			}
			b.places++
			kinds[o.slot.words] = true
		case o.slot.shape == listed || o.slot.shape == routed:
			b.places++
			if sisters++; o.list != nil && sisterhood(o.list) {
				kinds["list"] = true
			}
		case o.slot.shape != noShape && o.slot.shape != loose:
			b.places++
			if o.slot.shape <= cityOf || strings.HasPrefix(o.slot.words, "县") {
				tier++
				if k.opens(s, o.span.Start) {
					begun++
				}
			}
		}
		b.at = append(b.at, o)
	}
	b.slots = len(kinds)
	n := len(b.at)
	switch {
	case n == 0, foreign(s, b), strings.Contains(word, ".") && b.strong == 0:
		return b, false // a site's own address is no brand
	case b.site && b.places > 0 && (b.strong > 0 || kinds["list"] || k.oddOrgan(s, b)):
		return b, true
	case nominal > 0 && (b.strong >= 2 || b.places >= 3):
		return b, true
	case b.strong > 0 && b.slots >= 2:
		return b, 5*b.places >= n
	case b.strong >= 2, b.strong == 1 && b.places >= 3:
		return b, 4*b.places >= n
	case b.strong == 1:
		// One slot alone may be a verb before its object (呈报市政府): a warning wants a slot that no verb stands before.
		b.doubtful = nominal == 0
		return b, (nominal > 0 || 2*b.places >= n) && k.begins(s, b.at[0].span.Start) && utf8.RuneCountInString(word) <= 5 && !strings.ContainsAny(word, joins)
	case tier >= 3 && begun >= 2:
		return b, 10*tier >= n && utf8.RuneCountInString(word) <= 8
	case b.site && tier > 0:
		return b, n >= 2
	case kinds["list"]:
		return b, sisters >= 2 && 2*b.places >= n && utf8.RuneCountInString(word) <= 8
	}
	return b, false
}

// governed reports whether words that govern a body stand before s[i:], so that what stands between can only say whose it is: 我代表X省
// 人民政府, 在X市委.
func governed(s string, i int) bool {
	for _, w := range []string{"代表", "在", "向", "由", "经", "听取", "落实", "贯彻", "按照"} {
		if strings.HasSuffix(s[:i], w) {
			return true
		}
	}
	return false
}

// opens reports whether a mark, an ordinary word or a preposition stands before s[i:].
func (k *kit) opens(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	if i == 0 || !isHan(r) && !isWordByte(r) || strings.ContainsRune("在与和及对向从到至由为把将于是的经使让", r) {
		return true
	}
	start, _ := leftRun(s, i)
	return k.ordinary.suffix(scan.FoldString(s[start:i])) > 0
}

// nameable reports whether word can be a name at all: not made of ordinary words and places, not ending as a clause does.
func (k *kit) nameable(word string) bool {
	f := scan.FoldString(word)
	if utf8.RuneCountInString(f) < 2 || k.ordinary.words[f] || tables.IsPlace(f) {
		return false
	}
	for rest, parts := f, 0; ; parts++ {
		n := max(k.ordinary.prefix(rest), k.organ.prefix(rest))
		if _, m := tables.PlacePrefix(rest); m > n {
			n = m
		}
		if r, size := utf8.DecodeRuneInString(rest); n == 0 && (strings.ContainsRune(joins, r) || tiers[r] != noShape || r >= '0' && r <= '9') {
			n = size
		}
		if n == 0 {
			return true
		}
		if rest = rest[n:]; rest == "" {
			return false
		}
	}
}

// sited reports whether a folded word carries a website's word besides a stem of its own, or a Latin word.
func (k *kit) sited(f string) bool {
	rest, stripped := f, 0
	for {
		n := k.site.suffix(rest)
		if n == 0 {
			break
		}
		rest = rest[:len(rest)-n]
		stripped++
	}
	return stripped > 0 && (rest != "" || stripped >= 2) || latinWord(f) || latinHead(f)
}

func latinHead(f string) bool {
	i := 0
	for i < len(f) && isWordByte(rune(f[i])) {
		i++
	}
	return latinWord(f[:i])
}

func cutsLatin(s string, at text.Span) bool {
	return at.Start > 0 && isWordByte(rune(s[at.Start])) && isWordByte(rune(s[at.Start-1])) ||
		at.End < len(s) && isWordByte(rune(s[at.End-1])) && isWordByte(rune(s[at.End]))
}

// beside reads the slots that the left side makes: behind a place and 、 or —, or before them.
func beside(s string, at text.Span) slot {
	for _, sep := range []string{"、", "—", "与", "和"} {
		sh := listed
		if sep == "—" {
			sh = routed
		}
		if rest, ok := strings.CutPrefix(s[at.End:], sep); ok {
			if _, n := tables.PlacePrefix(folded(rest)); n > 0 {
				return slot{shape: sh}
			}
		}
		if before, ok := strings.CutSuffix(s[:at.Start], sep); ok {
			start, _ := leftRun(s, len(before))
			if placeBefore(scan.FoldString(s[start:len(before)])) > 0 {
				return slot{shape: sh}
			}
		}
	}
	return slot{shape: loose}
}

// sisterhood reports whether the other items of a list are so well known that an unknown one stands out: two provinces or cities.
func sisterhood(l *list) bool {
	n := 0
	for _, p := range l.places {
		if chinese(p) {
			n++
		}
	}
	return n >= 2 || l.route && n >= 1 && len(l.places) >= 2
}

// transliterations are the characters with which foreign names are written. A name of nothing else is a foreign place.
const transliterations = "阿埃艾爱安奥巴白拜班邦堡贝本比宾波博伯勃布查茨达大戴丹道德登迪蒂丁杜顿多厄恩尔法凡菲费芬佛弗福盖甘戈格根古圭哈海汉豪赫黑亨华霍基吉加佳伽杰捷金卡凯坎康考科克肯库昆拉莱兰朗劳勒雷里利丽莉列林琳隆卢鲁伦罗洛马玛麦曼芒梅门蒙米密缅摩莫墨慕穆拿纳娜奈南内尼涅宁纽农努诺欧帕潘庞佩彭皮平珀普齐奇恰乔切琼丘热仁日荣茹瑞若撒萨塞赛桑森沙山尚绍舍申圣施史士思斯苏索塔泰坦汤陶特提帖廷图土托瓦万旺威韦维魏温文翁沃乌武西希锡夏香谢辛欣休雪雅亚延扬耶叶伊易意因印英尤于约扎詹珍芝朱兹子佐"

// foreign reports whether a brand may be a city abroad: it is written with characters of transliteration only and stands before
// 市, 县 or 州 alone, or a country's name stands right before it.
func foreign(s string, b brand) bool {
	if b.strong >= 2 && b.slots >= 2 {
		return false
	}
	for _, o := range b.at {
		start, _ := leftRun(s, o.span.Start)
		before := scan.FoldString(s[start:o.span.Start])
		if n := placeBefore(before); n > 0 {
			if p := tables.PlaceByName(before[len(before)-n:])[0]; p.Tier == tables.Country {
				return true
			}
		}
	}
	if b.site || b.strong > 0 && !strings.HasPrefix(b.at[0].slot.words, "市") {
		return false
	}
	for _, r := range b.word {
		if !strings.ContainsRune(transliterations, r) {
			return false
		}
	}
	return utf8.RuneCountInString(b.word) >= 3
}

// oddOrgan reports whether a brand with a website's word stands before a body that has nothing to do with websites or sports.
func (k *kit) oddOrgan(s string, b brand) bool {
	f := scan.FoldString(b.word)
	for _, o := range b.at {
		if o.slot.shape != bodyOf && o.slot.shape != schoolOf {
			continue
		}
		if strings.HasSuffix(f, "体育") && (strings.HasSuffix(o.slot.words, "学院") || strings.HasSuffix(o.slot.words, "大学") || strings.HasSuffix(o.slot.words, "中学") || strings.HasSuffix(o.slot.words, "校长")) {
			continue // 北京体育大学
		}
		return true
	}
	return false
}
