package lint

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// FactRecord is a fact with its places resolved, so that the document can go.
type FactRecord struct {
	Rule     *rules.Rule
	Fact     checks.Fact
	Places   []document.Place
	Excerpt  document.Excerpt
	Text     string
	Print    string // fingerprint of a finding reported here
	document string
}

func (l *Linter) facts(r *rules.Rule, c checks.Corpus, d *document.Document, hits []scan.Hit) []FactRecord {
	var out []FactRecord
	for _, f := range c.Facts(d, hits) {
		f.Path = d.Name()
		rec := FactRecord{Rule: r, Fact: f, document: d.Name()}
		if len(f.At) > 0 {
			rec.Places = d.Places(f.At)
			rec.Excerpt = d.Excerpt(rec.Places[0])
			rec.Text = text.First(rec.Places[0].Span.Of(d.File().S), 200)
			rec.Print = fingerprint(d, match{checks.Match{Places: f.At}, r, d})
		}
		out = append(out, rec)
	}
	return out
}
