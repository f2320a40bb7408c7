package ads

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// contactParams are the [params] of a rule of kind contact-drop.
type contactParams struct {
	Means   []string `toml:"means"`   // the means of contact: 微信, QQ
	Solicit []string `toml:"solicit"` // words that solicit: 加我, 免费领取
	Guard   []string `toml:"guard"`   // words of offices and of their channels: 监督, 官方微信
}

// contact finds accounts of messengers dropped into a text with words that solicit.
type contact struct{ contactParams }

func newContact(p checks.Params) (checks.Check, error) {
	var c contact
	if err := p.Decode(&c.contactParams); err != nil {
		return nil, err
	}
	if len(c.Means) == 0 || len(c.Solicit) == 0 {
		return nil, errors.New("contact-drop needs means and solicit")
	}
	return &c, nil
}

func (c *contact) Trigger() scan.Trigger { return scan.Trigger{Literals: c.Means} }

func (c *contact) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	s, lines, done := d.Text(), d.Lines(), 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		n := lines.At(h.Span.Start)
		ln := lines.Span(n)
		account, ok := accountAfter(s, h.Span.End, ln.End)
		if !ok || quoted(s, ln, h.Span.Start) {
			continue
		}
		sp := sentenceAt(s, ln, h.Span.Start)
		f := scan.FoldString(sp.Of(s))
		word := containsAny(f, c.Solicit)
		if word == "" || containsAny(f, c.Guard) != "" {
			continue
		}
		if l := layout.Of(d).Line(n); l.Role == layout.Frame && l.Part == layout.Footer && l.Sure {
			continue
		}
		if sp.Len() > 240 { // a long sentence is the report's: the drop is its last clause
			sp = clauseAt(s, sp, h.Span.Start, account.End)
		}
		done = sp.End
		m := checks.At(sp.Start, sp.End)
		m.Evidence = []checks.Note{note("account", "account", account.Of(s), "word", word)}
		m.Fixes = cut(d, n, sp)
		out = append(out, m)
	}
	return out
}

// accountAfter is the account that follows a means of contact: five to twenty letters, digits or hyphens, one digit or letter at least.
func accountAfter(s string, i, end int) (text.Span, bool) {
	for n := 0; i < end && n < 8; n++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isWordByte(r) {
			j := i
			for j < end && (isWordByte(rune(s[j])) || s[j] == '-' || s[j] == '_') {
				j++
			}
			sp := text.Span{Start: i, End: j}
			digits := strings.Count(strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return '9'
				}
				return 'x'
			}, sp.Of(s)), "9")
			return sp, sp.Len() >= 5 && sp.Len() <= 20 && digits >= 2
		}
		if !strings.ContainsRune(":：号群+加 　是为码\"“(（同", r) {
			return text.Span{}, false
		}
		i += size
	}
	return text.Span{}, false
}

// clauseAt narrows a sentence to the clauses that hold the span from a to b.
func clauseAt(s string, sp text.Span, a, b int) text.Span {
	if i := strings.LastIndexAny(s[sp.Start:a], "，,"); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[sp.Start+i:])
		sp.Start += i + size
	}
	if i := strings.IndexAny(s[b:sp.End], "，,。"); i >= 0 {
		sp.End = b + i
	}
	return sp
}
