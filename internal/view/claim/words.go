package claim

import (
	"slices"

	"github.com/reportlint/reportlint/internal/view/quantity"
)

// Words of predicates that stand between an indicator and its figure. Longest match counts, so order does not.
var (
	rising  = quantity.Words("增长", "增", "上涨", "提高", "提升", "上升", "增加", "扩大", "增长了", "提高了", "提升了", "上升了", "增加了", "净增", "净增长", "上浮", "上调", "攀升", "新增长")
	falling = quantity.Words("下降", "减少", "降低", "回落", "压缩", "缩短", "收窄", "下滑", "压减", "缩减", "缩小", "下降了", "减少了", "降低了", "下调", "减", "降", "精简", "压降", "削减", "核减", "调减", "下浮", "压缩了", "削减了", "缩短了")
	// arriving lead to the value after a change, or to a value as such.
	arriving = quantity.Words("增至", "降至", "升至", "提高到", "提高至", "提升到", "提升至", "提升为", "增加到", "增加至", "下降到", "下降至", "降到", "降低到", "降低至", "减少到", "减少至", "增长到", "增长至", "上升到", "上升至", "压缩到", "压缩至", "缩短到", "缩短至",
		"扩大到", "扩大至", "压减到", "压减至", "达到", "达到了", "达", "已达", "高达", "突破", "突破了", "超过", "超过了", "超", "为", "是", "占", "控制在", "稳定在", "保持在", "保持", "维持在", "实现", "完成", "迈上", "跨上", "不低于", "不少于", "不超过", "不高于", "低于", "高于", "逾",
		"位居", "位列", "排名", "稳居", "跃居", "跻身", "升至", "名列", "前移", "跃升至", "合计", "总计", "共计", "共", "由", "从", "到", "至", "均", "均为", "均达", "均达到", "均超过", "有", "拥有", "多达", "达成", "约为", "在", "新增", "净新增", "扩大到", "仅", "只有", "接近", "第")
	adverbs = quantity.Words("同比", "环比", "年均", "平均", "累计", "预计", "力争", "分别", "已", "已经", "约", "近", "大约", "将近", "可比口径", "按可比口径", "同口径", "按可比价格计算", "按可比价", "可比价", "名义", "比上年", "较上年", "比去年", "较去年", "比上年同期", "较上年同期", "比年初", "较年初", "实际", "再", "又", "将", "全年",
		"逆势", "大幅", "稳步", "同步", "月均", "日均", "每年", "人均每年", "当年", "仍", "则", "都", "就", "还", "共", "总", "就达", "平均每年", "年平均", "现价", "的", " ", "、", "每人每月", "每月", "每人", "每户", "每人每年", "每亩", "每吨", "每平方米", "一直", "始终", "年内", "拟", "可以", "要", "应", "仍然", "五年", "三年", "四年", "预期", "目标", "达产", "也", "继续", "持续", "本外币合计", "全部", "首次", "一举", "成功", "顺利", "率先", "以内", "以上", "以下", "左右", "多", "余", "\"", "至少", "初步", "实现了", "完成了")
	// leading open a clause and are no part of its subject.
	leading = quantity.Words("全年", "今年", "去年", "一年来", "五年来", "四年来", "过去一年", "过去五年", "预计", "力争", "确保", "其中", "同时", "年末", "年底", "末", "底", "年内", "到", "累计", "总计", "并", "且", "和", "及", "以及", "、", " ", "　", "使", "推动", "带动", "促进", "目前", "截至", "截止", "本届政府", "着力", "努力", "——", "—", "-", "我们",
		"实现", "完成", "达到", "超额完成", "建成", "新建", "新建成", "建成投用", "培育", "引进", "柔性引进", "发放", "争取", "投入", "解决", "帮助", "举办", "实施", "新实施", "开工", "开工建设", "签约", "签约落地", "落地", "获得", "荣获", "建设", "打造", "推进", "组织", "组织实施", "开展", "深入开展", "下达", "惠及", "吸引", "发展", "支持", "取消", "整治", "修复", "治理", "维修",
		"落实", "兑现", "盘活", "消除", "创建", "认定", "入选", "获批", "受理", "受理办结", "办结", "开发", "走访", "改造", "提升", "提供", "拨付", "安排", "筹集", "募集", "投放", "改扩建", "新改扩建", "新增设", "布局", "谋划", "谋划储备", "储备", "组建", "新组建", "成立", "设立", "出台", "制定", "化解", "清理", "清退", "处置", "查处", "破获", "安置", "转移", "培训", "资助", "救助", "服务", "招引", "签订", "加快",
		"持续", "全面", "使得", "让", "为", "对", "以", "把", "将", "建议", "确定", "保持", "稳定", "提前", "统筹", "用于", "减免", "退返", "返还", "推出", "推广", "布设", "架设", "铺设", "投资建设", "启动", "续建", "竣工", "投用", "验收", "交付", "完善", "巩固", "全省", "全市", "全区", "全县", "全国", "我省", "我市", "我区", "我县", "全州", "全旗", "本市", "全社会累计", "吸纳", "带动", "关停", "淘汰", "拆除", "栽植", "种植", "营造", "新创建", "新签约", "新引进", "新培育", "新开工", "集中", "重点", "积极", "大力", "深化", "联合", "先后", "共计", "合计", "共", "已", "再", "新招引", "累计完成", "累计实现", "集中签约", "立项", "销号", "办理", "发布", "汇聚", "遴选", "选派", "选聘", "聘请", "创成", "迈出")
	scopes = quantity.Words("全省", "全市", "全区", "全县", "全国", "我省", "我市", "我区", "我县", "全州", "全旗", "规上", "规模以上")
	// taking are verbs that take the counted thing behind the figure: 培育3家上市公司.
	taking = quantity.Words("新增", "培育", "建设", "打造", "新建", "建成", "引进", "开展", "实施", "完成", "获得", "为", "发布", "支持", "推进", "推出", "出台", "解决", "举办", "创建", "改造", "谋划", "储备", "发放", "争取", "投放", "落实", "安排", "拨付", "筹集", "兑现", "吸引", "带动", "惠及", "组建", "设立", "成立", "认定", "入选", "荣获", "获批", "取消", "下放", "调整", "办理", "办结", "化解", "整治", "治理", "修复", "布局", "启动", "开工", "推动", "加快", "帮助", "服务", "救助", "培训", "转移", "安置", "签约", "签订", "落地", "盘活", "清理", "处置", "清退", "改扩建", "改建", "扩建", "维修", "建", "有", "达成", "集中打造", "开工建设", "新招引", "招引", "引育", "选派", "提供", "对", "使", "让", "将", "以", "用", "在", "向", "与", "等", "近", "约", "超", "超过")
	// generic nouns need the indicator before them.
	generic = quantity.Words("总量", "增速", "增幅", "占比", "规模", "总投资", "投资", "总额", "在库", "在册", "面积", "产值", "总产值", "降幅", "涨幅", "余额", "总数", "总规模", "数量", "总收入", "同期", "总产", "总金额", "比重", "比例", "均", "增量", "总面积", "金额", "到位资金", "总量居", "累计", "占", "存量", "综合排名", "排名", "增加值", "产量", "销售额", "年", "单产", "价格", "收入", "合同额", "成交额", "贷款", "涉及", "覆盖", "达产", "规上")
	// carriers stand for the indicator before them.
	carriers = quantity.Words("五年", "四年", "三年", "十年", "本届", "一年", "增速", "增幅", "同期", "在库", "在册", "均", "累计", "占", "年", "涨幅", "降幅", "覆盖")
	// rateNouns make a percentage a rate of growth.
	rateNouns = quantity.Words("增速", "增幅", "涨幅", "降幅", "增长率", "增长速度", "增长")
	// innerVerbs may stand inside a clause between its actor and its object.
	innerVerbs = quantity.Words("解决", "发放", "举办", "引进", "培育", "新建", "建成", "争取", "投放", "化解", "整治", "兑现", "拨付", "开展", "实施", "完成", "实现", "办结", "受理", "落实", "出台", "获得", "荣获", "入选", "惠及", "服务")
	// stopping end a noun phrase behind a figure.
	stopping = quantity.Words("实现", "达到", "完成", "获", "入选", "通过", "建成", "投产", "投入", "开工", "落地", "退返", "返还", "被", "在", "为", "已", "均", "全部", "增长", "下降", "提高", "上线", "成为", "顺利", "正式", "加快", "的", "以上", "左右", "居", "比", "较", "和", "并", "列入", "纳入", "得到", "新增", "覆盖", "带动", "帮助", "推动", "获评", "入围", "位居", "进入", "上榜", "跻身", "集中", "取得", "用于", "享受", "完工", "竣工", "签约")
)

