package scan

import (
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/tables"
)

// Characters of one script are counted apart and are Han all the same, alone, in pairs and in literals.
func TestExclusive(t *testing.T) {
	s := strings.Repeat("发展經濟，發展 经济；𠮷后乾 GDP後", 3) + "發"
	p, err := Compile([]Trigger{
		{Classes: []Class{Han}}, {Pairs: []Pair{{Han, Han}, {Space, Han}, {Han, Pause}}}, {Literals: []string{"发展"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	sc := p.Run(s, nil)
	wantT, wantS := tables.CountExclusive(s)
	if gotT, gotS := sc.Exclusive(); gotT != wantT || gotS != wantS || wantT != 13 || wantS != 9 {
		t.Errorf("%d traditional and %d simplified, want %d and %d", gotT, gotS, wantT, wantS)
	}
	han := 0
	for _, c := range chars(s) {
		if c.class == Han {
			han++
		}
	}
	if sc.Count(Han) != han || len(sc.Hits(0)) != han || sc.Runes() != len(chars(s)) {
		t.Errorf("%d Han with %d hits among %d characters, want %d among %d", sc.Count(Han), len(sc.Hits(0)), sc.Runes(), han, len(chars(s)))
	}
	compare(t, nil, s, []Trigger{{Pairs: []Pair{{Han, Han}, {Space, Han}, {Han, Pause}}}, {Literals: []string{"发展"}}})
}
