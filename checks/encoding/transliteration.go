package encoding

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

type textSpan = text.Span

// translit are the characters that write foreign and minority names, as in the tables of the Xinhua agency's name translations.
const translit = "阿艾埃爱安奥巴拜班贝比彼别宾波伯博布查茨达戴丹当道德邓狄迪蒂丁东杜敦多厄恩尔法凡菲费芬丰冯夫弗福盖冈高戈哥格根贡古瓜圭哈海汉赫亨洪胡华惠霍基吉加贾杰金津卡凯坎康考柯科克肯孔库夸奎昆拉莱兰朗劳勒雷黎里利立连廉良列林卢鲁路伦罗洛马玛迈麦曼毛梅门蒙米密缅明缪莫默姆穆娜纳乃奈南尼年宁纽农努诺欧帕派潘庞佩彭皮平珀普奇齐恰强乔切琴青丘瑞若萨塞赛桑瑟森沙山尚绍舍申圣施什史士舒斯思丝松苏孙索塔泰坦汤陶特腾提廷通图托瓦万旺威韦维魏温文翁沃乌吾武西希锡夏香祥谢辛欣休许雪逊雅亚扬耶叶伊衣以易因英永尤约泽扎詹张珍芝朱珠兹宗祖佐热吐尔孜买再依木江提尼亚孜古丽合曼不都买提艾力牙迪麦江"

// isTransliteration reports whether offset at lies between two characters that write names: a mark there was an interpunct.
func isTransliteration(src string, at int, next rune) bool {
	prev, _ := utf8.DecodeLastRuneInString(src[:at])
	return inTranslit(prev) && inTranslit(next)
}

func inTranslit(r rune) bool { return strings.ContainsRune(translit, r) }
