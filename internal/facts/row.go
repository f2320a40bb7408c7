package facts

import (
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/claim"
	"github.com/reportlint/reportlint/internal/view/quantity"
	"github.com/reportlint/reportlint/rules"
)

// Row is one figure. The fields are those of docs/cli.md, in their order.
type Row struct {
	V         int      `json:"v"`
	Path      string   `json:"path"`
	Line      int      `json:"line"`   // 1-based
	Column    int      `json:"column"` // 1-based, code points of the decoded line
	EndLine   int      `json:"end_line"`
	EndColumn int      `json:"end_column"` // exclusive
	ByteStart int      `json:"byte_start"` // in the file
	ByteEnd   int      `json:"byte_end"`
	Text      string   `json:"text"` // the figure as it stands in the text that was read
	Place     string   `json:"place"`
	Scope     string   `json:"scope"`
	Period    string   `json:"period"`
	Status    string   `json:"status"`
	Indicator string   `json:"indicator"`
	Kind      string   `json:"kind"`
	Value     string   `json:"value"` // as printed; a range is LOW~HIGH
	Unit      string   `json:"unit"`  // as printed
	Low       string   `json:"low"`   // of the rounding interval, in the printed unit
	High      string   `json:"high"`
	Qualifier string   `json:"qualifier"`
	Direction string   `json:"direction"` // up, down or none
	BaseValue string   `json:"base_value"`
	BaseUnit  string   `json:"base_unit"`
	Damage    []string `json:"damage"` // rules whose findings overlap the sentence
}

// Of lists the figures of one linted document.
func Of(path string, res lint.Result, keepDamaged bool) []Row {
	d := res.Document
	r := claim.NewReader(d)
	cs := r.All()
	if len(cs) == 0 {
		return nil
	}
	spans := make([]text.Span, 0, 2*len(cs))
	for i := range cs {
		spans = append(spans, cs[i].Span, cs[i].Sentence)
	}
	places := d.Places(spans)
	dm := newDamage(res.Findings)
	var out []Row
	for i := range cs {
		c := &cs[i]
		at, sentence := places[2*i], places[2*i+1]
		if !keepDamaged && dm.broken(at) {
			continue
		}
		row := rowOf(c)
		row.V, row.Path = 1, path
		row.Line, row.Column, row.EndLine, row.EndColumn = at.Line, at.Column, at.EndLine, at.EndColumn
		row.ByteStart, row.ByteEnd = at.Bytes.Start, at.Bytes.End
		row.Text = c.Span.Of(d.Text())
		row.Damage = dm.in(sentence)
		out = append(out, row)
	}
	return out
}

func rowOf(c *claim.Claim) Row {
	row := Row{Place: c.Place, Scope: c.Scope, Period: c.Period.String(), Status: c.Status.String(), Indicator: c.Indicator, Kind: c.Kind.String(),
		Value: c.Value.String(), Unit: c.Unit, Qualifier: c.Qualifier.String(), BaseValue: c.Base().String(), BaseUnit: c.Figure.Unit, Damage: []string{}}
	row.Direction = [...]string{"down", "none", "up"}[c.Up+1]
	if c.Range {
		row.Value = c.Value.String() + "~" + c.Upper.String()
		row.BaseValue = c.Base().String() + "~" + c.BaseUpper().String()
		row.Low, row.High = c.Value.String(), c.Upper.String()
		return row
	}
	row.Low, row.High = rounding(c.Value, c.Last)
	return row
}

// rounding is the interval of values that print as v: v ± half a unit of its last place.
func rounding(v quantity.Decimal, last int) (low, high string) {
	half := quantity.Decimal{Mant: 5, Exp: last - 1}
	m := v
	for m.Exp > half.Exp {
		m.Mant *= 10
		m.Exp--
	}
	return quantity.Decimal{Mant: m.Mant - 5, Exp: m.Exp}.String(), quantity.Decimal{Mant: m.Mant + 5, Exp: m.Exp}.String()
}

// damage answers which findings lie where in the file.
type damage struct {
	at []spot // by start
}

type spot struct {
	start, end int // bytes of the file
	rule       string
	broken     bool // encoding damage that nothing undid
}

func newDamage(fs []lint.Finding) damage {
	var d damage
	for i := range fs {
		f := &fs[i]
		if f.Severity < checks.Warning {
			continue
		}
		repaired := f.Rule.Phase == checks.PhaseRepair && f.Fix != nil && f.Fix.Safety == rules.FixSafe
		for _, p := range f.Places {
			d.at = append(d.at, spot{p.Bytes.Start, p.Bytes.End, f.Rule.ID, f.Rule.Family == "encoding" && !repaired})
		}
	}
	slices.SortFunc(d.at, func(a, b spot) int { return a.start - b.start })
	return d
}

// reach is how far before a place a finding that still touches it may begin; longer findings are frames and whole documents.
const reach = 4096

func (d damage) each(p document.Place, f func(spot)) {
	i, _ := slices.BinarySearchFunc(d.at, p.Bytes.Start-reach, func(s spot, off int) int { return s.start - off })
	for ; i < len(d.at) && d.at[i].start < p.Bytes.End; i++ {
		if d.at[i].end > p.Bytes.Start {
			f(d.at[i])
		}
	}
}

// broken reports whether the figure itself lies in damage that no repair undid.
func (d damage) broken(p document.Place) bool {
	hit := false
	d.each(p, func(s spot) { hit = hit || s.broken })
	return hit
}

// in lists the rules whose findings overlap the place, sorted.
func (d damage) in(p document.Place) []string {
	out := []string{}
	d.each(p, func(s spot) {
		if !slices.Contains(out, s.rule) {
			out = append(out, s.rule)
		}
	})
	slices.Sort(out)
	return out
}
