package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
)

// TestExamples runs what the rules show of themselves.
func TestExamples(t *testing.T) {
	c := builtin(t)
	for _, r := range c.Rules() {
		for _, broken := range lint.CheckExamples(c, r) {
			t.Errorf("%s: %s", r.ID, broken)
		}
	}
}

// TestPages: the generated documentation is current.
func TestPages(t *testing.T) {
	c := builtin(t)
	for path, l := range map[string]locale.Lang{"../docs/rules.md": locale.En, "../docs/rules.zh.md": locale.Zh} {
		got := c.Page(l)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(path); err != nil || string(want) != got {
			t.Errorf("%s is not current: go test ./rules -run TestPages -update", path)
		}
	}
}

// TestCleanStaysSilent holds the first law on every clean fixture: no error, no warning, and no byte changed.
func TestCleanStaysSilent(t *testing.T) {
	l, err := lint.New(builtin(t), lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("../fixtures/clean/*")
	if len(files) == 0 {
		t.Fatal("no clean fixtures")
	}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		txt, err := codec.Decode(raw, codec.Auto)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		for _, f := range l.Lint(document.New(path, txt), &lint.Worker{}).Findings {
			if f.Severity >= checks.Warning {
				t.Errorf("%s:%d:%d %s %q", path, f.Place().Line, f.Place().Column, f.Rule.ID, f.Text)
			}
		}
		fixed, err := l.Fix(path, txt, lint.Policy{MaxRemovedProse: 0.02}, &lint.Worker{})
		if err != nil || len(fixed.Edits) != 0 {
			t.Errorf("%s: --fix changes a clean file: %v %v", path, fixed.Edits, err)
		}
	}
}

// TestReports holds the engine's laws on the five real reports: spans on rune boundaries, selection changes nothing else,
// fixing is idempotent, and a repair that is offered can be written.
func TestReports(t *testing.T) {
	c := builtin(t)
	l, err := lint.New(c, lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range reports(t) {
		t.Run(name, func(t *testing.T) {
			file := codec.FromString(s)
			all := run(t, l, s)
			byRule := map[string][]lint.Finding{}
			for _, f := range all {
				byRule[f.Rule.ID] = append(byRule[f.Rule.ID], f)
				for _, p := range f.Places {
					if p.Span.Start < 0 || p.Span.End > len(s) || p.Span.Start > p.Span.End || cut(s, p.Span.Start) || cut(s, p.Span.End) {
						t.Errorf("%s: span %v is not on rune boundaries", f.Rule.ID, p.Span)
					}
				}
			}
			for id, want := range byRule {
				if got := report(run(t, only(t, c, c.Rule(id)), s)); got != report(want) {
					t.Errorf("%s: findings depend on selection\n--- alone\n%s--- among all\n%s", id, got, report(want))
				}
			}
			for _, unsafe := range []bool{false, true} {
				p := lint.Policy{Unsafe: unsafe}
				one, err := l.Fix(name, file, p, &lint.Worker{})
				if err != nil {
					t.Fatal(err)
				}
				text := one.Edits.Apply(s)
				if !utf8.ValidString(text) {
					t.Error("fixed text is not UTF-8")
				}
				two, err := l.Fix(name, codec.FromString(text), p, &lint.Worker{})
				if err != nil {
					t.Fatal(err)
				}
				if len(two.Edits) != 0 {
					t.Errorf("unsafe=%v: a second run changes %d places, first %+v", unsafe, len(two.Edits), two.Edits[0])
				}
			}
		})
	}
}

func cut(s string, i int) bool { return i < len(s) && i > 0 && !utf8.RuneStart(s[i]) }

// TestMessagesBeginSmall: a message stands behind the name of its rule, a note behind "evidence:", so that both begin with a small
// letter, unless their first word is a name.
func TestMessagesBeginSmall(t *testing.T) {
	names := []string{"GB ", "Pinyin ", "Unicode ", "HTML ", "URL", "BOM", "UTF-"}
	begins := func(id, key, s string) {
		if s == "" || s[0] < 'A' || s[0] > 'Z' || slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(s, n) }) {
			return
		}
		t.Errorf("%s: %s begins with a capital: %q", id, key, s)
	}
	for _, r := range builtin(t).Rules() {
		begins(r.ID, "message", r.Message.En)
		for key, note := range r.Notes {
			begins(r.ID, "note."+key, note.En)
		}
	}
}
