package outline

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
)

// BenchmarkOf measures what the outline costs on clean reports that a pass has seen, per byte of text.
func BenchmarkOf(b *testing.B) {
	files, _ := filepath.Glob("../../../fixtures/clean/*-20*.txt")
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		d := document.New(f, codec.FromString(string(raw)))
		build(d)
		b.Run(filepath.Base(f), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				build(d)
			}
		})
	}
}
