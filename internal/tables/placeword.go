package tables

import (
	"strings"
	"sync"
)

// alsoWords are names of divisions that are ordinary words too, or that
// ordinary words make where they meet (市和县): a reader of running text must
// not take them for a place without more evidence.
var alsoWords = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(alsoWordList) {
		m[w] = true
	}
	return m
})

const alsoWordList = `
	万源 三元 上党 上思 上街 上高 东区 东方 东风 两当 中方 中江 中西 丰满 乐业 乐安 乐都 乡城 二道 云县 云和 互助 五常
	五营 交口 从化 从江 任县 会同 信都 修文 修武 修水 元宝 光明 光泽 八步 公安 共和 兴业 兴化 兴和 兴国 兴安 兴文 兴隆 利通
	前进 北区 千山 千阳 单县 南关 南区 南县 南部 友好 友谊 双流 双清 古县 古城 合作 合山 同安 同心 向阳 和县 和平 和政 和田
	和静 和顺 响水 四会 回民 团风 图们 城东 城中区 城关区 城北 城区 城口 城西 复兴 大丰 大余 大关 大化 大同 大名 大城
	大堂 大安 大方 大田 大英 大观 大足 大通 天全 天桥 太和 太平 如东 始兴 安县 安多 安定 安新 安次 定兴 定日 容县 富县 富民
	富源 小店 小金 尚义 崇义 工农 巨野 市中区 平乐 平利 平原 平和 平安 平房 应县 建华 开化 开江 当阳 成县 成安 成武 招远
	振兴 改则 文县 文安 新乐 新会 新兴 新华 新县 新和 新城 新安 新市 新建 新民 新田 新野 方城 方正 无为 无极 明光 明水
	普安 朝阳 来安 桥东 桥西 正安 正阳 武功 武进 比如 民丰 民乐 民权 水富 永丰 永和 永安 永定 江东 江北 江岸 河东 河口 河西
	河间 海东 清流 灵山 爱民 独山 环县 环江 理县 田东 界首 石楼 矿区 福安 福田 离石 站前 红旗 西区 西和 解放 资兴 资源 远安
	通山 通江 通许 通道 道县 道真 郊区 金牛 钟楼 长丰 长乐 长子 长安 长顺 集美 静乐 静安 顺平 马关 高县 高明 高要
	鼓楼`
