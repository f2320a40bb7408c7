package report

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
)

// group is a finding with those of its file that say the same about the same text.
type group struct {
	first *lint.Finding
	more  int   // further places, of this finding and of those like it
	lines []int // where they are, as far as known; ascending
}

// maxLinesNamed is how many lines a note names before it only counts.
const maxLinesNamed = 8

// others says how many more there are and where.
func (g group) others(l locale.Lang) string {
	s := say(l, locale.Text{En: "+ {n} more like this", Zh: "另有 {n} 处相同"}, "n", g.more)
	var ns []string
	for _, n := range g.lines {
		if t := strconv.Itoa(n); len(ns) == 0 || ns[len(ns)-1] != t {
			ns = append(ns, t)
		}
	}
	if len(ns) == 0 {
		return s
	}
	tail := ""
	if len(ns) > maxLinesNamed {
		ns, tail = ns[:maxLinesNamed], ", ..."
	}
	at := locale.Text{En: " (lines {at})", Zh: "（第 {at} 行）"}
	if len(ns) == 1 {
		at.En = " (line {at})"
	}
	return s + say(l, at, "at", strings.Join(ns, locale.Text{En: ", ", Zh: "、"}.In(l))+tail)
}

// group counts f's findings and gives those to be shown: all of them, or, if alike is set, one of each that look the same.
func (c *closing) group(f File, alike bool) []group {
	c.tally.Add(f)
	var out []group
	at := map[[4]string]int{}
	for i := range f.Findings {
		x := &f.Findings[i]
		if x.Suppressed != "" {
			continue
		}
		if !c.o.shown(x) {
			c.hidden++
			continue
		}
		key := [4]string{x.Rule.ID, x.Text, x.Message.En, fixMark(x) + x.Severity.String()}
		if k, seen := at[key]; alike && seen && x.TextLength > 0 && len(x.Related) == 0 {
			out[k].add(x, 0)
			continue
		}
		if !c.room(x) {
			continue
		}
		at[key] = len(out)
		g := group{first: masked(c.o, x)}
		g.add(x, 1)
		out = append(out, g)
	}
	return out
}

func (g *group) add(x *lint.Finding, from int) {
	for _, p := range x.Places[from:] {
		g.more++
		if p.Line > 0 && len(g.lines) < 1000 {
			g.lines = append(g.lines, p.Line)
		}
	}
}
