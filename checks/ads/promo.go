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
	lines := lineCache{lexicon: c.lexicon, last: -1}
	eachSentence(d, hits, func(at site) int {
		if !c.strong(at.hit) {
			return 0
		}
		pr, ok := c.promotion(d, at, (*weight).sentence)
		if !ok || pr.weight.personal() || lines.taken(d, at.line) {
			return at.sentence.End
		}
		m := checks.At(pr.span.Start, pr.span.End)
		m.Evidence = []checks.Note{note("signals", "words", pr.weight.first(), "count", itoa(len(pr.weight.words)))}
		m.Fixes = cut(d, at.line, pr.span)
		out = append(out, m)
		return at.sentence.End
	})
	return out
}

// strong reports whether a hit is of a word that a promotion cannot do without: doorway words and entities are for lines.
func (l *lexicon) strong(h scan.Hit) bool {
	return h.Index < len(l.sorts) && l.sorts[h.Index] < signGate
}

// lineCache remembers of the last line that was asked for whether it is one of search words: then it is taken as a whole.
type lineCache struct {
	*lexicon
	last  int
	whole bool
}

func (c *lineCache) taken(d *document.Document, n int) bool {
	if n != c.last {
		_, c.whole = c.line(d, d.Lines().Span(n))
		c.last = n
	}
	return c.whole
}

// promotion is what was found in a sentence.
type promotion struct {
	weight weight
	span   text.Span // in the working text
}

// promotion looks for the clauses of a sentence that promote: from the first to the last that holds a strong sign, and beside them
// those that hold little else than weak ones.
func (l *lexicon) promotion(d *document.Document, at site, enough func(*weight) bool) (promotion, bool) {
	s := d.Text()
	raw := at.sentence.Of(s)
	r := l.read(raw)
	clauses := r.clauses()
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
		return promotion{}, false
	}
	for first > 0 && clauses[first-1].weak {
		first--
	}
	for last+1 < len(clauses) && clauses[last+1].weak {
		last++
	}
	from, to := clauses[first].from, clauses[last].to
	if w := r.weigh(from, to); to-from > longClause && w.share() < 45 { // glued into a clause without a mark
		from, to = r.signsIn(from, to)
	}
	w := r.weigh(from, to)
	if !enough(&w) {
		return promotion{}, false
	}
	near := string(r.runes[max(0, from-guarded):min(len(r.runes), to+guarded)])
	if containsAny(near, l.guard) != "" || w.personal() && containsAny(near, l.office) != "" {
		return promotion{}, false
	}
	span := r.bytes(at.sentence.Start, from, to)
	if k := slices.IndexFunc(r.signs, func(sg sign) bool { return sg.from >= from && sg.strong() }); quoted(s, at.span, r.bytes(at.sentence.Start, r.signs[k].from, to).Start) {
		return promotion{}, false
	}
	if l := layout.Of(d).Line(at.line); l.Role == layout.Frame && l.Part == layout.Footer && l.Sure {
		return promotion{}, false
	}
	return promotion{w, l.asked(s, at.span, edges(s, at.sentence, span))}, true
}

const (
	widestGap  = 16 // code points between clauses with strong signs that belong together
	longClause = 40 // code points of clauses that may hold more than the promotion
	guarded    = 25 // code points around the signs in which a word of those who write about promotions keeps the rules silent
)

// clause is a part of a sentence between marks.
type clause struct {
	from, to     int // code points, the mark behind it included
	strong, weak bool
}

func (r *reading) clauses() []clause {
	var out []clause
	from, k := 0, 0
	for i := 0; i <= len(r.runes); i++ {
		if i < len(r.runes) && !strings.ContainsRune(",、:|", r.runes[i]) && (r.runes[i] != ' ' || i == 0 || isWordByte(r.runes[i-1])) {
			continue
		}
		c := clause{from: from, to: min(i+1, len(r.runes))}
		held, covered := false, 0
		for ; k < len(r.signs) && r.signs[k].from < c.to; k++ {
			c.strong = c.strong || r.signs[k].strong()
			held = held || r.signs[k].sort != signPlain
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
		if sg.from < from || sg.to > to || sg.sort == signPlain {
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
func (l *lexicon) asked(s string, line, sp text.Span) text.Span {
	if r, size := utf8.DecodeLastRuneInString(s[line.Start:sp.Start]); size > 0 && (r == '?' || r == '？') {
		before := sentenceAt(s, line, sp.Start-size)
		if r := l.read(before.Of(s)); len(r.runes) <= 2*longClause && slices.ContainsFunc(r.signs, func(sg sign) bool { return sg.sort != signPlain }) {
			sp.Start = before.Start
		}
	}
	return sp
}
