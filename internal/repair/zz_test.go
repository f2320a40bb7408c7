package repair

import (
	"fmt"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	texts := mutationTexts(t)
	for _, pua := range []bool{false, true} {
		for _, n := range []int{100, 300, 500} {
			sum := tally{why: map[string]int{}}
			for i, s := range texts {
				for o := range 6 {
					if i == 2 && o > 1 {
						continue
					}
					keys := convertible(s)
					if o%2 == 1 {
						keys = shuffled(keys, uint64(i*77+o))
					}
					c := &cloaker{keys: shuffled(keys[:min(n, len(keys))], uint64(i*100+o)), decoder: "mbstring", narrow: true, noPUA: pua, brackets: [2]string{"(", ")"}}
					sum.run(c, s)
				}
			}
			fmt.Printf("noPUA=%v keys=%d docs %d/%d splits %d lines %d exact %d flagged %d silent %d\n", pua, n, sum.written, sum.documents, sum.splits, sum.lines, sum.exact, sum.flagged, sum.silent)
			for _, w := range sum.wrong {
				fmt.Println("   ", w)
			}
			if os.Getenv("WHY") != "" {
				for w, k := range sum.why {
					fmt.Println("      ", k, w)
				}
			}
		}
	}
}
