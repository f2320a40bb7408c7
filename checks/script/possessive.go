package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// possessive looks for an English possessive without its owner: a filter removed a name and left 's behind. Behind a noun the
// space is the work of a tokenizer; behind a word that cannot own anything, and at the start of a sentence, a name is gone.
type possessive struct{ ownerless, titles map[string]bool }

// ownerless are words that no possessive ending can belong to: prepositions, conjunctions, auxiliaries, verbs of political
// English, and titles that a name follows.
const ownerless = `of in on by with under to for from at into upon through about and or but which after before since between
 is are was were be been will would shall should must can could may has have had do does did not
 the a an its their our his her this these those
 apply applying applied study studying studied implement implementing implemented follow following followed uphold upholding
 carry carrying practice practicing promote promoting learn learning grasp grasping understand understanding adhere support
 supporting defend defending safeguard safeguarding guided deeply thoroughly fully earnestly resolutely faithfully conscientiously
 out off up down over against within around toward towards among during including per not when if while both any such only also
 achieve realize fulfill put keep make hold take deepen strengthen advance build comply convey publicize carry remember guide
 improve expand develop ensure accelerate encourage protect enhance maintain provide create establish continue transform`

// titles are words that a name follows; a tokenizer parts them from their ending as well.
const titles = `comrade secretary president chairman premier general`

func newPossessive(p checks.Params) (checks.Check, error) {
	return possessive{set(ownerless), set(titles)}, p.Decode(&struct{}{})
}

func (possessive) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{" 's ", " ’s ", "\n's ", "\n’s "}}
}

func (c possessive) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out, titled []checks.Match
	tokenized := false
	for _, h := range hits {
		ln := lines.Span(lines.At(h.Span.Start + 1))
		at := max(h.Span.Start, ln.Start)
		end := h.Span.End - 1
		if end+1 >= ln.End || !isLetter(src[end+1]) {
			continue
		}
		from := wordBefore(src, at, ln)
		title := c.titles[strings.ToLower(src[from:at])]
		switch {
		case title:
		case from < at && (c.ownerless[strings.ToLower(src[from:at])] || adverb(src[from:at])):
		case from == at && (at == ln.Start || strings.ContainsRune(".,;:!?(", rune(src[at-1]))):
		default:
			tokenized = true
			continue
		}
		s := text.Span{Start: from, End: end}
		if from == at && at < end && src[at] == ' ' {
			s.Start++
		}
		m := checks.At(s.Start, s.End)
		m.Vars = map[string]string{"next": src[end+1 : wordAt(src, end+1, ln)]}
		if title {
			titled = append(titled, m)
		} else {
			out = append(out, m)
		}
	}
	if !tokenized {
		out = append(out, titled...)
	}
	return gather(d, out)
}

// adverb reports whether w can only be an adverb in -ly.
func adverb(w string) bool {
	return strings.HasSuffix(w, "ly") && len(w) > 6 && w != "assembly" && w != "Assembly" && w != "monopoly" && w != "anomaly"
}
