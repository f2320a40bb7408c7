package claim

import "strings"

// Verbs of English sentences that do not stand between an indicator and its figure.
var (
	// giving verbs have a giver before them; what the money is for stands behind it.
	giving = []string{"provided", "provide", "allocated", "allocate", "allocating", "spent", "spend", "used", "use", "invested", "invest", "appropriated", "earmarked", "issued", "granted", "disbursed", "arranged", "consists", "including", "comprising", "contributed", "lent"}
	// raising, cutting and keeping open a clause whose object is the indicator: keeping the unemployment rate below 4.6 %.
	raising = []string{"increase", "increased", "increasing", "raise", "raised", "raising", "expand", "expanded", "expanding", "boost", "boosted", "boosting"}
	cutting = []string{"reduce", "reduced", "reducing", "cut", "cutting", "lower", "lowered", "lowering", "decrease", "decreased", "decreasing"}
	keeping = []string{"keep", "kept", "keeping", "hold", "held", "holding", "control", "controlling", "maintain", "maintained", "maintaining", "limit", "limiting", "bring", "brought", "bringing"}
)

// moved takes a verb of change that opens a clause off it: increasing GDP by 8 %. up is its direction, 0 for verbs of keeping.
func moved(clause string) (object string, up int, ok bool) {
	verb, object, found := strings.Cut(clause, " ")
	switch {
	case !found:
		return "", 0, false
	case contains(raising, verb):
		return object, 1, true
	case contains(cutting, verb):
		return object, -1, true
	}
	return object, 0, contains(keeping, verb)
}

// given: a verb of giving stands before the figure at rune i, or a word of approximation between the two.
func (r *Reader) given(i int) bool {
	ws := r.words(max(0, i-40), i)
	for n := len(ws); n > 0; n-- {
		t := r.text(ws[n-1])
		if contains(giving, t) {
			return true
		}
		if !contains(auxiliaries, t) && t != "another" && t != "additional" {
			return false
		}
	}
	return false
}

// purpose is what the money of a figure that ends at rune j is for: in subsidies, for health care, to support their development.
func (r *Reader) purpose(j int) string {
	for _, w := range []string{" in ", " of ", " for ", " on "} {
		if r.has(j, w) {
			return lead(r.phrase(j + count(w)))
		}
	}
	if !r.has(j, " to ") {
		return ""
	}
	ws := r.words(j+4, min(len(r.x.Runes), j+40))
	if len(ws) < 2 {
		return ""
	}
	return lead(r.phrase(ws[1].i))
}

// exceeds: 500 billion yuan more than in the year before.
func (r *Reader) exceeds(j int) bool {
	for _, w := range []string{" more than ", " less than ", " higher than ", " lower than ", " fewer than "} {
		if r.has(j, w) {
			return true
		}
	}
	return false
}

// plural nouns end a noun phrase before and; adjectives and nouns before a noun do not.
func plural(w string) bool {
	switch w {
	case "people", "children", "women", "men", "personnel", "staff", "households":
		return true
	}
	return strings.HasSuffix(w, "s")
}

// clause is the first of the words behind an and that joins a clause to one that has its verb: the deficit was kept low and
// the money supply….
func (r *Reader) clause(ws []word) int {
	finite, relative, at := false, false, 0
	for i, w := range ws {
		switch t := r.text(w); t {
		case "was", "were", "is", "are", "has", "have", "had", "will", "reached", "rose", "fell", "grew":
			finite, relative = finite || !relative, false
		case "who", "which", "that", "whose":
			relative = true
		case "and", "while":
			if finite && i+1 < len(ws) {
				finite, at = false, i+1
			}
		}
	}
	return at
}

// portion: the words speak of a part of something: the contribution of consumption toward growth.
func (r *Reader) portion(ws []word) bool {
	for _, w := range ws {
		switch r.text(w) {
		case "contribution", "share", "proportion", "ratio", "percentage":
			return true
		}
	}
	return false
}

// adverbial: the word ends as adverbs do, and is no noun: money supply.
func adverbial(w string) bool {
	switch w {
	case "supply", "family", "assembly", "july", "italy", "ally", "reply", "monopoly":
		return false
	}
	return strings.HasSuffix(w, "ly")
}
