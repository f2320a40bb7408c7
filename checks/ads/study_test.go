package ads

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"testing"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
)

func TestStudy(t *testing.T) {
	if os.Getenv("STUDY") == "" {
		t.Skip()
	}
	p := checks.NewParams(nil, func(n string) (string, error) { b, err := os.ReadFile("../../rules/ads/" + n); return string(b), err })
	k, err := newKit(p, brandParams{Ordinary: "ordinary.txt", Site: "site.txt", Organ: "organ.txt"})
	if err != nil {
		t.Fatal(err)
	}
	prog, err := scan.Compile([]scan.Trigger{{Literals: k.literals}})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(os.Getenv("STUDY"))
	all := map[string]int{}
	for _, f := range files {
		b, _ := os.ReadFile(f)
		d := document.New(f, codec.FromString(string(b)))
		hits := prog.Run(d.Text(), nil).Hits(0)
		es := k.suspects(d, hits)
		fmt.Println(f, len(hits), len(es))
		for _, l := range k.lists(d, hits) {
			fmt.Println("   LIST", l.route, l.exact, l.odd.Of(d.Text()), len(l.places))
		}
		for _, b := range k.brands(d, hits).brands {
			fmt.Println("   BRAND", b.word, len(b.at), b.site, b.slots, b.strong, b.places)
		}
		for _, e := range es {
			all[d.Text()[e.start:e.end]+"|"+e.slot.words+fmt.Sprint(e.slot.strong)]++
		}
	}
	var ks []string
	for s := range all {
		ks = append(ks, s)
	}
	sort.Strings(ks)
	for _, s := range ks {
		fmt.Println(all[s], s)
	}
}
