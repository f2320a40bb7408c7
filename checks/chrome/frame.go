package chrome

import (
	"fmt"
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// frameParams are the [params] of a rule of kind frame.
type frameParams struct {
	Parts []string `toml:"parts"` // names of the parts of a site whose lines the rule reports
}

type frame struct{ parts map[layout.Part]bool }

func newFrame(p checks.Params) (checks.Check, error) {
	var v frameParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	c := &frame{map[layout.Part]bool{}}
	for _, name := range v.Parts {
		part, ok := layout.PartByName(name)
		if !ok {
			return nil, fmt.Errorf("unknown part %q\nhint: the parts are %v", name, layout.PartNames())
		}
		c.parts[part] = true
	}
	if len(c.parts) == 0 {
		return nil, fmt.Errorf("frame needs parts\nhint: the parts are %v", layout.PartNames())
	}
	return c, nil
}

func (c *frame) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

// Run gives one match for each run of lines that belong together and go, or stay, together.
func (c *frame) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	m := layout.Of(d)
	if m.Frames() == 0 {
		return nil
	}
	var out []checks.Match
	for i := 0; i < m.Len(); i++ {
		l := m.Line(i)
		if !c.mine(l) {
			continue
		}
		run := []int{i}
		for j := i + 1; j < m.Len(); j++ {
			if m.Role(j) == layout.Blank {
				continue
			}
			if x := m.Line(j); !c.mine(x) || m.Removable(j) != m.Removable(i) || len(run) == maxPlaces {
				break
			}
			run = append(run, j)
		}
		out = append(out, c.match(d, m, run))
		i = run[len(run)-1]
	}
	return out
}

// maxPlaces keeps a finding readable; a longer run gives several.
const maxPlaces = 200

func (c *frame) mine(l *layout.Line) bool {
	return (l.Role == layout.Frame || l.Role == layout.Meta) && c.parts[l.Part]
}

func (c *frame) match(d *document.Document, m *layout.Map, run []int) checks.Match {
	var f checks.Match
	var es []text.Edit
	for _, i := range run {
		f.Places = append(f.Places, m.Line(i).Span)
		es = append(es, text.Edit{Span: d.Lines().Whole(i)})
	}
	proof, key := checks.ProofNone, "place"
	if m.Removable(run[0]) {
		proof = checks.ProofFurniture
	}
	f.Level = checks.Medium
	if m.Line(run[0]).Sure {
		f.Level = checks.High
	}
	f.Vars = map[string]string{}
	for _, i := range run {
		if w := m.Line(i).Marker(); w != "" {
			f.Vars["word"] = w
			key = "word"
			break
		}
	}
	if t := m.Twin(run[0]); t >= 0 {
		key = "title"
		f.Related = []checks.Note{{Key: "twin", At: []text.Span{m.Line(t).Span}}}
	}
	f.Evidence = []checks.Note{{Key: key}}
	f.Fixes = checks.Rewrite(d, slices.Clip(es), proof)
	return f
}
