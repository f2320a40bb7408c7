package ads

import (
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/tables"
)

// weight is what the signs of a text add up to.
type weight struct {
	terms, hints, lures, doors, sells, loose int  // distinct words
	calls, whom                              int  // distinct words, which weigh in appeals only
	kindred                                  int  // the most hints or loose words of one trade
	places                                   int  // distinct places: one service for place after place
	reach, account, own, listed              bool // listed: 、 joins the words, as documents do
	covered, total                           int  // code points that are no marks
	alien                                    bool // it is found for its topic alone, which is none of the document
	words                                    []string
}

// weigh counts what stands in code points from to to.
func (r *reading) weigh(from, to int) weight {
	var w weight
	var byTrade [32]int
	for i := from; i < to; i++ {
		if !isMark(r.runes[i]) {
			w.total++
		}
		w.listed = w.listed || r.runes[i] == '、'
	}
	seen := map[string]bool{}
	at := from
	for _, sg := range r.signs {
		if sg.from < from || sg.to > to {
			continue
		}
		w.gap(r, at, sg.from)
		at = sg.to
		for i := sg.from; i < sg.to; i++ {
			if !isMark(r.runes[i]) {
				w.covered++
			}
		}
		if seen[sg.text] {
			continue
		}
		seen[sg.text] = true
		switch sg.sort {
		case signTerm:
			w.terms++
		case signHint:
			w.hints++
			byTrade[sg.trade&31]++
		case signLure:
			w.lures++
		case signGate, signDoor:
			w.doors++
		case signLoose:
			w.loose++
			byTrade[sg.trade&31]++
		case signSell:
			w.sells++
		case signReach:
			w.reach = true
		case signCall:
			w.calls++
		case signWhom:
			w.whom++
		case signAccount:
			w.account, w.own = true, w.own || sg.messenger
		}
		if !sg.idle() {
			w.words = append(w.words, sg.text)
		}
	}
	w.gap(r, at, to)
	w.kindred = slices.Max(byTrade[:])
	return w
}

// gap looks at what no word covers: names of places belong to what is offered place by place, and betting words in Latin to no list.
func (w *weight) gap(r *reading, from, to int) {
	for i := from; i < to; {
		if isWordByte(r.runes[i]) {
			k := i
			for k < to && isWordByte(r.runes[k]) {
				k++
			}
			if run := string(r.runes[i:k]); bettingWord(run) {
				w.hints++ // a name, of which the brand rules judge where it stands
				w.covered += k - i
				w.words = append(w.words, run)
			}
			i = k
			continue
		}
		if isHan(r.runes[i]) {
			if _, n := tables.PlacePrefix(string(r.runes[i:min(to, i+8)])); n > 0 {
				w.places++
				w.covered += n / 3
				i += n / 3
				continue
			}
		}
		i++
	}
}

// points is how much the signs weigh together.
func (w *weight) points() int {
	p := 3*w.terms + 2*w.hints + 2*w.lures + min(w.loose, 3) + min(w.sells, 3) + min(w.doors, 3)
	switch {
	case w.account:
		p += 3
	case w.reach:
		p++
	}
	return p
}

// share is how much of the text the signs cover, in per cent.
func (w *weight) share() int { return 100 * w.covered / max(1, w.total) }

// dressed reports whether something beside the trade's own words solicits.
func (w *weight) dressed() bool { return w.lures > 0 || w.doors > 0 || w.account || w.reach }

// manner is how a line speaks.
type manner struct {
	strict bool // like those who write about what is sold, or it lists with 、
	office bool // like a body that gives its contacts
	latin  bool // in English, where the words of trades are ordinary ones more often
	joined bool // its words are joined by and, of or to, as those of headings are
}

// line reports whether a line with these signs is made of them.
func (w *weight) line(m manner) bool {
	p := w.points()
	switch {
	case m.strict:
		return w.share() >= 75 && p >= 10 && w.dressed() || w.terms > 0 && w.own && w.share() >= 60 && p >= 8
	case w.share() < 45, m.latin && (p < 5 || w.terms == 0 && p < 6), m.joined && p < 9 && !w.account:
		return false
	}
	switch {
	case w.terms > 0 && p >= 4:
		return w.total <= 24 || w.share() >= 60 || p >= 8
	case w.hints > 0 && (w.account && !m.office || w.lures > 0):
		return p >= 5
	case w.hints > 0 && w.doors > 0 && w.share() >= 60 && p >= 4:
		return true
	case w.kindred >= 2 && w.hints > 0 && (w.dressed() || w.places >= 2 || w.sells > 0):
		return p >= 5
	case w.own && !m.office && w.loose > 0 && w.lures+w.doors+w.sells+w.loose >= 2:
		return p >= 5
	}
	return w.lures >= 2 && w.loose+w.sells >= 2 && p >= 7
}

// open reports whether only the share of the signs keeps a line from being made of them.
func (w *weight) open(m manner) bool {
	v := *w
	v.covered = v.total
	return w.total <= 80 && w.share() >= 20 && v.line(m)
}

// topic reports whether a short line names what is sold, so that it is enough if the document speaks of nothing like it.
func (w *weight) topic() bool {
	return w.total >= 8 && w.total <= 40 && !w.listed && (w.terms > 0 || w.hints >= 2 && w.kindred >= 2)
}

// sentence reports whether a sentence, or clauses of one, promote: they solicit for what is sold.
func (w *weight) sentence() bool {
	p := w.points()
	switch {
	case w.share() < 30:
		return false
	case !w.account && w.lures == 0:
		return w.terms >= 2 && !w.listed && w.sells+w.doors >= 3 && w.share() >= 60
	case w.terms > 0:
		return p >= 5
	case w.hints > 0 && w.account:
		return p >= 6
	case w.hints > 0:
		return p >= 5 && w.share() >= 60
	}
	return w.loose > 0 && w.account && w.lures > 0 && p >= 6
}

// personal reports whether an account of somebody's own is what gives a promotion away, for nothing is sold by name.
func (w *weight) personal() bool { return w.own && w.terms == 0 }

// solicits reports whether an account of somebody's own stands with words that solicit.
func (w *weight) solicits() bool {
	return w.own && w.lures+w.hints > 0 && w.points() >= 6 && w.share() >= 30
}

// first are the first words, for the evidence.
func (w *weight) first() string { return strings.Join(w.words[:min(6, len(w.words))], "、") }
