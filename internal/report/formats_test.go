package report

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
)

func TestGitLabFingerprintsAreUnique(t *testing.T) {
	var issues []gitlabIssue
	out := render(t, "gitlab", Options{}, sample(t))
	if err := json.Unmarshal([]byte(out), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, x := range issues {
		if seen[x.Fingerprint] || x.Description == "" || x.Location.Lines.Begin < 1 {
			t.Errorf("%+v", x)
		}
		seen[x.Fingerprint] = true
	}
	if len(issues) != 10 { // two of them share their own fingerprint
		t.Errorf("%d issues", len(issues))
	}
	if empty := render(t, "gitlab", Options{}, nil); strings.TrimSpace(empty) != "[]" {
		t.Error(empty)
	}
}

func TestXMLIsWellFormed(t *testing.T) {
	for _, format := range []string{"junit", "checkstyle"} {
		d := xml.NewDecoder(strings.NewReader(render(t, format, Options{}, sample(t))))
		n := 0
		for {
			tok, err := d.Token()
			if tok == nil {
				break
			}
			if err != nil {
				t.Fatal(format, err)
			}
			n++
		}
		if n < 40 {
			t.Errorf("%s: %d tokens", format, n)
		}
	}
}

// TestJUnitCounts adds up what the elements say about themselves.
func TestJUnitCounts(t *testing.T) {
	var all struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Suites   []struct {
			Tests int `xml:"tests,attr"`
			Cases []struct {
				Failure *struct{} `xml:"failure"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(render(t, "junit", Options{}, sample(t))), &all); err != nil {
		t.Fatal(err)
	}
	tests, failures := 0, 0
	for _, s := range all.Suites {
		if s.Tests != len(s.Cases) {
			t.Errorf("a suite says %d and has %d", s.Tests, len(s.Cases))
		}
		tests += len(s.Cases)
		for _, c := range s.Cases {
			if c.Failure != nil {
				failures++
			}
		}
	}
	if len(all.Suites) != 5 || tests != all.Tests || failures != all.Failures || failures == 0 {
		t.Errorf("%d suites, %d of %d tests, %d of %d failures", len(all.Suites), tests, all.Tests, failures, all.Failures)
	}
}

func TestCSVHoldsNoFormula(t *testing.T) {
	d, at := marked(t, "a.txt", "一⟦=cmd|' /C calc'!A0⟧三")
	f := finding(d, promo, "=1+1", "＝1+1", at[0])
	out := render(t, "csv", Options{}, []File{{Path: "@a.txt", Findings: nil}, {Path: "-a.txt", Findings: append(sample(t)[2].Findings, f)}})
	if !strings.HasPrefix(out, "\ufeff") {
		t.Error("no byte order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 8 {
		t.Errorf("%d rows", len(rows))
	}
	for _, r := range rows {
		for _, c := range r {
			if strings.IndexAny(c, "=+-@＝＋－＠") == 0 {
				t.Errorf("a formula: %q", c)
			}
		}
	}
}

func TestRDJSONCountsBytes(t *testing.T) {
	var out struct{ Diagnostics []rdDiagnostic }
	if err := json.Unmarshal([]byte(render(t, "rdjson", Options{}, sample(t))), &out); err != nil {
		t.Fatal(err)
	}
	for _, d := range out.Diagnostics {
		switch {
		case strings.Contains(d.Location.Path, "other") && (d.Location.Range.Start.Column != 0 || d.Suggestions != nil):
			t.Errorf("columns in a file that is not UTF-8: %+v", d)
		case d.Code.Value == "script/space-between-han" && (d.Location.Range.Start.Column-1)%3 > 1:
			t.Errorf("%+v", d.Location.Range)
		case d.Code.Value == promo.ID && (d.Location.Range.Start.Column != 21634 || len(d.Suggestions) != 1):
			t.Errorf("%+v", d)
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(render(t, "rdjsonl", Options{}, sample(t))), "\n") {
		if !json.Valid([]byte(line)) {
			t.Errorf("not JSON: %s", line)
		}
	}
}

func TestPlatformsSeePathsFromTheRoot(t *testing.T) {
	for _, f := range formats() {
		out := render(t, f.name, Options{Root: "sub dir"}, sample(t))
		has := strings.Contains(out, "sub dir/corpus/2021/guangdong.txt") || strings.Contains(out, "sub%20dir/corpus/2021/guangdong.txt")
		if has != f.platform {
			t.Errorf("%s: %v", f.name, has)
		}
		if f.platform && strings.Contains(out, `"corpus/`) {
			t.Errorf("%s: a path from elsewhere", f.name)
		}
	}
	out := render(t, "sarif", Options{Root: "sub dir"}, sample(t))
	conforms(t, "sarif-2.1.0.schema.json", out)
	if !strings.Contains(out, `"id": "reportlint/sub dir/"`) {
		t.Error("no category")
	}
}

func TestRedactAlwaysReachesTheTerminal(t *testing.T) {
	for _, f := range formats() {
		if f.name == "json" || f.name == "jsonl" {
			continue
		}
		if out := render(t, f.name, Options{Redact: RedactAlways}, sample(t)); strings.Contains(out, "casino888") {
			t.Errorf("%s names the account", f.name)
		}
		if out := render(t, f.name, Options{Redact: RedactNever}, sample(t)); f.terminal && f.name == "full" && !strings.Contains(out, "casino888") {
			t.Errorf("%s hides it unasked", f.name)
		}
	}
}
