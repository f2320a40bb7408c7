package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// brokenParagraph finds single paragraphs of Chinese that break inside a sentence, in a text whose paragraphs end as sentences do.
// Where most lines break so, the text is hard-wrapped.
type brokenParagraph struct {
	Share float64 `toml:"share"` // of the long lines end as sentences do
	Lines int     `toml:"lines"` // long lines at least
}

func newBrokenParagraph(p checks.Params) (checks.Check, error) {
	c := brokenParagraph{Share: 0.9, Lines: 8}
	err := p.Decode(&c)
	return c, err
}

func (brokenParagraph) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (c brokenParagraph) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	s, lines := d.Text(), d.Lines()
	var open []int // long lines that stop inside a sentence
	for _, i := range openLines(d) {
		if paragraph(s, lines.Span(i)) {
			open = append(open, i)
		}
	}
	if len(open) == 0 {
		return nil
	}
	m, o := layout.Of(d), outline.Of(d)
	var out []checks.Match
	for _, i := range open {
		k := i + 1
		r := last(s, lines.Span(i).End)
		if r == '”' || r == '》' {
			continue // a quotation may end a paragraph
		} else if k < lines.Len() && m.Role(k) == layout.Blank && !isHan(r) {
			k++
		}
		if k >= lines.Len() || m.Role(i) != layout.Body || m.Role(k) != layout.Body && m.Role(k) != layout.Closing {
			continue
		}
		a, b := lines.Span(i), lines.Span(k)
		start := skipBlank(s, b)
		if _, marked := o.Marked(start); marked || start-b.Start >= 3 && skipBlank(s, a) > a.Start || !unfinished(s, a) || ranIn(s, o, a) || !goesOnAt(s, text.Span{Start: start, End: b.End}) {
			continue
		}
		if len(out) == 0 && !c.exceptions(d, len(open)) {
			return nil
		}
		f := checks.At(a.End-utf8.RuneLen(r), start+utf8.RuneLen(next(s, start)))
		f.Evidence = []checks.Note{{Key: "ends"}}
		f.Fixes = checks.Replace(d, text.Span{Start: a.End, End: start}, "", checks.ProofNone)
		out = append(out, f)
	}
	return out
}

// exceptions: there are so many long lines that the open ones among them are the few that do not end as sentences do.
func (c brokenParagraph) exceptions(d *document.Document, open int) bool {
	s, lines := d.Text(), d.Lines()
	all := 0
	for i := range lines.Len() {
		if paragraph(s, lines.Span(i)) {
			all++
		}
	}
	return all >= c.Lines && float64(all-open) >= c.Share*float64(all)
}

// paragraph: the line is long, and Chinese.
func paragraph(s string, ln text.Span) bool {
	return ln.Len() >= 3*40 && mostlyHan(s[ln.Start:ln.End])
}

// unfinished: the line holds sentences, and after the last of them one that goes on. A heading or an entry of a list holds none.
func unfinished(s string, ln text.Span) bool {
	t := s[ln.Start:ln.End]
	if r := last(s, ln.End); r == '，' || r == '、' || r == ',' {
		return true
	}
	return strings.ContainsAny(t, "。！？") && !strings.ContainsAny(t, "|\t") && strings.Count(t, " ") < 4
}

// ranIn: what stands behind the last sentence of the line is a numbered heading that a lost break put there.
func ranIn(s string, o *outline.Outline, ln text.Span) bool {
	i := strings.LastIndexAny(s[ln.Start:ln.End], "。！？")
	if i < 0 {
		return false
	}
	at := ln.Start + i
	at += utf8.RuneLen(next(s, at))
	for at < ln.End && (isBlank(next(s, at)) || strings.ContainsRune("”’」』）)》", next(s, at))) {
		at += utf8.RuneLen(next(s, at))
	}
	_, marked := o.Marked(at)
	return marked
}

// goesOnAt: ln begins inside a sentence and ends one.
func goesOnAt(s string, ln text.Span) bool {
	r := next(s, ln.Start)
	if ln.Len() < 6 || !isHan(r) && !strings.ContainsRune("，。、；”）》", r) {
		return false
	}
	g := gapBefore(s, ln.End)
	return g.ends && !strings.HasPrefix(s[ln.Start:], "各位代表") && !strings.HasPrefix(s[ln.Start:], "——")
}
