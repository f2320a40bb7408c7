package structure

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/view/outline"
)

var (
	spliceDirs = flag.String("splice", "../../fixtures/clean", "folders of clean reports for TestSplicedReports, a comma between them")
	spliceSeed = flag.Uint64("splice-seed", 1, "seed of TestSplicedReports")
)

func strayPages(s string) int {
	return len(mixedDocuments{}.Run(document.New("x.txt", &codec.Text{S: s}), nil))
}

// placeOf is 大连市 in 2022年大连市政府工作报告.
func placeOf(title string) string {
	_, x, _ := strings.Cut(title, "年")
	x, _, _ = strings.Cut(x, "政府")
	return x
}

// reportsIn reads the Chinese reports of the folders that have headings, all texts of them beside.
func reportsIn(t *testing.T, dirs string) (reports [][]string, all map[string]string) {
	all = map[string]string{}
	for dir := range strings.SplitSeq(dirs, ",") {
		paths, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
		for _, p := range paths {
			b, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			s := strings.ReplaceAll(string(b), "\r\n", "\n")
			all[p] = s
			if !strings.Contains(s[:min(len(s), 1200)], "政府工作报告") || utf8.RuneCountInString(s) < 9000 || strings.Contains(s, "国务院总理") {
				continue
			}
			var lines []string
			for x := range strings.SplitSeq(s, "\n") {
				if !bare(x) {
					lines = append(lines, x)
				}
			}
			if len(lines) > 40 {
				reports = append(reports, lines)
			}
		}
	}
	return reports, all
}

// TestSplicedReports puts consecutive paragraphs of one report, with their own headings, into the middle of another.
func TestSplicedReports(t *testing.T) {
	reports, all := reportsIn(t, *spliceDirs)
	for p, s := range all {
		if n := strayPages(s); n > 0 {
			t.Errorf("%s: %d findings in a whole report", p, n)
		}
	}
	if len(reports) < 3 {
		t.Fatalf("only %d reports", len(reports))
	}
	r := rand.New(rand.NewPCG(*spliceSeed, 7))
	tried, found := 0, 0
	for a, from := range reports {
		for b, into := range reports {
			if a == b || related(placeOf(from[0]), placeOf(into[0])) {
				continue // a district speaks of its city
			}
			for range 20 {
				n := 6 + r.IntN(12)
				i := 6 + r.IntN(len(from)-n-10)
				k := len(into)/5 + r.IntN(len(into)*3/5)
				block := strings.Join(from[i:i+n], "\n")
				ob := outline.Of(document.New("x", &codec.Text{S: block}))
				own := 0
				for _, m := range ob.Markers {
					if m.Start {
						own++
					}
				}
				if own == 0 || strings.Contains(block, "名词解释") {
					continue
				}
				tried++
				s := strings.Join(into[:k], "\n") + "\n" + block + "\n" + strings.Join(into[k:], "\n") + "\n"
				if got := strayPages(s); got > 0 {
					found++
				} else if testing.Verbose() {
					t.Logf("missed: %.24s into %.24s: %d headings, %d paragraphs at %d", from[0], into[0], own, n, k)
				}
			}
		}
	}
	t.Logf("found %d of %d", found, tried)
	if found*5 < tried*4 {
		t.Errorf("found %d of %d", found, tried)
	}
}
