package chrome

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// residue finds markup that a converter left: tags, style sheets, scripts, page marks of a CMS, bulletin board codes,
// Markdown, the field data of Word. What opens a piece is cheap to find; the piece is then read by its grammar.
type residue struct {
	residueWords
	literals []string
	scripts  int // index of the first literal of scripts
	styles   int // … of declarations
	marks    int // … of literal marks
	attrs    int // … of attributes
}

type residueParams struct {
	Elements   []string `toml:"elements"`   // names of HTML elements
	Worded     []string `toml:"worded"`     // those of them that are English words: alone they may be names of values
	Prefixes   []string `toml:"prefixes"`   // namespaces of XML
	Properties []string `toml:"properties"` // of style sheets
	Styles     []string `toml:"styles"`     // open a declaration outside braces
	Scripts    []string `toml:"scripts"`    // stand in scripts only
	Marks      []string `toml:"marks"`      // stand for themselves
	Attributes []string `toml:"attributes"` // what opens an attribute, quote included
	Boards     []string `toml:"boards"`     // names of bulletin board codes
}

// residueWords are the names that the grammars know, in lower case.
type residueWords struct{ elements, worded, prefixes, properties, boards map[string]bool }

// openers are what the pieces that are read by a grammar begin with, or hold.
var openers = []string{"<", "{", "[", "&lt;", "**", "## ", "# ", "base64,", "#p#", "X-NONE", "false false false", "\\par", "\\fs", "\\rtf", "/*", "|-", "| -", "|:-", "| :-",
	"&amp;lt;", "\\u003c", "@import ", "MERGEFORMAT", "HYPERLINK \"", "TOC \\o", "PAGEREF _", "EMBED "}

func newResidue(p checks.Params) (checks.Check, error) {
	var v residueParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	c := &residue{residueWords: residueWords{setOf(v.Elements), setOf(v.Worded), setOf(v.Prefixes), setOf(v.Properties), setOf(v.Boards)}}
	c.scripts = len(openers)
	c.styles = c.scripts + len(v.Scripts)
	c.marks = c.styles + len(v.Styles)
	c.attrs = c.marks + len(v.Marks)
	c.literals = slices.Concat(openers, v.Scripts, v.Styles, v.Marks, v.Attributes)
	return c, nil
}

func setOf(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

func (c *residue) Trigger() scan.Trigger { return scan.Trigger{Literals: c.literals} }

// residueLine is the longest line that is judged as a whole, in bytes.
const residueLine = 20_000

func (c *residue) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src, lines := d.Text(), d.Lines()
	talk := talkOfMarkup{}
	for k := 0; k < len(hits); {
		i := lines.At(hits[k].Span.Start)
		ln := lines.Span(i)
		p := pieces{words: &c.residueWords, src: src, ln: ln}
		for ; k < len(hits) && hits[k].Span.Start <= ln.End; k++ {
			h := hits[k]
			if p.taken(h.Span.Start) {
				continue
			}
			switch {
			case h.Index < c.scripts:
				c.open(&p, h, lines, i)
			case h.Index < c.styles:
				p.script(h.Span)
			case h.Index < c.marks:
				p.declarations(h.Span)
			case h.Index < c.attrs:
				p.add(h.Span)
			default:
				p.attributes(h.Span.Start)
			}
		}
		talk.quoted += p.quoted
		if len(p.spans) == 0 {
			continue
		}
		p.unite()
		whole := p.covers()
		m := checks.Match{Places: p.spans}
		if whole {
			last := i
			if p.code {
				last = blockEnd(lines, i)
			}
			m.Places = nil
			for j := i; j <= last; j++ {
				if v := visibleSpan(lines.Text(j), lines.Start(j)); v.Len() > 0 {
					m.Places = append(m.Places, v)
				}
			}
			m.Fixes = checks.DeleteLines(d, i, last, checks.ProofFurniture)
			for end := lines.Span(last).End; k < len(hits) && hits[k].Span.Start < end; k++ {
			}
		} else {
			m.Fixes = checks.Rewrite(d, p.cuts(), checks.ProofNone)
		}
		out = append(out, m)
	}
	if talk.about(src, out) {
		return nil
	}
	return out
}

