package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// drift looks for ranges and links that a document writes with a hyphen here and with a dash elsewhere (GB/T 15834 4.13 allows the
// short line, the dash and the wave line; a document should keep to one).
type drift struct{}

func (drift) Trigger() scan.Trigger {
	return scan.Trigger{Pairs: []scan.Pair{{A: scan.Digit, B: scan.Hyphen}, {A: scan.Han, B: scan.Hyphen}, {A: scan.Digit, B: scan.Dash}, {A: scan.Han, B: scan.Dash}}}
}

func (drift) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var hyphens [2][]text.Span // between digits, between Han
	var dashes [2]int
	for _, h := range hits {
		ln := lines.Span(lines.At(h.Span.Start))
		at := next(src, h.Span.Start, ln).span.End
		k := 0
		want := scan.Digit
		if h.Index%2 == 1 {
			k, want = 1, scan.Han
		}
		s := text.Span{Start: at, End: h.Span.End}
		if next(src, s.End, ln).class != want || k == 0 && !counted(src, s, ln) {
			continue
		}
		if h.Index >= 2 {
			if s.Of(src) == "—" {
				dashes[k]++
			}
			continue
		}
		hyphens[k] = append(hyphens[k], s)
	}
	var out []checks.Match
	for k, spans := range hyphens {
		if len(spans) == 0 || dashes[k] < 2 || len(spans)*2 > dashes[k]+1 {
			continue
		}
		edits := make([]text.Edit, len(spans))
		for i, s := range spans {
			edits[i] = text.Edit{Span: s, New: "—"}
		}
		out = append(out, checks.Match{Places: spans, Message: [...]string{"", "names"}[k], Fixes: checks.Rewrite(d, edits, checks.ProofNone)})
	}
	return out
}

// counted reports whether the numbers on both sides of s are a range of something: short, and followed by what is counted. Telephone
// numbers, versions, document numbers and the numbers of houses are not.
func counted(src string, s, ln text.Span) bool {
	left := s.Start
	for left > ln.Start && (isDigit(src[left-1]) || src[left-1] == '.') {
		left--
	}
	right := s.End
	for right < ln.End && (isDigit(src[right]) || src[right] == '.') {
		right++
	}
	b, a := prev(src, left, ln), next(src, right, ln)
	if b.class == scan.Hyphen || b.class == scan.Dash || a.class == scan.Hyphen || a.class == scan.Dash || latin.Has(b.class) || s.Start-left > 4 || right-s.End > 4 {
		return false
	}
	return a.class == scan.Percent || a.class == scan.Han && a.r != '号' && a.r != '栋' && a.r != '幢' && a.r != '室'
}

// roman looks for classes written with Latin letters in a document that writes them with Roman numerals: I类 beside Ⅱ类, and the
// other way round (GB/T 15835).
type roman struct{}

// classed are the words behind a class, with the numeral before them.
var classed = []string{"类", "级", "型", "期", "度"}

func (roman) Trigger() scan.Trigger {
	t := scan.Trigger{Classes: []scan.Class{scan.RomanNumeral}}
	for _, letter := range []string{"i", "v", "x"} {
		for _, w := range classed {
			t.Literals = append(t.Literals, letter+w)
		}
	}
	return t
}

func (roman) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	numerals := 0
	var places []text.Span
	var edits []text.Edit
	for _, h := range hits {
		ln := lines.Span(lines.At(h.Span.Start))
		if next(src, h.Span.Start, ln).class == scan.RomanNumeral {
			if a := next(src, h.Span.End, ln); a.class == scan.Han && strings.ContainsRune("类级型期度", a.r) {
				numerals++
			}
			continue
		}
		s := text.Span{Start: h.Span.Start, End: h.Span.Start + 1}
		for s.Start > ln.Start && strings.IndexByte("IVX", src[s.Start-1]) >= 0 {
			s.Start--
		}
		i := romanValue(s.Of(src))
		if i < 0 || latin.Has(prev(src, s.Start, ln).class) || len(places) > 0 && places[len(places)-1].Start == s.Start {
			continue
		}
		places = append(places, s)
		edits = append(edits, text.Edit{Span: s, New: string(rune('Ⅰ' + i))})
	}
	if len(places) == 0 || numerals < 2 || numerals < len(places) {
		return nil
	}
	return []checks.Match{{Places: places, Fixes: checks.Rewrite(d, edits, checks.ProofNone)}}
}

// romanValue is the value of s less one, if s is a Roman numeral of capitals up to XII that has a character of its own; else -1.
func romanValue(s string) int {
	for i, n := range [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"} {
		if n == s {
			return i
		}
	}
	return -1
}
