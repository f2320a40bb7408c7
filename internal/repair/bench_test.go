package repair

import "testing"

// BenchmarkDecloak repairs report 002, and one line of the same length as all of it.
func BenchmarkDecloak(b *testing.B) {
	src := read(b, report002)
	line := []byte(src)
	for i, c := range line {
		if c == '\n' {
			line[i] = ' '
		}
	}
	for name, s := range map[string]string{"lines": src, "one-line": string(line)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				if Decloak(s) == nil {
					b.Fatal("no cloak")
				}
			}
		})
	}
}
