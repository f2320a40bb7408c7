package script

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// pair looks for quotes, title marks and brackets without their partner in the paragraph (GB/T 15834 4.8, 4.9, 4.15; clreq
// as well). It names the half that is too many or missing where the document tells.
type pair struct{}

func (pair) Trigger() scan.Trigger {
	return scan.Trigger{
		Literals: []string{`"`, "„", "‚"}, // the last two say that the line quotes as German, Polish or Czech do, „so“ or ‚so‘: there “ closes
		Classes:  []scan.Class{scan.Open, scan.Close, scan.HalfOpen, scan.HalfClose},
	}
}

func (pair) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	p := match(d, hits, false)
	alone := p.reconcile()
	if len(alone) == 0 && len(p.mixed) == 0 {
		return nil
	}
	p = match(d, hits, true)
	var out []checks.Match
	lone := map[int]int{} // by line
	for _, m := range alone {
		lone[m.line]++
	}
	for i := 0; i < len(alone); i++ {
		if lone[alone[i].line] > fewLone || alone[i].pair == asciiQuote {
			m := p.explain(d, alone[i])
			m.Fixes = nil
			out = append(out, m)
			continue
		}
		if m, ok := p.turned(d, alone[i:]); ok {
			out = append(out, m)
			i++
			continue
		}
		out = append(out, p.explain(d, alone[i]))
	}
	out = gatherBy(d, out)
	var mixed []checks.Match
	for _, m := range p.mixed {
		found := checks.At(m[1].span.Start, m[1].span.End)
		found.Message = "mixed"
		found.Vars = map[string]string{"mark": m[0].span.Of(d.Text())}
		found.Fixes = checks.Replace(d, m[1].span, m[0].partner(d.Text()), checks.ProofNone)
		mixed = append(mixed, found)
	}
	return append(out, gather(d, mixed)...)
}

// fewLone is how many lone halves of a line can be told apart; among more, what one is depends on what the others are. Straight
// quotes can be told apart by their number only, so that a repair of one turns all others round.
const fewLone = 4

// match runs the marks of all lines through the stack.
func match(d *document.Document, hits []scan.Hit, phrases bool) *pairing {
	p := &pairing{src: d.Text(), lines: d.Lines()}
	if phrases {
		p.phrases = make([]map[string]bool, len(pairs))
		for i := range p.phrases {
			p.phrases[i] = map[string]bool{}
		}
	}
	marks := make([]mark, 0, 32)
	line, ln, low := -1, text.Span{}, false
	for _, h := range hits {
		if line < 0 || h.Span.Start >= ln.End {
			p.line(marks, low, ln)
			marks, low = marks[:0], false
			line = p.lines.At(h.Span.Start)
			ln = p.lines.Span(line)
		}
		low = low || h.Index == 1 || h.Index == 2
		r, _ := utf8.DecodeRuneInString(p.src[h.Span.Start:])
		if k, opens := pairOf(r); k >= 0 {
			marks = append(marks, mark{h.Span, k, opens, line})
		}
	}
	p.line(marks, low, ln)
	return p
}

// turned tells two halves of one direction around a short phrase: “甲“ is “甲”.
func (p *pairing) turned(d *document.Document, ms []mark) (checks.Match, bool) {
	if len(ms) < 2 || ms[0].line != ms[1].line || ms[0].pair != ms[1].pair || ms[0].opens != ms[1].opens || ms[0].pair == asciiQuote {
		return checks.Match{}, false
	}
	between := ms[1].span.Start - ms[0].span.End
	if between == 0 || between > 120 || strings.ContainsAny(p.src[ms[0].span.End:ms[1].span.Start], "。；！？") {
		return checks.Match{}, false
	}
	wrong := ms[1]
	if !wrong.opens {
		wrong = ms[0]
	}
	m := checks.At(wrong.span.Start, wrong.span.End)
	m.Message = "turned"
	m.Vars = map[string]string{"mark": wrong.span.Of(p.src), "missing": wrong.partner(p.src)}
	m.Fixes = checks.Replace(d, wrong.span, wrong.partner(p.src), checks.ProofNone)
	return m, true
}

// gatherBy folds the matches of each message for itself.
func gatherBy(d *document.Document, ms []checks.Match) []checks.Match {
	var keys []string
	by := map[string][]checks.Match{}
	for _, m := range ms {
		if by[m.Message] == nil {
			keys = append(keys, m.Message)
		}
		by[m.Message] = append(by[m.Message], m)
	}
	var out []checks.Match
	for _, k := range keys {
		out = append(out, gather(d, by[k])...)
	}
	return out
}
