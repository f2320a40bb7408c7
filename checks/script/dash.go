package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// dash looks for hyphens in a row that stand for the Chinese dash —— (GB/T 15834 4.10; clreq). Rules of Markdown, options of
// commands and comments of markup hold hyphens of their own.
type dash struct{}

func (dash) Trigger() scan.Trigger { return scan.Trigger{Literals: []string{"--"}} }

func (dash) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	done := -1
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		ln := lines.Span(lines.At(h.Span.Start))
		s, n := h.Span, 2
		for c := next(src, s.End, ln); c.r == '-' || c.r == '－'; c = next(src, s.End, ln) {
			s.End = c.span.End
			n++
		}
		done = s.End
		head := skipBack(src, s.Start, ln) == ln.Start
		b, a := prev(src, s.Start, ln), next(src, s.End, ln)
		opens := a.class == scan.Han || a.class == scan.Open || a.class == scan.Digit
		behind := b.class == scan.Han || b.class == scan.Close || b.class == scan.Percent || b.class == scan.Pause || b.class == scan.Stop
		number := b.class == scan.Digit && a.class == scan.Digit
		if n > 6 || !opens || strings.Contains(src[s.End:on(src, s.End, 40, ln)], "--") && n > 3 {
			continue
		}
		switch {
		case behind, head && a.class != scan.Open:
			if head && !behind && !strings.ContainsAny(src[s.End:on(src, s.End, 40, ln)], "年月会在上，。") {
				continue // an empty field, a signed number
			}
			out = append(out, dashed(d, s, "——"))
		case number && n == 2 && rangeOfNumbers(src, s, ln):
			out = append(out, dashed(d, s, "—"))
		case b.class == scan.Digit && a.class == scan.Han && prose(src, s, ln):
			out = append(out, dashed(d, s, "——"))
		}
	}
	return gather(d, out)
}

func dashed(d *document.Document, s text.Span, new string) checks.Match {
	m := checks.At(s.Start, s.End)
	m.Vars = map[string]string{"dash": new}
	m.Fixes = checks.Replace(d, s, new, checks.ProofNone)
	return m
}

// rangeOfNumbers reports whether Han stand behind the number that ends a range: 2016--2020年 and not 555--1234.
func rangeOfNumbers(src string, s, ln text.Span) bool {
	off := s.End
	for n := 0; n < 8; n++ {
		c := next(src, off, ln)
		if c.class != scan.Digit && c.r != '.' {
			return c.class == scan.Han || c.class == scan.Percent
		}
		off = c.span.End
	}
	return false
}