// open reads what the opener at h begins.
func (c *residue) open(p *pieces, h scan.Hit, lines *text.Lines, i int) {
	if p.src[h.Span.Start] >= utf8.RuneSelf {
		return // full-width: a mark of the text
	}
	switch openers[h.Index] {
	case "<":
		p.angle(h.Span.Start)
	case "{":
		p.brace(h.Span.Start)
	case "[":
		p.bracket(h.Span.Start)
	case "&lt;":
		p.tag(h.Span.Start, "&lt;", "&gt;")
	case "&amp;lt;":
		p.tag(h.Span.Start, "&amp;lt;", "&amp;gt;")
	case "\\u003c":
		p.tag(h.Span.Start, "\\u003c", "\\u003e")
	case "@import ":
		p.statement(h.Span)
	case "MERGEFORMAT", "HYPERLINK \"", "TOC \\o", "PAGEREF _", "EMBED ":
		p.fieldCode(h.Span)
	case "**":
		p.emphasis(h.Span.Start)
	case "## ", "# ":
		p.heading(h.Span)
	case "base64,":
		p.dataURI(h.Span)
	case "#p#":
		p.pageMark(h.Span.Start)
	case "X-NONE", "false false false":
		p.wordFields(h.Span)
	case "\\par", "\\fs", "\\rtf":
		p.richText(h.Span)
	case "/*":
		p.comment(h.Span.Start)
	default:
		p.tableRule(lines, i)
	}
}

// pieces gathers the residue of one line.
type pieces struct {
	words  *residueWords
	src    string
	ln     text.Span
	spans  []text.Span
	closed map[int]bool // where the second halves of pairs begin
	code   bool         // a style sheet or a script is among them
	quoted int          // tags that the text speaks of
}

func (p *pieces) add(s text.Span) { p.spans = append(p.spans, s) }

// pair adds two halves that enclose text.
func (p *pieces) pair(a, b text.Span) {
	p.add(a)
	p.add(b)
	if p.closed == nil {
		p.closed = map[int]bool{}
	}
	p.closed[b.Start] = true
}

// taken reports whether offset at lies in a piece found already. Hits come in order, so only the latest pieces can hold it.
func (p *pieces) taken(at int) bool {
	if p.closed[at] {
		return true
	}
	for k := len(p.spans) - 1; k >= 0 && k >= len(p.spans)-4; k-- {
		if s := p.spans[k]; s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}

// unite sorts the pieces and joins those that touch or overlap.
func (p *pieces) unite() {
	slices.SortFunc(p.spans, func(a, b text.Span) int { return a.Start - b.Start })
	out := p.spans[:1]
	for _, s := range p.spans[1:] {
		if last := &out[len(out)-1]; s.Start < last.End {
			last.End = max(last.End, s.End)
		} else {
			out = append(out, s)
		}
	}
	p.spans = out
}

// covers reports whether nothing of the line is text.
func (p *pieces) covers() bool {
	if p.ln.Len() >= residueLine {
		return false
	}
	at := p.ln.Start
	for _, s := range append(p.spans, text.Span{Start: p.ln.End, End: p.ln.End}) {
		if strings.Trim(p.src[at:s.Start], " \t\r\u3000\u00a0;") != "" {
			return false
		}
		at = s.End
	}
	return true
}

// cuts are the edits that take the pieces out. Where words or figures on both sides would run together, a space stays.
func (p *pieces) cuts() []text.Edit {
	es := make([]text.Edit, len(p.spans))
	for i, s := range p.spans {
		es[i].Span = s
		if i+1 < len(p.spans) && p.spans[i+1].Start == s.End {
			continue // the last of those that touch decides
		}
		first := s.Start
		for k := i; k > 0 && p.spans[k-1].End == first; k-- {
			first = p.spans[k-1].Start
		}
		if first > p.ln.Start && s.End < p.ln.End && asciiWord(rune(p.src[first-1])) && asciiWord(rune(p.src[s.End])) && separates(p.src[first:s.End]) {
			es[i].New = " "
		}
	}
	return es
}

// separates reports whether markup s parts what stands on its sides: cells of a table, paragraphs, lines.
func separates(s string) bool {
	for _, w := range [...]string{"td", "th", "br", "p", "div", "li", "tr"} {
		if foldIndex(s, "<"+w) >= 0 || foldIndex(s, "</"+w+">") >= 0 {
			return true
		}
	}
	return false
}
