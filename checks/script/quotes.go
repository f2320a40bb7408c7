package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// quotes looks for the few quotations that a Chinese document sets in other marks than the rest: straight quotes or corner
// brackets among “ ” (GB/T 15834 4.8), or “ ” among 「 」.
type quotes struct{}

func (quotes) Trigger() scan.Trigger { return scan.Trigger{Literals: []string{`"`, "「", "“"}} }

// styles are the ways to quote, in the order of the trigger.
var styles = [...]struct{ open, close string }{{`"`, `"`}, {"「", "」"}, {"“", "”"}}

// A style is the document's own if at least so many quotations have it, and at most a tenth do not.
const ownQuotes = 8

func (quotes) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var n [len(styles)]int
	for _, h := range hits {
		n[h.Index]++
	}
	n[0] /= 2
	own := -1
	for i, k := range n {
		if others := n[0] + n[1] + n[2] - k; k >= ownQuotes && others > 0 && others*10 <= k {
			own = i
		}
	}
	if own < 1 { // straight quotes throughout have no direction to go by
		return nil
	}
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	done := -1
	for _, h := range hits {
		if h.Index == own || h.Span.Start < done {
			continue
		}
		ln := lines.Span(lines.At(h.Span.Start))
		s := text.Span{Start: h.Span.Start, End: on(src, h.Span.End, 60, ln)}
		i := strings.Index(src[h.Span.End:s.End], styles[h.Index].close)
		if i < 0 {
			continue
		}
		inner := text.Span{Start: h.Span.End, End: h.Span.End + i}
		done = inner.End + 1
		if !chineseInside(inner.Of(src)) || next(src, h.Span.End, ln).class != scan.Han && prev(src, h.Span.Start, ln).class != scan.Han {
			continue
		}
		b, e := h.Span, text.Span{Start: inner.End, End: inner.End + len(styles[h.Index].close)}
		m := checks.At(b.Start, e.End)
		m.Vars = map[string]string{"quotation": src[b.Start:e.End], "open": styles[own].open, "close": styles[own].close}
		m.Fixes = checks.Rewrite(d, []text.Edit{{Span: b, New: styles[own].open}, {Span: e, New: styles[own].close}}, checks.ProofNone)
		out = append(out, m)
	}
	return gather(d, out)
}

// chineseInside reports whether s is Chinese throughout: no mark of a sentence of another language, no other quotation.
func chineseInside(s string) bool {
	han := false
	for _, r := range s {
		switch c := scan.ClassOf(r); {
		case c == scan.Han:
			han = true
		case strings.ContainsRune("“”「」\"", r), c == scan.HalfSymbol:
			return false
		}
	}
	return han
}

// ellipsis looks for full stops of ASCII in a row that stand for …… inside a Chinese sentence (GB/T 15834 4.11).
type ellipsis struct{}

func (ellipsis) Trigger() scan.Trigger { return scan.Trigger{Literals: []string{"..."}} }

func (ellipsis) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	done := -1
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		ln := lines.Span(lines.At(h.Span.Start))
		s := h.Span
		for c := next(src, s.End, ln); c.r == '.' || c.r == '．'; c = next(src, s.End, ln) {
			s.End = c.span.End
		}
		done = s.End
		b, a := prev(src, s.Start, ln), next(src, s.End, ln)
		// at the end of a line it shortens a headline
		if s.Len() > 6 || b.class != scan.Han && b.class != scan.Close || a.class != scan.Han && a.class != scan.Close && a.class != scan.Pause || !prose(src, s, ln) {
			continue
		}
		m := checks.At(s.Start, s.End)
		m.Fixes = checks.Replace(d, s, "……", checks.ProofNone)
		out = append(out, m)
	}
	return gather(d, out)
}
