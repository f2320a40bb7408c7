package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// collapsed looks for X and X: two terms that a translation engine gave the same English word (体制机制, "institutional and
// institutional"). It is one where the second X ends the phrase, or where X is an adjective; before a noun, of or for the second X begins
// a longer phrase and the text may be right.
type collapsed struct{ idioms, nouns map[string]bool }

// idioms are words that English repeats for emphasis.
const idioms = `again more less over round through years days hours months weeks decades centuries generations miles hundreds thousands millions
 billions tens dozens lots many better higher lower larger bigger smaller greater stronger closer faster wider deeper longer richer fewer
 worse older younger harder easier broader clearer cleaner further farther nearer brighter tighter finer later sooner slower
 thinner thicker hotter colder heavier lighter poorer half neck step time times very such that this these those they them there here
 then when what with ever never only always forever peace side back down away ages rounds`

// adjectival are nouns that end like adjectives.
const adjectival = `capital hospital material terminal approval proposal arrival journal animal metal goal signal portal festival appraisal removal renewal
 disposal official professional individual manual criminal general national industrial initiative incentive objective executive
 representative cooperative collective perspective directive narrative motive table vegetable variable library secretary primary
 boundary salary anniversary military summary diary dictionary canal coal deal rival revival survival retrieval withdrawal trial`

func newCollapsed(p checks.Params) (checks.Check, error) {
	return collapsed{set(idioms), set(adjectival)}, p.Decode(&struct{}{})
}

func (collapsed) Trigger() scan.Trigger { return scan.Trigger{Literals: []string{" and "}} }

// longestTerm is how many words X may have.
const longestTerm = 4

func (c collapsed) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src := d.Text()
	var sure, maybe []checks.Match
	var ln text.Span
	for _, h := range hits {
		left, right := h.Span.Start, h.Span.End
		if left > 0 && src[left-1] == ',' {
			left--
		}
		if left == 0 || right >= len(src) || !isWordByte(src[left-1]) || !isLetter(src[right]) {
			continue
		}
		n := repeated(src, left, right)
		if n == 0 {
			continue
		}
		if h.Span.Start >= ln.End || h.Span.Start < ln.Start {
			ln = d.Lines().Span(d.Lines().At(h.Span.Start))
		}
		if right+n > ln.End || left-n < ln.Start || n < 4 {
			continue
		}
		x := strings.ToLower(src[right : right+n])
		if c.idioms[x] || !strings.Contains(x, " ") && src[left-n] < 'a' && src[right] < 'a' { // Johnson and Johnson
			continue
		}
		m := checks.At(left-n, right+n)
		m.Vars = map[string]string{"term": src[right : right+n]}
		switch {
		case endsPhrase(src, right+n, ln) || c.adjective(x):
			if list := listed(src, left-n, x, ln); list < left-n {
				m.Places[0].Start = list
			}
			sure = append(sure, m)
		case left-n-2 >= ln.Start && src[left-n-2:left-n] == ", " && left == h.Span.Start && qualified(src[right+n:ln.End]):
			m.Severity = checks.Info
			m.Message = "maybe"
			maybe = append(maybe, m)
		}
	}
	return append(gather(d, sure), gather(d, maybe)...)
}

// repeated is the length of the longest run of whole words at right that also ends at left; 0 if there is none. Case does not
// count.
func repeated(src string, left, right int) int {
	best := 0
	for i, words := right, 0; i < len(src) && words < longestTerm && i-right < 80; words++ {
		for i < len(src) && isWordByte(src[i]) && i-right < 80 {
			i++
		}
		n := i - right
		if n > left {
			break
		}
		if at := left - n; strings.EqualFold(src[at:left], src[right:i]) && (at == 0 || !isWordByte(src[at-1]) && src[at-1] < 0x80) {
			best = n
		}
		if i >= len(src) || src[i] != ' ' || i+1 >= len(src) || !isLetter(src[i+1]) {
			break
		}
		i++
	}
	return best
}

// listed is where a row of x that ends at off begins: corruption, corruption and corruption.
func listed(src string, off int, x string, ln text.Span) int {
	for off-2-len(x) >= ln.Start && src[off-2:off] == ", " && strings.EqualFold(src[off-2-len(x):off-2], x) {
		off -= 2 + len(x)
	}
	return off
}

// adjective reports whether the single word x can only be an adjective, which nobody repeats before one noun.
func (c collapsed) adjective(x string) bool {
	if strings.ContainsAny(x, " -'") || len(x) < 6 || c.nouns[x] {
		return false
	}
	for _, end := range []string{"al", "ive", "ous", "ary", "able", "ible", "ful"} {
		if strings.HasSuffix(x, end) {
			return true
		}
	}
	return false
}

// qualified reports whether a phrase goes on with of, for or a relative pronoun.
func qualified(rest string) bool {
	for _, w := range []string{" of ", " for ", " which ", " that "} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}
