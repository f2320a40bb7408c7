package ads

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// promo finds sentences that promote, and clauses of sentences: several signs of different sorts stand together.
type promo struct{ *lexicon }

func newPromo(p checks.Params) (checks.Check, error) {
	l, err := promotionLexicon(p)
	return &promo{l}, err
}

func (c *promo) Trigger() scan.Trigger { return c.trigger() }

func (c *promo) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	eachSentence(d, hits, c.worth(d.Text()), func(at site) int {
		pr, ok := c.promotion(d, at, (*weight).sentence)
		if !ok || pr.weight.personal() || c.onSpamLine(d, at.line) {
			return at.sentence.End
		}
		m := checks.At(pr.span.Start, pr.span.End)
		m.Evidence = []checks.Note{note("signals", "words", pr.weight.first(), "count", itoa(len(pr.weight.words)))}
		m.Fixes = cut(d, at.line, pr.span)
		if !pr.named {
			m.Severity, m.Level = checks.Warning, checks.Medium
		}
		if pr.tentative() && len(m.Fixes) > 0 {
			m.Fixes[0].Proof = checks.ProofNone
		}
		out = append(out, m)
		return at.sentence.End
	})
	return out
}

// worth tells which hits are worth reading their sentences: of a word that a promotion cannot do without, of a call to act, or of a means
// of contact with an account beside it. Doorway words and entities are for lines.
func (l *lexicon) worth(s string) func(scan.Hit) bool {
	return func(h scan.Hit) bool {
		switch i := h.Index - len(l.sorts); {
		case i < 0:
			return l.sorts[h.Index] < signGate
		case i < lineTriggers:
			return false
		case i < lineTriggers+len(calls):
			return true
		}
		return accountBeside(s, h.Span)
	}
}

// accountBeside reports whether enough letters, digits and marks of an account stand before or behind a means of contact.
func accountBeside(s string, sp text.Span) bool {
	n := 0
	for i := max(0, sp.Start-12); i < len(s) && i < sp.End+40; i++ {
		switch c := s[i]; {
		case isWordByte(rune(c)) || c == '.' && n > 0 || c == '-' && n > 0 || c == ' ' && n > 0 || c == '@':
			if n++; n >= 7 {
				return true
			}
		default:
			n = 0
		}
	}
	return false
}

// onSpamLine reports whether line n is one of search words: then it is taken as a whole.
func (l *lexicon) onSpamLine(d *document.Document, n int) bool {
	_, whole := l.line(d, d.Lines().Span(n))
	return whole
}

// promotion is what was found in a sentence.
type promotion struct {
	weight weight
	span   text.Span // in the working text
	named  bool      // what is sold stands there by name
}

// tentative reports whether neither a name of what is sold nor an account tells that it is a promotion.
func (p *promotion) tentative() bool { return !p.named && !p.weight.account }

// promotion looks for the clauses of a sentence that promote: what is sold by name, else what appeals to whoever reads.
func (l *lexicon) promotion(d *document.Document, at site, enough func(*weight) bool) (promotion, bool) {
	s := d.Text()
	r := l.readAt(d, at.sentence)
	clauses := r.clauses()
	from, to, named := r.promoted(clauses, enough)
	if !named && !r.mayAppeal() { // before all pairs of the document are counted
		return promotion{}, false
	}
	x := r.strange(d)
	if !named {
		var ok bool
		if from, to, ok = r.appeal(d, x, clauses); !ok {
			return promotion{}, false
		}
	} else if x != nil {
		from, to = r.extended(x, clauses, from, to)
	}
	w := r.weigh(from, to)
	if r.innocent(l, x, from, to, &w, named) {
		return promotion{}, false
	}
	for from < to && r.runes[from] == ' ' {
		from++
	}
	span := r.bytes(at.sentence.Start, from, to)
	if k := slices.IndexFunc(r.signs, func(sg sign) bool { return sg.from >= from && !sg.idle() }); k >= 0 && quoted(s, at.span, r.bytes(at.sentence.Start, r.signs[k].from, to).Start) {
		return promotion{}, false
	}
	if l := layout.Of(d).Line(at.line); l.Role == layout.Frame && l.Part == layout.Footer && l.Sure {
		return promotion{}, false
	}
	return promotion{weight: w, named: named || w.terms > 0, span: l.asked(d, at.span, edges(s, at.sentence, span))}, true
}

