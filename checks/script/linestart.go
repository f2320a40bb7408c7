package script

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// lineStart looks for marks at the head of a line that can only stand behind something (GB/T 15834 5.1; clreq): what
// stood before them is gone, or the line was cut in the wrong place.
type lineStart struct{}

func (lineStart) Trigger() scan.Trigger {
	return scan.Trigger{
		Literals: []string{"\n，", "\n。", "\n、", "\n；", "\n？", "\n！"},
		Pairs:    []scan.Pair{{A: scan.WideSpace, B: scan.Pause}, {A: scan.WideSpace, B: scan.Stop}, {A: scan.Space, B: scan.Pause}, {A: scan.Space, B: scan.Stop}},
	}
}

func (lineStart) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	for _, h := range hits {
		_, n := utf8.DecodeLastRuneInString(src[:h.Span.End])
		at := h.Span.End - n
		i := lines.At(at)
		ln := lines.Span(i)
		if skipBack(src, at, ln) != ln.Start || len(out) > 0 && out[len(out)-1].Places[0].Start == at {
			continue
		}
		c := next(src, at, ln)
		if c.r == '：' || c.r == '．' || c.class != scan.Stop && c.class != scan.Pause {
			continue
		}
		// a mark alone, or before another mark, is an ornament of the page
		if a := next(src, c.span.End, ln); a.class != scan.Han || ln.End-c.span.End < 18 {
			continue
		}
		out = append(out, checks.At(c.span.Start, c.span.End))
	}
	return gather(d, out)
}
