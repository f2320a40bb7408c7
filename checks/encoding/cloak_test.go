package encoding_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// engine runs the built-in rules with the given ids.
func engine(t *testing.T, ids ...string) *lint.Linter {
	t.Helper()
	c, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l, err := lint.New(c, lint.Options{Reported: func(r *rules.Rule) bool {
		for _, id := range ids {
			if r.ID == id {
				return true
			}
		}
		return false
	}})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func section(t *testing.T, rule, name string) string {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("..", "..", "fixtures", "rules", filepath.FromSlash(rule)+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	t.Fatalf("%s has no section %s", rule, name)
	return ""
}

func findings(l *lint.Linter, s string) []lint.Finding {
	return l.Lint(document.New("a.txt", codec.FromString(s)), &lint.Worker{}).Findings
}

const (
	cloakRule       = "encoding/pinyin-cloak"
	splitRule       = "encoding/gbk-split-character"
	traditionalRule = "script/traditional-cloak"
)

func TestCloakSaysWhyItBelieves(t *testing.T) {
	src, err := os.ReadFile("../../fixtures/reports/002_6ec5e4e2dfb023b3.txt")
	if err != nil {
		t.Fatal(err)
	}
	var evidence strings.Builder
	for _, f := range findings(engine(t, cloakRule, splitRule), string(src)) {
		if f.Fix == nil || f.Fix.Safety != rules.FixSafe || f.Fix.Repair == "" {
			t.Errorf("%s: fix %+v", f.Rule.ID, f.Fix)
		}
		for _, e := range f.Evidence {
			evidence.WriteString(e.En + "\n" + e.Zh + "\n")
		}
	}
	for _, want := range []string{"62,907 of 62,907", "62,907 字节中的 62,907", "PHP mbstring", "109", "100%", "“報”", "10 of 10"} {
		if !strings.Contains(evidence.String(), want) {
			t.Errorf("the evidence does not say %q:\n%s", want, evidence.String())
		}
	}
}

// A repair that leaves lines undecided is read through, reported once, and not written unasked.
func TestUndecidedLinesAreReadThroughAndKept(t *testing.T) {
	src := section(t, cloakRule, "partial.txt")
	l := engine(t, cloakRule, splitRule, traditionalRule)
	n := map[string]int{}
	for _, f := range findings(l, src) {
		n[f.Rule.ID]++
		if f.Rule.ID == traditionalRule {
			continue
		}
		if f.Fix == nil || f.Fix.Safety != rules.FixUnsafe {
			t.Errorf("%s: a fix that leaves lines undecided is offered as %+v", f.Rule.ID, f.Fix)
		}
		if f.Rule.ID == splitRule && len(f.Related) == 0 {
			t.Error("the undecided places are not named")
		}
	}
	if n[cloakRule] != 1 || n[splitRule] != 1 {
		t.Errorf("findings by rule: %v", n)
	}
	out, err := l.Fix("a.txt", codec.FromString(src), lint.Policy{}, &lint.Worker{})
	if err != nil || len(out.Edits) > 0 {
		t.Errorf("written without asking: %d edits, err %v", len(out.Edits), err)
	}
	out, err = engine(t, cloakRule, splitRule).Fix("a.txt", codec.FromString(src), lint.Policy{Unsafe: true}, &lint.Worker{})
	if err != nil || len(out.Edits) == 0 {
		t.Fatalf("%d edits, err %v", len(out.Edits), err)
	}
	if left := findings(l, out.Edits.Apply(src)); len(left) == 0 {
		t.Error("what is left of the cloak looks clean")
	}
}

func TestOneRepairWhicheverRuleIsAsked(t *testing.T) {
	src := section(t, splitRule, "whatwg.txt")
	both, err := engine(t, cloakRule, splitRule).Fix("a.txt", codec.FromString(src), lint.Policy{}, &lint.Worker{})
	if err != nil || len(both.Edits) == 0 {
		t.Fatalf("%d edits, err %v", len(both.Edits), err)
	}
	for _, id := range []string{cloakRule, splitRule} {
		one, err := engine(t, id).Fix("a.txt", codec.FromString(src), lint.Policy{}, &lint.Worker{})
		if err != nil || one.Edits.Apply(src) != both.Edits.Apply(src) {
			t.Errorf("%s alone repairs something else; err %v", id, err)
		}
	}
}

func TestGenuineTraditionalTextIsNoCloak(t *testing.T) {
	files, _ := filepath.Glob("../../fixtures/clean/*-style.txt")
	if len(files) < 2 {
		t.Fatalf("%d traditional fixtures", len(files))
	}
	l := engine(t, traditionalRule)
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if fs := findings(l, strings.Repeat(string(b), 3)); len(fs) > 0 {
			t.Errorf("%s: %s", path, fs[0].Message.En)
		}
	}
}
