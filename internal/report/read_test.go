package report

import (
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// TestReadGivesBackWhatWasWritten reads a result and writes it again: the same bytes.
func TestReadGivesBackWhatWasWritten(t *testing.T) {
	files := sample(t)
	want := render(t, "jsonl", Options{}, files)
	byID := map[string]*rules.Rule{}
	for _, f := range files {
		for _, x := range f.Findings {
			byID[x.Rule.ID] = x.Rule
		}
	}
	s, err := Read(strings.NewReader(want), func(id string) *rules.Rule { return byID[id] })
	if err != nil {
		t.Fatal(err)
	}
	if got := render(t, "jsonl", Options{Tool: s.Tool}, s.Files); got != want {
		t.Error(firstDifference(want, got))
	}
	if s.Files[2].Findings[0].Rule != promo {
		t.Error("the rule was not looked up")
	}
	// Formats made from saved results say the same as those made at once: but reviewdog's columns are not saved, and full has less
	// of the line.
	for _, f := range formats() {
		format := f.name
		if strings.HasPrefix(format, "rdjson") || format == "full" {
			continue
		}
		if got, want := render(t, format, Options{}, s.Files), render(t, format, Options{}, files); got != want {
			t.Errorf("%s: %s", format, firstDifference(want, got))
		}
	}
}

func TestReadOfUnknownRules(t *testing.T) {
	src := render(t, "jsonl", Options{}, sample(t))
	s, err := Read(strings.NewReader(src+src), func(string) *rules.Rule { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Files) != 10 || s.Files[0].Findings[0].Rule.Family != "structure" {
		t.Errorf("%d files", len(s.Files))
	}
}

func TestReadRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"x\n": "line 1 is not a result",
		"\n{\"kind\":\"finding\",\"rule\":\"a/b\"}\n": "line 2: a finding needs",
		`{"kind":"file","path_bytes":"*"}`:            "line 1:",
	} {
		if _, err := Read(strings.NewReader(in), func(string) *rules.Rule { return nil }); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// TestLateFindingsAreNoFiles: what only several files together show is told after the files, and counts none of them twice.
func TestLateFindingsAreNoFiles(t *testing.T) {
	files := sample(t)
	d, at := marked(t, files[3].Path, "一⟦二⟧三")
	files = append(files, File{Path: files[3].Path, Findings: []lint.Finding{finding(d, differs, "m", "m", at[0])}, Late: true})
	want := render(t, "jsonl", Options{}, files)
	if n := strings.Count(want, `"kind":"file"`); n != 5 {
		t.Errorf("%d files", n)
	}
	s, err := Read(strings.NewReader(want), func(id string) *rules.Rule {
		if id == page404.ID {
			return page404
		}
		return nil
	})
	if err != nil || len(s.Files) != 6 || !s.Files[5].Late || s.Files[4].Late {
		t.Fatal(err, len(s.Files))
	}
	if got := render(t, "jsonl", Options{}, s.Files); got != want {
		t.Error(firstDifference(want, got))
	}
	if out := render(t, "concise", Options{}, files); !strings.Contains(out, "of 5 files") {
		t.Error(out)
	}
}

// FuzzRead: whatever stands in saved results, it is refused or can be printed in every format.
func FuzzRead(f *testing.F) {
	f.Add(`{"kind":"finding","path":"a","rule":"a/b","family":"a","severity":"error","confidence":"high","line":1,"column":2,"end_line":3,"end_column":1,"byte_start":1,"byte_end":4,"text":"二","places":[[1,4],[6,7]],"place_positions":[[1,2,3,1]],"fix":{"safety":"safe","proof":"furniture","edits":[{"byte_start":1,"byte_end":4,"new":""}]},"related":[{"line":9,"text":"x"}]}`)
	f.Add(`{"kind":"file","path":"a","scanned":false}` + "\n" + `{"kind":"summary","version":"1"}`)
	f.Fuzz(func(t *testing.T, in string) {
		s, err := Read(strings.NewReader(in), func(string) *rules.Rule { return nil })
		if err != nil {
			return
		}
		for _, x := range formats() {
			render(t, x.name, Options{Color: true, Width: 40, Statistics: true}, s.Files)
		}
	})
}
