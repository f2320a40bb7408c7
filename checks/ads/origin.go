package ads

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// candidate is a word that may have stood where a brand stands now.
type candidate struct {
	word     string
	score    int
	evidence []checks.Note
	proved   bool // a code names it
}

// The weights of evidence. What names the place itself outweighs what only fits; a word that still stands elsewhere can have been
// replaced only by a partial hand, for search and replace leaves none.
const (
	byChild    = 8  // the district behind the slot belongs to it
	bySisters  = 6  // it completes the list
	byPhrase   = 16 // it completes a stock phrase
	byNearCode = 7  // a code a few lines away names it
	byCode     = 2  // a code elsewhere names it
	byHome     = 6  // the text names its parts
	byName     = 5  // the file is named for it
	byOther    = 5  // it is the answer at other places of the brand
	byRank     = 2  // 办公厅: provinces have one, lower bodies an 办公室
	byLevel    = 4  // the report speaks of 全市 throughout
	gone       = 3  // it stands nowhere else in the text
	survives   = -3
	enough     = 6 // a candidate below is not offered
)

// ballot collects candidates of one occurrence.
type ballot struct {
	all  []candidate
	form shape
	w    *witness

	guessed bool // the form follows from other places of the brand, not from the slot
}

func (b *ballot) vote(word string, weight int, n checks.Note) *candidate {
	for i := range b.all {
		if c := &b.all[i]; c.word == word {
			c.score += weight
			c.evidence = append(c.evidence, n)
			return c
		}
	}
	b.all = append(b.all, candidate{word: word, score: weight, evidence: []checks.Note{n}})
	return &b.all[len(b.all)-1]
}

// place votes for p in the form that the slot asks for, if p is of a kind that can stand there.
func (b *ballot) place(p tables.Place, weight int, n checks.Note) *candidate {
	word := ""
	switch b.form {
	case provinceOf:
		if p.Tier == tables.Province {
			word = p.Short
		}
	case cityOf:
		if p.Tier == tables.Prefecture || strings.HasSuffix(p.Name, "市") {
			word = p.Short
		}
	case countyOf:
		if p.Tier == tables.County {
			word = p.Short
		}
	case bodyOf:
		if word = p.Name; b.guessed && (b.w.count(word) > 0 || b.w.count(p.Short) == 0) {
			word = p.Short // full names were left alone, or the everyday name was not
		}
	default:
		word = p.Short
	}
	if word == "" {
		return nil
	}
	return b.vote(word, weight, n)
}

// originals ranks what may have stood at occurrence o of brand b in text s, best first.
func (k *kit) originals(s string, b *brand, o *occurrence, w *witness) []candidate {
	v := &ballot{form: b.form(o), w: w}
	v.guessed = v.form != o.slot.shape
	v.child(o)
	v.phrase(s, o)
	v.sisters(o)
	v.codes(s, o)
	for i, h := range w.homes {
		if i < 2 && (i == 0 || 2*len(h.parts) > len(w.homes[0].parts)) {
			v.place(h.place, byHome-2*i, note("home", "place", h.place.Name, "count", itoa(len(h.parts)), "parts", strings.Join(h.parts[:min(4, len(h.parts))], "、")))
			if up, ok := tables.Parent(h.place); ok && i == 0 && o.slot.strong {
				v.place(up, byHome-3, note("above", "place", up.Name, "part", h.place.Name))
			}
		}
	}
	for _, p := range w.named {
		v.place(p, byName, note("file", "place", p.Name))
	}
	if own := w.level(); own != "" && v.form == bodyOf && o.slot.strong {
		for i := range v.all {
			if c := &v.all[i]; strings.HasSuffix(c.word, own) {
				c.score += byLevel
				c.evidence = append(c.evidence, note("level", "word", "全"+own))
			}
		}
	}
	for i := range v.all {
		c := &v.all[i]
		if n := w.count(c.word); n == 0 {
			c.score += gone
			c.evidence = append(c.evidence, note("gone", "word", c.word))
		} else {
			if !o.slot.strong {
				c.score += survives // the place of the document stands there as often as not, and is what was not replaced
			}
			c.evidence = append(c.evidence, note("survives", "word", c.word, "count", itoa(n)))
		}
	}
	return v.ranked()
}

// form is the shape of the word that stood at o. Brands that never stand before a tier (X市) have taken the tier with them: they
// stand for full names, anywhere.
func (b *brand) form(o *occurrence) shape {
	if o.slot.shape != loose && o.slot.shape != noShape {
		return o.slot.shape
	}
	if b.tiered {
		return loose
	}
	body := false
	for i := range b.at {
		body = body || b.at[i].slot.shape == bodyOf && b.at[i].slot.strong
	}
	if body || len(b.at) >= 5 {
		return bodyOf
	}
	return loose
}

