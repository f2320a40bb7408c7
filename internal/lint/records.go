package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// pending says which repairs the fixes of other rules would have to wait for.
type pending struct {
	layers []*rules.Rule
	whole  bool
}

// findings resolves matches into findings: fold, filter, places, texts, fixes; in file order.
func (l *Linter) findings(d *document.Document, found []match, p pending) []Finding {
	found = slices.DeleteFunc(found, func(m match) bool {
		return len(m.Places) == 0 || !l.options.Reported(m.rule) || m.level() < l.options.MinConfidence
	})
	found = fold(found)
	var out []Finding
	byDoc := map[*document.Document][]int{}
	var docs []*document.Document
	for i, m := range found {
		if byDoc[m.doc] == nil {
			docs = append(docs, m.doc)
		}
		byDoc[m.doc] = append(byDoc[m.doc], i)
	}
	for _, doc := range docs {
		var spans []text.Span
		for _, i := range byDoc[doc] {
			spans = append(spans, found[i].Places...)
			for _, n := range found[i].Related {
				spans = append(spans, n.At...)
			}
		}
		places := doc.Places(spans)
		for _, i := range byDoc[doc] {
			out = append(out, l.finding(doc, found[i], &places, p))
		}
	}
	slices.SortStableFunc(out, compare)
	return out
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Path, b.Path),
		a.Places[0].Span.Start-b.Places[0].Span.Start,
		a.Places[0].Span.End-b.Places[0].Span.End,
		cmp.Compare(a.Rule.ID, b.Rule.ID),
		cmp.Compare(a.Message.En, b.Message.En),
	)
}

func (m match) level() checks.Confidence {
	if m.Level != checks.ConfidenceUnset {
		return m.Level
	}
	return m.rule.Confidence
}

func (m match) safety() rules.Ceiling {
	if len(m.Fixes) == 0 {
		return rules.FixNone
	}
	return m.rule.Safety(m.Fixes[0])
}

// fold makes one match of all matches of a rule of document scope that share document, severity, and safety of the fix.
func fold(found []match) []match {
	type key struct {
		rule     *rules.Rule
		doc      *document.Document
		severity checks.Severity
		safety   rules.Ceiling
		message  string
	}
	at := map[key]int{}
	fixes := map[int]*text.Gathering{} // of the folded matches, by index in out
	var out []match
	for _, m := range found {
		if m.rule.Scope != rules.ScopeDocument {
			out = append(out, m)
			continue
		}
		k := key{m.rule, m.doc, m.Severity, m.safety(), m.Message}
		i, seen := at[k]
		if !seen {
			at[k] = len(out)
			m.Places = slices.Clone(m.Places)
			out = append(out, m)
			continue
		}
		into := &out[i]
		into.Places = append(into.Places, m.Places...)
		into.Level = max(into.level(), m.level())
		if len(m.Fixes) > 0 {
			g := fixes[i]
			if g == nil {
				g = &text.Gathering{}
				g.Add(into.Fixes[0].Edits)
				fixes[i] = g
			}
			g.Add(m.Fixes[0].Edits)
		}
	}
	for i := range out {
		if g := fixes[i]; g != nil {
			out[i].Fixes = []checks.Fix{{Edits: g.Edits(), Proof: out[i].Fixes[0].Proof}}
		}
		if out[i].rule.Scope == rules.ScopeDocument {
			slices.SortFunc(out[i].Places, func(a, b text.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
			out[i].Places = slices.Compact(out[i].Places)
		}
	}
	return out
}

// finding resolves one match; places holds those of its spans, in order, and is advanced past them.
func (l *Linter) finding(d *document.Document, m match, places *[]document.Place, p pending) Finding {
	f := Finding{Path: d.Name(), Rule: m.rule, Severity: m.rule.Severity, Confidence: m.level()}
	if m.Severity != checks.SeverityUnset {
		f.Severity = min(f.Severity, m.Severity)
	}
	if s, ok := l.options.Severity[m.rule.ID]; ok {
		f.Severity = s
	}
	take := func(n int) []document.Place {
		ps := (*places)[:n:n]
		*places = (*places)[n:]
		return ps
	}
	f.Places = take(len(m.Places))
	f.Excerpt = d.Excerpt(f.Places[0])
	f.Context = [2]string{text.Last(f.Excerpt.Before, 40), text.First(f.Excerpt.After, 40)}
	whole := f.Places[0].Span.Of(d.File().S)
	f.TextLength = countRunes(whole)
	f.Text = strings.Clone(text.First(whole, 200))
	if working := m.Places[0].Of(d.Text()); working != whole {
		f.Repaired = strings.Clone(text.First(working, 200))
	}
	vars := map[string]string{"text": shorten(m.Places[0].Of(d.Text())), "count": fmt.Sprint(len(m.Places))}
	for k, v := range m.Vars {
		vars[k] = v
	}
	say := func(key string, more map[string]string) locale.Text {
		t := m.rule.Message
		if key != "" {
			var ok bool
			if t, ok = m.rule.Notes[key]; !ok {
				t = locale.Text{Zh: key, En: key}
			}
		}
		if len(more) > 0 {
			all := make(map[string]string, len(vars)+len(more))
			for k, v := range vars {
				all[k] = v
			}
			for k, v := range more {
				all[k] = v
			}
			return t.Fill(all)
		}
		return t.Fill(vars)
	}
	f.Message = say(m.Message, nil)
	for _, n := range m.Evidence {
		f.Evidence = append(f.Evidence, say(n.Key, n.Vars))
	}
	for _, n := range m.Related {
		for _, pl := range take(len(n.At)) {
			f.Related = append(f.Related, Related{Place: pl, Excerpt: d.Excerpt(pl), Message: say(n.Key, n.Vars)})
		}
	}
	f.Fingerprint = fingerprint(d, m)
	l.offer(d, m, &f, p, say)
	return f
}
