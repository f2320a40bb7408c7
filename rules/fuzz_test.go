package rules_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
)

// FuzzFixConverges: whatever the text, no check dies, spans stand on characters, fixing comes to rest, and fixing again changes
// nothing.
func FuzzFixConverges(f *testing.F) {
	files, _ := filepath.Glob("../fixtures/rules/*/*.txtar")
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, x := range txtar.Parse(raw).Files {
			if filepath.Ext(x.Name) == ".txt" && len(x.Data) < 3000 {
				f.Add(string(x.Data))
			}
		}
	}
	l, err := lint.New(builtin(f), lint.Options{})
	if err != nil {
		f.Fatal(err)
	}
	var w lint.Worker
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 20000 {
			return
		}
		res := l.Lint(document.New("a.txt", codec.FromString(s)), &w)
		for _, p := range res.Panics {
			t.Fatalf("%s: %s\n%s", p.Rule.ID, p.Value, p.Stack)
		}
		for _, x := range res.Findings {
			for _, p := range x.Places {
				if utf8.ValidString(s) && (cut(s, p.Span.Start) || cut(s, p.Span.End)) {
					t.Fatalf("%s: span %v cuts a character of %q", x.Rule.ID, p.Span, s)
				}
			}
		}
		for _, unsafe := range []bool{false, true} {
			policy := lint.Policy{Unsafe: unsafe}
			one, err := l.Fix("a.txt", codec.FromString(s), policy, &w)
			if err != nil {
				t.Fatalf("unsafe=%v: %v on %q", unsafe, err, s)
			}
			text := one.Edits.Apply(s)
			two, err := l.Fix("a.txt", codec.FromString(text), policy, &w)
			if err != nil || len(two.Edits) > 0 {
				t.Fatalf("unsafe=%v: fixing %q gives %q, and again %v %v (%v)", unsafe, s, text, two.Edits, err, applied(two))
			}
		}
	})
}

func applied(f lint.Fixed) (ids []string) {
	for _, a := range f.Applied {
		ids = append(ids, a.Finding.Rule.ID)
	}
	return ids
}
