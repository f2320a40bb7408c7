package script

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// gapped is a syllable between two Han: what may stand for a character.
type gapped struct {
	at            text.Span
	before, after rune
	syllable      string
}

// neighbours are the characters of a document around some of its characters, counted: behind[政][府] is how often 政府 stands there.
type neighbours struct {
	behind, ahead map[rune]map[rune]int
	both          map[[3]rune]int
}

// little are characters that go with anything: what stands beside them is no word.
const little = "的了和与及在是为以对将把被等其之于并而或有不也更就都要很太最这那个我你他她它们到从向让给用上下内外"

// latinWords are syllables that are English words or names too. They are believed only where the characters on both sides agree.
const latinWords = " ai ban bang bin can chi dan den die do fan fang fen gang gun hang he hen hi lan lie long lu ma man me men mi mo mu nan pan pen pi pie pin ping po rang ran run sang she song sun ta tan tang ten tie to tong wan wang wei wen wo yang you "

// sites are the runs of small Latin letters directly between two Han that may be a syllable.
func sites(d *document.Document, hits []scan.Hit) []gapped {
	src, lines := d.Text(), d.Lines()
	var out []gapped
	for _, h := range hits {
		ln := lines.Span(lines.At(h.Span.Start))
		before := next(src, h.Span.Start, ln)
		s := text.Span{Start: before.span.End, End: before.span.End}
		for s.End < ln.End && s.Len() < 7 && src[s.End] >= 'a' && src[s.End] <= 'z' {
			s.End++
		}
		after := next(src, s.End, ln)
		if s.Len() < 2 || s.Len() > 6 || after.class != scan.Han || reads(before.r, s.Of(src)) || reads(after.r, s.Of(src)) ||
			strings.ContainsRune("读音念拼调", before.r) {
			continue
		}
		out = append(out, gapped{s, before.r, after.r, s.Of(src)})
	}
	return out
}

// company counts the neighbours of the characters beside the sites, in one walk.
func company(src string, at []gapped) neighbours {
	n := neighbours{map[rune]map[rune]int{}, map[rune]map[rune]int{}, map[[3]rune]int{}}
	for _, g := range at {
		n.behind[g.before], n.ahead[g.after] = map[rune]int{}, map[rune]int{}
	}
	var a, b rune
	for i := 0; i < len(src); {
		r, size, class := scan.Decode(src[i:])
		i += size
		if class != scan.Han {
			a, b = 0, 0
			continue
		}
		if b != 0 {
			if m := n.behind[b]; m != nil {
				m[r]++
			}
			m := n.ahead[r]
			if m != nil {
				m[b]++
			}
			if m != nil && a != 0 && n.behind[a] != nil {
				n.both[[3]rune{a, b, r}]++
			}
		}
		a, b = b, r
	}
	return n
}

// reading is what a syllable stands for.
type reading struct {
	han   rune   // 0: nothing
	word  string // that says so
	alone bool   // no other character would do
}

// stands is what g stands for.
func (n neighbours) stands(g gapped, words []string) reading {
	var c candidates
	for r := range n.behind[g.before] {
		if k := n.both[[3]rune{g.before, r, g.after}]; k > 0 && reads(r, g.syllable) {
			c.add(r, string([]rune{g.before, r, g.after}), 100*k)
		}
	}
	if strings.Contains(latinWords, " "+g.syllable+" ") {
		return c.best()
	}
	c.pairs(n.behind[g.before], g, g.before, func(r rune) string { return string([]rune{g.before, r}) })
	c.pairs(n.ahead[g.after], g, g.after, func(r rune) string { return string([]rune{r, g.after}) })
	if len(c) > 0 {
		return c.best()
	}
	for _, w := range words {
		if rs := []rune(w); rs[0] == g.before && reads(rs[1], g.syllable) {
			c.add(rs[1], w, 1)
		} else if rs[1] == g.after && reads(rs[0], g.syllable) {
			c.add(rs[0], w, 1)
		}
	}
	return c.best()
}

// candidate is a character that may belong in a gap, with how much speaks for it.
type candidate struct {
	reading
	weight int
}

type candidates []candidate

func (c *candidates) add(r rune, word string, weight int) {
	*c = append(*c, candidate{reading{han: r, word: word}, weight})
}

// pairs adds the characters that make a word with beside: together more than once, and no rare company of it.
func (c *candidates) pairs(m map[rune]int, g gapped, beside rune, join func(r rune) string) {
	if strings.ContainsRune(little, beside) {
		return
	}
	all := 0
	for _, k := range m {
		all += k
	}
	for r, k := range m {
		if k > 1 && k*10 >= all && !strings.ContainsRune(little, r) && reads(r, g.syllable) {
			c.add(r, join(r), k)
		}
	}
}

// best is the heaviest candidate; it stands alone if the next is a different character and far lighter, or there is none.
func (c candidates) best() reading {
	if len(c) == 0 {
		return reading{}
	}
	slices.SortFunc(c, func(a, b candidate) int {
		return cmp.Or(b.weight-a.weight, strings.Compare(a.word, b.word))
	})
	r := c[0].reading
	r.alone = true
	for _, o := range c[1:] {
		if o.han != r.han && o.weight*4 > c[0].weight {
			r.alone = false
		}
	}
	return r
}

// reads reports whether syllable, without its tone, is a reading of r; ü is written v, u or ü.
func reads(r rune, syllable string) bool {
	for rest := tables.Readings(r); rest != ""; {
		var one string
		if one, rest, _ = strings.Cut(rest, ","); toneless(one) == syllable || strings.Contains(one, "ü") && strings.ReplaceAll(toneless(one), "u", "v") == syllable {
			return true
		}
	}
	return false
}

// toneless is s without the marks over its letters.
func toneless(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x0300 && r <= 0x036F {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// bare finds syllables without a tone that stand for a character. Letters alone prove nothing: the word with the character must
// stand elsewhere in the document, or be a word that every report has.
func (c pinyin) bare(d *document.Document, hits []scan.Hit) []checks.Match {
	at := sites(d, hits)
	if len(at) == 0 {
		return nil
	}
	n := company(d.Text(), at)
	known := map[gapped]reading{}
	var out []checks.Match
	for _, g := range at {
		same := gapped{before: g.before, after: g.after, syllable: g.syllable}
		r, ok := known[same]
		if !ok {
			if len(known) == manySyllables {
				return nil
			}
			r = n.stands(g, c.words)
			known[same] = r
		}
		if r.han == 0 {
			continue
		}
		m := checks.At(g.at.Start, g.at.End)
		m.Evidence = []checks.Note{{Key: "word", Vars: map[string]string{"word": r.word}}}
		if r.alone {
			m.Fixes = checks.Replace(d, g.at, string(r.han), checks.ProofNone)
		}
		out = append(out, m)
	}
	return out
}

// manySyllables is how many different places are weighed; a document with more is written in both scripts.
const manySyllables = 300
