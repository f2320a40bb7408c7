package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wrap breaks s at width cells, as mail and terminals do; closing marks may hang over.
func wrap(s string, width int) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		w := 1
		if r >= 0x2E80 {
			w = 2
		}
		switch {
		case r == '\n':
			n = 0
		case n+w > width && !strings.ContainsRune("，。、；：！？”）》,.;:!?)", r):
			b.WriteByte('\n')
			n = w
		default:
			n += w
		}
		b.WriteRune(r)
	}
	return b.String()
}

// A text broken at a fixed width is read as the text it was: nothing of it is frame.
func TestWrappedTextsHaveNoFrame(t *testing.T) {
	files, _ := filepath.Glob("../../../fixtures/clean/*.txt")
	if len(files) < 10 {
		t.Fatalf("%d clean texts", len(files))
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{60, 76, 80} {
			m := mapOf(wrap(string(raw), width))
			for i := range m.Len() {
				if r := m.Role(i); r == Frame || r == Meta {
					role, why := m.Explain(i)
					t.Errorf("%s at %d: line %d %q is %s: %v", filepath.Base(f), width, i+1, m.text(i), role.En, why)
				}
			}
		}
	}
}
