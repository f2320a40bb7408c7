package layout

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
)

// BenchmarkOf measures what the map costs on clean reports, per byte of text.
func BenchmarkOf(b *testing.B) {
	files, _ := filepath.Glob("../../../fixtures/clean/*.txt")
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		text := codec.FromString(string(raw))
		b.Run(filepath.Base(f), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			for range b.N {
				d := document.New(f, text)
				d.Lines()
				Of(d)
			}
		})
	}
}

func BenchmarkLexicon(b *testing.B) {
	for range b.N {
		parseLexicon(markersFile)
	}
}
