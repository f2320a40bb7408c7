package facts

import (
	"slices"
	"strings"
)

// pivotTable gathers rows into one line per indicator, kind and place, and one column per period. Where several figures meet in a cell,
// results stand before estimates and targets, and all are shown.
type pivotTable struct {
	grid func([][]string) error
	rows []Row
}

func (p *pivotTable) Rows(rows []Row) error {
	p.rows = append(p.rows, rows...)
	return nil
}

func (p *pivotTable) Close() error {
	type key struct{ indicator, kind, place string }
	cells := map[key]map[string][]string{}
	var periods []string
	for i := range p.rows {
		r := &p.rows[i]
		k := key{r.Indicator, r.Kind, r.Place}
		if cells[k] == nil {
			cells[k] = map[string][]string{}
		}
		if !slices.Contains(periods, r.Period) {
			periods = append(periods, r.Period)
		}
		v := r.Value + r.Unit
		if strings.ContainsAny(r.Unit, "abcdefghijklmnopqrstuvwxyz") {
			v = r.Value + " " + r.Unit
		}
		if r.Status == "target" || r.Status == "estimate" {
			v += " (" + r.Status + ")"
		}
		if !slices.Contains(cells[k][r.Period], v) {
			cells[k][r.Period] = append(cells[k][r.Period], v)
		}
	}
	slices.Sort(periods)
	var keys []key
	for k := range cells {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int {
		return strings.Compare(a.indicator+"\x00"+a.kind+"\x00"+a.place, b.indicator+"\x00"+b.kind+"\x00"+b.place)
	})
	head := []string{"indicator", "kind", "place"}
	for _, y := range periods {
		if y == "" {
			y = "?"
		}
		head = append(head, y)
	}
	t := [][]string{head}
	for _, k := range keys {
		row := []string{k.indicator, k.kind, k.place}
		for _, y := range periods {
			vs := cells[k][y]
			slices.SortStableFunc(vs, func(a, b string) int { return rank(a) - rank(b) })
			row = append(row, strings.Join(vs, "; "))
		}
		t = append(t, row)
	}
	return p.grid(t)
}

// rank orders the figures of one cell: results, estimates, targets.
func rank(v string) int {
	switch {
	case strings.HasSuffix(v, "(target)"):
		return 2
	case strings.HasSuffix(v, "(estimate)"):
		return 1
	}
	return 0
}
