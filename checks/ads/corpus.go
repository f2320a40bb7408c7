package ads

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// acrossFiles reports a brand that stands in the slots of several files: no place is at home in the reports of all of them.
type acrossFiles struct {
	*kit
	least int
}

type acrossParams struct {
	brandParams
	Files int `toml:"files"` // files that make a brand; 0 means 3
}

func newAcrossFiles(p checks.Params) (checks.Check, error) {
	v := acrossParams{brandParams: brandParams{Ordinary: "ordinary.txt", Common: "common.txt", Site: "site.txt", Organ: "organ.txt"}}
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	if v.Files == 0 {
		v.Files = 3
	}
	k, err := kitOf(p, v.brandParams)
	if err != nil {
		return nil, err
	}
	return &acrossFiles{k, v.Files}, nil
}

func (c *acrossFiles) Trigger() scan.Trigger { return scan.Trigger{Literals: c.literals} }

// Run returns nothing: one file is not enough.
func (c *acrossFiles) Run(*document.Document, []scan.Hit) []checks.Match { return nil }

// Facts are the brands of a document, one fact each.
func (c *acrossFiles) Facts(d *document.Document, hits []scan.Hit) []checks.Fact {
	var out []checks.Fact
	for _, b := range c.brands(d, hits).brands {
		f := checks.Fact{Key: scan.FoldString(b.word), Data: b.at[0].slot.words}
		for _, o := range b.at {
			f.At = append(f.At, text.Span{Start: o.span.Start, End: o.span.End})
		}
		out = append(out, f)
	}
	return out
}

// Combine reports the brand in each of its files.
func (c *acrossFiles) Combine(key string, facts []checks.Fact) []checks.Late {
	files := map[string]bool{}
	for _, f := range facts {
		files[f.Path] = true
	}
	if len(files) < c.least {
		return nil
	}
	var out []checks.Late
	seen := map[string]bool{}
	for i, f := range facts {
		if seen[f.Path] {
			continue
		}
		seen[f.Path] = true
		l := checks.Late{Fact: i, Vars: map[string]string{"brand": key, "count": itoa(len(files))}}
		for j := range facts {
			if facts[j].Path != f.Path && len(l.Related) < 2 {
				l.Related = append(l.Related, j)
			}
		}
		if slot := strings.TrimSpace(f.Data); slot != "" {
			l.Evidence = []checks.Note{note("slot", "slot", slot)}
		}
		out = append(out, l)
	}
	return out
}