// comparing are the words before a base of comparison, which bases are found in.
var (
	comparing = quantity.Words("高于", "低于", "快于", "完成", "比", "较", "是", "为", "居", "位居", "列", "排", "占", "保持", "优于", "好于", "超过", "跃居", "稳居", "位列", "排名", "领跑", "相当于", "恢复到", "恢复至", "达到")
	bases     = quantity.Words("年", "去年", "上年", "同期", "预算", "全国", "全省", "全市", "全区", "平均", "年初", "预期", "目标", "计划", "同类", "城市", "全球", "世界", "国家", "地区", "经济增速", "周期", "普查", "届")
	// tails belong to the figure before them.
	tails = quantity.Words("左右", "以上", "以下", "以内", "大关", "上下", "之内")
	// closing verbs end a clause without a figure.
	closing = quantity.Words("增长", "下降", "提高", "回升", "实现")
	// unnamed begin no noun phrase behind a figure.
	unnamed = quantity.Words("增长", "下降", "提高", "以上", "以下", "左右", "以内", "和", "及", "大关", "并", "居", "的")
)

// Words that set the status of all that follows them in a sentence.
var (
	estimating = quantity.Words("预计", "estimated", "expected to", "预期完成")
	targeting  = quantity.Words("预期目标", "奋斗目标", "力争", "主要目标是", "目标为")
	surpassing = quantity.Words("完成年初", "好于预期")
	projecting = quantity.Words(" will ", "we should", "we aim", "we plan", "is projected", "are projected")
)

