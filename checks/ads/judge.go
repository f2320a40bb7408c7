package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// judge looks at every place of a word and decides whether it is a brand.
func (k *kit) judge(in *finder, word string, lists []list, homed bool) (brand, bool) {
	s := in.s
	b := brand{word: word, homed: homed}
	if !k.nameable(word) {
		return b, false
	}
	f := scan.FoldString(word)
	b.site = k.sited(f)
	themed := b.site && k.themed(f) // 彩票 and 体育 stand in names of real bodies
	kinds := map[string]bool{}
	nominal, begun := 0, 0
	latin := len(word) <= 4 && isWordByte(rune(word[0])) && isWordByte(rune(word[len(word)-1]))
	for _, end := range in.ends(word) {
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
			if b.listed++; o.list != nil && sisterhood(o.list) {
				kinds["list"] = true
			}
		case o.slot.shape != noShape && o.slot.shape != loose:
			b.places++
			if o.slot.shape <= cityOf || strings.HasPrefix(o.slot.words, "县") {
				b.tier++
				if k.opens(s, o.span.Start) {
					begun++
				}
			}
		}
		b.at = append(b.at, o)
		if !k.cited(s, o.span) {
			b.unquoted++
		}
	}
	b.slots = len(kinds)
	n := len(b.at)
	switch {
	case n == 0, strings.Contains(word, ".") && b.strong == 0:
		return b, false // a site's own address is no brand
	case b.unquoted > 0 && k.turned(in, &b, themed):
		b.turned = true
		return b, true
	case b.strong == 0 && surelyBetting(word) && amongNames(s, b.at[0].span) && latinContext(s, b.at[0].span) && !gambling(s):
		return b, b.unquoted > 0
	case foreign(s, b):
		return b, false
	case b.unquoted == 0, themed && b.strong == 0 && n < 2:
		return b, false
	case themed && b.strong == 0 && !kinds["list"]:
		return b, false
	case b.site && b.places > 0 && (b.strong > 0 || kinds["list"] || k.oddOrgan(s, b)):
		return b, true
	case nominal > 0 && (b.strong >= 2 || b.places >= 3):
		return b, true
	case b.site && n >= 2 && k.telling(f):
		return b, varied(s, &b) >= min(n, 3)
	case b.strong > 0 && b.slots >= 2:
		return b, 5*b.places >= n
	case b.strong >= 2, b.strong == 1 && b.places >= 3:
		return b, 4*b.places >= n
	case b.strong == 1 && n >= 6 && varied(s, &b) >= 4 && k.begins(s, b.at[0].span.Start) && k.short(f):
		b.doubtful = nominal == 0
		return b, nominal > 0
	case b.strong == 1:
		// One slot alone may be a verb before its object (呈报市政府): a warning wants a slot that no verb stands before.
		b.doubtful = nominal == 0
		return b, (nominal > 0 || 2*b.places >= n) && k.begins(s, b.at[0].span.Start) && k.short(f) && !strings.ContainsAny(word, joins)
	case b.tier == 2 && begun == 2 && n >= 6 && varied(s, &b) >= 4 && utf8.RuneCountInString(word) <= 5:
		return b, true
	case kinds["list"] && begun >= 1 && n >= 6 && varied(s, &b) >= 4 && utf8.RuneCountInString(word) <= 5:
		return b, true // a stop among cities, a city's name before 市, and talked about all over the text
	case (begun == 1 || kinds["list"]) && n >= 6 && varied(s, &b) >= 4 && utf8.RuneCountInString(word) <= 5 && k.begins(s, b.at[0].span.Start):
		return b, twins(in, &b) >= 2
	case b.tier >= 3 && begun >= 2:
		return b, 10*b.tier >= n && (b.site || utf8.RuneCountInString(word) <= 8)
	case b.site && b.tier > 0:
		return b, n >= 2
	case kinds["list"]:
		return b, b.listed >= 2 && 2*b.places >= n && utf8.RuneCountInString(word) <= 8
	}
	return b, false
}

// governed reports whether words that govern a body stand before s[i:], so that what stands between can only say whose it is: 我代表X省
// 人民政府, 在X市委.
func governed(s string, i int) bool {
	for _, w := range []string{"代表", "中共", "在", "向", "由", "经", "听取", "会议上", "落实", "贯彻", "按照"} {
		if strings.HasSuffix(s[:i], w) {
			return true
		}
	}
	return false
}

// themed reports whether a folded word ends in what real bodies deal with (福利彩票, 负责任博彩, 青少年足球) and carries nothing else of a
// website.
func (k *kit) themed(f string) bool {
	n := k.site.suffix(f)
	return n > 0 && themes.words[f[len(f)-n:]] && k.site.suffix(f[:len(f)-n]) == 0 && !strings.ContainsAny(f, "0123456789abcdefghijklmnopqrstuvwxyz")
}

// tellingTails end brands and nothing that a report speaks of again and again: 河金官网 in the place of a city, X投注, X体育app.
var tellingTails = strings.Fields("官网 官方网站 投注 投注网 投注平台 在线登录 官网登录 登录入口 娱乐城 棋牌游戏 百家乐 老虎机 体育app 体育官网 体育(中国) 体育(中国)官网 真人娱乐 网投 时时彩")

