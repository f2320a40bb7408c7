package structure

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// runInList finds enumerations of items that stand in one paragraph: 1.为…2.为…
type runInList struct {
	Items int `toml:"items"` // from how many items on; a shorter list is set inline on purpose
}

// mostListBytes is how long a paragraph with a list of sections may be; a longer one holds the sections themselves.
const mostListBytes = 3 * 800

func newRunInList(p checks.Params) (checks.Check, error) {
	c := runInList{Items: 4}
	return c, p.Decode(&c)
}

func (runInList) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (c runInList) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	s, o, lines := d.Text(), outline.Of(d), d.Lines()
	var out []checks.Match
	for _, l := range o.Lists {
		if len(l.Items) < c.Items {
			continue
		}
		switch l.Kind {
		case outline.Arabic, outline.ArabicParen, outline.HalfParen, outline.Circled, outline.HanParen:
		default:
			continue
		}
		first := o.Markers[l.Items[0]]
		ln := lines.Span(first.Line)
		// What numbers sections stands on a line that holds many of them too; that is collapsed-paragraphs'.
		if l.Kind == outline.HanParen && (ln.Len() > mostListBytes || !announced(s, ln, first.Span.Start)) || !mostlyHan(s[ln.Start:ln.End]) {
			continue
		}
		m := checks.Match{Vars: map[string]string{"items": strconv.Itoa(len(l.Items))}}
		var es []text.Edit
		inline := 0
		for i, k := range l.Items {
			x := o.Markers[k]
			if x.N != i+1 || x.Line != first.Line {
				break
			}
			if x.Start {
				inline++
				continue
			}
			g := gapBefore(s, x.Span.Start)
			if !g.ends || !stops(g.mark) && i > 0 {
				break
			}
			inline++
			m.Places = append(m.Places, x.Span)
			if e, ok := breakAt(s, ln, x.Span.Start); ok {
				es = append(es, e)
			}
		}
		if inline < c.Items || inline < len(l.Items) {
			continue
		}
		m.Evidence = []checks.Note{{Key: "ascending"}}
		if announced(s, ln, first.Span.Start) {
			m.Evidence = append(m.Evidence, checks.Note{Key: "announced"})
		} else {
			m.Severity, m.Level = checks.Info, checks.Medium
		}
		m.Fixes = checks.Rewrite(d, es, checks.ProofNone)
		out = append(out, m)
	}
	return out
}

// announced: the sentence before the list says that one follows: 十件民生实事。 以下工作：
func announced(s string, ln text.Span, off int) bool {
	if off == ln.Start {
		return true
	}
	g := gapBefore(s, off)
	if g.mark == ':' || g.mark == '：' {
		return true
	}
	from := max(ln.Start, g.start-120)
	before := strings.TrimRight(s[from:g.start], "。！!")
	if i := strings.LastIndexAny(before, "。！!"); i >= 0 {
		before = before[i:]
	}
	for _, w := range []string{"件", "项", "条", "个方面", "类", "如下", "以下", "下列", "項", "條", "個方面"} {
		if i := strings.LastIndex(before, w); i > 0 {
			if w == "如下" || w == "以下" || w == "下列" {
				return true
			}
			r := last(before, i)
			return isDigit(r) || strings.ContainsRune("一二三四五六七八九十几", r)
		}
	}
	return false
}
