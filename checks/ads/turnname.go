package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// longestTurned is how many bytes a name in a turn has at most: five characters, with a Latin head or a website's word.
const longestTurned = 24

// neverEnds are characters before a following word that end no name of a place, but ordinary words.
const neverEnds = neverStrong + "业济化创管理务设展会育学技术品制合新放高续速型色好一二三四五六七八九十两能质才性多快步大力量先自主联际场资源通群众民生心体系划议期定持进出入行策施动作党政军"

// inName reports whether r can stand inside the name of a brand.
func inName(r rune) bool { return isHan(r) || isWordByte(r) || r == '(' || r == ')' }

// turnedName is a name that stands in turns, as the hits of the pass tell.
type turnedName struct {
	at   entry
	all  turn
	hits int
}

// turnedNames collects them in the order in which they were met first.
type turnedNames struct {
	of    map[string]int
	names []turnedName
	// places are the divisions of China that stand in turns of a report's own place, with the turns.
	places map[string]turn
	home   bool // the title or the session names a place: it is that place's report
}

// place notes that a division stands in turns.
func (t *turnedNames) place(name string, turns turn) {
	if turns &= ownTurns; turns == 0 || t.home {
		return
	}
	if t.places == nil {
		t.places = map[string]turn{}
	}
	t.places[name] |= turns
}

// homed reports whether the text is a place's report and names it: in the title, or in at least two turns of a report's own place. In
// the report of a town, a company or a school nothing but the town, the company or the school takes these.
func (t *turnedNames) homed() bool {
	if t.home {
		return true
	}
	for _, turns := range t.places {
		if turns.kinds() >= 2 {
			return true
		}
	}
	return false
}

func (t *turnedNames) add(word string, e entry, turns turn) {
	if t.of == nil {
		t.of = map[string]int{}
	}
	i, ok := t.of[word]
	if !ok {
		i = len(t.names)
		t.of[word] = i
		t.names = append(t.names, turnedName{at: e})
	}
	t.names[i].all |= turns
	t.names[i].hits++
}

// entries are the names worth a look: met twice or in turns that tell much, or once as only the place of a report is, if the text has
// them more often.
func (t *turnedNames) entries(in *finder) []entry {
	var out []entry
	for _, n := range t.names {
		p := n.all.points()
		if n.hits >= 2 && p >= telltale || p > telltale ||
			(n.hits >= 2 || n.all&landTurns != 0) && in.atLeast(in.s[n.at.start:n.at.end], 3) {
			out = append(out, n.at)
		}
	}
	return out
}

// before reads the name that ends at s[:at], before a word that makes the turn follow: a mark or a lead opens it.
func (k *kit) before(s string, at int, follow turn, m *marks, fold folder, to *turnedNames) {
	r, size := utf8.DecodeLastRuneInString(s[:at])
	if !inName(r) || m.of(r)&turnNever != 0 {
		return
	}
	if head := s[max(0, at-longestKnown):at]; !tailed(head) {
		head = fold(head)
		if k.common.suffix(head) > 0 || k.ordinary.suffix(head) > 0 || to.home && endsInPlace(head) {
			return
		}
	}
	i := at - size
	for n := 1; at-i <= longestTurned && i > 0; n++ {
		if r, size = utf8.DecodeLastRuneInString(s[:i]); !inName(r) {
			if n >= 2 {
				k.turn(s, i, at, follow, fold, to)
			}
			return
		}
		if tiers[r] != noShape && n >= 2 {
			k.turn(s, i, at, follow, fold, to) // 自贸试验区X片区
			return
		}
		if w := leads.set.suffix(s[:i]); w > 0 && n >= 2 {
			k.turn(s, i, at, follow|leads.of[s[i-w:i]], fold, to)
			return
		}
		i -= size
	}
}

// behind reads the name that begins at s[at:], behind a word that makes the turn lead: a mark or a following word closes it.
func (k *kit) behind(s string, at int, lead turn, m *marks, fold folder, to *turnedNames) {
	r, size := utf8.DecodeRuneInString(s[at:])
	if !inName(r) || m.of(r)&strongNever != 0 {
		return
	}
	if rest := fold(s[at:min(len(s), at+longestKnown)]); k.common.prefix(rest) > 0 || k.ordinary.prefix(rest) > 0 {
		return
	}
	i := at + size
	for n := 1; i-at <= longestTurned && i < len(s); n++ {
		if r, size = utf8.DecodeRuneInString(s[i:]); !inName(r) {
			if n >= 2 {
				k.turn(s, at, i, lead, fold, to)
			}
			return
		}
		if m := follows.set.prefix(s[i:]); m > 0 && n >= 2 {
			k.turn(s, at, i, lead|follows.of[s[i:i+m]], fold, to)
			return
		}
		i += size
	}
}

// turn keeps s[start:end] if it is neither a place nor made of common words.
func (k *kit) turn(s string, start, end int, turns turn, fold folder, to *turnedNames) {
	run := fold(s[start:end])
	if tables.IsPlace(run) {
		to.place(run, turns)
	} else if _, n := tables.PlacePrefix(run); n == 0 && k.short(run) && !kindOfPlace(run) && k.ordinary.prefix(run) == 0 && k.common.prefix(run) == 0 && !k.commonEnd(run) {
		to.add(s[start:end], entry{end: end, start: start, exact: true, whole: true, slot: slot{shape: loose}}, turns)
	}
}

// commonEnd reports whether a folded run ends in a common or ordinary word or in a place, what brands end in left aside: 半岛国际 is no
// more common than 半岛. A place behind a single character that joins nothing is chance (太阳城).
func (k *kit) commonEnd(run string) bool {
	if stem := k.stem(run); stem != "" {
		run = stem
	}
	if k.ordinary.suffix(run) > 0 || k.common.suffix(run) > 0 {
		return true
	}
	head, found := run[:len(run)-tables.PlaceSuffix(run)], endsInPlace(run)
	r, _ := utf8.DecodeRuneInString(head)
	return found && (utf8.RuneCountInString(head) != 1 || strings.ContainsRune(joins+neverStrong, r))
}
