package ads

import (
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/document"
)

// appeal is the range of clauses around an account, or around a call to act where there is none, that asks whoever reads to do
// something for a gain, whatever the trade: its words are strange to the document.
func (r *reading) appeal(d *document.Document, x *strangeness, clauses []clause) (from, to int, ok bool) {
	core := -1
	for _, sorts := range [][]signSort{{signAccount}, {signCall, signLure}, {signWhom, signHint, signTerm}} {
		if core = slices.IndexFunc(r.signs, func(sg sign) bool { return slices.Contains(sorts, sg.sort) }); core >= 0 {
			break
		}
	}
	if core < 0 {
		return 0, 0, false
	}
	first := slices.IndexFunc(clauses, func(c clause) bool { return c.to > r.signs[core].from })
	from, to = r.extended(x, clauses, clauses[first].from, clauses[first].to)
	w := r.weigh(from, to)
	strange := x.share(from, to)
	if strange < 0 {
		strange = x.share(0, len(r.runes))
	}
	latin := x == nil && len(d.Text()) >= smallDocument
	if latin {
		strange = 50 // pairs of Latin letters tell nothing
	}
	return from, to, w.appeals(strange, latin, offices(d))
}

// mayAppeal reports whether some range of the sentence could appeal to a reader, were all its words strange to the document: no
// range weighs more than the whole.
func (r *reading) mayAppeal() bool {
	w := r.weigh(0, len(r.runes))
	return (w.account || w.lures+w.calls+w.whom > 0) && (w.own || w.sells+w.lures+w.terms+w.hints+w.loose > 0) &&
		w.appealing()+mostStrange >= leastAppeal
}

// mostStrange is what words that are nowhere else in the document add, and leastAppeal what the weakest appeal weighs.
const mostStrange, leastAppeal = 3, 5

// appealing is how much a sentence's signs weigh beside its account, or its call to act.
func (w *weight) appealing() int {
	p := 2*min(w.lures, 2) + min(w.sells, 3) + min(w.calls, 2) + 2*min(w.whom, 1) + 3*w.terms + 2*w.hints + min(w.loose, 2) + min(w.doors, 1)
	switch {
	case w.own:
		p += 2
	case w.account:
		p++
	}
	return p
}

// appeals reports whether what stands around an account, or a call to act, solicits. strange is how many per cent of the pairs are
// nowhere else in the document, -1 where that tells nothing; latin, that it is English; offices, that the document gives contacts of bodies by right.
func (w *weight) appeals(strange int, latin, offices bool) bool {
	p := w.appealing()
	switch {
	case w.listed && !w.account:
		return false
	case offices:
		return w.account && w.lures+w.calls+w.whom > 0 && w.terms > 0 && p >= 9
	case strange >= 80:
		p += mostStrange
	case strange >= 65:
		p += 2
	case strange >= 50:
		p++
	case strange >= 0:
		return false
	}
	if w.account {
		if !w.own && w.sells+w.lures+w.terms+w.hints+w.loose == 0 {
			return false // offices have addresses and service lines
		}
		return p >= 6 || w.own && w.lures > 0 && p >= 5
	}
	if latin && w.lures == 0 || w.share() < 40 {
		return false
	}
	return w.lures+w.calls+w.whom > 0 && w.sells+w.lures+w.terms+w.hints+w.loose >= 2 && (p >= 7 || w.lures >= 2 && p >= 5)
}

// contactWords introduce contacts that bodies give of themselves.
var contactWords = strings.Fields("联系人 联系电话 咨询电话 报名电话 招标 招聘 招租 Contact: Tel:")

// offices reports whether a document gives contacts of bodies: a notice, a call for tenders.
func offices(d *document.Document) bool {
	type answer bool
	return bool(document.View(d, func(d *document.Document) answer {
		s, n := d.Text(), 0
		for _, w := range contactWords {
			n += min(2, strings.Count(s, w))
		}
		return n >= 3
	}))
}