// predicates are the words of adverbs, arriving, rising and falling, in this order.
var predicates = quantity.Words(slices.Concat(adverbs.Words(), arriving.Words(), rising.Words(), falling.Words())...)

// role is what a word of a predicate does in it.
type role uint8

const (
	adverb role = iota
	arrives
	rises
	falls
)

// roleOf is the role of word k of predicates.
func roleOf(k int) role {
	for r, list := range [...]*quantity.WordList{adverbs, arriving, rising} {
		if k -= len(list.Words()); k < 0 {
			return role(r)
		}
	}
	return falls
}

// Verbs of more than one character, which say of themselves that they are no part of a noun.
var (
	changing = longer(rising, falling)
	reaching = longer(arriving)
	takers   = without(longer(taking), objects)
)

// objects are verbs that take the counted thing, but as often are nouns.
var objects = quantity.Words("建设", "改造", "服务", "培训", "治理", "修复", "安置", "救助", "转移", "投放", "整治", "开工", "签约", "落地", "安排", "新建", "改扩建", "超过")

func longer(lists ...*quantity.WordList) *quantity.WordList {
	var out []string
	for _, l := range lists {
		for _, w := range l.Words() {
			if count(w) > 1 {
				out = append(out, w)
			}
		}
	}
	return quantity.Words(out...)
}

func without(l, left *quantity.WordList) *quantity.WordList {
	return quantity.Words(slices.DeleteFunc(l.Words(), func(w string) bool { return slices.Contains(left.Words(), w) })...)
}
