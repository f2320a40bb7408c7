package repair

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/tables"
)

func mutationTexts(t *testing.T) []string {
	var out []string
	for _, name := range []string{"000_4c843e5d37004413.txt", "002_6ec5e4e2dfb023b3.txt", "004_88e7c62cb5127eba.txt"} {
		b, err := os.ReadFile("../../fixtures/reports/" + name)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		if c := Decloak(s); c != nil {
			s = tables.Simplify(c.Edits.Apply(s))
		}
		out = append(out, widened(convert(s)))
	}
	if dir := os.Getenv("REPORTLINT_MUTATION_TEXTS"); dir != "" {
		files, _ := filepath.Glob(dir)
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, widened(convert(string(b))))
		}
	}
	return out
}

func TestMutationTable(t *testing.T) {
	orders := 1
	if n, err := strconv.Atoi(os.Getenv("REPORTLINT_MUTATION_ORDERS")); err == nil {
		orders = n
	}
	texts := mutationTexts(t)
	every := everyTraditional()
	for _, variant := range []cloaker{
		{decoder: "mbstring", narrow: true},
		{decoder: "mbstring"},
		{decoder: "WHATWG"},
		{decoder: "iconv"},
		{decoder: "mbstring", narrow: true, noPUA: true},
	} {
		for _, size := range []int{100, 500, len(every)} {
			sum := tally{why: map[string]int{}}
			for i, s := range texts {
				for o := range orders {
					c := variant
					c.brackets = [2]string{"(", ")"}
					seed := uint64(i*1000 + o)
					keys := every
					if size < len(every) {
						keys = convertible(s)
						if o%2 == 1 {
							keys = shuffled(keys, seed+99)
						}
						keys = keys[:min(size, len(keys))]
					}
					c.keys = shuffled(keys, seed)
					sum.run(&c, s)
				}
			}
			fmt.Printf("%-9s narrow=%-5v noPUA=%-5v keys=%-5d docs %d/%d splits %d lines %d exact %d flagged %d silent %d\n", variant.decoder, variant.narrow, variant.noPUA, size,
				sum.written, sum.documents, sum.splits, sum.lines, sum.exact, sum.flagged, sum.silent)
			for w, n := range sum.why {
				if os.Getenv("WHY") != "" {
					fmt.Println("       ", n, w)
				}
			}
			for _, w := range sum.wrong[:min(len(sum.wrong), 12)] {
				fmt.Println("   ", strings.ReplaceAll(w, "\n", "⏎"))
			}
		}
	}
}
