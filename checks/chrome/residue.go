package chrome

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// residue finds markup that a converter left: style sheets, tags, conditional comments, page breaks of editors, image links.
type residue struct {
	styles []string // a line with one of them and without Han is a style sheet or a script
	marks  []string // stand for themselves
}

type residueParams struct {
	Styles []string `toml:"styles"`
	Marks  []string `toml:"marks"`
	Tags   []string `toml:"tags"` // what opens a tag, < included
}

func newResidue(p checks.Params) (checks.Check, error) {
	var v residueParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	return &residueCheck{residue{v.Styles, v.Marks}, append(append(append([]string{}, v.Styles...), v.Marks...), v.Tags...)}, nil
}

type residueCheck struct {
	residue
	literals []string
}

func (c *residueCheck) Trigger() scan.Trigger {
	return scan.Trigger{Literals: append([]string{"!["}, c.literals...)}
}

// residueLine is the longest line that is judged as a whole, in bytes.
const residueLine = 20_000

func (c *residueCheck) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src, lines := d.Text(), d.Lines()
	for k := 0; k < len(hits); {
		i := lines.At(hits[k].Span.Start)
		ln := lines.Span(i)
		var spans []text.Span
		style := false
		for ; k < len(hits) && hits[k].Span.Start <= ln.End; k++ {
			h := hits[k]
			if len(spans) > 0 && h.Span.Start < spans[len(spans)-1].End {
				continue
			}
			switch n := h.Index - 1; {
			case n < 0:
				if s, ok := image(src, h.Span.Start, ln.End); ok {
					spans = append(spans, s)
				}
			case n < len(c.styles):
				style = true
				spans = append(spans, styleSpan(src, h.Span, ln))
			case n < len(c.styles)+len(c.marks):
				spans = append(spans, h.Span)
			default:
				if s, ok := tag(src, h.Span, ln.End); ok {
					spans = append(spans, s)
				}
			}
		}
		if len(spans) == 0 {
			continue
		}
		whole := style && ln.Len() < residueLine && !hasHan(ln.Of(src)) || strings.TrimSpace(without(src, ln, spans)) == ""
		m := checks.Match{Places: spans}
		if whole {
			m.Places = []text.Span{visibleSpan(ln.Of(src), ln.Start)}
			m.Fixes = checks.DeleteLines(d, i, i, checks.ProofFurniture)
		} else {
			var es []text.Edit
			for _, s := range spans {
				es = append(es, text.Edit{Span: s})
			}
			m.Fixes = checks.Rewrite(d, es, checks.ProofNone)
		}
		out = append(out, m)
	}
	return out
}

// image is the span of ![…](…) at a.
func image(src string, a, end int) (text.Span, bool) {
	i := strings.Index(src[a:end], "](")
	if i < 0 || i > 200 || strings.Contains(src[a+2:a+i], "![") {
		return text.Span{}, false
	}
	j := strings.IndexByte(src[a+i:end], ')')
	if j < 0 || j > 600 {
		return text.Span{}, false
	}
	return text.Span{Start: a, End: a + i + j + 1}, true
}

// tag is the span of <…> that the literal at h opens, if the literal is the whole name; a comment ends at -->.
func tag(src string, h text.Span, end int) (text.Span, bool) {
	a := h.Start
	if c := src[h.End-1]; c >= 'a' && c <= 'z' && h.End < end && !strings.ContainsRune(" >/\t", rune(src[h.End])) {
		return text.Span{}, false // <triplet>
	}
	close := ">"
	if strings.HasPrefix(src[a:], "<!--") {
		close = "-->"
	}
	i := strings.Index(src[a:min(end, a+1500)], close)
	if i < 0 {
		return text.Span{}, false
	}
	return text.Span{Start: a, End: a + i + len(close)}, true
}

// styleSpan is the run of a style sheet around s within its line: up to the brace that closes it.
func styleSpan(src string, s, ln text.Span) text.Span {
	limit := min(ln.End, s.Start+2000)
	if i := strings.IndexByte(src[s.Start:limit], '}'); i >= 0 && strings.IndexByte(src[s.Start:s.Start+i], '{') >= 0 {
		return text.Span{Start: s.Start, End: s.Start + i + 1}
	}
	return s
}

func hasHan(s string) bool {
	for _, r := range s {
		if scan.ClassOf(r) == scan.Han {
			return true
		}
	}
	return false
}

// without is line ln with spans left out.
func without(src string, ln text.Span, spans []text.Span) string {
	var b strings.Builder
	at := ln.Start
	for _, s := range spans {
		b.WriteString(src[at:s.Start])
		at = s.End
	}
	b.WriteString(src[at:ln.End])
	return b.String()
}
