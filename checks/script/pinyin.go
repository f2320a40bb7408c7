package script

import (
	"fmt"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// pinyin looks for a toned syllable of pinyin that stands for a character inside a Chinese word: 政fǔ. A syllable beside the
// character it reads, in brackets or in a lesson, is no such thing.
// Syllables without a tone need more evidence, see bare.
type pinyin struct{ words []string }

func newPinyin(p checks.Params) (checks.Check, error) {
	var v struct {
		Words string `toml:"words"` // of two characters, by white space: words that every report has
	}
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	c := pinyin{strings.Fields(v.Words)}
	for _, w := range c.words {
		if len([]rune(w)) != 2 {
			return nil, fmt.Errorf("pinyin-inside-word needs words of two characters, not %q", w)
		}
	}
	return c, nil
}

func (pinyin) Trigger() scan.Trigger {
	return scan.Trigger{Classes: []scan.Class{scan.LatinExt}, Pairs: []scan.Pair{{A: scan.Han, B: scan.Lower}}}
}

func (c pinyin) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var toned, between []scan.Hit
	for _, h := range hits {
		if h.Index == 0 {
			toned = append(toned, h)
		} else {
			between = append(between, h)
		}
	}
	return gather(d, append(c.toned(d, toned), c.bare(d, between)...))
}

// toned finds syllables with a tone behind a Han.
func (pinyin) toned(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	letters := scan.SetOf(scan.Lower, scan.Upper, scan.LatinExt)
	done, apart := -1, 0 // apart: toned syllables that stand for themselves, as in a lesson
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		ln := lines.Span(lines.At(h.Span.Start))
		s := h.Span
		for c := prev(src, s.Start, ln); letters.Has(c.class) && s.Len() < 24; c = prev(src, s.Start, ln) {
			s.Start = c.span.Start
		}
		for c := next(src, s.End, ln); letters.Has(c.class) && s.Len() < 24; c = next(src, s.End, ln) {
			s.End = c.span.End
		}
		done = s.End
		if !syllables(strings.ToLower(s.Of(src))) {
			continue
		}
		b, a := prev(src, s.Start, ln), next(src, s.End, ln)
		if b.class != scan.Han || !followsWord(a) || tables.HasReading(b.r, s.Of(src)) || strings.ContainsRune("读音念拼调", b.r) {
			apart++
			continue
		}
		out = append(out, checks.At(s.Start, s.End))
	}
	if apart > 4 && apart >= len(out) {
		return nil
	}
	return out
}

// syllables reports whether s is one to three toned syllables without a space.
func syllables(s string) bool {
	for n, at := 0, 0; n < 3; n++ {
		end := 0
		for i := range s[at:] + " " { // the longest that leaves no stump behind
			if i > 0 && tables.IsSyllable(s[at:at+i]) {
				end = at + i
			}
		}
		if end == 0 {
			return false
		}
		if at = end; at == len(s) {
			return true
		}
	}
	return false
}

// followsWord reports whether c may stand behind a Chinese word.
func followsWord(c char) bool {
	return c.class == scan.Han || c.class == scan.LF || c.class == scan.Close || c.class == scan.Stop || c.class == scan.Pause ||
		c.class == scan.Comma || c.class == scan.Digit || c.class == scan.Semicolon
}

// stray looks for kana, bopomofo and Hangul that stand alone among Han: what a decoder or a reader of scans took a Han for. They are
// strangers only where the document holds a handful of them.
type stray struct{}

func (stray) Trigger() scan.Trigger {
	return scan.Trigger{Classes: []scan.Class{scan.Kana, scan.Bopomofo, scan.Hangul}}
}

// handful is how many a document holds at most, and longest how many stand together.
const (
	handful = 8
	longest = 2
)

// likeHan are the kana that character recognition takes Han for.
var likeHan = map[rune]rune{'エ': '工', 'ニ': '二', 'ロ': '口', 'カ': '力', 'ト': '卜', 'タ': '夕', 'ハ': '八', 'ノ': '丿', '〆': '乄', 'ヘ': '乀', 'オ': '才', 'セ': '七',
	'チ': '千', 'ミ': '三', 'ム': '厶'}

func (stray) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if len(hits) > handful {
		return nil
	}
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	for i := 0; i < len(hits); {
		s := hits[i].Span
		n := 1
		for i++; i < len(hits) && hits[i].Span.Start == s.End; i++ {
			s.End = hits[i].Span.End
			n++
		}
		ln := lines.Span(lines.At(s.Start))
		b, a := prev(src, s.Start, ln), next(src, s.End, ln)
		if n > longest || s.Of(src) == "の" || s.Of(src) == "ー" || b.class != scan.Han && a.class != scan.Han ||
			b.class == scan.Open && a.class == scan.Close || beside(b) {
			continue
		}
		m := checks.At(s.Start, s.End)
		if n == 1 {
			for _, r := range s.Of(src) {
				if han, ok := likeHan[r]; ok {
					m.Message = "like"
					m.Vars = map[string]string{"han": string(han)}
					m.Fixes = checks.Replace(d, s, string(han), checks.ProofNone)
				}
			}
		}
		out = append(out, m)
	}
	return out
}

// beside reports whether the text speaks of the sign itself: 注音ㄅ, 假名ア.
func beside(b char) bool {
	return strings.ContainsRune("音名号母符字", b.r) && b.class == scan.Han
}
