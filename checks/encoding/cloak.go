package encoding

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/repair"
	"github.com/reportlint/reportlint/internal/scan"
)

// cloakRepair names the one repair that both rules about cloaks stand for: the notes are the table that decides the split
// characters.
const cloakRepair = "pinyin-cloak"

// cloakTrigger fires on what may be an inserted note or a split character: rare in Chinese text, and settled by a look at
// the character before it in any other.
func cloakTrigger() scan.Trigger {
	var ps []scan.Pair
	for _, open := range []scan.Class{scan.HalfOpen, scan.Open, scan.Question, scan.Replacement} {
		ps = append(ps, scan.Pair{A: open, B: scan.Lower}, scan.Pair{A: open, B: scan.LatinExt})
	}
	return scan.Trigger{Pairs: append(ps, scan.Pair{A: scan.Replacement, B: scan.HalfOpen}, scan.Pair{A: scan.Question, B: scan.HalfOpen})}
}

// cloakView is the cloak of a document, shared by the rules that speak of it; nil inside if there is none.
type cloakView struct{ *repair.Cloak }

// enoughNotes is how many notes make a closer look worth its price; one split character does as well.
const enoughNotes = 3

// cloakOf looks for a cloak if the hits of cloakTrigger hold enough notes.
func cloakOf(d *document.Document, hits []scan.Hit) *repair.Cloak {
	notes, gaps := 0, 0
	for _, h := range hits {
		note, gap := repair.NoteAt(d.Text(), h.Span.Start)
		if note {
			notes++
		}
		if gap {
			gaps++
		}
		if notes >= enoughNotes || gaps > 0 {
			break
		}
	}
	if notes < enoughNotes && gaps == 0 {
		return nil
	}
	c := document.View(d, func(d *document.Document) cloakView { return cloakView{repair.Decloak(d.Text())} }).Cloak
	if c == nil || reported(d.Parent(), c) {
		return nil
	}
	return c
}

// reported reports whether c is what a layer below d has left of its cloak. That layer's finding speaks of these lines, too,
// and it knew more: what the rest of a table seems to say is not to be trusted.
func reported(d *document.Document, c *repair.Cloak) bool {
	for ; d != nil; d = d.Parent() {
		before := document.View(d, func(*document.Document) cloakView { return cloakView{} }).Cloak
		if before != nil && before.Certain && len(before.Edits) > 0 && c.Notes < before.Notes {
			return true
		}
	}
	return false
}

// cloakFix is the repair of a cloak: certified if nothing is left undecided, otherwise good enough to read through.
func cloakFix(c *repair.Cloak) []checks.Fix {
	if len(c.Edits) == 0 {
		return nil
	}
	f := checks.Fix{Edits: c.Edits, Layer: true}
	if c.Exact() {
		f.Proof = checks.ProofRoundTrip
	}
	return []checks.Fix{f}
}

// thousands writes n with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

type pinyinCloak struct{}

func newPinyinCloak(p checks.Params) (checks.Check, error) {
	return pinyinCloak{}, none(p)
}

func (pinyinCloak) Trigger() scan.Trigger { return cloakTrigger() }

func (pinyinCloak) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	c := cloakOf(d, hits)
	if c == nil || len(c.Places) == 0 || !c.Certain && len(c.Places) == len(c.Splits) {
		return nil
	}
	m := checks.Match{Places: c.Places, Group: cloakRepair, Vars: map[string]string{
		"notes": thousands(c.Notes), "keys": thousands(c.Keys), "coverage": percent(c.Coverage), "decoder": c.Decoder,
		"proved": thousands(c.Proved), "total": thousands(c.Total), "lines": thousands(len(c.Undecided)),
	}}
	if !c.Certain {
		m.Message, m.Level, m.Group = "residue", checks.Medium, ""
		return []checks.Match{m}
	}
	note := func(key string) { m.Evidence = append(m.Evidence, checks.Note{Key: key}) }
	if c.Sparse {
		note("sparse")
	} else {
		note("coverage")
	}
	if c.Traditional {
		note("traditional")
	} else {
		note("common")
	}
	if !c.Sparse {
		note("round-trip")
	}
	if c.Decoder != "" {
		note("decoder")
	}
	if len(c.Undecided) > 0 {
		note("undecided")
	}
	m.Fixes = cloakFix(c)
	return []checks.Match{m}
}

// percent writes a share so that what is not all never looks like all.
func percent(share float64) string {
	s := fmt.Sprintf("%.1f", share*100)
	if s == "100.0" && share < 1 {
		s = "99.9"
	}
	return strings.TrimSuffix(s, ".0") + "%"
}
