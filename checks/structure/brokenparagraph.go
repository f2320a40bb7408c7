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

// brokenParagraph finds single paragraphs that break inside a sentence, in a text whose paragraphs end as sentences do. Where most
// lines break so, the text is hard-wrapped.
type brokenParagraph struct {
	Share  float64 `toml:"share"`  // of the long lines end as sentences do, where the halves alone speak of a break
	Proved float64 `toml:"proved"` // of them end so, where the words at the break do
	Lines  int     `toml:"lines"`  // long lines at least
}

func newBrokenParagraph(p checks.Params) (checks.Check, error) {
	c := brokenParagraph{Share: 0.9, Proved: 0.6, Lines: 8}
	err := p.Decode(&c)
	return c, err
}

func (brokenParagraph) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

// tear is a line that stops inside a sentence, and the next one of text, which goes on with it.
type tear struct {
	a, b   text.Span
	from   int  // where the text of b begins
	marked bool // a begins with the number of a heading
	blank  bool // an empty line stands between
	proved bool // the words at the break belong together
	usual  bool // the halves are those of a long paragraph
}

func (c brokenParagraph) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	s := d.Text()
	var found []tear
	seams := 0
	for _, i := range openLines(d) {
		x, ok := tearAt(d, i)
		if !ok {
			continue
		}
		switch {
		case latin(last(s, x.a.End)) || last(s, x.a.End) == ',':
			x.proved = true
			ok = goesOnSmall(s, x)
		case paragraph(s, x.a) && unfinished(s, x.a):
			if x.proved = pausing(last(s, x.a.End)) && !x.blank; !x.proved && seams < mostSeams {
				seams++
				x.proved = joined(s, x) || strange(s, x) || lone(s, x.a)
			}
			x.usual = goesOnAt(s, text.Span{Start: x.from, End: x.b.End}) && (!x.blank || pausing(last(s, x.a.End)))
			ok = x.usual || x.proved && proseful(s, x.b, x.from)
		case pausing(last(s, x.a.End)) && !x.blank:
			ok = proseful(s, x.b, x.from) && isHan(next(s, x.from)) && (x.a.Len() >= paragraphBytes || x.b.Len() >= 2*paragraphBytes)
			x.proved = ok
		default:
			if ok = startsSo(s, x) && seams < mostSeams; ok {
				seams++
				ok = leansOn(seamOf(s, x)) || !x.marked && (known(s, x) && strange(s, x) || strings.ContainsAny(s[x.a.Start:x.a.End], "，。") && joined(s, x) && !endsSo(s, x))
				x.proved = ok
			}
		}
		if ok {
			found = append(found, x)
		}
	}
	if len(found) == 0 {
		return nil
	}
	share, body, enough := c.whole(d)
	if !enough {
		return nil
	}
	var out []checks.Match
	for _, x := range found {
		if sure := x.proved && share >= c.Proved && body >= c.Proved; !sure && (share < c.Share || !x.usual) {
			continue
		}
		r, q := last(s, x.a.End), next(s, x.from)
		glue := ""
		if latin(q) && (latin(r) || r == ',') {
			glue = " "
		}
		f := checks.At(x.a.End-utf8.RuneLen(r), x.from+utf8.RuneLen(q))
		f.Evidence = []checks.Note{{Key: "ends"}}
		f.Fixes = checks.Replace(d, text.Span{Start: x.a.End, End: x.from}, glue, checks.ProofNone)
		out = append(out, f)
	}
	return out
}

// tearAt looks at line i, which stops inside a sentence, and the next line of text: neither is a heading, and the next begins no paragraph.
func tearAt(d *document.Document, i int) (x tear, ok bool) {
	s, lines, m, o := d.Text(), d.Lines(), layout.Of(d), outline.Of(d)
	k := i + 1
	if r := last(s, lines.Span(i).End); r == '”' || r == '》' {
		return x, false // a quotation may end a paragraph
	} else if k < lines.Len() && m.Role(k) == layout.Blank {
		k++
		x.blank = true
	}
	if k >= lines.Len() || m.Role(i) != layout.Body || m.Role(k) != layout.Body && m.Role(k) != layout.Closing {
		return x, false
	}
	x.a, x.b = lines.Span(i), lines.Span(k)
	x.from = skipBlank(s, x.b)
	if x.from >= x.b.End || x.from-x.b.Start >= 3 && (skipBlank(s, x.a) > x.a.Start || x.from-x.b.Start > mostIndent) {
		return x, false
	}
	if _, marked := o.Marked(x.from); marked || ranIn(s, o, x.a) {
		return x, false
	}
	_, x.marked = o.Marked(skipBlank(s, x.a))
	return x, true
}

// whole is which share of the long lines of the text end as sentences do, and of all of its lines, and whether there are enough to tell.
func (c brokenParagraph) whole(d *document.Document) (long, body float64, enough bool) {
	s, lines, m := d.Text(), d.Lines(), layout.Of(d)
	all, ends, lesser, lesserEnds := 0, 0, 0, 0
	for i := range lines.Len() {
		ln := lines.Span(i)
		if ln.Len() < leastHalf || m.Role(i) != layout.Body {
			continue
		}
		end := 1
		if within(s, ln) {
			end = 0
		}
		lesser, lesserEnds = lesser+1, lesserEnds+end
		if ln.Len() >= paragraphBytes {
			all, ends = all+1, ends+end
		}
	}
	return float64(ends) / float64(max(all, 1)), float64(lesserEnds) / float64(max(lesser, 1)), all >= c.Lines
}

const (
	paragraphBytes = 3 * 40
	leastHalf      = 3 * 8
	mostIndent     = 8       // bytes; what stands further in was set so
	mostSeams      = 200     // so many breaks are looked up in the text, which a wrapped one is full of
	seamBytes      = 1 << 16 // on either side of it
)

// paragraph: the line is long, and Chinese.
func paragraph(s string, ln text.Span) bool {
	return ln.Len() >= paragraphBytes && mostlyHan(s[ln.Start:ln.End])
}

func pausing(r rune) bool { return r == '，' || r == '、' }

// unfinished: the line holds sentences, and after the last of them one that goes on. A heading or an entry of a list holds none.
func unfinished(s string, ln text.Span) bool {
	t := s[ln.Start:ln.End]
	if r := last(s, ln.End); r == '，' || r == '、' || r == ',' {
		return true
	}
	return strings.ContainsAny(t, "。！？") && !strings.ContainsAny(t, "|\t") && strings.Count(t, " ") < 4
}

// lone: only a character or two stand behind the last mark of the line.
func lone(s string, ln text.Span) bool {
	i := strings.LastIndexAny(s[ln.Start:ln.End], "。！？；，")
	return i > 0 && ln.End-ln.Start-i-len("。") <= 2*len("。") && isHan(last(s, ln.End))
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
