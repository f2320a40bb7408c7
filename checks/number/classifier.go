package number

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// classifierParams are the [params] of a rule of kind missing-classifier.
type classifierParams struct {
	Nouns []string `toml:"nouns"` // nouns that cannot be counted without a classifier
}

// missingClassifier: 的18城市之一: a number directly before a noun that needs a classifier, in a phrase that counts.
type missingClassifier struct{ nouns []string }

func newMissingClassifier(p checks.Params) (checks.Check, error) {
	var v classifierParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	return missingClassifier{v.Nouns}, nil
}

func (c missingClassifier) Trigger() scan.Trigger {
	var out []string
	for _, n := range c.nouns {
		out = append(out, n+"之一")
	}
	return scan.Trigger{Literals: out}
}

func (c missingClassifier) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	s := d.Text()
	for _, h := range hits {
		i := h.Span.Start
		start := i
		for digit(s, start-1) {
			start--
		}
		if start == i || i-start > 3 {
			continue
		}
		r, _ := utf8.DecodeLastRuneInString(s[:start])
		if r != '的' && r != '大' && r != '最' && r != '快' && r != '好' {
			continue
		}
		m := checks.At(start, h.Span.End)
		out = append(out, m)
	}
	return out
}
