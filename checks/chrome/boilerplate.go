package chrome

import (
	"fmt"
	"strconv"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/learn"
)

// boilerplate finds lines that stand at the same end of several files of one run.
type boilerplate struct{ files int }

type boilerplateParams struct {
	Files int `toml:"files"` // in how many files a line must stand
}

func newBoilerplate(p checks.Params) (checks.Check, error) {
	v := boilerplateParams{Files: 4}
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	if v.Files < 2 {
		return nil, fmt.Errorf("files %d: a line that stands in fewer than two files is no boilerplate", v.Files)
	}
	return boilerplate{v.Files}, nil
}

func (boilerplate) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (boilerplate) Run(*document.Document, []scan.Hit) []checks.Match { return nil }

// Facts are the short lines near either end that the map took for text.
func (boilerplate) Facts(d *document.Document, _ []scan.Hit) []checks.Fact {
	var out []checks.Fact
	for _, c := range learn.Candidates(d) {
		if !c.Framed {
			out = append(out, checks.Fact{Key: c.Key, Data: strconv.Itoa(c.Rank), At: []text.Span{c.Span}})
		}
	}
	return out
}

// Combine reports a line in every file where it stands, if it stands in enough of them at like places.
func (c boilerplate) Combine(_ string, facts []checks.Fact) []checks.Late {
	var keep []int
	seen := map[string]bool{}
	for i, f := range facts {
		if !seen[f.Path] {
			seen[f.Path] = true
			keep = append(keep, i)
		}
	}
	if len(keep) < c.files {
		return nil
	}
	ranks := make([]int, 0, len(keep))
	for _, i := range keep {
		n, err := strconv.Atoi(facts[i].Data)
		if err != nil {
			return nil
		}
		ranks = append(ranks, n)
	}
	if !learn.Alike(ranks) {
		return nil
	}
	var out []checks.Late
	for n, i := range keep {
		other := keep[(n+1)%len(keep)]
		out = append(out, checks.Late{Fact: i, Related: []int{other}, Vars: map[string]string{"files": strconv.Itoa(len(keep))}, Evidence: []checks.Note{{Key: "files"}}})
	}
	return out
}
