package structure

import "strings"

// topics close the headings of reports with what a part is about. Where one follows the other (工作|安排), the heading goes on.
var topics = []string{"回顾", "回顧", "总结", "總結", "工作", "任务", "任務", "目标", "目標", "安排", "要求", "思路", "部署", "措施", "打算", "建议", "建議", "自身建设", "自身建設", "原则", "原則", "指导思想", "指導思想", "情况", "情況"}

// ends close headings that say what is to be done or has been reached. Clauses inside a paragraph end with them too.
var ends = []string{"建设", "建設", "成效", "成就", "成果", "步伐", "台阶", "能力", "质量", "之路", "安全", "水平", "活力", "潜能", "动能", "高地", "福祉", "稳定", "振兴", "开放", "体系", "底线", "品质", "政府", "现代化", "合作", "共享", "改善", "提质", "支撑", "保障", "格局", "优势", "环境", "家园", "基础", "根基", "篇章", "局面", "富裕", "一体化", "升级", "转型", "发展", "改革", "治理", "增长", "突破", "投资", "消费", "效益", "产业链", "创新", "落实"}

// renewed are what headings report as new: 取得新成效, 迈上新台阶.
var renewed = []string{"成效", "突破", "进展", "提升", "改善", "气象", "局面", "台阶", "步伐", "成就", "优势", "动能", "活力", "格局", "高地", "篇章", "体系", "水平", "跨越", "面貌", "风貌", "变化", "成绩", "作为", "贡献"}

// times begin what follows a heading: the time it speaks of, and who speaks.
var times = []string{"过去", "過去", "刚刚", "剛剛", "今年", "今后", "今後", "明年", "去年", "当前", "當前", "未来", "未來", "一年来", "五年来", "这一年", "这五年", "本届", "各位代表", "站在", "面对", "面對", "新时代", "新征程", "新起点", "回望", "回首", "一是"}

// spans are the times that headings of sections begin with.
var spans = []string{"过去", "過去", "今年", "今后", "今後", "明年", "去年", "未来", "一年来", "五年来"}

// verbs begin the sentences of reports.
var verbs = []string{"坚持", "深入", "持续", "全面", "加快", "推动", "推进", "着力", "积极", "大力", "扎实", "切实", "认真", "围绕", "按照", "聚焦", "紧扣", "强化", "加强", "完善", "健全", "优化", "提升", "提高", "扩大", "培育", "打造", "打好", "确保", "严格", "落实", "实施", "开展", "支持", "鼓励", "引导", "统筹", "突出", "发挥", "做大", "做强", "深化", "激活", "激发", "巩固", "拓展", "促进", "构建", "建立", "精准", "顺应", "始终", "我们", "全市", "全省", "全区", "全县", "各级", "做好", "牢牢", "以", "把", "要"}

// adverbs go before the last word of a clause, and nouns behind a verb: no heading ends between.
var (
	adverbs = []string{"更加", "不断", "进一步", "日益", "显著", "明显", "稳步", "更好", "更高", "更大"}
	nouns   = []string{"现代化", "水平", "能力", "质量", "体系", "效益", "走深", "新质"}
)

// longVerbs is how many of the verbs are words of two characters.
var longVerbs = len(verbs) - 3

// closing says how strongly s ends as headings do, 0 to 3, and whether with a topic.
func closing(s string) (weight int, topic bool) {
	switch {
	case hasSuffix(s, topics):
		return 2, true
	case hasSuffix(s, renewed) && strings.HasSuffix(trimRunes(s, 2), "新"):
		return 3, false
	case hasSuffix(s, ends):
		return 1, false
	}
	return 0, false
}

// opening says how strongly s begins as sentences do, 0 to 2.
func opening(s string) int {
	switch {
	case hasPrefix(s, times):
		return 2
	case hasPrefix(s, verbs):
		return 1
	}
	return 0
}

// goesOn reports whether s begins with a topic: then the heading before it is not over.
func goesOn(s string) bool { return hasPrefix(s, topics) }

func hasSuffix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func hasPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// trimRunes is s without its last n characters of three bytes.
func trimRunes(s string, n int) string { return s[:max(0, len(s)-3*n)] }
