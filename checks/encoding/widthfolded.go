package encoding

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// widthFolded finds documents whose full-width marks became ASCII: a property of the pipeline, so it is one finding.
type widthFolded struct {
	Sites int     `toml:"sites"` // least number of marks between Han
	Share float64 `toml:"share"` // least share of them that are ASCII
}

func newWidthFolded(p checks.Params) (checks.Check, error) {
	c := widthFolded{Sites: 20, Share: 0.95}
	err := p.Decode(&c)
	return c, err
}

func (widthFolded) Trigger() scan.Trigger {
	return scan.Trigger{Pairs: []scan.Pair{{A: scan.Han, B: scan.Comma}, {A: scan.Han, B: scan.Colon}, {A: scan.Han, B: scan.Semicolon}}}
}

// wide are the marks that folding U+FF01–FF5E takes from Chinese text, with what they were.
var wide = [utf8.RuneSelf]string{',': "，", ':': "：", ';': "；", '!': "！", '?': "？", '(': "（", ')': "）"}

func (c widthFolded) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if len(hits) < c.Sites {
		return nil
	}
	src := d.Text()
	half := 0
	for _, h := range hits {
		if r, _ := utf8.DecodeRuneInString(src[h.Span.End:]); scan.ClassOf(r) == scan.Han {
			half++
		}
	}
	// Full-width marks of the same kinds; 。、“” survive the folding and say nothing.
	full := strings.Count(src, "，") + strings.Count(src, "；") + strings.Count(src, "：")
	if half < c.Sites || float64(half) < c.Share*float64(half+full) {
		return nil
	}
	edits := restore(src)
	m := checks.Match{Places: make([]text.Span, 0, len(edits)), Vars: map[string]string{"half": fmt.Sprint(half), "full": fmt.Sprint(full), "count": fmt.Sprint(len(edits))}}
	for _, e := range edits {
		m.Places = append(m.Places, e.Span)
	}
	if len(m.Places) == 0 {
		return nil
	}
	m.Evidence = []checks.Note{{Key: "ratio"}}
	m.Fixes = checks.Rewrite(d, edits, checks.ProofNone)
	return []checks.Match{m}
}

// restore widens every mark whose nearest visible neighbours, quotes and percent signs passed over, are not both ASCII letters or
// digits; brackets are decided in pairs.
func restore(src string) []text.Edit {
	var out []text.Edit
	var open []int // edits or, negative, kept places of ( on this line
	for i := 0; i < len(src); i++ {
		b := src[i]
		if b >= utf8.RuneSelf {
			continue
		}
		if b == '\n' {
			open = open[:0]
			continue
		}
		w := wide[b]
		if w == "" {
			continue
		}
		latin := ascii(neighbour(src, i, -1)) && ascii(neighbour(src, i+1, 1)) || inURL(src, i)
		e := text.Edit{Span: text.Span{Start: i, End: i + 1}, New: w}
		switch b {
		case '(':
			open = append(open, len(out))
			if latin {
				open[len(open)-1] = -1 - i
			} else {
				out = append(out, e)
			}
		case ')':
			if n := len(open); n > 0 {
				o := open[n-1]
				open = open[:n-1]
				if latin && o >= 0 || !latin && o < 0 { // one side speaks Chinese: both are wide
					if o < 0 {
						at := -1 - o
						out = append(out, text.Edit{Span: text.Span{Start: at, End: at + 1}, New: wide['(']})
					}
					out = append(out, e)
					continue
				}
			}
			if !latin {
				out = append(out, e)
			}
		default:
			if !latin {
				out = append(out, e)
			}
		}
	}
	slices.SortFunc(out, func(a, b text.Edit) int { return a.Span.Start - b.Span.Start }) // late brackets come to their place
	return out
}

// neighbour is the nearest visible character in direction dir from offset i, quotes and percent signs passed over; 0 at the end
// of the line.
func neighbour(src string, i, dir int) rune {
	for {
		var r rune
		var n int
		if dir < 0 {
			r, n = utf8.DecodeLastRuneInString(src[:i])
			i -= n
		} else {
			r, n = utf8.DecodeRuneInString(src[i:])
			i += n
		}
		switch {
		case n == 0, r == '\n':
			return 0
		case r == ' ', r == 0xa0, r == '%', r == '"', r == '\'', r == '“', r == '”', r == '‘', r == '’', r == '\r':
		default:
			return r
		}
	}
}

func ascii(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// inURL reports whether the mark at i stands in an address such as http://x or a?b=c.
func inURL(src string, i int) bool {
	if src[i] == ':' && i+2 < len(src) && src[i+1] == '/' && src[i+2] == '/' {
		return true
	}
	return src[i] == '?' && i > 0 && ascii(rune(src[i-1])) && i+1 < len(src) && ascii(rune(src[i+1]))
}
