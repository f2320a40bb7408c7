package ads

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// contact finds accounts of messengers and mobile numbers dropped into a text with words that solicit, whatever is sold.
type contact struct{ *lexicon }

func newContact(p checks.Params) (checks.Check, error) {
	l, err := promotionLexicon(p)
	return &contact{l}, err
}

func (c *contact) Trigger() scan.Trigger { return c.trigger() }

func (c *contact) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	eachSentence(d, hits, c.worth(d.Text()), func(at site) int {
		pr, ok := c.promotion(d, at, (*weight).solicits)
		if !ok || !pr.weight.personal() || c.onSpamLine(d, at.line) { // what is sold by name is a promotion
			return at.sentence.End
		}
		m := checks.At(pr.span.Start, pr.span.End)
		m.Evidence = []checks.Note{note("account", "words", pr.weight.first())}
		m.Fixes = cut(d, at.line, pr.span)
		out = append(out, m)
		return at.sentence.End
	})
	return out
}
