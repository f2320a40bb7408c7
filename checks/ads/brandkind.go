package ads

import (
	"fmt"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

// brandCheck reports the places of brands that stand in one kind of slot.
type brandCheck struct {
	*kit
	slot string
}

func newBrand(p checks.Params) (checks.Check, error) {
	v := brandParams{Ordinary: "ordinary.txt", Common: "common.txt", Site: "site.txt", Organ: "organ.txt"}
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	if !slices.Contains([]string{"place", "list", "organ"}, v.Slot) {
		return nil, fmt.Errorf("slot %q is not place, list or organ", v.Slot)
	}
	k, err := kitOf(p, v)
	if err != nil {
		return nil, err
	}
	return &brandCheck{k, v.Slot}, nil
}

func (c *brandCheck) Trigger() scan.Trigger { return scan.Trigger{Literals: c.literals} }

func (c *brandCheck) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	f := c.brands(d, hits)
	if len(f.brands) == 0 {
		return nil
	}
	w := document.View(d, witnessOf)
	var out []checks.Match
	for i := range f.brands {
		b := &f.brands[i]
		ranked := c.answers(d, b, w)
		for n := range b.at {
			if slotRule(&b.at[n]) == c.slot {
				out = append(out, c.match(d, b, &b.at[n], ranked[n]))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b checks.Match) int { return a.Places[0].Start - b.Places[0].Start })
	return out
}

// slotRule is which of the rules speaks of an occurrence.
func slotRule(o *occurrence) string {
	switch {
	case o.slot.shape == listed || o.slot.shape == routed:
		return "list"
	case o.slot.shape == schoolOf || o.slot.shape == bodyOf && !o.slot.strong:
		return "organ"
	}
	return "place"
}

// answers are the candidates of every occurrence of b. What is found at some of them speaks for the others too.
func (c *brandCheck) answers(d *document.Document, b *brand, w *witness) [][]candidate {
	out := make([][]candidate, len(b.at))
	sure := map[string]int{} // word: places where it is the answer
	var order []string
	for i := range b.at {
		out[i] = c.originals(d.Text(), b, &b.at[i], w)
		if word, ok := answer(out[i]); ok {
			if sure[word]++; sure[word] == 1 {
				order = append(order, word)
			}
		}
	}
	for i := range b.at {
		v := ballot{all: out[i], form: b.form(&b.at[i]), w: w}
		for _, word := range order {
			if fits(word, v.form) || v.form != b.at[i].slot.shape && fits(word, loose) {
				others := sure[word]
				if own, ok := answer(out[i]); ok && own == word {
					others--
				}
				if others > 0 {
					v.vote(word, min(byOther, 2+others), note("elsewhere", "word", word, "count", itoa(others)))
				}
			}
		}
		out[i] = v.ranked()
	}
	return out
}

// fits reports whether a word that was replaced elsewhere can stand in a slot.
func fits(word string, sh shape) bool {
	full := strings.HasSuffix(word, "委") || strings.HasSuffix(word, "省") || strings.HasSuffix(word, "市") || strings.HasSuffix(word, "县") || strings.HasSuffix(word, "区")
	if sh == bodyOf {
		return full && !strings.HasSuffix(word, "委")
	}
	return !full
}

// answer is the best candidate, if it is good enough and clearly better than the next.
func answer(cs []candidate) (string, bool) {
	if len(cs) == 0 || cs[0].score < enough || len(cs) > 1 && cs[1].score >= cs[0].score {
		return "", false
	}
	return cs[0].word, true
}

func (c *brandCheck) match(d *document.Document, b *brand, o *occurrence, cs []candidate) checks.Match {
	m := checks.At(o.span.Start, o.span.End)
	m.Vars = map[string]string{"brand": b.word, "count": itoa(len(b.at))}
	switch {
	case o.slot.shape == listed, o.slot.shape == routed:
		key := "list"
		if o.slot.shape == routed {
			key = "route"
		}
		m.Evidence = append(m.Evidence, note(key, "places", c.sisterNames(o)))
	case o.slot.shape == loose || o.slot.shape == noShape:
		m.Evidence = append(m.Evidence, note("also"))
	default:
		m.Evidence = append(m.Evidence, note("slot", "slot", o.slot.words))
	}
	if b.slots >= 2 {
		m.Evidence = append(m.Evidence, note("slots", "count", itoa(len(b.at)), "slots", itoa(b.slots)))
	}
	m.Evidence = append(m.Evidence, note("absent"))
	if b.site {
		m.Evidence = append(m.Evidence, note("site"))
	}
	if b.doubtful {
		m.Level, m.Severity = checks.Low, checks.Info
	} else if !b.site && (b.strong < 2 || b.slots < 2) {
		m.Level, m.Severity = checks.Medium, checks.Warning
	} else if len(b.at) == 1 {
		m.Level = checks.Medium
	}
	if _, ok := answer(cs); !ok || latinContext(d.Text(), o.span) {
		m.Evidence = append(m.Evidence, note("unknown"))
		return m
	}
	for i, cand := range cs {
		if i == 3 || cand.score < enough {
			break
		}
		proof := checks.ProofNone
		if cand.proved {
			proof = checks.ProofIdentity
		}
		for _, f := range checks.Replace(d, o.span, cand.word, proof) {
			f.Evidence = append([]checks.Note{note("original", "word", cand.word)}, cand.evidence...)
			m.Fixes = append(m.Fixes, f)
		}
	}
	return m
}

func (c *brandCheck) sisterNames(o *occurrence) string {
	if o.list == nil {
		return "…"
	}
	var names []string
	for _, p := range o.list.places {
		names = append(names, p.Short)
	}
	return strings.Join(names, "、")
}
