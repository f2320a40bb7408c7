package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPages reads testdata/*.page: pages whose lines are marked F (frame), M (provenance) or T (text). Text must never be called
// frame, at least nine tenths of the frame must be found, and nothing of text or provenance may be Removable.
func TestPages(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.page")
	if len(files) < 10 {
		t.Fatalf("%d pages", len(files))
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var marks []byte
		var b strings.Builder
		for line := range strings.Lines(string(raw)) {
			marks = append(marks, line[0])
			b.WriteString(line[2:])
		}
		m := mapOf(b.String())
		frames, found := 0, 0
		for i, mark := range marks {
			r := m.Role(i)
			role, why := m.Explain(i)
			what := m.text(i) + ": " + role.En
			switch {
			case mark == 'T' && (r == Frame || r == Meta):
				t.Errorf("%s:%d text is called frame: %s %v", f, i+1, what, why)
			case mark != 'F' && m.Removable(i):
				t.Errorf("%s:%d would be deleted: %s %v", f, i+1, what, why)
			case mark == 'F' || mark == 'M':
				frames++
				if r == Frame || r == Meta {
					found++
				} else {
					t.Logf("%s:%d missed: %s", f, i+1, what)
				}
			}
		}
		if 10*found < 9*frames {
			t.Errorf("%s: %d of %d lines of frame found", f, found, frames)
		}
	}
}
