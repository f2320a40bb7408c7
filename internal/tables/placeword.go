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
	万源 三元 三原 三水 三江 上党 上思 上街 上高 东区 东坡 东城 东方 东海 东风 两当 中方 中江 中环 中西 丰满 临海 临港 乐业
	乐安 乐平 乐都 乡城 二道 云县 云和 互助 五常 五河 五营 交口 仁和 从化 从江 任县 会同 保康 保德 信都 修文 修武 修水 元宝
	光明 光泽 八步 公安 共和 关中 关丹 关天 兴业 兴化 兴和 兴国 兴城 兴安 兴平 兴文 兴海 兴隆 凤凰 利津 利通 前进 前锋 化州
	化德 北区 北平 千山 千阳 单县 南丰 南关 南区 南县 南湖 南特 南部 博兴 博望 博爱 友好 友谊 双城 双塔 双峰 双流 双清 古县
	古城 台前 合作 合山 吉利 同仁 同安 同德 同心 名山 向阳 和县 和平 和政 和田 和静 和顺 和龙 响水 商城 四会 回民 团风 固安
	图们 城东 城中区 城关区 城北 城区 城口 城西 增城 复兴 大东 大丰 大余 大关 大兴 大化 大同 大名 大城 大堂 大安 大新 大方 大田
	大英 大观 大足 大通 天全 天柱 天桥 太和 太平 太康 如东 始兴 安东 安县 安吉 安国 安多 安宁 安定 安居 安康 安新 安次 宏伟
	定兴 定安 定日 宜城 宝塔 容县 富县 富民 富源 富裕 小店 小金 尚义 尚志 山城 崇义 工农 巧家 巨野 市中区 平乐 平利 平原 平和
	平安 平房 应县 康乐 康保 康平 延长 建业 建华 建平 建德 建湖 开化 开江 当阳 志丹 惠来 惠民 成县 成安 成武 扬中 扶余 扶风
	招远 振兴 改则 政和 文县 文安 文峰 新乐 新会 新兴 新华 新县 新和 新城 新安 新山 新市 新干 新平 新建 新民 新津 新源 新田
	新野 方城 方正 无为 无极 明光 明水 普安 朝天 朝阳 杂多 来安 林口 柳林 桥东 桥西 正安 正定 正阳 武功 武进 比如 民丰 民乐
	民权 水城 水富 永丰 永兴 永和 永安 永定 永康 江东 江北 江南 江山 江岸 江海 河东 河内 河口 河西 河间 沿河 津市 海东 海棠
	海港 海防 清城 清新 清水 清流 温泉 港北 港口 湖滨 源汇 滨城 滨江 滨海 滨湖 灯塔 灵山 爱民 牡丹 独山 环县 环江 班玛 理县
	甘泉 田东 界首 白云 盐湖 盘山 石柱 石楼 矿区 磐石 福安 福田 离岛 离石 站前 红山 红旗 老城 融安 裕民 西区 西和 西城 西市
	解放 费城 资中 资兴 资江 资源 路北 路南 路环 辽中 远安 通城 通山 通江 通海 通许 通道 道县 道真 郊区 金山 金州 金水 金牛
	钟楼 长丰 长乐 长子 长安 长寿 长顺 隆化 集美 青山 静乐 静安 顺平 马关 高县 高安 高明 高要 麒麟 鼓楼`

// placePhrases are stock phrases that begin with a name and mean no place.
const placePhrases = "长治久安 大同小异 大同世界 大连接 大连片"

// standsInPhrase reports whether s begins with one of them.
func standsInPhrase(s string) bool {
	for p := range strings.FieldsSeq(placePhrases) {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
