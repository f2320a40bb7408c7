package ads

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
)

// kit is what the brand checks share: the word lists of their rules. Rules that name the same lists share one kit and one analysis of
// a document, for all of them see the same hits.
type kit struct {
	ordinary wordSet
	common   wordSet
	site     wordSet // folded
	organ    wordSet
	school   map[string]bool
	literals []string // the trigger
	// The literals from tellingFrom to tellingTo are words of brands themselves, those up to englishTo English slots.
	tellingFrom, tellingTo, englishTo int
	titles                            int    // from here to separators, those that say whose report it is
	separators, separatorsTo          int    // those of lists
	leadFrom, followFrom              int    // those of turns
	turns                             []turn // of the literals from leadFrom on
}

// brandParams are the [params] of the rules about brands.
type brandParams struct {
	Slot     string `toml:"slot"`     // which slots the rule speaks of: place, list or organ
	Ordinary string `toml:"ordinary"` // word list: ordinary words that stand before slots
	Common   string `toml:"common"`   // word list: common words that take the turns of a place
	Site     string `toml:"site"`     // word list: words of websites
	Organ    string `toml:"organ"`    // word list: bodies, titles, degrees
}

// schoolWords follow the name of an institution of learning, or the everyday name of a place: 大连理工大学, 营口火车站.
const schoolWords = "校长 副校长 院长 教务处 学报 师生 校友 校友会 招生办 招生 博士生 研究生 本科生 留学生 毕业生 图书馆 学生处 研究生院 附属医院 附属中学 附属小学 大学 学院 理工大学 师范大学 科技大学 农业大学 职业技术学院 党委 党委书记 " +
	"经济技术开发区 经济特区 高新区 自贸试验区 自贸片区 机场 火车站 高铁站 海关 日报 日报社 电视台 博物馆 人民医院 中心医院 中学 小学"

// kitOf is the kit of the lists that v names.
func kitOf(p checks.Params, v brandParams) (*kit, error) {
	key := strings.Join([]string{v.Ordinary, v.Common, v.Site, v.Organ}, "\n")
	return checks.Share(p, key, func() (*kit, error) { return newKit(p, v) })
}

func newKit(p checks.Params, v brandParams) (*kit, error) {
	k := &kit{school: map[string]bool{}}
	for _, l := range []struct {
		name string
		to   *wordSet
	}{{v.Ordinary, &k.ordinary}, {v.Common, &k.common}, {v.Site, &k.site}, {v.Organ, &k.organ}} {
		words, err := p.List(l.name)
		if err != nil {
			return nil, err
		}
		*l.to = newWordSet(words)
		if l.to == &k.organ {
			k.literals = append(k.literals, words...)
		}
	}
	for _, w := range strings.Fields(schoolWords) {
		k.school[w] = true
	}
	k.tellingFrom = len(k.literals)
	for c := '0'; c <= '9'; c++ {
		k.literals = append(k.literals, "bet"+string(c), string(c)+"bet")
	}
	k.literals = append(k.literals, "官网", "官方网站", "投注", "在线登录", "娱乐城", "体育app", "体育(中国)", "官网登录")
	k.tellingTo = len(k.literals)
	k.literals = append(k.literals, "municipal", "provincial", " city", " district", " county", " province", " university", " port", " bay", " airport", "bet", "casino", "poker")
	k.englishTo = len(k.literals)
	k.literals = append(k.literals, "省", "市", "县", "州", "区人民政府", "区政府", "区委", "区长", "区人大", "区第", "人民政府")
	k.titles = len(k.literals)
	k.literals = append(k.literals, "政府工作报告", "届人民")
	k.separators = len(k.literals)
	k.literals = append(k.literals, "、", "—")
	k.separatorsTo = len(k.literals)
	k.leadFrom = len(k.literals)
	for _, w := range strings.Fields(leadTriggers) {
		k.literals, k.turns = append(k.literals, w), append(k.turns, leads.of[w])
	}
	k.followFrom = len(k.literals)
	for _, w := range strings.Fields(followTriggers) {
		k.literals, k.turns = append(k.literals, w), append(k.turns, follows.of[w])
	}
	return k, nil
}
