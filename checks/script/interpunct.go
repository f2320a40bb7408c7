package script

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/habit"
)

// interpunct looks for dots that stand where the interpunct · U+00B7 belongs (GB/T 15834 4.14; clreq): between the parts
// of a name, a title, a date that names an event.
type interpunct struct{}

func (interpunct) Trigger() scan.Trigger { return scan.Trigger{Classes: []scan.Class{scan.Interpunct}} }

// joined are what an interpunct joins.
var joined = scan.SetOf(scan.Han, scan.Digit, scan.Lower, scan.Upper, scan.Close, scan.Open, scan.FullDigit)

func (interpunct) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	for _, h := range hits {
		dot := h.Span.Of(src)
		if dot == "·" || dot == "●" { // the right one; and a mark for what is left out
			continue
		}
		ln := lines.Span(lines.At(h.Span.Start))
		b, a := prev(src, h.Span.Start, ln), next(src, h.Span.End, ln)
		if !joined.Has(b.class) || !joined.Has(a.class) || b.class == scan.Open || a.class == scan.Close {
			continue
		}
		if b.class != scan.Han && a.class != scan.Han && (b.class != scan.Digit || a.class != scan.Digit) && b.class != scan.Close && a.class != scan.Open {
			continue
		}
		if dot != "•" && dot != "∙" { // ‧ is the interpunct of Taiwan, ・ that of Japanese text
			if habit.ScriptsOf(d).TraditionalText() || habit.Of(d).Japanese() || b.class != scan.Han || a.class != scan.Han {
				continue
			}
		}
		m := checks.At(h.Span.Start, h.Span.End)
		proof := checks.ProofNone
		if b.class == scan.Han && a.class == scan.Han && onlyDot(src, h.Span, ln) {
			proof = checks.ProofShape
		}
		m.Fixes = checks.Replace(d, h.Span, "·", proof)
		out = append(out, m)
	}
	return gather(d, out)
}

// onlyDot reports whether no other dot of the kind stands within a name's reach: a row of them may be a menu or a list.
func onlyDot(src string, at, ln text.Span) bool {
	dot := at.Of(src)
	for off, n := at.End, 0; n < 20; n++ {
		c := next(src, off, ln)
		if c.class == scan.LF {
			break
		}
		if c.span.Of(src) == dot {
			return false
		}
		off = c.span.End
	}
	for off, n := at.Start, 0; n < 20; n++ {
		c := prev(src, off, ln)
		if c.class == scan.LF {
			break
		}
		if c.span.Of(src) == dot {
			return false
		}
		off = c.span.Start
	}
	return true
}
