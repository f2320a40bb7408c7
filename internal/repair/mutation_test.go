package repair

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/tables"
)

// The whole table of docs/decloaking.md: REPORTLINT_MUTATIONS=all go test ./internal/repair -run TestMutationTable -v
// More texts, traditional or simplified, join in with REPORTLINT_MUTATION_TEXTS='glob'.

// mutationTexts are pages before the cloak: reports in traditional characters with the marks of a Chinese page.
func mutationTexts(t *testing.T) []string {
	pages := []string{read(t, "testdata/002.simplified.txt"), read(t, "../../fixtures/reports/000_4c843e5d37004413.txt")}
	if mutateAll() {
		pages = append(pages, read(t, "../../fixtures/reports/004_88e7c62cb5127eba.txt"))
		more, _ := filepath.Glob(os.Getenv("REPORTLINT_MUTATION_TEXTS"))
		for _, path := range append(more, "../../fixtures/clean/dalian-2022.txt", "../../fixtures/clean/shahekou-2023.txt") {
			pages = append(pages, read(t, path))
		}
	}
	for i, s := range pages {
		pages[i] = widened(convert(tables.Simplify(s)))
	}
	return pages
}

func mutateAll() bool { return os.Getenv("REPORTLINT_MUTATIONS") == "all" }

var everySize = len(everyTraditional())

// tableSizes of a cloak: how many characters it replaces.
func tableSizes() []int { return []int{100, 500, everySize} }

type variant struct {
	name string
	cloaker
}

// variants are the ways in which a page came to be cloaked text.
func variants() []variant {
	return []variant{
		{"mbstring, full-width forms narrowed", cloaker{decoder: "mbstring", narrow: true}},
		{"mbstring", cloaker{decoder: "mbstring"}},
		{"WHATWG", cloaker{decoder: "WHATWG"}},
		{"iconv -c", cloaker{decoder: "iconv"}},
		{"mbstring, narrowed, private use dropped", cloaker{decoder: "mbstring", narrow: true, noPUA: true}},
	}
}

// keysFor draws a table for a page: its most frequent characters, or random ones, or all there are; in random order.
func keysFor(page string, size int, seed uint64) []rune {
	keys := everyTraditional()
	if size < len(keys) {
		keys = convertible(page)
		if seed%2 == 1 {
			keys = shuffled(keys, seed+99)
		}
		keys = keys[:min(size, len(keys))]
	}
	return shuffled(keys, seed)
}

// TestMutationTable cloaks clean reports with random tables in random orders and counts what the repair makes of them. A line
// that comes out wrong without being reported is the one thing that must not happen.
func TestMutationTable(t *testing.T) {
	pages, orders := mutationTexts(t), 1
	if mutateAll() {
		orders = 6
	}
	fmt.Println("| page | table | documents written | lines exact | flagged | silently wrong |")
	fmt.Println("|---|---|---|---|---|---|")
	for i, v := range variants() {
		for k, size := range tableSizes() {
			if !mutateAll() && (k == 2 || i > 0 && k > 0) {
				continue
			}
			var sum tally
			for p, page := range pages {
				for o := range orders {
					if len(page) > 200_000 && o > 1 || !mutateAll() && i > 1 && p > 0 {
						continue
					}
					c := v.cloaker
					c.brackets = brackets[0]
					c.keys = keysFor(page, size, uint64(1000*p+o))
					sum.run(&c, page)
				}
			}
			fmt.Printf("| %s | %d | %d of %d | %d of %d | %d | %d |\n", v.name, size, sum.written, sum.documents, sum.exact, sum.lines, sum.flagged, sum.silent)
			if sum.lines == 0 || sum.splits == 0 {
				t.Errorf("%s, %d keys: nothing was cloaked", v.name, size)
			}
			if sum.silent > 0 && size < everySize {
				t.Errorf("%s, %d keys: silently wrong:\n%s", v.name, size, strings.Join(sum.wrong, "\n"))
			}
			if v.name != "mbstring, narrowed, private use dropped" && size == 100 && sum.exact*100 < sum.lines*97 {
				t.Errorf("%s, %d keys: only %d of %d lines are exact", v.name, size, sum.exact, sum.lines)
			}
		}
	}
}

// TestCloaksBetweenCharacters covers notes that were put between characters, in any brackets, on any script.
func TestCloaksBetweenCharacters(t *testing.T) {
	page := read(t, "testdata/002.simplified.txt")
	n := map[rune]int{}
	for _, r := range page {
		if isUnified(r) {
			n[r]++
		}
	}
	for _, b := range brackets {
		var sum tally
		c := &cloaker{byRune: true, brackets: b, keys: shuffled(byCount(n)[:300], 5)[:80]}
		sum.run(c, page)
		if sum.silent > 0 || sum.flagged > 0 || sum.exact == 0 || sum.written != 1 {
			t.Errorf("%s%s: %d of %d lines exact, %d flagged, %d silently wrong, written: %d", b[0], b[1], sum.exact, sum.lines, sum.flagged, sum.silent, sum.written)
		}
	}
}

// TestNotesAtRandom covers notes behind some occurrences: they are taken off, but nothing is claimed to be proved.
func TestNotesAtRandom(t *testing.T) {
	page := read(t, "testdata/002.simplified.txt")
	for _, b := range brackets {
		rng := rand.New(rand.NewPCG(3, 3))
		var src strings.Builder
		for _, r := range page {
			src.WriteRune(r)
			if isUnified(r) && tables.FrequentHan(r) && rng.IntN(12) == 0 {
				src.WriteString(b[0] + tables.FirstReading(r) + b[1])
			}
		}
		c := Decloak(src.String())
		if c == nil || !c.Certain || c.Exact() || !c.Sparse {
			t.Errorf("%s%s: not found, or called proved", b[0], b[1])
			continue
		}
		if c.Edits.Apply(src.String()) != page {
			t.Errorf("%s%s: the page does not come back; %d lines undecided", b[0], b[1], len(c.Undecided))
		}
	}
}

// TestOtherDictionaries covers cloaks whose readings are not the customary ones, some of them in no dictionary of ours.
func TestOtherDictionaries(t *testing.T) {
	page := widened(convert(read(t, "testdata/002.simplified.txt")))
	for seed := range uint64(4) {
		c := &cloaker{decoder: "mbstring", brackets: brackets[0], keys: keysFor(page, 200, seed), readings: func(r rune) string {
			all := strings.Split(tables.Readings(r), ",")
			if r%29 == 0 {
				return "zhǒu"
			}
			return all[int(r+rune(seed))%len(all)]
		}}
		var sum tally
		sum.run(c, page)
		if sum.silent > 0 || sum.exact*10 < sum.lines*8 {
			t.Errorf("%d of %d lines exact, %d flagged, silently wrong: %q", sum.exact, sum.lines, sum.flagged, sum.wrong)
		}
		t.Logf("%d of %d lines exact, %d flagged", sum.exact, sum.lines, sum.flagged)
	}
}

// TestLineEndsSurvive covers files with CR LF.
func TestLineEndsSurvive(t *testing.T) {
	page := strings.ReplaceAll(widened(read(t, "testdata/002.traditional.txt")), "\n", "\r\n")
	var sum tally
	sum.run(&cloaker{keys: keysFor(page, 100, 2), decoder: "mbstring", narrow: true, brackets: brackets[0]}, page)
	if sum.written != 1 || sum.exact == 0 || sum.exact != sum.lines {
		t.Errorf("%d of %d lines exact, %d flagged, %d silently wrong", sum.exact, sum.lines, sum.flagged, sum.silent)
	}
}
