package tables

import (
	"strings"
	"unicode/utf8"
)

// nations are the nationalities in the names of autonomous areas, each both
// with and without 族, and 各族 for several.
var nations = strings.Fields(`蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤
畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克
俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各`)

// kept are leftovers that are ordinary words rather than everyday names.
var kept = map[string]bool{"市中": true, "城中": true, "城关": true}

// shortName strips the kind of division, and the nationalities before it, from
// a full name, as long as two runes are left that somebody would use alone:
// 内蒙古自治区 内蒙古, 恩施土家族苗族自治州 恩施, 浦东新区 浦东, 皇姑区 皇姑, but
// 东区, 赵县, 科尔沁左翼中旗 and 苏州工业园区 stay whole.
func shortName(name string) string {
	for _, kind := range []string{"自治区", "自治州", "自治县", "自治旗"} {
		if s, ok := strings.CutSuffix(name, kind); ok {
			return orWhole(withoutNations(s), name)
		}
	}
	for _, kind := range wholeKinds {
		if strings.HasSuffix(name, kind) {
			return name
		}
	}
	for _, kind := range []string{"特别行政区", "行政委员会", "地区", "林区", "新区", "省", "市", "县", "区", "旗", "盟"} {
		s, ok := strings.CutSuffix(name, kind)
		if ok && utf8.RuneCountInString(s) >= 2 && !kept[s] {
			if kind == "林区" && utf8.RuneCountInString(s) < 3 { // 神农架林区 is one, 碑林区 not
				continue
			}
			return s
		}
	}
	return name
}

// wholeKinds end names whose rest is no name.
var wholeKinds = []string{"开发区", "业园区", "示范区", "管理区", "实验区", "聚集区", "矿区", "郊区", "管委会",
	"前旗", "后旗", "中旗", "左旗", "右旗", "联合旗"}

// orWhole returns short if it can stand alone, else name.
func orWhole(short, name string) string {
	if utf8.RuneCountInString(short) < 2 || kept[short] {
		return name
	}
	return short
}

// withoutNations strips nationalities from the end of s while two runes stay.
func withoutNations(s string) string {
	for {
		shorter := s
		t, people := strings.CutSuffix(s, "族")
		for _, n := range nations {
			if rest, ok := strings.CutSuffix(t, n); ok && (people || len(n) > len("族")) && len(rest) < len(shorter) && utf8.RuneCountInString(rest) >= 2 {
				shorter = rest
			}
		}
		if shorter == s {
			break
		}
		s = shorter
	}
	// 东乡族, 鄂温克族: the nationality is the name.
	if t, ok := strings.CutSuffix(s, "族"); ok && utf8.RuneCountInString(t) >= 2 {
		return t
	}
	return s
}
