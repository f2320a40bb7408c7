package lint_test

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

// read gathers the texts a pattern names.
func read(b *testing.B, patterns ...string) map[string]string {
	out := map[string]string{}
	for _, p := range patterns {
		files, _ := filepath.Glob(p)
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			out[filepath.Base(f)] = string(raw)
		}
	}
	if len(out) == 0 {
		b.Fatalf("no file for %v", patterns)
	}
	return out
}

func bench(b *testing.B, l *lint.Linter, texts map[string]string) {
	var files []*codec.Text
	size := 0
	for _, s := range texts {
		files = append(files, codec.FromString(s))
		size += len(s)
	}
	var w lint.Worker
	l.Lint(document.New("bench.txt", files[0]), &w) // tables are made when first asked for: a run over a corpus pays for them once
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range files {
			l.Lint(document.New("bench.txt", f), &w)
		}
	}
}

// BenchmarkLint reports MB/s for clean reports and for the five damaged ones, overall and per family.
func BenchmarkLint(b *testing.B) {
	c, err := rules.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	corpora := []struct {
		name  string
		texts map[string]string
	}{
		{"clean", read(b, "../../fixtures/clean/*-20*.txt")},
		{"dirty", read(b, "../../fixtures/reports/*.txt")},
	}
	for _, corpus := range corpora {
		for _, family := range append([]string{"all", "none"}, c.Families()...) {
			l, err := lint.New(c, lint.Options{Reported: func(r *rules.Rule) bool {
				return r.Default && !r.Preview && (family == "all" || r.Family == family)
			}})
			if err != nil {
				b.Fatal(err)
			}
			b.Run(corpus.name+"/"+family, func(b *testing.B) { bench(b, l, corpus.texts) })
		}
	}
}

// BenchmarkPathologies are inputs that punish anything worse than linear.
func BenchmarkPathologies(b *testing.B) {
	c, err := rules.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	l, err := lint.New(c, lint.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for name, s := range map[string]string{
		"one-long-line":    strings.Repeat("全市地区生产总值增长5.2%,高于全省1.2个百分点;", 40000),
		"open-parens":      strings.Repeat("(", 1<<20),
		"question-marks":   strings.Repeat("?", 1<<20),
		"combining-marks":  strings.Repeat("\u0301", 1<<19),
		"short-lines":      strings.Repeat("目录\n", 1<<18),
		"many-findings":    strings.Repeat("深入推进 改革，，开放\u200b。", 1<<15),
		"unmatched-quotes": strings.Repeat("“开放", 1<<17),
	} {
		b.Run(name, func(b *testing.B) { bench(b, l, map[string]string{name: s}) })
	}
}
