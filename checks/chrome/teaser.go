package chrome

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// teaser finds documents of which the site kept the rest.
type teaser struct{ words []string }

func newTeaser(p checks.Params) (checks.Check, error) {
	words, err := listOf(p)
	return teaser{words}, err
}

func (c teaser) Trigger() scan.Trigger { return scan.Trigger{Literals: c.words} }

// teaserLine is the longest such line, in code points.
const teaserLine = 40

func (c teaser) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	m := layout.Of(d)
	h := hits[len(hits)-1]
	i := d.Lines().At(h.Span.Start)
	l := m.Line(i)
	before := i - 1
	if l.Runes() <= teaserLine {
		for before >= 0 && m.Role(before) == layout.Blank {
			before--
		}
	} else {
		before = i // at the end of the paragraph itself
	}
	if before < 0 {
		return nil
	}
	for j := i + 1; j < m.Len(); j++ {
		if m.Role(j).Text() {
			return nil
		}
	}
	said := m.Line(before).Span
	rest := said.Of(d.Text())
	if before == i {
		rest = d.Text()[said.Start:h.Span.Start]
		if said.End-h.Span.End > 30 {
			return nil
		}
	}
	rest = strings.TrimRight(rest, " \t\u3000\u00a0>》【[(（↓▼")
	open := strings.HasSuffix(rest, "…") || strings.HasSuffix(rest, "...") || strings.HasSuffix(rest, "，") || strings.HasSuffix(rest, ",")
	for _, end := range []string{"。", "！", "？", "!", "?", ".", "”", "）", ")", "；", ";", "：", ":"} {
		if !open && strings.HasSuffix(rest, end) {
			return nil
		}
	}
	if !open && !m.Line(before).Prose() && m.Line(before).Runes() < 20 {
		return nil // a heading or a label, not a sentence that stops
	}
	at := l.Span
	if before == i {
		at = h.Span
	}
	f := checks.At(at.Start, at.End)
	if before != i {
		cut := said.Start
		if n := said.End - 60; n > cut {
			for cut = n; cut < said.End && d.Text()[cut]&0xC0 == 0x80; cut++ {
			}
		}
		f.Related = []checks.Note{{Key: "stops", At: []text.Span{{Start: cut, End: said.End}}}}
	}
	return []checks.Match{f}
}
