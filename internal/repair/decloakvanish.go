package repair

import "math"

// vanishing looks for text that loses its middle without a trace: two characters whose inner bytes, read together out of
// step, were a private-use character that somebody dropped. 公共 is such a pair; what is left of it reads 共.
type vanishing struct {
	model   *model
	byLead  [256][]rune // the document's ideographs by their first byte
	byTrail [256][]rune // and by their second
}

func newVanishing(m *model) *vanishing {
	v := &vanishing{model: m}
	for i, n := range m.uni.unified {
		r := rune(0x4E00 + i)
		if p, ok := encode(r); ok && n > 0 {
			v.byLead[p.lead()] = append(v.byLead[p.lead()], r)
			v.byTrail[p.trail()] = append(v.byTrail[p.trail()], r)
		}
	}
	return v
}

// log returns the log chance of the likeliest two characters of the document, seen side by side in it, that would leave
// only r behind prev; negative infinity if there are none.
func (v *vanishing) log(prev, r rune) float64 {
	best := math.Inf(-1)
	p, ok := encode(r)
	if !ok {
		return best
	}
	for _, a := range v.byLead[p.lead()] {
		inner := encoded(a).trail()
		if !isLead(inner) {
			continue
		}
		for _, b := range v.byTrail[p.trail()] {
			lead := encoded(b).lead()
			if v.model.bi.of(a, b) > 0 && isPrivate(pairOf(inner, lead).rune()) {
				best = max(best, v.model.log(prev, a)+v.model.log(a, b))
			}
		}
	}
	return best
}
