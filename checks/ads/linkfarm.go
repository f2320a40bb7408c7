package ads

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// linkFarmParams are the [params] of a rule of kind link-farm.
type linkFarmParams struct {
	Headers []string `toml:"headers"` // what such a list is headed with: 友情链接
	Least   int      `toml:"least"`   // names that make a farm; 0 means 5
}

// linkFarm finds long lists of names of other sites at the end of a text.
type linkFarm struct{ linkFarmParams }

func newLinkFarm(p checks.Params) (checks.Check, error) {
	var c linkFarm
	if err := p.Decode(&c.linkFarmParams); err != nil {
		return nil, err
	}
	if len(c.Headers) == 0 {
		return nil, errors.New("link-farm needs headers")
	}
	if c.Least == 0 {
		c.Least = 5
	}
	return &c, nil
}

func (c *linkFarm) Trigger() scan.Trigger { return scan.Trigger{Literals: c.Headers} }

func (c *linkFarm) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	s, lines, done := d.Text(), d.Lines(), -1
	for _, h := range hits {
		n := lines.At(h.Span.Start)
		if n <= done {
			continue
		}
		ln := lines.Span(n)
		head := strings.Trim(s[ln.Start:h.Span.Start], " 　\t【[-—*#>")
		if head != "" {
			continue
		}
		behind := strings.TrimSpace(strings.TrimLeft(s[h.Span.End:ln.End], "：: 　\t】]-—*"))
		names, last := 0, n
		if behind != "" {
			if strings.ContainsAny(behind, "。！？") {
				continue
			}
			names = len(nameChunks(behind))
			if names < 2 {
				continue
			}
		}
		for i := n + 1; i < lines.Len(); i++ {
			t := strings.TrimSpace(lines.Text(i))
			if t == "" {
				continue
			}
			chunks := nameChunks(t)
			if len(chunks) == 0 || strings.ContainsAny(t, "。！？：:") && !strings.Contains(t, "://") {
				break
			}
			names += len(chunks)
			last = i
		}
		if names < c.Least || prosesAfter(lines, last) {
			continue
		}
		done = last
		m := checks.At(ln.Start, lines.Span(last).End)
		m.Vars = map[string]string{"count": itoa(names)}
		m.Evidence = []checks.Note{note("header", "header", h.Span.Of(s))}
		m.Fixes = checks.DeleteLines(d, n, last, checks.ProofFurniture)
		out = append(out, m)
	}
	return out
}

// nameChunks are the names on a line of links; nil if one of its parts is too long to be a name.
func nameChunks(t string) []string {
	chunks := strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune("|｜,，、 　\t;；", r) })
	if slices.ContainsFunc(chunks, func(w string) bool { return utf8.RuneCountInString(w) > 30 }) {
		return nil
	}
	return chunks
}

// prosesAfter reports whether sentences follow line n: then the list was not at the end.
func prosesAfter(lines *text.Lines, n int) bool {
	count := 0
	for i := n + 1; i < lines.Len(); i++ {
		if t := lines.Text(i); utf8.RuneCountInString(t) > 40 && strings.ContainsAny(t, "。；") {
			if count++; count >= 2 {
				return true
			}
		}
	}
	return false
}
