package ads

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// evasiveParams are the [params] of a rule of kind evasive-spelling.
type evasiveParams struct {
	Variants []string `toml:"variants"` // odd=meant: 葡亰=葡京; an odd form that is a word of its own ends in ?: 菠菜?=博彩
	Words    []string `toml:"words"`    // words that are split by marks: 六合彩
	Latin    []string `toml:"latin"`    // words that are written with look-alike letters: mega888
	Signals  []string `toml:"signals"`  // words that confirm on the same line: 平台, 投注
}

// evasive finds words of betting and solicitation written so that filters miss them.
type evasive struct {
	odd, meant []string
	word       []bool // the odd form is a word of its own
	words      []string
	latin      []string // as skeletons
	shown      []string
	signals    []string
}

func newEvasive(p checks.Params) (checks.Check, error) {
	var v evasiveParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	c := &evasive{words: v.Words, signals: v.Signals, shown: v.Latin}
	for _, pair := range v.Variants {
		odd, meant, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, fmt.Errorf("variant %q is not odd=meant", pair)
		}
		odd, own := strings.CutSuffix(odd, "?")
		c.odd, c.meant, c.word = append(c.odd, odd), append(c.meant, meant), append(c.word, own)
	}
	if len(c.odd) == 0 || len(c.words) == 0 {
		return nil, errors.New("evasive-spelling needs variants and words")
	}
	for _, w := range v.Latin {
		c.latin = append(c.latin, looks(w))
	}
	return c, nil
}

func (c *evasive) Trigger() scan.Trigger {
	return scan.Trigger{Literals: slices.Concat(c.odd, capitalMobiles), Classes: []scan.Class{scan.Cyrillic, scan.Greek, scan.EnclosedNumber},
		Pairs: []scan.Pair{{A: scan.Han, B: scan.Emoji}, {A: scan.Han, B: scan.HalfSymbol}, {A: scan.Han, B: scan.Symbol}, {A: scan.Han, B: scan.Period},
			{A: scan.Han, B: scan.Interpunct}, {A: scan.Han, B: scan.Hyphen}, {A: scan.Lower, B: scan.Emoji}, {A: scan.Upper, B: scan.Emoji}}}
}

func (c *evasive) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	s, lines, done := d.Text(), d.Lines(), 0
	classes := len(c.odd) + len(capitalMobiles) // index of the first class of the trigger
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		var sp text.Span
		meant, own := "", false
		switch {
		case h.Index < len(c.odd):
			sp, meant, own = h.Span, c.meant[h.Index], c.word[h.Index]
		case h.Index < classes || h.Index == classes+2:
			sp, meant = disguisedMobile(s, h.Span.Start)
		case h.Index < classes+2:
			sp, meant = c.latinWord(s, h.Span.Start)
		default:
			sp, meant = c.split(s, h.Span)
		}
		if meant == "" {
			continue
		}
		ln := lines.Span(lines.At(sp.Start))
		second := c.second(s, ln, sp)
		if (own || strings.ContainsAny(sp.Of(s), "·•-‧∙")) && !second || // 名·姓 and 一-二 are written so by right
			quoted(s, ln, sp.Start) {
			continue
		}
		done = sp.End
		m := checks.At(sp.Start, sp.End)
		m.Vars = map[string]string{"meant": meant}
		if second {
			m.Evidence = append(m.Evidence, note("second"))
		} else {
			m.Severity, m.Level = checks.Info, checks.Low
		}
		out = append(out, m)
	}
	return out
}

