package pattern

import (
	"errors"
	"fmt"
	"regexp"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return []checks.Kind{
		{Name: "pattern", Phase: checks.PhaseInline, New: newPattern},
		{Name: "line", Phase: checks.PhaseLines, New: newLine},
	}
}

// patternParams are the [params] of a rule of kind pattern.
type patternParams struct {
	Pattern string   `toml:"pattern"` // RE2; a group named "place" narrows what is marked
	Anchors []string `toml:"anchors"` // literals, one of which stands in every match; matched on folded text
	Words   string   `toml:"words"`   // a word list beside the rule, added to the anchors
	Window  int      `toml:"window"`  // bytes looked at before and after the anchor; 0 means 120
	Replace *string  `toml:"replace"` // offered instead of the place; $1 and ${name} expand; always an unsafe fix
}

type pattern struct {
	re      *regexp.Regexp
	place   int
	anchors []string
	window  int
	replace *string
}

// maxWindow keeps a rule from turning back into an expression over the whole text.
const maxWindow = 2000

func newPattern(p checks.Params) (checks.Check, error) {
	v := patternParams{Window: 120}
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	anchors, err := p.More(v.Anchors, v.Words)
	if err != nil {
		return nil, err
	}
	if len(anchors) == 0 {
		return nil, errors.New("pattern needs anchors: literals, one of which stands in every match\nhint: without an anchor the expression would have to run over the whole text")
	}
	if v.Window < 1 || v.Window > maxWindow {
		return nil, fmt.Errorf("window %d is not between 1 and %d bytes", v.Window, maxWindow)
	}
	re, err := regexp.Compile(v.Pattern)
	if err != nil {
		return nil, fmt.Errorf("pattern: %w", err)
	}
	if re.MatchString("") {
		return nil, errors.New("pattern matches the empty text")
	}
	return &pattern{re, max(re.SubexpIndex("place"), 0), anchors, v.Window, v.Replace}, nil
}

func (c *pattern) Trigger() scan.Trigger { return scan.Trigger{Literals: c.anchors} }

func (c *pattern) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src, lines, done := d.Text(), d.Lines(), 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue // inside a match already reported
		}
		ln := lines.Span(lines.At(h.Span.Start))
		lo, hi := max(ln.Start, h.Span.Start-c.window, done), min(ln.End, h.Span.End+c.window)
		for lo < h.Span.Start && !utf8.RuneStart(src[lo]) {
			lo++
		}
		for hi < ln.End && !utf8.RuneStart(src[hi]) {
			hi--
		}
		for _, m := range c.re.FindAllStringSubmatchIndex(src[lo:hi], -1) {
			if lo+m[0] > h.Span.Start || lo+m[1] < h.Span.End || m[2*c.place] < 0 {
				continue // this match does not hold the anchor
			}
			at := text.Span{Start: lo + m[2*c.place], End: lo + m[2*c.place+1]}
			found := checks.At(at.Start, at.End)
			if c.replace != nil {
				found.Fixes = checks.Replace(d, at, string(c.re.ExpandString(nil, *c.replace, src[lo:hi], m)), checks.ProofNone)
			}
			out = append(out, found)
			done = lo + m[1]
			break
		}
	}
	return out
}