// innocent reports whether words of those who write about promotions, or of bodies that give their contacts, stand in a range or beside
// it. Beside an account only those next to it count, beside words that are strange to the document only those among them.
func (r *reading) innocent(l *lexicon, x *strangeness, from, to int, w *weight, named bool) bool {
	near := func(around int) string {
		return string(r.runes[max(0, from-around):min(len(r.runes), to+around)])
	}
	around := guarded
	if w.account {
		around = guardedAccount
	}
	if containsAny(near(around), l.guard) != "" {
		return true
	}
	if named && !w.personal() || !named && (w.terms > 0 || w.appealing() >= strongAppeal) {
		return false
	}
	if around = guarded; x.share(from, to) >= 80 {
		around = 0
	}
	return containsAny(near(around), l.office) != ""
}

// promoted is the range from the first to the last clause that holds a strong sign, and beside them those that hold little else than
// weak ones.
func (r *reading) promoted(clauses []clause, enough func(*weight) bool) (from, to int, ok bool) {
	first, last := -1, -1
	for i, c := range clauses {
		if c.strong {
			if first < 0 {
				first = i
			} else if c.from-clauses[last].to > widestGap {
				if w := r.weigh(clauses[first].from, clauses[last].to); enough(&w) {
					break
				}
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return 0, 0, false
	}
	for first > 0 && clauses[first-1].weak {
		first--
	}
	for last+1 < len(clauses) && clauses[last+1].weak {
		last++
	}
	from, to = clauses[first].from, clauses[last].to
	if w := r.weigh(from, to); to-from > longClause && w.share() < 45 { // glued into a clause without a mark
		from, to = r.signsIn(from, to)
	}
	w := r.weigh(from, to)
	return from, to, enough(&w)
}

// extended adds to a range the clauses beside it that belong to the same promotion. Where that is not the whole sentence, the
// promotion stands in a foreign sentence, and its edges are drawn closer.
func (r *reading) extended(x *strangeness, clauses []clause, from, to int) (int, int) {
	if a, b := r.joined(x, clauses, from, to, 60); a == 0 && b == len(r.runes) {
		return a, b
	}
	return r.joined(x, clauses, from, to, 85)
}

// joined adds to a range the clauses beside it that belong to it. strange is how strange a clause without signs must be, in per cent.
func (r *reading) joined(x *strangeness, clauses []clause, from, to, strange int) (int, int) {
	for i := len(clauses) - 1; i >= 0; i-- {
		if clauses[i].to == from && r.joins(x, clauses[i], strange) {
			from = clauses[i].from
		}
	}
	for _, c := range clauses {
		if c.from == to && r.joins(x, c, strange) {
			to = c.to
		}
	}
	return from, to
}

// joins reports whether a clause beside a promotion belongs to it: it has signs or words that are strange to the document, and none
// of those that official prose consists of.
func (r *reading) joins(x *strangeness, c clause, strange int) bool {
	s := x.share(c.from, c.to)
	if s < 0 {
		return c.weak || c.signs > 0 && (c.to-c.from <= longClause || strange < 66 && c.to-c.from <= 3*longClause)
	}
	return c.strong && s >= 40 || (s >= strange || c.signs > 0 && s >= 50) && containsAny(string(r.runes[c.from:c.to]), prosaic) == ""
}

// prosaic are words of official prose that promotions hold seldom.
var prosaic = strings.Fields("发展 建设 推动 推进 优化 完善 加快 加强 深化 实施 实现 坚持 提升 促进 保障 确保 着力 统筹 全市 全省 全县 全区 我市 我省 项目 工程 产业 农村 经济 社会 国家 国际 政策 体系 机制 资源 生态 保护 科技 创新 改革 治理 重大 重点 企业 居民 " +
	"群众 人民 困难 就业 增长 下降 亿元 万个 万人 万亩 百分点 同比 达到 左右 以上 年均 落实 培育 打造 引导 支持 依托 紧跟 把握 发挥 街区 集团 市场 不稳定 示范 文化 城镇 养老 复工 成交额 效能 首店 改造 落户 联防 协同 激励 家园 审议 委员 卫星 泊位 并网 风电 高清 满意率 反馈率 睦邻 友好 组网 验收 通过")

const (
	widestGap      = 16 // code points between clauses with strong signs that belong together
	longClause     = 40 // code points of clauses that may hold more than the promotion
	guardedAccount = 8  // the same where an account is given, which those who write about promotions do not
	strongAppeal   = 8  // what an appeal must weigh if words of bodies that give their contacts stand near
	guarded        = 25 // code points around the signs in which a word of those who write about promotions keeps the rules silent
)

// clause is a part of a sentence between marks.
type clause struct {
	from, to     int // code points, the mark behind it included
	signs        int
	strong, weak bool
}

func (r *reading) clauses() []clause {
	var out []clause
	from, k := 0, 0
	for i := 0; i <= len(r.runes); i++ {
		if i < len(r.runes) && !strings.ContainsRune(",、:|", r.runes[i]) && (r.runes[i] != ' ' || i == 0 || !isHan(r.runes[i-1])) {
			continue
		}
		c := clause{from: from, to: min(i+1, len(r.runes))}
		held, covered := false, 0
		for ; k < len(r.signs) && r.signs[k].from < c.to; k++ {
			if c.signs++; r.signs[k].sort == signPlain {
				c.signs--
			}
			c.strong = c.strong || r.signs[k].strong()
			held = held || !r.signs[k].idle()
			covered += r.signs[k].to - r.signs[k].from
		}
		c.weak = c.strong || held && 5*covered >= 2*(c.to-c.from)
		if from = c.to; c.to > c.from {
			out = append(out, c)
		}
	}
	return out
}

// signsIn narrows a range to its first and last strong sign and the weak ones directly beside.
func (r *reading) signsIn(from, to int) (int, int) {
	a, b := -1, -1
	for _, sg := range r.signs {
		if sg.from < from || sg.to > to || sg.idle() {
			continue
		}
		if sg.strong() || b >= 0 && sg.from-b <= 2 {
			if a < 0 {
				a = sg.from
			}
			b = sg.to
		}
	}
	if a < 0 {
		return from, to
	}
	return a, b
}

// edges is what to take out of a sentence: all of it where the promotion opens it and a few words are left, else the promotion
// without the mark behind it where the mark ends the sentence, and with the comma before it.
func edges(s string, sentence, sp text.Span) text.Span {
	opens := strings.TrimSpace(s[sentence.Start:sp.Start]) == ""
	if opens && utf8.RuneCountInString(s[sp.End:sentence.End]) <= fewWords && 3*(sentence.End-sp.End) <= sp.Len() {
		return sentence
	}
	if sp.End == sentence.End && !opens {
		if r, size := utf8.DecodeLastRuneInString(s[:sp.End]); strings.ContainsRune("。！？!?；;.", r) {
			if r, comma := utf8.DecodeLastRuneInString(s[:sp.Start]); strings.ContainsRune("，,、", r) {
				return text.Span{Start: sp.Start - comma, End: sp.End - size}
			}
		}
	}
	return sp
}

// fewWords are as many code points as a promotion may have behind its last sign.
const fewWords = 24

// asked adds to a promotion the question that leads to it: 资金周转困难？加微信….
func (l *lexicon) asked(d *document.Document, line, sp text.Span) text.Span {
	s := d.Text()
	if r, size := utf8.DecodeLastRuneInString(s[line.Start:sp.Start]); size > 0 && (r == '?' || r == '？') {
		before := sentenceAt(s, line, sp.Start-size)
		r := l.readAt(d, before)
		clauses := r.clauses()
		if last := clauses[len(clauses)-1]; last.to-last.from <= longClause {
			x := r.strange(d)
			if from, to := r.extended(x, clauses, last.from, last.to); slices.ContainsFunc(r.signs, func(sg sign) bool { return sg.sort != signPlain }) || x.share(from, to) >= 66 {
				sp.Start = r.bytes(before.Start, from, to).Start
			}
		}
	}
	return sp
}