// split finds a word of the list around a mark that stands inside it: 六.合.彩.
func (c *evasive) split(s string, pair text.Span) (text.Span, string) {
	_, size := utf8.DecodeRuneInString(s[pair.Start:])
	if mark, _ := utf8.DecodeRuneInString(s[pair.Start+size:]); strings.ContainsRune("/+%<>&=", mark) {
		return text.Span{}, ""
	}
	// The Han around the mark, single marks between them left out.
	var runes []rune
	var at []int
	i, marks := pair.Start+size, 0
	for n := 0; n < 8 && i > 0; {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		i -= w
		if !isHan(r) && !isLetter(r) {
			if marks++; marks > 1 || r == '\n' || strings.ContainsRune("，。、：；“”《》,;: ", r) {
				break
			}
			continue
		}
		marks = 0
		n++
		runes, at = append([]rune{r}, runes...), append([]int{i}, at...)
	}
	marks = 0
	for i = pair.Start + size; i < len(s) && len(runes) < 14; {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !isHan(r) && !isLetter(r) {
			if marks++; marks > 2 || r == '\n' || strings.ContainsRune("，。、：；“”《》,;: ", r) { // ❤ may carry a variation selector
				break
			}
		} else {
			marks = 0
			runes, at = append(runes, r), append(at, i)
		}
		i += w
	}
	flat := scan.FoldString(string(runes))
	for _, w := range c.words {
		k := strings.Index(flat, w)
		if k < 0 {
			continue
		}
		first := utf8.RuneCountInString(flat[:k])
		last := first + utf8.RuneCountInString(w) - 1
		_, size := utf8.DecodeRuneInString(s[at[last]:])
		sp := text.Span{Start: at[first], End: at[last] + size}
		if sp.Len() > len(w) && sp.Start <= pair.Start && pair.End <= sp.End { // a mark is inside
			return sp, w
		}
	}
	return text.Span{}, ""
}

// latinWord is the word around a Cyrillic or Greek letter if it looks like a word of the list.
func (c *evasive) latinWord(s string, at int) (text.Span, string) {
	sp := text.Span{Start: at, End: at}
	latin := false
	for sp.Start > 0 {
		r, w := utf8.DecodeLastRuneInString(s[:sp.Start])
		if !isWordByte(r) && (r < 0x370 || r > 0x52F) {
			break
		}
		latin = latin || r < 0x80 && r > '9'
		sp.Start -= w
	}
	for sp.End < len(s) && sp.Len() < 64 {
		r, w := utf8.DecodeRuneInString(s[sp.End:])
		if !isWordByte(r) && (r < 0x370 || r > 0x52F) {
			break
		}
		latin = latin || r < 0x80 && r > '9'
		sp.End += w
	}
	if !latin || sp.Len() > 60 {
		return sp, ""
	}
	f := looks(sp.Of(s))
	for i, w := range c.latin {
		if strings.Contains(f, w) {
			return sp, c.shown[i]
		}
	}
	return sp, ""
}

// looks is what a word looks like, whatever the case of its letters.
func looks(w string) string {
	return tables.Skeleton(strings.ToLower(tables.Skeleton(w)))
}

// second reports whether the line holds a further sign of a promotion near sp: a word of the list, an address or an account.
func (c *evasive) second(s string, ln, sp text.Span) bool {
	lo, hi := max(ln.Start, sp.Start-120), min(ln.End, sp.End+120)
	for lo < sp.Start && !utf8.RuneStart(s[lo]) {
		lo++
	}
	for hi < ln.End && !utf8.RuneStart(s[hi]) {
		hi--
	}
	f := scan.FoldString(s[lo:sp.Start] + "\n" + s[sp.End:hi])
	if _, ok := hostIn(f); ok || containsAny(f, c.signals) != "" {
		return true
	}
	for i, rs := 0, []rune(f); i < len(rs); i++ {
		if (i == 0 || !isWordByte(rs[i-1])) && mobileEnd(rs, i) > 0 {
			return true
		}
	}
	a, ok := accountAfter(s, sp.End, hi)
	return ok && a.Len() >= 5
}

// accountAfter is the account that follows a means of contact: five to twenty letters, digits or hyphens, one digit or letter at least.
func accountAfter(s string, i, end int) (text.Span, bool) {
	for n := 0; i < end && n < 8; n++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isWordByte(r) {
			j := i
			for j < end && (isWordByte(rune(s[j])) || s[j] == '-' || s[j] == '_') {
				j++
			}
			sp := text.Span{Start: i, End: j}
			digits := strings.Count(strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return '9'
				}
				return 'x'
			}, sp.Of(s)), "9")
			return sp, sp.Len() >= 5 && sp.Len() <= 20 && digits >= 2
		}
		if !strings.ContainsRune(":：号群+加 　是为码\"“(（同", r) {
			return text.Span{}, false
		}
		i += size
	}
	return text.Span{}, false
}
