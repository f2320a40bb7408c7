package codec

import (
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/text"
)

func BenchmarkDecode(b *testing.B) {
	long := strings.Repeat(prose, 400)
	for _, e := range []Encoding{UTF8, GB18030, UTF16LE} {
		raw := encoded(b, long, e)
		b.Run(string(e), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Decode(raw, Auto); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkBytes(b *testing.B) {
	raw := encoded(b, strings.Repeat(prose, 400), GB18030)
	txt, err := Decode(raw, Auto)
	if err != nil {
		b.Fatal(err)
	}
	var starts []int
	for i := range txt.S {
		starts = append(starts, i)
	}
	i := 0
	for b.Loop() {
		at := starts[i]
		txt.Bytes(text.Span{Start: at, End: at})
		if i += 997; i >= len(starts) {
			i -= len(starts)
		}
	}
}
