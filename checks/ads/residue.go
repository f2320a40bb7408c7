package ads

import (
	"errors"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// residueParams are the [params] of a rule of kind doorway-residue.
type residueParams struct {
	Code    []string `toml:"code"`    // literals of injected code; every one has four ASCII characters at least
	Service []string `toml:"service"` // what doorway pages offer place by place: 网站建设, 搬家公司
}

// residue finds what doorway pages leave: injected code, tags with random ids, and the same service for one place after another.
type residue struct{ residueParams }

func newResidue(p checks.Params) (checks.Check, error) {
	var c residue
	if err := p.Decode(&c.residueParams); err != nil {
		return nil, err
	}
	if len(c.Code) == 0 || len(c.Service) == 0 {
		return nil, errors.New("doorway-residue needs code and service")
	}
	return &c, nil
}

func (c *residue) Trigger() scan.Trigger {
	return scan.Trigger{Literals: append(append([]string{}, c.Code...), c.Service...)}
}

// tag is a tag of markup; randomID one whose only attribute is an id nobody would choose: <samp id="ogu0s">.
var (
	tag      = pattern(`(?i)</?[a-z][a-z0-9]{0,11}(?:\s[^<>]{0,200})?/?>`)
	randomID = pattern(`(?i)<[a-z]{1,10} id="[a-z0-9]{4,7}">`)
	script   = pattern(`(?is)<script\b.{0,900}?(?:</script>|$)|<iframe\b.{0,600}?(?:</iframe>|$)|document\.write(?:ln)?\(.{0,600}?\)\s*;?|eval\(function\(p,a,c.{0,900}`)
)

// pattern compiles at first use: a file without residue pays nothing for it.
func pattern(s string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(s) })
}

func (c *residue) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	lines, last := d.Lines(), -1
	var services []scan.Hit
	for _, h := range hits {
		n := lines.At(h.Span.Start)
		if h.Index >= len(c.Code) {
			services = append(services, h)
			continue
		}
		if n == last {
			continue
		}
		ln := lines.Span(n)
		if ln.Len() > 20000 || quoted(d.Text(), ln, h.Span.Start) {
			continue
		}
		if m, ok := c.code(d, n, ln); ok {
			last = n
			out = append(out, m)
		}
	}
	last = -1
	for i, h := range services {
		n := lines.At(h.Span.Start)
		if n == last || i+3 >= len(services) || lines.At(services[i+3].Span.Start) != n {
			continue // fewer than four services on the line
		}
		last = n
		if m, ok := c.places(d, n, lines.Span(n)); ok {
			out = append(out, m)
		}
	}
	return out
}

// code judges a line that holds a literal of injected code: what remains of it without code is a sentence, or nothing.
func (c *residue) code(d *document.Document, n int, ln text.Span) (checks.Match, bool) {
	s := ln.Of(d.Text())
	spans := script().FindAllStringIndex(s, -1)
	if len(spans) == 0 {
		random := randomID().FindAllStringIndex(s, -1)
		if len(random) == 0 {
			return checks.Match{}, false
		}
		spans = tag().FindAllStringIndex(s, -1)
	}
	rest, at := 0, 0
	for _, sp := range spans {
		rest += visibleRunes(s[at:sp[0]])
		at = sp[1]
	}
	rest += visibleRunes(s[at:])
	if rest == 0 {
		m := checks.At(ln.Start, ln.End)
		m.Evidence = []checks.Note{note("code")}
		m.Fixes = checks.DeleteLines(d, n, n, checks.ProofFurniture)
		return m, true
	}
	if rest < 20 && len(spans) < 2 {
		return checks.Match{}, false // a word about a tag, as manuals have it
	}
	m := checks.Match{Evidence: []checks.Note{note("code")}}
	var es []text.Edit
	for _, sp := range spans {
		p := text.Span{Start: ln.Start + sp[0], End: ln.Start + sp[1]}
		m.Places = append(m.Places, p)
		es = append(es, text.Edit{Span: p})
	}
	m.Fixes = checks.Rewrite(d, es, checks.ProofNone)
	return m, true
}

func visibleRunes(s string) int { return utf8.RuneCountInString(strings.TrimSpace(s)) }

// places judges a line of one service for many places: 北京网站建设,上海网站建设,广州网站建设.
func (c *residue) places(d *document.Document, n int, ln text.Span) (checks.Match, bool) {
	if ln.Len() > 4000 {
		return checks.Match{}, false
	}
	f := scan.FoldString(ln.Of(d.Text()))
	if strings.Contains(f, "。") {
		return checks.Match{}, false
	}
	chunks := strings.FieldsFunc(f, func(r rune) bool { return isSeparator(r) || r == '"' })
	named := map[string]bool{}
	for _, w := range chunks {
		if p, k := tables.PlacePrefix(w); k > 0 && containsAny(w[k:], c.Service) != "" && utf8.RuneCountInString(w) <= 16 {
			named[p.Name] = true
		}
	}
	if len(named) < 4 || 10*len(named) < 7*len(chunks) {
		return checks.Match{}, false
	}
	m := checks.At(ln.Start, ln.End)
	m.Evidence = []checks.Note{note("places", "count", itoa(len(named)))}
	m.Fixes = checks.DeleteLines(d, n, n, checks.ProofFurniture)
	return m, true
}
