package ads

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// promotionParams are the [params] of the rules about promotions.
type promotionParams struct {
	Words string `toml:"words"` // word list: what spam lines are made of
}

// keywordLine finds lines that are nothing but search words.
type keywordLine struct{ *lexicon }

func newKeywordLine(p checks.Params) (checks.Check, error) {
	l, err := promotionLexicon(p)
	return &keywordLine{l}, err
}

// promotionLexicon decodes the parameters of a rule about promotions and reads its list.
func promotionLexicon(p checks.Params) (*lexicon, error) {
	v := promotionParams{Words: "trades.txt"}
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	return checks.Share(p, v.Words, func() (*lexicon, error) { return newLexicon(p, v.Words) })
}

func (c *keywordLine) Trigger() scan.Trigger { return c.trigger() }

// calls are words that call to act and are rare in reports.
var calls = strings.Fields("点击 点此 戳 进群 入群 私信 红包 扫码 领取 下载 click")

// contacts are means of contact, and parts of addresses.
var contacts = strings.Fields("微信 telegram whatsapp 电话 手机 联系 致电 拨打 咨询 热线 qq vx wx tg www. .com .cc .vip .net .top .xyz .shop .club .live .pro .store .online .site .app .fun .win .bet contact call")

// lineTriggers is how many literals there are behind the words that only lines ask for.
const lineTriggers = 1

// trigger is the same for all rules that read the lexicon, so that they share the hits.
func (l *lexicon) trigger() scan.Trigger { return scan.Trigger{Literals: l.literals} }

// onLine reports whether a line is worth a look for a hit: the words that call in sentences are common.
func (l *lexicon) onLine(s string, h scan.Hit) bool {
	i := h.Index - len(l.sorts) - lineTriggers - len(calls)
	return i < -len(calls) || i >= 0 && i < 3 || i == 3 && h.Span.End < len(s) && s[h.Span.End] == '1'
}

func (c *keywordLine) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	lines, last := d.Lines(), -1
	for i := 0; i < len(hits); i++ {
		if !c.onLine(d.Text(), hits[i]) {
			continue
		}
		n := lines.At(hits[i].Span.Start)
		if n == last {
			continue
		}
		last = n
		sp := lines.Span(n)
		w, ok := c.line(d, sp)
		if !ok {
			continue
		}
		m := checks.At(sp.Start, sp.End)
		m.Fixes = checks.DeleteLines(d, n, n, checks.ProofFurniture)
		if w.alien { // nothing on the line solicits
			m.Level = checks.Medium
			m.Fixes = checks.DeleteLines(d, n, n, checks.ProofNone)
		}
		if tail, own := c.ownHead(sp.Of(d.Text()), w.words); own {
			if tail <= 0 {
				continue // the line says something of its own, and where that ends is not clear
			}
			m = checks.At(sp.Start+tail, sp.End)
			m.Message = "tail"
			m.Fixes = checks.Replace(d, m.Places[0], "", checks.ProofNone)
		}
		m.Evidence = []checks.Note{note("words", "words", w.first(), "count", itoa(len(w.words)))}
		out = append(out, m)
	}
	return out
}

// longestKeywordLine is the length in bytes beyond which a line is no line of search words but a paragraph.
const longestKeywordLine = 6000

// line reports whether a line consists of search words, and what they weigh; it is judged once a document. What ends like a sentence
// is left to promotions.
func (l *lexicon) line(d *document.Document, sp text.Span) (weight, bool) {
	k := keptOf(d)
	v, ok := k.lines[stretch{l, sp}]
	if !ok {
		v.weight, v.found = l.judgeLine(d, sp)
		k.lines[stretch{l, sp}] = v
	}
	return v.weight, v.found
}

func (l *lexicon) judgeLine(d *document.Document, sp text.Span) (weight, bool) {
	line := strings.TrimSpace(sp.Of(d.Text()))
	if last, _ := utf8.DecodeLastRuneInString(line); sp.Len() > longestKeywordLine || strings.ContainsRune("。！？!?；;：:", last) || strings.Count(line, "。") > 1 {
		return weight{}, false
	}
	if strings.Contains(line, "&#") {
		line = html.UnescapeString(line)
	}
	r := l.read(line)
	w := r.weigh(0, len(r.runes))
	f := string(r.runes)
	if w.total == 0 || r.speaks() {
		return w, false
	}
	m := manner{
		strict: strings.ContainsAny(f, "。、“”《》‘’") || containsAny(f, l.guard) != "",
		office: containsAny(f, l.office) != "",
		latin:  latinShare(f) > 85,
	}
	m.joined = m.latin && (strings.Contains(f, " and ") || strings.Contains(f, " of ") || strings.Contains(f, " to ") || strings.Contains(f, ": "))
	ok := w.line(m)
	if !ok && !m.strict && strings.ContainsAny(f, " ,|_-") && (w.open(m) || w.topic()) {
		n, alien := r.foreign(d)
		w.covered += n
		ok = w.line(m)
		if w.alien = alien && !ok && !m.latin && w.topic(); w.alien {
			ok = true
		}
	}
	return w, ok || !m.strict && r.doorway(&w, d.Text(), sp)
}

// speaks reports whether a line reads as a sentence: it has the small words of one beside its search words.
func (r *reading) speaks() bool {
	if f := string(r.runes); latinShare(f) > 60 {
		return prose(f)
	}
	n, at := 0, 0
	for k := 0; k <= len(r.signs); k++ {
		to := len(r.runes)
		if k < len(r.signs) {
			to = r.signs[k].from
		}
		for _, c := range r.runes[at:to] {
			if strings.ContainsRune("和与及对为将等被了是于以并其之", c) {
				n++
			}
		}
		if k < len(r.signs) {
			at = r.signs[k].to
		}
	}
	return n >= 2 && 12*n >= len(r.runes)
}

// own are words of documents: a line that holds one outside its search words is a title to which they were added.
var own = strings.Fields("报告 政府 人民 发展 建设 会议 通知 意见 规划 方案 公报 讲话 办法 条例 决定 改革 经济 社会 全市 全省 全县 全区 工作 年度 代表 委员会 government report council plan development")

// ownHead tells whether a line holds a title of its own, and where the search words behind it begin, their separator included; tail
// is 0 if they do not stand together at the end.
func (c *keywordLine) ownHead(line string, stems []string) (tail int, owned bool) {
	type chunk struct {
		start, end int
		own, spam  bool
	}
	var all []chunk
	start := -1
	for i, r := range line + "|" {
		if r == '|' || isSeparator(r) && r != ' ' {
			if start >= 0 {
				f := scan.FoldString(line[start:i])
				rest := f
				for _, w := range stems {
					rest = strings.ReplaceAll(rest, w, "|")
				}
				all = append(all, chunk{start, i, containsAny(rest, own) != "", rest != f})
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	last := -1
	for i, w := range all {
		if w.own {
			owned = true
		}
		if w.own || !w.spam {
			last = i
		}
	}
	if owned && last >= 0 && last+1 < len(all) {
		tail = all[last].end
	}
	return tail, owned
}
