package quantity

import "strings"

// Dimension is what a unit measures.
type Dimension uint8

// The dimensions.
const (
	NoUnit   Dimension = iota
	Money              // 元 美元
	Percent            // % ‰
	Point              // 百分点
	Times              // 倍
	Doubling           // 番
	Tenth              // 成
	Persons            // 人 人次
	Count              // 家 户 项: classifiers
	Physical           // 吨 亩 公里 平方米 千瓦时
	Duration           // 天 小时 年
	Rank               // 第五位
)

// units are the units of Chinese reports, longest first where one begins another. Classifiers are those of GB/T 15835 and of
// the grammar books, as far as reports use them; a character that more often begins a noun than counts one is left out.
var units = map[Dimension]string{
	Money:    "元人民币 亿美元 美元 港元 欧元 日元 英镑 元",
	Percent:  "% ‰ 个% ",
	Point:    "个百分点 个百分 百分点 个基点 基点",
	Times:    "倍",
	Doubling: "番",
	Tenth:    "成",
	Persons:  "人次 人份 人天 人月 剂次 人",
	Count: "家次 户次 台套 台次 架次 批次 件次 班次 车次 标准箱 标箱 个品种 户 家 个 名 位 项 件 条 座 处 所 场 次 部 台 辆 套 栋 幢 间 张 片 份 只 头 匹 株 棵 艘 架 列 趟 支 " +
		"批 宗 起 例 门 种 类 本 册 篇 首 幅 枚 口 盏 根 眼 块 对 笔 单 尾 羽 羽次 箱 桶 袋 瓶 件套 颗 顶 孔 组 队 届次 站 剂",
	Physical: "万亿千瓦时 平方公里 平方千米 立方千米 平方米 立方米 立方公里 公里/小时 公里 千米 海里 厘米 毫米 米 公顷 亩 标准煤吨 吨标准煤 吨标煤 吨 公斤 千克 毫克/升 毫克 微克/立方米 微克每立方米 微克 克 斤 担 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 瓦 度电 " +
		"升 立方 平方 平米 载重吨 吨位 万吨级 兆 大卡 焦耳 ℃ 摄氏度 元/吨 pb tb gb mhz eflops p",
	Duration: "个小时 小时 分钟 个工作日 工作日 个月 天 秒 个季度 周年 周岁 岁",
	Rank:     "位 名",
}

type unitEntry struct {
	runes []rune
	dim   Dimension
}

// unitIndex finds units by their first rune; entries of one rune are sorted by length, longest first.
var unitIndex = indexUnits()

func indexUnits() map[rune][]unitEntry {
	out := map[rune][]unitEntry{}
	for dim, list := range units {
		if dim == Rank {
			continue
		}
		for _, u := range strings.Fields(list) {
			rs := []rune(u)
			es := out[rs[0]]
			at := len(es)
			for at > 0 && len(es[at-1].runes) < len(rs) {
				at--
			}
			es = append(es, unitEntry{})
			copy(es[at+1:], es[at:])
			es[at] = unitEntry{rs, dim}
			out[rs[0]] = es
		}
	}
	return out
}

// unitAt reads the unit at rs[i:]: its length in runes, 0 if there is none.
func unitAt(rs []rune, i int) (n int, dim Dimension) {
	if i >= len(rs) {
		return 0, NoUnit
	}
	for _, e := range unitIndex[rs[i]] {
		if hasRunes(rs, i, e.runes) {
			return len(e.runes), e.dim
		}
	}
	return 0, NoUnit
}

func hasRunes(rs []rune, i int, want []rune) bool {
	if i < 0 || i+len(want) > len(rs) {
		return false
	}
	for k, r := range want {
		if rs[i+k] != r {
			return false
		}
	}
	return true
}

// has reports whether rs[i:] begins with s.
func has(rs []rune, i int, s string) bool {
	for _, r := range s {
		if i < 0 || i >= len(rs) || rs[i] != r {
			return false
		}
		i++
	}
	return true
}

// endsWith reports whether rs[:i] ends with s, and where it begins.
func endsWith(rs []rune, i int, s string) (int, bool) {
	n := 0
	for range s {
		n++
	}
	return i - n, has(rs, i-n, s)
}

// anySuffix is the longest of list that rs[lo:i] ends with: where it begins.
func anySuffix(rs []rune, lo, i int, list []string) (at int, word string, ok bool) {
	at = i
	for _, w := range list {
		if k, yes := endsWith(rs, i, w); yes && k >= lo && k < at {
			at, word, ok = k, w, true
		}
	}
	return at, word, ok
}

// anyPrefix is the longest of list that rs[i:hi] begins with: where it ends.
func anyPrefix(rs []rune, i, hi int, list []string) (end int, word string, ok bool) {
	end = i
	for _, w := range list {
		if !has(rs, i, w) {
			continue
		}
		n := 0
		for range w {
			n++
		}
		if i+n <= hi && i+n > end {
			end, word, ok = i+n, w, true
		}
	}
	return end, word, ok
}
