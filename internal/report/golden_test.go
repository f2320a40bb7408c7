package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/locale"
)

var update = flag.Bool("update", false, "write the expected outputs")

// render prints files in a format.
func render(t *testing.T, format string, o Options, files []File) string {
	t.Helper()
	var b bytes.Buffer
	p, err := New(format, &b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := p.File(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(Summary{Stale: 1}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("..", "..", "fixtures", "report", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v\nhint: go test ./internal/report -update", err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what is expected\nhint: go test ./internal/report -update, then read the diff\n%s", name, firstDifference(string(want), got))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		a, b := "", ""
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return "want " + a + "\ngot  " + b
		}
	}
	return ""
}

// suffixes names the files of formats whose name is no good suffix.
var suffixes = map[string]string{"full": "full.txt", "concise": "concise.txt", "grouped": "grouped.txt", "github": "github.txt", "sarif": "sarif.json",
	"gitlab": "gitlab.json", "junit": "junit.xml", "checkstyle": "checkstyle.xml", "rdjson": "rdjson.json", "rdjsonl": "rdjsonl.jsonl", "markdown": "markdown.md"}

func TestGoldens(t *testing.T) {
	for _, f := range formats() {
		for _, l := range []locale.Lang{locale.En, locale.Zh} {
			if l == locale.Zh && (f.name == "json" || f.name == "jsonl") {
				continue // both languages are in each object
			}
			t.Run(f.name+"/"+l.String(), func(t *testing.T) {
				name := suffixes[f.name]
				if name == "" {
					name = f.name + "." + f.name
				}
				base, ext, _ := strings.Cut(name, ".")
				o := Options{Lang: l, Width: 100, Statistics: true, Tool: Tool{Version: "0.1.0", ConfigHash: "c0ffee"}}
				golden(t, base+"."+l.String()+"."+ext, render(t, f.name, o, sample(t)))
			})
		}
	}
	var page bytes.Buffer
	render(t, "github", Options{Page: &page}, sample(t))
	golden(t, "github-page.en.md", page.String())
	golden(t, "full-color.en.txt", render(t, "full", Options{Color: true, Width: 60, Ambiguous: 2}, sample(t)))
	golden(t, "full-narrow.zh.txt", render(t, "full", Options{Lang: locale.Zh, Width: 50, MaxPerRule: 1, MinSeverity: 1}, sample(t)))
}
