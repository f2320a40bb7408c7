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

// units are the units of Chinese reports. Classifiers are those of GB/T 15835 and of
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
		"款 轮 批 宗 起 例 门 种 类 本 册 篇 首 幅 枚 口 盏 根 眼 块 对 笔 单 尾 羽 羽次 箱 桶 袋 瓶 件套 颗 顶 孔 组 队 届次 站 剂",
	Physical: "万亿千瓦时 平方公里 平方千米 立方千米 平方米 立方米 立方公里 公里/小时 公里 千米 海里 厘米 毫米 米 公顷 亩 标准煤吨 吨标准煤 吨标煤 吨 公斤 千克 毫克/升 毫克 微克/立方米 微克每立方米 微克 克 斤 担 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 瓦 度电 " +
		"升 立方 平方 平米 载重吨 吨位 万吨级 兆 大卡 焦耳 ℃ 摄氏度 元/吨 pb tb gb mhz eflops p",
	Duration: "个小时 小时 分钟 个工作日 工作日 个月 天 秒 个季度 周年 周岁 岁",
}

// unit is a unit with what it measures.
type unit struct {
	name string
	dim  Dimension
}

// unitWords are the names of allUnits, in the same order. 位 and 名 of ranks are read with their ordinals.
var allUnits, unitWords = indexUnits()

func indexUnits() ([]unit, *WordList) {
	var out []unit
	var names []string
	for dim := Money; dim <= Duration; dim++ {
		for _, u := range strings.Fields(units[dim]) {
			out, names = append(out, unit{u, dim}), append(names, u)
		}
	}
	return out, Words(names...)
}

// unitAt reads the unit at rs[i:], the longest, and its length in runes, 0 if there is none.
func unitAt(rs []rune, i int) (u unit, n int) {
	k, n := unitWords.At(rs, i, len(rs))
	if n == 0 {
		return unit{}, 0
	}
	return allUnits[k], n
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
