package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// untranslated looks for Han that a translation left standing where an English word belongs: promote the 改革 of schools. Names
// with their characters beside them (Li Ming 李明), glosses in brackets and texts about words are right.
type untranslated struct{ speaking map[string]bool }

// speaking are words behind which a text speaks of Chinese words.
const speaking = `chinese character characters word words term terms phrase phrases called named pronounced written read reads means meaning say says
 saying as is or title titled entitled slogan idiom motto simplified traditional pinyin expression sign`

func newUntranslated(p checks.Params) (checks.Check, error) {
	return untranslated{set(speaking)}, p.Decode(&struct{}{})
}

func (untranslated) Trigger() scan.Trigger {
	return scan.Trigger{Pairs: []scan.Pair{{A: scan.Space, B: scan.Han}}}
}

// longestRest is the longest run of Han that is taken for a word left over, in characters: a longer one is a quotation.
const longestRest = 12

func (c untranslated) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if !english(d) || 20*d.Count(scan.Han) > d.Count(scan.Lower) {
		return nil // with so much Chinese the text is bilingual
	}
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	ln := text.Span{End: -1}
	for _, h := range hits {
		if h.Span.Start > ln.End {
			ln = lines.Span(lines.At(h.Span.Start))
		}
		s := text.Span{Start: h.Span.Start + 1, End: h.Span.Start + 1}
		n := 0
		for a := next(src, s.End, ln); a.class == scan.Han; a = next(src, s.End, ln) {
			s.End = a.span.End
			n++
		}
		if n == 0 || n > longestRest || !c.among(src, s, ln) {
			continue
		}
		out = append(out, checks.At(s.Start, s.End))
	}
	return gather(d, out)
}

// among reports whether s stands between words of one English sentence, where a word of it belongs.
func (c untranslated) among(src string, s, ln text.Span) bool {
	left := s.Start - 1
	w := src[wordBefore(src, left, ln):left]
	if low := strings.ToLower(w); w == "" || w != low && !strings.Contains(" the a an our this these its ", " "+low+" ") || c.speaking[low] {
		return false // a capital begins a name
	}
	if endsPhrase(src, s.End, ln) {
		return s.End < ln.End && src[s.End] != ')' && src[s.End] != '"' && src[s.End] != ']'
	}
	return src[s.End] == ' ' && s.End+1 < ln.End && src[s.End+1] >= 'a' && src[s.End+1] <= 'z'
}
