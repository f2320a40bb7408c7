package encoding

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/repair"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

type splitCharacter struct{}

func newSplitCharacter(p checks.Params) (checks.Check, error) {
	return splitCharacter{}, none(p)
}

func (splitCharacter) Trigger() scan.Trigger { return cloakTrigger() }

// maxExplained bounds how many undecided places a finding explains one by one.
const maxExplained = 20

// whyUndecided are the note keys of the reasons.
var whyUndecided = map[repair.Reason]string{
	repair.Ambiguous:   "ambiguous",
	repair.Lost:        "lost",
	repair.Implausible: "implausible",
	repair.Unexplained: "unproved",
	repair.Unproved:    "unproved",
}

func (splitCharacter) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	c := cloakOf(d, hits)
	if c == nil || len(c.Splits) == 0 {
		return nil
	}
	m := checks.Match{Group: cloakRepair, Vars: map[string]string{"spots": thousands(len(c.Splits)), "decoder": c.Decoder}}
	decided := 0
	for _, s := range c.Splits {
		m.Places = append(m.Places, s.Span)
		if s.Reason == repair.Decided {
			if decided++; decided == 1 {
				m.Evidence = append(m.Evidence, checks.Note{Key: "restored", Vars: map[string]string{"seen": s.Span.Of(d.Text()), "was": s.Text}})
			}
		} else if len(m.Related) < maxExplained {
			m.Related = append(m.Related, checks.Note{
				Key: whyUndecided[s.Reason], Vars: map[string]string{"candidates": strings.Join(s.Candidates, " / ")}, At: []text.Span{s.Span},
			})
		}
	}
	m.Vars["decided"] = thousands(decided)
	if !c.Certain {
		m.Message, m.Level, m.Group = "residue", checks.Medium, ""
		return []checks.Match{m}
	}
	m.Evidence = append(m.Evidence, checks.Note{Key: "decided"})
	if c.Decoder != "" {
		m.Evidence = append(m.Evidence, checks.Note{Key: "decoder"})
	}
	m.Fixes = cloakFix(c)
	return []checks.Match{m}
}
