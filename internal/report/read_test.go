package report

import (
	"strings"
	"testing"

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
