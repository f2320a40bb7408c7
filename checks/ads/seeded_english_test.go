package ads_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var (
	syllables    = strings.Fields("kai yun le jin bo hui xin da ming sheng lu fa win mo za ro vi ten qu hao ya bao long fei")
	englishTails = []string{"Sports", "Casino", "App", "Online", "Entertainment", "Official Website", "Betting", "Gaming"}
	// englishPlaces are the names that are replaced; a text is asked which of them it holds.
	englishPlaces = strings.Fields("Dalian Liaoning Shenyang Harbour Beijing Shanghai Guangdong Hainan Xinjiang")
	// englishOrgans follow the name of the place that a report is of.
	englishOrgans = []string{" Municipal", " municipal", " Provincial", " County", " City", " Province"}
)

// englishBrand invents the brand of a kind: bet is a stem with bet or casino, latin the same with digits, site a stem and a site's
// word behind a space.
func englishBrand(r *rand.Rand, kind string) string {
	stem := ""
	for range 1 + r.IntN(2) {
		stem += syllables[r.IntN(len(syllables))]
	}
	first := strings.ToUpper(stem[:1]) + stem[1:]
	switch kind {
	case "latin":
		return []string{stem + "bet", "bet", first + "Bet", "x" + stem + "bet"}[r.IntN(4)] + fmt.Sprint(r.IntN(900)+10)
	case "site":
		return first + syllables[r.IntN(len(syllables))] + " " + englishTails[r.IntN(len(englishTails))]
	}
	return []string{stem + "bet", first + "bet", "bet" + stem, first + "casino", first + "Bet", first + "poker"}[r.IntN(6)]
}

// words are the offsets of w in s where it stands as a word.
func wordsOf(s, w string) []int {
	return slices.DeleteFunc(occurrences(s, w), func(i int) bool {
		return i > 0 && unicode.IsLetter(rune(s[i-1])) || i+len(w) < len(s) && unicode.IsLetter(rune(s[i+len(w)]))
	})
}

// TestInventedEnglishBrands puts invented brands into English reports, in the place of the cities and provinces that they are of.
func TestInventedEnglishBrands(t *testing.T) {
	l := adsLinter(t)
	files, _ := filepath.Glob("../../fixtures/clean/english-*.txt")
	more, _ := filepath.Glob("../../fixtures/reports/003_*.txt")
	files = append(files, more...)
	if dir := os.Getenv("SEEDED_DIR"); dir != "" {
		more, _ := filepath.Glob(filepath.Join(dir, "*-en.txt"))
		files = append(files, more...)
	}
	type base struct{ s, token string }
	var bases []base
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		if n := len(findings(l, s)); n > 0 {
			t.Errorf("%s: %d alarms before anything was put in", f, n)
		}
		for _, w := range englishPlaces {
			at := wordsOf(s, w)
			if len(at) >= 3 && slices.ContainsFunc(at, func(i int) bool {
				return slices.ContainsFunc(englishOrgans, func(o string) bool { return strings.HasPrefix(s[i+len(w):], o) })
			}) {
				bases = append(bases, base{s, w})
			}
		}
	}
	if len(bases) < 4 {
		t.Fatalf("%d names to replace are too few", len(bases))
	}
	seeds := uint64(3)
	if n, err := strconv.Atoi(os.Getenv("SEEDED_SEEDS")); err == nil {
		seeds = uint64(n)
	}
	kinds := []string{"bet", "latin", "site"}
	for _, way := range []string{"exhaustive", "most", "half", "quarter", "variants"} {
		sums := make([]score, len(kinds))
		for seed := range seeds {
			var all score
			for k, kind := range kinds {
				r := rand.New(rand.NewPCG(seed, uint64(k)))
				var sum score
				for n := range 3 * len(bases) {
					b := bases[n%len(bases)]
					at := wordsOf(b.s, b.token)
					brands := []string{englishBrand(r, kind)}
					if way == "variants" {
						brands = append(brands, englishBrand(r, kind), englishBrand(r, []string{"bet", "latin", "site"}[r.IntN(3)]))
					} else if n, ok := share[way]; ok {
						at = slices.DeleteFunc(at, func(int) bool { return r.IntN(100) >= n })
					}
					d, _ := put(r, b.s, b.token, brands, at)
					tally(t, l, d, &sum)
				}
				sums[k].add(sum)
				all.add(sum)
			}
			if all.false > 0 || all.recall() < least[way] {
				t.Errorf("%s, seed %d: %.3f of %d brands found, at least %.2f wanted, and %d findings where nothing was put in", way, seed, all.recall(), all.brands, least[way], all.false)
			}
		}
		for k, kind := range kinds {
			s := &sums[k]
			t.Logf("%-10s %-6s brands %5d found %.3f exact %.3f false %d", way, kind, s.brands, s.recall(), float64(s.exact)/float64(max(1, s.brands)), s.false)
		}
	}
}
