package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// code is an administrative code in a document and the division it names.
type code struct {
	at    text.Span // the digits, or the letter of a province
	kind  string    // note key: code-police, code-site, code-licence, code-post
	place tables.Place
}

// codes finds the codes by which a site names its place: the police record (公网安备, the registering authority's division first), the
// identification code of government sites (网站标识码: six digits of GB/T 2260, four of the site), the licence (辽ICP备) and the
// postal code (邮编).
func codes(s string) []code {
	var out []code
	for _, l := range []struct{ words, kind string }{{"公网安备", "code-police"}, {"网站标识码", "code-site"}, {"邮编", "code-post"}, {"邮政编码", "code-post"}} {
		for i := 0; ; {
			n := strings.Index(s[i:], l.words)
			if n < 0 {
				break
			}
			i += n + len(l.words)
			at, ok := digitsAfter(s, i)
			if !ok || at.Len() < 6 {
				continue
			}
			c := code{at: text.Span{Start: at.Start, End: at.Start + 6}, kind: l.kind}
			if l.kind == "code-post" {
				p, ok := tables.ProvinceOfPostcode(at.Of(s))
				if !ok || at.Len() != 6 {
					continue
				}
				c.place, _ = tables.PlaceByCode(p)
			} else if c.place, ok = divisionOf(c.at.Of(s)); !ok || at.Len() < 10 {
				continue
			}
			out = append(out, c)
		}
	}
	for i := 0; ; {
		n := strings.Index(s[i:], "ICP备")
		if n < 0 {
			return out
		}
		i += n
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if p, ok := tables.ProvinceOfLetter(r); ok {
			pl, _ := tables.PlaceByCode(p)
			out = append(out, code{text.Span{Start: i - size, End: i}, "code-licence", pl})
		}
		i += len("ICP备")
	}
}

// divisionOf is the division of a six-digit code, or what it belongs to if the tables do not know the code itself.
func divisionOf(c string) (tables.Place, bool) {
	for _, c := range []string{c, c[:4] + "00", c[:2] + "0000"} {
		if p, ok := tables.PlaceByCode(c); ok {
			return p, true
		}
	}
	return tables.Place{}, false
}

// digitsAfter is the first run of ASCII digits within a few characters behind i, on the same line.
func digitsAfter(s string, i int) (text.Span, bool) {
	for end := min(len(s), i+12); i < end && s[i] != '\n'; i++ {
		if s[i] >= '0' && s[i] <= '9' {
			j := i
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			return text.Span{Start: i, End: j}, true
		}
	}
	return text.Span{}, false
}

// within are the divisions that p belongs to, p first: 皇姑区, 沈阳市, 辽宁省.
func within(p tables.Place) []tables.Place {
	out := []tables.Place{p}
	for {
		up, ok := tables.Parent(p)
		if !ok {
			return out
		}
		out, p = append(out, up), up
	}
}
