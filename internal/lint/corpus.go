package lint

import (
	"cmp"
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// Combine judges the facts of all documents of a run: group by rule and key, nothing else. The result is in file order and does
// not depend on the order in which documents were finished, only on fact.Fact.Order.
func (l *Linter) Combine(facts []FactRecord) []Finding {
	type key struct{ rule, key string }
	groups := map[key][]FactRecord{}
	var order []key
	for _, f := range facts {
		k := key{f.Rule.ID, f.Fact.Key}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], f)
	}
	slices.SortFunc(order, func(a, b key) int { return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(a.key, b.key)) })
	var out []Finding
	for _, k := range order {
		g := groups[k]
		slices.SortStableFunc(g, func(a, b FactRecord) int { return a.Fact.Order - b.Fact.Order })
		fs := make([]checks.Fact, len(g))
		for i := range g {
			fs[i] = g[i].Fact
		}
		r := g[0].Rule
		for _, late := range r.Check.(checks.Corpus).Combine(k.key, fs) {
			out = append(out, l.late(r, g, late))
		}
	}
	slices.SortStableFunc(out, compare)
	return out
}

func (l *Linter) late(r *rules.Rule, g []FactRecord, late checks.Late) Finding {
	at := g[late.Fact]
	f := Finding{Path: at.Fact.Path, Rule: r, Severity: r.Severity, Confidence: r.Confidence, Places: at.Places, Excerpt: at.Excerpt,
		Context: [2]string{text.Last(at.Excerpt.Before, 40), text.First(at.Excerpt.After, 40)},
		Text:    at.Text, TextLength: countRunes(at.Text), Fingerprint: at.Print}
	if late.Severity != checks.SeverityUnset {
		f.Severity = min(f.Severity, late.Severity)
	}
	if s, ok := l.options.Severity[r.ID]; ok {
		f.Severity = s
	}
	if late.Level != checks.ConfidenceUnset {
		f.Confidence = late.Level
	}
	vars := map[string]string{"text": shorten(at.Text)}
	for k, v := range late.Vars {
		vars[k] = v
	}
	f.Message = r.Message.Fill(vars)
	for _, n := range late.Evidence {
		f.Evidence = append(f.Evidence, r.Notes[n.Key].Fill(vars).Fill(n.Vars))
	}
	for _, i := range late.Related {
		if len(g[i].Places) == 0 {
			continue
		}
		rel := Related{Path: g[i].Fact.Path, Place: g[i].Places[0], Excerpt: g[i].Excerpt, Message: locale.Text{Zh: g[i].Text, En: g[i].Text}}
		if t, ok := r.Notes["related"]; ok {
			rel.Message = t.Fill(vars)
		}
		f.Related = append(f.Related, rel)
	}
	return f
}
