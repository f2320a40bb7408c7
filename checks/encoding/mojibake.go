package encoding

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/repair/mojibake"
	"github.com/reportlint/reportlint/internal/scan"
)

// misread finds text that was read in another encoding than it was written in. The four kinds of it differ in where they look.
type misread struct {
	trigger scan.Trigger
	search  func(d *document.Document, at []int) []mojibake.Repair
}

func newMisread(t func() scan.Trigger, search func(*document.Document, []int) []mojibake.Repair) func(checks.Params) (checks.Check, error) {
	return func(p checks.Params) (checks.Check, error) { return misread{t(), search}, none(p) }
}

// plainly is for searches that look at the text alone.
func plainly(search func(string, []int) []mojibake.Repair) func(*document.Document, []int) []mojibake.Repair {
	return func(d *document.Document, at []int) []mojibake.Repair { return search(d.Text(), at) }
}

// searchLatin also asks the layers below, whose damage is no longer there to be seen. A repair leaves line ends alone, so lines
// keep their numbers.
func searchLatin(d *document.Document, at []int) []mojibake.Repair {
	before := func(damaged func(*document.Document) bool) bool {
		for p := d.Parent(); p != nil; p = p.Parent() {
			if damaged(p) {
				return true
			}
		}
		return false
	}
	return mojibake.UTF8AsLatin(d.Text(), at, mojibake.Past{
		Line: func(at int) bool {
			n := d.Lines().At(at)
			return before(func(p *document.Document) bool {
				return n < p.Lines().Len() && mojibake.HasUTF8AsLatin(p.Lines().Text(n))
			})
		},
		Any: func() bool {
			return before(func(p *document.Document) bool { return mojibake.HasUTF8AsLatin(p.Text()) })
		},
	})
}

// The triggers of the four kinds. On clean text they hardly fire.

func utf8AsGBK() scan.Trigger { return scan.Trigger{Literals: mojibake.UTF8AsGBKSigns()} }

func gbkByteShift() scan.Trigger {
	return scan.Trigger{Literals: mojibake.ByteShiftSigns(), Classes: []scan.Class{scan.PrivateUse, scan.Bopomofo}}
}

func gbkAsLatin() scan.Trigger {
	return scan.Trigger{Pairs: []scan.Pair{{A: scan.LatinExt, B: scan.LatinExt}, {A: scan.LatinExt, B: scan.Symbol}, {A: scan.Symbol, B: scan.LatinExt},
		{A: scan.LatinExt, B: scan.Interpunct}, {A: scan.Control, B: scan.LatinExt}}}
}

func utf8AsLatin() scan.Trigger {
	t := scan.Trigger{Literals: mojibake.UTF8AsLatinSigns()}
	for a := range scan.NumClasses {
		for b := range scan.NumClasses {
			if mojibake.UTF8AsLatinPair(a, b) {
				t.Pairs = append(t.Pairs, scan.Pair{A: a, B: b})
			}
		}
	}
	return t
}

func (c misread) Trigger() scan.Trigger { return c.trigger }

func (c misread) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	at := make([]int, len(hits))
	for i, h := range hits {
		at[i] = h.Span.Start
	}
	var out []checks.Match
	for _, r := range c.search(d, at) {
		m := checks.At(r.Span.Start, r.Span.End)
		m.Vars = map[string]string{"to": shortened(r.New), "chars": fmt.Sprint(r.Chars), "common": fmt.Sprint(r.Common), "lost": fmt.Sprint(r.Lost),
			"layers": strings.Join(r.Layers, " → ")}
		proof := checks.ProofNone
		switch {
		case r.Exact && !beset(d, r):
			proof = checks.ProofRoundTrip
			m.Evidence = []checks.Note{{Key: "exact"}}
		case r.Lost > 0:
			m.Level = checks.Medium
			m.Evidence = []checks.Note{{Key: "lost"}}
		default:
			m.Level = checks.Medium
			m.Evidence = []checks.Note{{Key: "likely"}}
		}
		m.Fixes = checks.Replace(d, r.Span, r.New, proof)
		for _, o := range r.Others {
			for _, f := range checks.Replace(d, r.Span, o, checks.ProofNone) {
				f.Evidence = []checks.Note{{Key: "candidate", Vars: map[string]string{"to": shortened(o)}}}
				m.Fixes = append(m.Fixes, f)
			}
		}
		out = append(out, m)
	}
	return out
}

// beset: what stands beside the span shows that another reading is as likely. A Cyrillic letter there belongs to damage of another
// making; and between two characters of a sentence the bytes of · are those of a Chinese character, 路.
func beset(d *document.Document, r mojibake.Repair) bool {
	src := d.Text()
	before, _ := utf8.DecodeLastRuneInString(src[:r.Span.Start])
	after, _ := utf8.DecodeRuneInString(src[r.Span.End:])
	if r.New == "·" {
		return scan.ClassOf(before) == scan.Han && scan.ClassOf(after) == scan.Han && !isTransliteration(src, r.Span.Start, after)
	}
	if scan.ClassOf(before) != scan.Cyrillic && scan.ClassOf(after) != scan.Cyrillic || d.Count(scan.Han) < d.Count(scan.Cyrillic) {
		return false
	}
	return !strings.ContainsFunc(r.New, func(r rune) bool { return scan.ClassOf(r) == scan.Han })
}

// shortened is s for a message: at most 30 characters.
func shortened(s string) string {
	rs := []rune(s)
	if len(rs) <= 30 {
		return s
	}
	return string(rs[:30]) + "…"
}
