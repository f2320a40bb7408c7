package lint_test

import (
	"testing"
	"testing/fstest"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// partly repairs one entity under a certificate for the layer alone.
type partly struct{ unescape }

func (p partly) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	ms := p.unescape.Run(d, hits)
	for i := range ms {
		ms[i].Fixes[0].Proof, ms[i].Fixes[0].Layer = checks.ProofNone, true
	}
	return ms
}

func TestLayerFixesAreReadThroughAndNotWritten(t *testing.T) {
	c, err := (&rules.Catalogue{}).With(fstest.MapFS{"x/a.toml": {Data: []byte(head + swap("坏话", "好话"))}}, "")
	if err != nil {
		t.Fatal(err)
	}
	repair := *c.Rule("x/a")
	repair.ID, repair.Phase, repair.Fix, repair.Check = "x/z", checks.PhaseRepair, rules.FixSafe, partly{}
	l, err := lint.New(c.Plus(&repair), lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	src := "前言&#22351;话。"
	fs := l.Lint(document.New("a.txt", codec.FromString(src)), &lint.Worker{}).Findings
	if len(fs) != 2 {
		t.Fatalf("%d findings, want the escape and what it hid", len(fs))
	}
	for unsafe, want := range map[bool]string{false: src, true: "前言好话。"} {
		f, err := l.Fix("a.txt", codec.FromString(src), lint.Policy{Unsafe: unsafe}, &lint.Worker{})
		if got := f.Edits.Apply(src); err != nil || got != want {
			t.Errorf("unsafe %v: made %q, want %q, err %v", unsafe, got, want, err)
		}
	}
}

// shared is a repair of the whole text that several rules stand for.
type shared struct{ unescape }

func (s shared) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	ms := s.unescape.Run(d, hits)[:1]
	ms[0].Group = "all"
	ms[0].Fixes = checks.Rewrite(d, []text.Edit{{Span: text.Span{Start: 0, End: len(d.Text())}, New: "好话。"}}, checks.ProofRoundTrip)
	return ms
}

func TestLayerTakesSharedRepairsFirst(t *testing.T) {
	c, err := (&rules.Catalogue{}).With(fstest.MapFS{"x/a.toml": {Data: []byte(head + swap("坏话", "好话"))}}, "")
	if err != nil {
		t.Fatal(err)
	}
	one, all := *c.Rule("x/a"), *c.Rule("x/a")
	one.ID, one.Phase, one.Fix, one.Check = "x/b", checks.PhaseRepair, rules.FixSafe, unescape{}
	all.ID, all.Phase, all.Fix, all.Check = "x/c", checks.PhaseRepair, rules.FixSafe, shared{}
	l, err := lint.New(c.Plus(&one).Plus(&all), lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fs := l.Lint(document.New("a.txt", codec.FromString("前言&#22351;话。")), &lint.Worker{}).Findings
	if len(fs) != 1 || fs[0].Rule.ID != "x/c" {
		t.Errorf("%d findings; the shared repair must win over the single one, whose place it repairs", len(fs))
	}
}
