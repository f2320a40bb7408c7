package ads

import (
	"math/bits"
	"strings"
)

// turn is a kind of phrase around the name of the place that a report is of. Any one of them may hold another word now and then; a
// name that takes several is talked about as nothing but a place is.
type turn uint16

const (
	virtue  turn = 1 << iota // 平安X, 法治X
	modern                   // 现代化X
	visited                  // 考察X重要讲话, X考察
	people                   // X人民, X儿女
	chapter                  // X篇章, X样板
	tiered                   // X市, X省
	care                     // 支持X, 推动X
	settled                  // 落户X
	growth                   // X发展, X振兴
	work                     // 对X工作
	seat                     // X机场, X段
	located                  // 在X, 把X
	sister                   // beside a place, between 、 or —
	motto                    // 数字X, 诚信X

	// ownTurns are the turns that a report takes with its own place and with little else.
	ownTurns = virtue | modern | visited | people | chapter | tiered
	// landTurns are those of them that what is no territory does not take: a company is visited and has its story as well.
	landTurns = virtue | modern | people | tiered
)

// points is how much turns tell together.
func (t turn) points() int {
	n := 0
	for i, weight := range [...]int{2, 2, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1} {
		if t&(1<<i) != 0 {
			n += weight
		}
	}
	return n
}

// kinds is how many turns t holds.
func (t turn) kinds() int { return bits.OnesCount16(uint16(t)) }

// A name is judged from enoughTurns points on; those of one hit are looked into from telltale points on.
const (
	enoughTurns = 4
	telltale    = 3
)

// turnWords are words by the turn that they make.
type turnWords struct {
	of  map[string]turn
	set wordSet
}

func newTurnWords(of map[turn]string) turnWords {
	t := turnWords{of: map[string]turn{}}
	var all []string
	for k, words := range of {
		for _, w := range strings.Fields(words) {
			t.of[w] = k
			all = append(all, w)
		}
	}
	t.set = newWordSet(all)
	return t
}

// leads stand before a place, follows behind it.
var (
	leads = newTurnWords(map[turn]string{
		virtue:  "平安 法治 健康 美丽 大美 幸福",
		motto:   "诚信 数字 清廉 文明 书香 信用 魅力 活力 海绵 智慧 绿满 爱在 投资",
		modern:  "现代化 现代化新 新时代 全面建设",
		visited: "考察 视察 亲临 参加",
		care:    "支持 关心 关注 推动 聚焦 肯定 事关 助推 促进 服务 推介 宣传 建设 发挥 体现 作出 成为 打造 办好",
		settled: "落户 落地 走进 入境 来到 扎根",
		located: "高铁 高速 铁路 在 对 把 让 由 从 到 来 赴 驻 向 为 与 是 代表 年",
	})
	follows = newTurnWords(map[turn]string{
		visited: "考察 视察 调研 重要讲话 重要指示 系列重要",
		people:  "人民 各族 儿女 健儿 军民 干部群众 代表团 男篮 女排 男足 人民群众 学子",
		chapter: "篇章 新篇章 实践 样板 故事 力量 模式 大地 贡献 声音 特色 特点 品牌 智造",
		growth:  "发展 建设 振兴 高质量 全面 改革 历史 经济 产业",
		work:    "工作",
		seat:    "银行 段 片区 机场 火车站 北站 东站 南站 西站 站 高新区 经开区 经济技术开发区 自贸区 自贸 海关 大学 理工 职业 医院 港 湾",
		tiered:  "市 省 区 县",
	})
)

// leadTriggers and followTriggers are those that the pass looks for: together they stand beside half of the mentions of a place.
const (
	leadTriggers   = "平安 法治 健康 美丽 大美 诚信 支持 考察 视察 亲临 现代化 落户 发挥 成为 作出 体现 高铁 参加"
	followTriggers = "篇章 各族 健儿 学子 重要讲话 自贸 片区 医院 火车站 大学 大地 故事 样板 智造 经开区 银行 力量 贡献 段"
)
