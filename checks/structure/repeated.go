package structure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// repeated finds paragraphs that a text has twice, word for word or nearly so. Refrains are short, so a paragraph counts from a
// length on; a shorter one counts where it stands directly below its double.
type repeated struct {
	Runes int     `toml:"characters"` // from this length on a paragraph is no refrain
	Share float64 `toml:"share"`      // how much of the shorter paragraph a near double has in common
}

func newRepeated(p checks.Params) (checks.Check, error) {
	c := repeated{Runes: 60, Share: 0.9}
	return c, p.Decode(&c)
}

func (repeated) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

// double is line later, which says what line first says.
type double struct {
	first, later int
	exact        bool
}

func (c repeated) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	lines, s := d.Lines(), d.Text()
	var out []checks.Match
	for _, run := range blocks(c.find(d)) {
		a, b := run[0], run[len(run)-1]
		at := text.Span{Start: lines.Span(a.later).Start, End: lines.Span(b.later).End}
		at.Start = skipBlank(s, text.Span{Start: at.Start, End: at.End})
		m := checks.At(at.Start, at.End)
		m.Vars = map[string]string{"line": strconv.Itoa(a.first + 1), "paragraphs": strconv.Itoa(len(run))}
		key, exact := "exact", true
		for _, x := range run {
			exact = exact && x.exact
		}
		if exact {
			m.Fixes = checks.DeleteLines(d, a.later, b.later, checks.ProofNone)
		} else {
			key, m.Level = "near", checks.Medium
		}
		m.Evidence = []checks.Note{{Key: key}}
		m.Related = []checks.Note{{Key: "first", At: []text.Span{lines.Span(a.first)}}}
		out = append(out, m)
	}
	return out
}

// find lists the doubles in the order of the later lines. Reports of one genre share sentences, so documents in one file are
// looked at one by one: what was said above line first is another's.
func (c repeated) find(d *document.Document) []double {
	lines, m := d.Lines(), layout.Of(d)
	docs := Documents(d)
	some, long := 0, 0
	for i := range lines.Len() {
		if n := lines.Span(i).Len(); n >= leastSaid {
			if some++; n >= leastNear {
				long++
			}
		}
	}
	seen := newSaid(lines, some)
	like := newNear(lines, long, c.Share)
	var out []double
	first, above, k := 0, -1, 0
	for i := range lines.Len() {
		for k+1 < len(docs) && lines.Start(i) >= docs[k+1].Start {
			k++
			first, above = i, -1
		}
		role := m.Role(i)
		if !role.Text() || role == layout.Title || !worded(lines.Text(i)) {
			continue
		}
		t := trim(lines.Text(i))
		n := len(t) / 3
		if n < c.Runes { // an English line has fewer characters of three bytes than it seems
			n = utf8.RuneCountInString(t)
		}
		if n >= leastSaid {
			if was := seen.put(t, i, first); was >= 0 {
				if n >= c.Runes || was == above && role == layout.Body && strings.ContainsAny(t, "，。,.；") {
					out = append(out, double{was, i, true})
				}
			} else if n >= leastNear {
				if was, ok := like.double(i, first); ok {
					out = append(out, double{was, i, false})
				}
			}
		}
		above = i
	}
	return out
}

const (
	leastSaid = 12  // characters, and so bytes: what is shorter may be said twice
	leastNear = 100 // likewise; only what is longer is compared with what is nearly alike
)

// worded: the line begins with words, and is no rule or blank to fill in.
func worded(t string) bool {
	n := 0
	for _, r := range t {
		if isHan(r) || latin(r) {
			if n++; n >= 6 {
				return true
			}
		} else if r == '_' {
			return false
		}
	}
	return false
}

// blocks joins doubles of neighbouring paragraphs whose originals are neighbours too.
func blocks(all []double) [][]double {
	var out [][]double
	for _, x := range all {
		if n := len(out); n > 0 {
			run := out[n-1]
			if p := run[len(run)-1]; x.later-p.later <= 2 && x.first-p.first == x.later-p.later && x.exact == p.exact {
				out[n-1] = append(run, x)
				continue
			}
		}
		out = append(out, []double{x})
	}
	return out
}
