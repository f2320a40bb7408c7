package number_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// BenchmarkFamily lints the clean fixtures with the number family alone, and with no rule but the repairs.
func BenchmarkFamily(b *testing.B) {
	files, _ := filepath.Glob("../../fixtures/clean/*.txt")
	var sb strings.Builder
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		sb.Write(raw)
		sb.WriteByte('\n')
	}
	if sb.Len() == 0 {
		b.Skip("no clean fixtures")
	}
	s := sb.String()
	c, err := rules.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for _, x := range []struct {
		name string
		on   func(*rules.Rule) bool
	}{
		{"number", func(r *rules.Rule) bool { return r.Family == "number" && r.Scope != rules.ScopeCorpus }},
		{"none", func(r *rules.Rule) bool { return false }},
	} {
		l, err := lint.New(c, lint.Options{Reported: x.on})
		if err != nil {
			b.Fatal(err)
		}
		w := &lint.Worker{}
		b.Run(x.name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				l.Lint(document.New("x", codec.FromString(s)), w)
			}
		})
	}
	for _, id := range []string{"number/enumeration-gap", "number/title-year-differs", "number/malformed-number", "number/range-reversed", "number/respectively-arity", "number/from-to-delta", "number/total-outside-parts", "number/share-over-100", "number/unit-slip", "number/announced-count-differs"} {
		l, err := lint.New(c, lint.Options{Reported: func(r *rules.Rule) bool { return r.ID == id }})
		if err != nil {
			b.Fatal(err)
		}
		w := &lint.Worker{}
		b.Run(id, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				l.Lint(document.New("x", codec.FromString(s)), w)
			}
		})
	}
}