func (v *ballot) ranked() []candidate {
	slices.SortStableFunc(v.all, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return v.all
}

// child: 市皇姑区 names a city by one of its districts.
func (v *ballot) child(o *occurrence) {
	_, size := utf8.DecodeRuneInString(o.slot.words)
	if size == 0 || o.slot.shape > cityOf {
		return
	}
	for _, p := range tables.PlaceByName(scan.FoldString(o.slot.words[size:])) {
		for _, up := range within(p)[1:] {
			if p.Former {
				continue
			}
			c := v.place(up, byChild, note("child", "part", p.Name, "place", up.Name))
			for _, code := range v.w.codes {
				if c != nil && code.place.Code == p.Code {
					c.proved = true
					c.evidence = append(c.evidence, note(code.kind, "place", p.Name))
				}
			}
		}
	}
}

// phrase: 省委省政府, 市委市政府 are said together, and nothing but the committee stands right before the government.
func (v *ballot) phrase(s string, o *occurrence) {
	r, size := utf8.DecodeRuneInString(o.slot.words)
	rest := s[o.span.End:]
	if tiers[r] == noShape || !strings.HasPrefix(rest[size:], "政府") || strings.HasPrefix(rest[size:], "政府工作报告") {
		return
	}
	before := s[:o.span.Start]
	word := string(r) + "委"
	for _, lead := range []string{"国务院、", "国务院和", "党中央、", "总书记、"} {
		if strings.HasSuffix(before, lead) {
			v.vote(word, byPhrase, note("phrase", "word", word+string(r)+"政府"))
			return
		}
	}
	if strings.HasPrefix(rest[size:], "政府和") || strings.HasPrefix(rest[size:], "政府、") {
		v.vote(word, byPhrase/2, note("phrase", "word", word+string(r)+"政府"))
		return
	}
	v.vote(word, 2, note("phrase", "word", word+string(r)+"政府"))
}

// sisters: the capital that is missing among the capitals of one part of the country.
func (v *ballot) sisters(o *occurrence) {
	if o.list == nil || o.list.route {
		return
	}
	area, capitals := byte(0), true
	for _, p := range o.list.places {
		if p.Code == "" || p.Tier > tables.Prefecture || area != 0 && p.Code[0] != area {
			return
		}
		area = p.Code[0]
		capitals = capitals && capital(p)
	}
	if !capitals {
		return
	}
	// The codes of GB/T 2260 begin with the part of the country: 1 North, 2 Northeast, 3 East, 4 South, 5 Southwest, 6 Northwest.
	var missing []tables.Place
	for c := byte('0'); c <= '9'; c++ {
		p, ok := tables.PlaceByCode(string([]byte{area, c}) + "0100")
		if ok && p.Tier == tables.Prefecture && v.w.count(p.Short) == 0 && !slices.ContainsFunc(o.list.places, func(q tables.Place) bool { return q.Code == p.Code }) {
			missing = append(missing, p)
		}
	}
	var names []string
	for _, p := range o.list.places {
		names = append(names, p.Short)
	}
	for _, p := range missing {
		v.place(p, max(1, bySisters/len(missing)), note("sisters", "places", strings.Join(names, "、"), "place", p.Short))
	}
}

// capital reports whether p is the capital of a province: the first prefecture of its code.
func capital(p tables.Place) bool { return p.Tier == tables.Prefecture && p.Code[2:] == "0100" }

// near is how many bytes lie at most between a code and what it speaks of: a footer is a few lines.
const near = 600

func (v *ballot) codes(s string, o *occurrence) {
	for _, c := range v.w.codes {
		weight := byCode
		if d := c.at.Start - o.span.Start; d < near && d > -near {
			weight = byNearCode
		}
		if c.kind == "code-licence" || c.kind == "code-post" {
			weight /= 2
		}
		up := within(c.place)
		for i, p := range up {
			w := weight - 3*i // the division itself before those above it
			if c.kind == "code-police" && i == 0 && p.Tier == tables.County {
				w = weight / 2 // the police station's district, not the body's
			}
			if w < 1 {
				w = 1
			}
			cand := v.place(p, w, note(c.kind, "place", p.Name))
			if cand != nil && o.slot.shape == bodyOf && c.kind == "code-site" && i == 0 && weight == byNearCode && owner(s, o) {
				cand.proved = true
			}
		}
	}
	if o.slot.shape == bodyOf && strings.HasPrefix(s[o.span.End:], "人民政府办公厅") {
		for i := range v.all {
			if strings.HasSuffix(v.all[i].word, "省") || strings.HasSuffix(v.all[i].word, "自治区") {
				v.all[i].score += byRank
				v.all[i].evidence = append(v.all[i].evidence, note("rank"))
			}
		}
	}
}

// owner reports whether o is named as the owner of the site.
func owner(s string, o *occurrence) bool {
	before := strings.TrimRight(s[max(0, o.span.Start-24):o.span.Start], " :：")
	return strings.HasSuffix(before, "版权所有") || strings.HasSuffix(before, "主办单位") || strings.HasSuffix(before, "主办")
}