// telling reports whether a folded word is a betting site's beyond doubt: it ends in such a word, behind a stem that is no ordinary
// one, or it is bet with a number.
func (k *kit) telling(f string) bool {
	for _, t := range tellingTails {
		if stem, ok := strings.CutSuffix(f, t); ok && utf8.RuneCountInString(stem) >= 2 && k.nameable(stem) && k.organ.suffix(stem) == 0 {
			return true
		}
	}
	i := strings.Index(f, "bet")
	return i >= 0 && (i+3 < len(f) && f[i+3] >= '0' && f[i+3] <= '9' || i > 0 && f[i-1] >= '0' && f[i-1] <= '9')
}

// varied is how many different characters stand behind a brand, and behind the space of a Latin one: what is part of one phrase has one.
func varied(s string, b *brand) int {
	seen := map[rune]bool{}
	for _, o := range b.at {
		r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s[o.span.End:], " "))
		seen[r] = true
	}
	return len(seen)
}

// cited reports whether a span stands between quotation marks with more than itself: an article quotes what a hacked page says.
func (k *kit) cited(s string, at text.Span) bool {
	start := max(0, at.Start-90)
	if i := strings.LastIndexByte(s[start:at.Start], '\n'); i >= 0 {
		start += i + 1
	}
	before := s[start:at.Start]
	return strings.LastIndex(before, "“") > strings.LastIndex(before, "”") && !strings.HasPrefix(s[at.End:], "”")
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
	if utf8.RuneCountInString(f) < 2 || strings.Contains(f, "某") || blankedOut(f) || f[0] >= '0' && f[0] <= '9' && strings.Contains(f, "年") || k.ordinary.words[f] || tables.IsPlace(f) {
		return false
	}
	if stem := k.stem(f); stem != "" && k.ordinary.suffix(stem) > 0 {
		return false // 成功举办vip
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

// blankedOut reports whether a folded word only holds the place of a name that somebody left out: xx, ××, ○○, **.
func blankedOut(f string) bool { return strings.Trim(f, "x×○〇*_△□-") == "" }

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
	return latinWord(f[:i]) || i < len(f) && letterDigit(f[:i])
}

// letterDigit reports whether s ends in a letter and a digit that stand alone: M6, K8.
func letterDigit(s string) bool {
	n := len(s)
	return n >= 2 && s[n-1] >= '0' && s[n-1] <= '9' && isWordByte(rune(s[n-2])) && s[n-2] > '9' && (n == 2 || !isWordByte(rune(s[n-3])))
}

// short reports whether a folded word is as short as a name that stands once, without its Latin head and what websites put behind it.
func (k *kit) short(f string) bool {
	if stem := k.stem(f); stem != "" {
		f = stem
	}
	return utf8.RuneCountInString(strings.TrimLeftFunc(f, isWordByte)) <= 5
}

func cutsLatin(s string, at text.Span) bool {
	return at.Start > 0 && isWordByte(rune(s[at.Start])) && isWordByte(rune(s[at.Start-1])) ||
		at.End < len(s) && isWordByte(rune(s[at.End-1])) && isWordByte(rune(s[at.End]))
}

// beside reads the slots that the left side makes: behind a place and 、 or —, or before them.
func beside(s string, at text.Span) slot {
	if _, sep, ok := neighbour(s, at); ok && sep == "—" {
		return slot{shape: routed}
	} else if ok {
		return slot{shape: listed}
	}
	return slot{shape: loose}
}

// neighbour is the place that stands beside at, and what stands between them.
func neighbour(s string, at text.Span) (p tables.Place, sep string, ok bool) {
	for _, sep := range []string{"、", "—", "与", "和"} {
		if rest, ok := strings.CutPrefix(s[at.End:], sep); ok {
			if p, n := tables.PlacePrefix(folded(rest)); n > 0 {
				return p, sep, true
			}
		}
		if before, ok := strings.CutSuffix(s[:at.Start], sep); ok {
			start, _ := leftRun(s, len(before))
			run := scan.FoldString(s[start:len(before)])
			if n := tables.PlaceSuffix(run); n > 0 {
				p, _ := tables.PlaceNamed(run[len(run)-n:])
				return p, sep, true
			}
		}
	}
	return p, "", false
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
// 市, 县 or 州 alone, a country's name stands right before it, or it stands in a list of cities abroad.
func foreign(s string, b brand) bool {
	if b.strong >= 2 && b.slots >= 2 {
		return false
	}
	for _, o := range b.at {
		if p, sep, ok := neighbour(s, o.span); !b.site && (o.list != nil && o.list.abroad() || ok && sep == "、" && p.Tier == tables.City) {
			return true
		}
		start, _ := leftRun(s, o.span.Start)
		before := scan.FoldString(s[start:o.span.Start])
		if n := tables.PlaceSuffix(before); n > 0 {
			if p, _ := tables.PlaceNamed(before[len(before)-n:]); p.Tier == tables.Country {
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
