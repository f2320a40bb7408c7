package report

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// conforms holds a JSON document against a schema in testdata.
func conforms(t *testing.T, schema, doc string) {
	t.Helper()
	compiled := schemaOf(t, "testdata/"+schema)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(v); err != nil {
		t.Errorf("%#v", err)
	}
}

func schemaOf(t *testing.T, path string) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", s); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// TestJSONLConforms holds the results to the schema that is published with them: every field is in it.
func TestJSONLConforms(t *testing.T) {
	compiled := schemaOf(t, "../../docs/schema/results.schema.json")
	for _, line := range strings.Split(strings.TrimSpace(render(t, "jsonl", Options{}, sample(t))), "\n") {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(v); err != nil {
			t.Errorf("%v\n%s", err, line)
		}
	}
	schema, err := os.ReadFile("../../docs/schema/results.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range []any{findingRecord{}, relatedRecord{}, fixRecord{}, editRecord{}, fileRecord{}, summaryRecord{}, Counts{}} {
		for i, typ := 0, reflect.TypeOf(record); i < typ.NumField(); i++ {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if !strings.Contains(string(schema), `"`+name+`":`) {
				t.Errorf("%s.%s is not in the schema", typ.Name(), name)
			}
		}
	}
}

func TestSARIFConforms(t *testing.T) {
	conforms(t, "sarif-2.1.0.schema.json", render(t, "sarif", Options{Tool: Tool{Version: "0.1.0"}}, sample(t)))
	conforms(t, "sarif-2.1.0.schema.json", render(t, "sarif", Options{}, nil))
}

func TestSARIFKeepsTheWeightiest(t *testing.T) {
	d, at := marked(t, "a.txt", "一⟦二⟧三")
	var fs []lint.Finding
	for i := range 3 * sarifResults {
		r := space
		if i%4000 == 3999 {
			r = promo
		}
		fs = append(fs, finding(d, r, "m", "m", at[0]))
	}
	out := render(t, "sarif", Options{}, []File{{Path: "a.txt", Findings: fs[:7000]}, {Path: "b.txt", Findings: fs[7000:]}})
	var log sarifLog
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatal(err)
	}
	rs := log.Runs[0].Results
	if len(rs) != sarifResults || rs[0].Level != "error" || rs[2].Level != "error" || rs[3].Level != "note" {
		t.Errorf("%d results, %s %s %s", len(rs), rs[0].Level, rs[2].Level, rs[3].Level)
	}
	if len(log.Runs[0].Invocations[0].Notifications) != 1 {
		t.Error("nothing says that results were left out")
	}
}

// TestNothingHostile holds every format to the promise of the package.
func TestNothingHostile(t *testing.T) {
	evil := "\x1b]0;x\x07::error::a\n::set-output name=x::y\r\n##[group]x\u202e\u200b\u0085\u009b31m\xff\ue000"
	d := document.New("::warning::\x1b\n.txt", codec.FromString("前"+evil+"后\n::error::b"))
	sp := text.Span{Start: 3, End: 3 + len(evil)}
	f := finding(d, promo, "message "+evil, "信息"+evil, sp)
	f.Evidence = []locale.Text{{En: evil, Zh: evil}}
	f.Repaired = evil
	f.Fix = &lint.Fix{Safety: rules.FixUnsafe, Edits: []lint.Edit{{Bytes: f.Place().Bytes, New: evil}}, Alternatives: []lint.Alternative{{Edits: edits(f, evil), Evidence: f.Evidence}}}
	f.Related = []lint.Related{related(d, "::other\x1b", sp, evil, evil)}
	g := f
	g.Fix, g.Withheld = nil, evil
	files := []File{{Path: d.Name(), Findings: []lint.Finding{f, g}}}
	for _, x := range formats() {
		for _, l := range []locale.Lang{locale.En, locale.Zh} {
			var page bytes.Buffer
			out := render(t, x.name, Options{Lang: l, Width: 80, Statistics: true, Page: &page}, files) + page.String()
			if !utf8.ValidString(out) {
				t.Errorf("%s: not UTF-8", x.name)
			}
			for _, r := range strings.TrimPrefix(out, "\ufeff") {
				if _, bad := text.Escape(r, 0); bad && r != '\n' && !(x.name == "csv" && r == '\r') {
					t.Errorf("%s/%s: %U in the output", x.name, l, r)
					break
				}
			}
			for _, line := range strings.Split(out, "\n") {
				line = strings.TrimSpace(line)
				if strings.HasPrefix(line, "::") && !strings.HasPrefix(line, "::error file=%3A%3Awarning%3A%3A") {
					t.Errorf("%s/%s: a workflow command: %s", x.name, l, line)
				}
				if strings.Contains(line, "##[") {
					t.Errorf("%s/%s: a logging command: %s", x.name, l, line)
				}
			}
		}
	}
}

func TestGitHubShowsTheSurestTen(t *testing.T) {
	d, at := marked(t, "a.txt", "一⟦二⟧三")
	var fs []lint.Finding
	for i := range 30 {
		f := finding(d, footer, "m", "m", at[0])
		f.Confidence = checks.Medium
		if i == 25 {
			f.Confidence, f.Message.En = checks.High, "sure"
		}
		fs = append(fs, f)
	}
	out := render(t, "github", Options{}, []File{{Path: "a.txt", Findings: fs}})
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 11 || !strings.HasSuffix(lines[0], "::sure") || !strings.Contains(lines[10], "20 more findings are not shown") {
		t.Errorf("%s", out)
	}
}

func TestVerdict(t *testing.T) {
	var got []Verdict
	for _, f := range sample(t) {
		v, _ := Judge(f)
		got = append(got, v)
	}
	want := []Verdict{Unusable, Clean, Review, Clean, Review}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("file %d: %s, want %s", i, got[i], want[i])
		}
	}
	d, at := marked(t, "a.txt", "一⟦ ⟧三")
	f := finding(d, space, "", "", at[0])
	f.Fix = &lint.Fix{Safety: rules.FixSafe}
	if v, ids := Judge(File{Findings: []lint.Finding{f}}); v != Fixable || len(ids) != 1 {
		t.Error(v, ids)
	}
	f.Suppressed = "allow: x"
	if v, _ := Judge(File{Findings: []lint.Finding{f}}); v != Clean {
		t.Error(v)
	}
}

func TestDefang(t *testing.T) {
	for in, want := range map[string]string{
		"见http://www.example.com/a.html": "见hxxp://www[.]example[.]com/a.html",
		"www.abc.cn官网":                   "www[.]abc[.]cn官网",
		"增长7.8%，第3.2节":                   "增长7.8%，第3.2节",
		"https://澳门.com":                 "hxxps://澳门.com",
	} {
		if got := defang(in); got != want {
			t.Errorf("defang(%q) = %q, want %q", in, got, want)
		}
	}
	if got := redact("微信：casino888，电话13800000000，办公电话"); got != "微信：c*******8，电话1*********0，办公电话" {
		t.Error(got)
	}
}

func TestPlurals(t *testing.T) {
	x := locale.Text{En: "[n|file|files] [*] [[allow]]", Zh: "{n} 个文件"}
	if got := say(locale.En, x, "n", 1) + say(locale.En, x, "n", 2) + say(locale.Zh, x, "n", 1); got != "1 file [*] [[allow]]2 files [*] [[allow]]1 个文件" {
		t.Error(got)
	}
}
