package ads

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// promoParams are the [params] of a rule of kind promo-sentence.
type promoParams struct {
	Game  []string `toml:"game"`  // what is promoted: words of betting and the like
	Offer []string `toml:"offer"` // what is promised: 注册送, 返水
	Site  []string `toml:"site"`  // where: 官网, app下载
	Reach []string `toml:"reach"` // how to get in touch: 微信, QQ, telegram
	Guard []string `toml:"guard"` // words of those who write about such things
}

// promo finds sentences that promote: several signals of different sorts in one sentence.
type promo struct{ promoParams }

func newPromo(p checks.Params) (checks.Check, error) {
	var c promo
	if err := p.Decode(&c.promoParams); err != nil {
		return nil, err
	}
	if len(c.Game) == 0 || len(c.Offer) == 0 {
		return nil, errors.New("promo-sentence needs game and offer: what is promoted, what is promised")
	}
	return &c, nil
}

// Trigger: a game or an offer is in every promotion that is reported; reports hold either seldom.
func (c *promo) Trigger() scan.Trigger {
	return scan.Trigger{Literals: append(append([]string{}, c.Game...), c.Offer...)}
}

func (c *promo) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	s, lines, done := d.Text(), d.Lines(), 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		n := lines.At(h.Span.Start)
		ln := lines.Span(n)
		sp := sentenceAt(s, ln, h.Span.Start)
		sp.Start = max(sp.Start, done)
		done = sp.End
		if quoted(s, ln, h.Span.Start) {
			continue
		}
		if m, ok := c.judge(d, n, sp); ok {
			out = append(out, m)
		}
	}
	return out
}

func (c *promo) judge(d *document.Document, line int, sp text.Span) (checks.Match, bool) {
	raw := sp.Of(d.Text())
	f := scan.FoldString(raw)
	var signals []string
	sorts := 0
	first, last := len(f), 0 // of the signals, in f
	note1 := func(words []string) bool {
		hit := false
		for _, w := range words {
			for i := 0; ; {
				k := strings.Index(f[i:], w)
				if k < 0 {
					break
				}
				i += k
				if isWordByte(rune(w[0])) && (i > 0 && isWordByte(rune(f[i-1]))) && len(w) < 5 {
					i += len(w)
					continue
				}
				if !hit {
					signals = append(signals, w)
				}
				hit = true
				first, last = min(first, i), max(last, i+len(w))
				i += len(w)
			}
		}
		if hit {
			sorts++
		}
		return hit
	}
	game := note1(c.Game)
	offer := note1(c.Offer)
	note1(c.Site)
	note1(c.Reach)
	h, host := hostIn(f)
	if host {
		sorts++
		signals = append(signals, h.Of(f))
		first, last = min(first, h.Start), max(last, h.End)
	}
	if !(game && offer && len(signals) >= 3 || (game && host || offer && game || offer && host) && sorts >= 3) {
		return checks.Match{}, false
	}
	lo, hi := max(0, first-guarded), min(len(f), last+guarded)
	if containsAny(f[lo:hi], c.Guard) != "" {
		return checks.Match{}, false
	}
	if l := layout.Of(d).Line(line); l.Role == layout.Frame && l.Part == layout.Footer {
		return checks.Match{}, false
	}
	place := c.edges(f, raw, sp, first, last)
	m := checks.At(place.Start, place.End)
	m.Evidence = []checks.Note{note("signals", "words", strings.Join(signals[:min(6, len(signals))], "、"), "count", itoa(len(signals)))}
	m.Fixes = cut(d, line, place)
	return m, true
}

// guarded is how many bytes around the signals a word of those who write about promotions keeps the rule silent.
const guarded = 75

// edges is what to take out: the whole sentence where the promotion fills it, else from its first to its last signal, with the
// brand before it and the sum or address behind.
func (c *promo) edges(f, raw string, sp text.Span, first, last int) text.Span {
	runes := utf8.RuneCountInString(f)
	if 2*utf8.RuneCountInString(f[first:last]) >= runes || first < 40 && len(f)-last < 40 {
		return sp
	}
	a, b := utf8.RuneCountInString(f[:first]), utf8.RuneCountInString(f[:last])
	from, to := runeOffset(raw, a), runeOffset(raw, b)
	// The clause: promotions are set off by commas more often than not.
	if i := strings.LastIndexAny(raw[:from], "，,、 "); i >= 0 && from-i <= 30 {
		_, size := utf8.DecodeRuneInString(raw[i:])
		from = i + size
	}
	if i := strings.IndexAny(raw[to:], "，,、 "); i >= 0 && i <= 30 {
		to += i
		if from > 0 { // one of the two marks goes too
			_, size := utf8.DecodeRuneInString(raw[to:])
			to += size
		}
	} else if i < 0 && len(raw)-to <= 30 {
		to = len(raw)
		if r, size := utf8.DecodeLastRuneInString(raw); strings.ContainsRune("。！？!?；;", r) && from > 0 {
			to -= size
			if r, size := utf8.DecodeLastRuneInString(raw[:from]); strings.ContainsRune("，,、", r) {
				from -= size
			}
		}
	}
	return text.Span{Start: sp.Start + from, End: sp.Start + to}
}

// runeOffset is the byte offset of the n-th code point of s.
func runeOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}
