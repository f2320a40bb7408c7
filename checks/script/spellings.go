package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// spellings looks for one quoted English name that the text writes in several ways: "Sea Tour to Liaoning" and "Sea Tour in Liaoning".
// Names are the same if their words are, little words and endings aside.
type spellings struct{ little map[string]bool }

func newSpellings(p checks.Params) (checks.Check, error) {
	return spellings{set(`in to of for the a an and on at with by from`)}, p.Decode(&struct{}{})
}

func (spellings) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{`"`, "“"}, Pairs: []scan.Pair{{A: scan.Upper, B: scan.Lower}}}
}

// form is one way to write a name, with its places.
type form struct {
	text   string
	places []text.Span
}

func (c spellings) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	names := map[string][]form{}
	var order []string
	done := -1
	for _, h := range hits {
		if h.Span.Start < done || h.Index == 2 {
			continue
		}
		ln := lines.Span(lines.At(h.Span.Start))
		end := strings.IndexAny(src[h.Span.End:min(ln.End, h.Span.End+80)], `"”`)
		if end < 0 {
			continue
		}
		s := text.Span{Start: h.Span.End, End: h.Span.End + end}
		done = s.End + 1
		key, ok := c.key(s.Of(src))
		if !ok {
			continue
		}
		if names[key] == nil {
			order = append(order, key)
		}
		names[key] = record(names[key], strings.ToLower(s.Of(src)), s)
	}
	var out []checks.Match
	for _, key := range order {
		forms := names[key]
		most := 0
		for i, f := range forms {
			if len(f.places) > len(forms[most].places) {
				most = i
			}
		}
		for i, f := range forms {
			if i != most {
				out = append(out, checks.Match{Places: f.places, Vars: map[string]string{"other": forms[most].places[0].Of(src)},
					Related: []checks.Note{{Key: "other", At: forms[most].places[:1]}}})
			}
		}
	}
	return append(out, misspelt(src, lines)...)
}

func record(forms []form, s string, at text.Span) []form {
	for i := range forms {
		if forms[i].text == s {
			forms[i].places = append(forms[i].places, at)
			return forms
		}
	}
	return append(forms, form{s, []text.Span{at}})
}

// key is what the ways to write a name have in common; ok if s is a name of two to eight words, of which two say something.
func (c spellings) key(s string) (key string, ok bool) {
	words := strings.Fields(strings.ToLower(s))
	if len(words) < 2 || len(words) > 8 {
		return "", false
	}
	said := 0
	for _, w := range words {
		for i := 0; i < len(w); i++ {
			if !isWordByte(w[i]) {
				return "", false
			}
		}
		if c.little[w] {
			continue
		}
		for _, end := range []string{"ing", "ed", "es", "s"} {
			if t, cut := strings.CutSuffix(w, end); cut && len(t) > 2 {
				w = t
				break
			}
		}
		key += w + " "
		said++
	}
	return key, said >= 2
}
