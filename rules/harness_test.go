package rules_test

import (
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
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

var update = flag.Bool("update", false, "rewrite the expectations of fixtures that are already there")

func builtin(t testing.TB) *rules.Catalogue {
	t.Helper()
	c, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// only compiles a linter that reports one rule.
func only(t testing.TB, c *rules.Catalogue, r *rules.Rule) *lint.Linter {
	t.Helper()
	l, err := lint.New(c, lint.Options{Reported: func(x *rules.Rule) bool { return x == r }})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func run(t testing.TB, l *lint.Linter, s string) []lint.Finding {
	t.Helper()
	return look(t, l, codec.FromString(s))
}

func look(t testing.TB, l *lint.Linter, file *codec.Text) []lint.Finding {
	t.Helper()
	res := l.Lint(document.New("example.txt", file), &lint.Worker{})
	for _, p := range res.Panics {
		t.Errorf("%s panicked: %s\n%s", p.Rule.ID, p.Value, p.Stack)
	}
	return res.Findings
}

func fix(t testing.TB, l *lint.Linter, s string, unsafe bool) string {
	t.Helper()
	out, err := l.Fix("example.txt", codec.FromString(s), lint.Policy{Unsafe: unsafe}, &lint.Worker{})
	if err != nil {
		t.Errorf("fix: %v", err)
		return s
	}
	return out.Edits.Apply(s)
}

// report writes findings the way fixtures keep them.
func report(fs []lint.Finding) string {
	var b strings.Builder
	for _, f := range fs {
		p := f.Place()
		text := []rune(strings.NewReplacer("\r", "␍", "\n", "⏎").Replace(f.Text))
		if len(text) > 60 {
			text = append(text[:60], '…')
		}
		fmt.Fprintf(&b, "%d:%d-%d:%d %s %s", p.Line, p.Column, p.EndLine, p.EndColumn, f.Severity, string(text))
		if n := len(f.Places); n > 1 {
			fmt.Fprintf(&b, " (%d places)", n)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func fixturePath(r *rules.Rule) string {
	return filepath.Join("..", "fixtures", "rules", r.Family, r.Slug+".txtar")
}

// TestFixtures replays fixtures/rules: a NAME.findings section is the exact report for NAME.txt (or for the bytes in NAME.b64), and without one the rule must
// stay silent; .fixed and .unsafe are the text after fixing.
func TestFixtures(t *testing.T) {
	c := builtin(t)
	for _, r := range c.Rules() {
		if r.Check == nil {
			continue
		}
		t.Run(r.ID, func(t *testing.T) {
			path := fixturePath(r)
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal("every rule has a fixture: ", err)
			}
			a := txtar.Parse(raw)
			sections := map[string]int{}
			for i, f := range a.Files {
				sections[f.Name] = i
			}
			fired, changed := false, false
			l := only(t, c, r)
			check := func(name, got string) {
				i, ok := sections[name]
				if !ok || string(a.Files[i].Data) == got {
					return
				}
				if *update {
					a.Files[i].Data, changed = []byte(got), true
					return
				}
				t.Errorf("%s: %s\n--- got\n%s--- want\n%s", path, name, got, a.Files[i].Data)
			}
			for _, f := range a.Files {
				if name, ok := strings.CutSuffix(f.Name, ".b64"); ok { // bytes that no text file can show
					found := look(t, l, decode(t, f.Data))
					fired = fired || len(found) > 0
					check(name+".findings", report(found))
					continue
				}
				name, ok := strings.CutSuffix(f.Name, ".txt")
				if !ok {
					continue
				}
				in := string(f.Data)
				found := run(t, l, in)
				fired = fired || len(found) > 0
				if _, expected := sections[name+".findings"]; expected {
					check(name+".findings", report(found))
				} else if len(found) > 0 && r.Scope != rules.ScopeCorpus {
					t.Errorf("%s: %s must stay silent, but:\n%s", path, f.Name, report(found))
				}
				for kind, unsafe := range map[string]bool{".fixed": false, ".unsafe": true} {
					if _, ok := sections[name+kind]; ok {
						once := fix(t, l, in, unsafe)
						check(name+kind, once)
						if twice := fix(t, l, once, unsafe); twice != once {
							t.Errorf("%s: %s is not a fixed point", path, name+kind)
						}
					}
				}
			}
			if !fired && r.Scope != rules.ScopeCorpus {
				t.Errorf("%s never makes the rule fire", path)
			}
			if changed {
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// decode reads a file given in base64.
func decode(t testing.TB, b64 []byte) *codec.Text {
	t.Helper()
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(b64)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := codec.Decode(raw, codec.Auto)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestFixturesHaveRules holds the other half of the bijection.
func TestFixturesHaveRules(t *testing.T) {
	c := builtin(t)
	files, _ := filepath.Glob("../fixtures/rules/*/*.txtar")
	for _, f := range files {
		id := filepath.Base(filepath.Dir(f)) + "/" + strings.TrimSuffix(filepath.Base(f), ".txtar")
		if c.Rule(id) == nil {
			t.Errorf("%s belongs to no rule", f)
		}
	}
}

// reports are the five real documents.
func reports(t testing.TB) map[string]string {
	t.Helper()
	files, _ := filepath.Glob("../fixtures/reports/*.txt")
	if len(files) != 5 {
		t.Fatalf("%d reports, want 5", len(files))
	}
	out := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = string(bytes.TrimPrefix(b, []byte("\ufeff")))
	}
	return out
}
