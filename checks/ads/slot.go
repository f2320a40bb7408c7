package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// shape says what could have stood before a slot, by the words that follow it.
type shape uint8

const (
	noShape    shape = iota
	provinceOf       // before 省政府, 省: the everyday name of a province, or 省委 itself before 省政府
	cityOf           // before 市委, 市: the everyday name of a city
	countyOf         // before 县委, 区政府: the everyday name of a county or district
	bodyOf           // before 人民政府, 财政局: a full name, 辽宁省, 皇姑区
	schoolOf         // before 大学, 校长, 博士生: the name of an institution
	listed           // in a list of places
	routed           // on a route
	loose            // anywhere else
)

// slot is where an occurrence stands.
type slot struct {
	shape  shape
	strong bool   // nothing but a place or a body stands there
	words  string // the words that make the slot
}

// nominal reports whether the slot is one before which no verb can stand with its object: a session, a title, a city before
// its district.
func (o *slot) nominal() bool {
	if !o.strong || strings.HasPrefix(o.words, " ") {
		return false
	}
	_, size := utf8.DecodeRuneInString(o.words)
	return strings.HasSuffix(o.words, "第") || strings.HasSuffix(o.words, "长") || o.words == "届人民代表大会" || strings.HasSuffix(o.words, "政府工作报告") ||
		o.shape <= cityOf && tables.IsPlace(scan.FoldString(o.words[size:]))
}

// tierWords follow 省, 市, 县, 区 and 州 where these end the name of a division, and nowhere else.
var tierWords = []string{"人民政府", "政府工作报告", "政府", "委", "人大", "政协", "长", "纪委", "监委", "中级人民法院", "人民检察院", "人民法院", "第", "发改委", "财政局", "教育局", "公安局"}

// tiers are the characters that end the names of divisions.
var tiers = map[rune]shape{'省': provinceOf, '市': cityOf, '州': cityOf, '县': countyOf, '区': countyOf, '旗': countyOf}

// notTier are characters that make another word of the tier before them: 市场, 市民, 区域, 省级.
var notTier = map[rune]string{
	'市': "场民容域值面辖级内外区里政话价井集肆", '省': "级内外际份下略力时去会区市却直", '县': "级域城区际市乡镇内外处",
	'区': "域间位块划别分内外县市级", '州': "", '旗': "帜下舰号袍杆手",
}

// rightSlot reads the slot that begins at s[at:].
func (k *kit) rightSlot(s string, at int) slot {
	if sl, ok := englishSlot(s, at); ok {
		return sl
	}
	rest := s[at:]
	r, size := utf8.DecodeRuneInString(rest)
	if sh, ok := tiers[r]; ok {
		after := rest[size:]
		if strings.HasPrefix(after, string(r)+"长") {
			return slot{sh, true, rest[:2*size+len("长")]} // 天津市市长
		}
		for _, w := range tierWords {
			if strings.HasPrefix(after, w) && (w != "第" || session(after[len(w):])) {
				return slot{sh, w != "长", rest[:size+len(w)]}
			}
		}
		next, _ := utf8.DecodeRuneInString(after)
		if strings.ContainsRune(notTier[r], next) && !strings.HasPrefix(after, "政府") && !strings.HasPrefix(after, "政协") {
			return slot{}
		}
		if p, n := tables.PlacePrefix(after); n > 0 && p.Code != "" && below(p, sh) && fullName(after[:n]) {
			return slot{sh, true, rest[:size+n]}
		}
		return slot{sh, false, rest[:size]}
	}
	if strings.HasPrefix(rest, "人民政府") {
		return slot{bodyOf, true, "人民政府"}
	}
	if strings.HasPrefix(rest, "政府工作报告") {
		return slot{bodyOf, true, "政府工作报告"}
	}
	if after, ok := strings.CutPrefix(rest, "第"); ok && session(after) {
		if i := strings.Index(rest[:min(len(rest), 40)], "届人民代表大会"); i > 0 {
			return slot{bodyOf, true, "届人民代表大会"}
		}
	}
	if n := k.organ.prefix(rest); n > 0 {
		sh := bodyOf
		if k.school[rest[:n]] {
			sh = schoolOf
		}
		return slot{sh, false, rest[:n]}
	}
	return slot{}
}

// session reports whether a number and 届 follow: 第十六届.
func session(s string) bool {
	for n := 0; n < 4; n++ {
		r, size := utf8.DecodeRuneInString(s)
		if r == '届' {
			return n > 0
		}
		if !strings.ContainsRune("一二三四五六七八九十百0123456789", r) {
			return false
		}
		s = s[size:]
	}
	return false
}

// below reports whether p is a division that a place of shape sh can hold.
func below(p tables.Place, sh shape) bool {
	return sh == provinceOf && p.Tier >= tables.Prefecture || sh == cityOf && p.Tier == tables.County
}

// fullName reports whether a name ends in the kind of its division, so that it is surely meant as one.
func fullName(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	_, ok := tiers[r]
	return ok || strings.HasSuffix(s, "盟")
}
