package config

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/reportlint/reportlint/internal/locale"
)

var update = flag.Bool("update", false, "write the files that are made from the code")

// sample is a configuration with something in every section.
const sample = `required-version = ">=0.1"
[files]
exclude = ["a b/", "\u001b[31m]", '**/"x"']
extend-exclude = ["c"]
text-fields = { "*.jsonl" = ["text"] }
translations = { "zh/*.txt" = "en/*.txt" }
[lint]
per-file-ignores = { "news/**" = ["number"], plain = [] }
severity = { "number/same-indicator-differs" = "info" }
[fix]
max-removed-prose = 1
[gate]
thresholds = { chrome = 50 }
[[allow]]
rules = ["ads"]
regex = '''彩票\d+'''
target = "line"
reason = "两行\n理由"
expires = 2027-12-31
[[allow]]
paths = ["x"]
reason = "r"
`

// values are all values of c, one a line.
func values(c *Config) string {
	var b strings.Builder
	for _, f := range fields() {
		if f.key != "allow" {
			b.WriteString(f.key + " = " + encodeValue(reflect.ValueOf(c).Elem().FieldByIndex(f.index)) + "\n")
		}
	}
	for _, a := range c.Allow {
		b.WriteString(encodeEntry(a))
	}
	return b.String()
}

func TestShowMeansTheSame(t *testing.T) {
	c := config(t, sample)
	for _, l := range []locale.Lang{locale.En, locale.Zh} {
		shown := c.Show(l)
		if got := values(config(t, shown)); got != values(c) {
			t.Errorf("%s\nmeans\n%s\nnot\n%s", shown, got, values(c))
		}
		if strings.ContainsAny(shown, "\x1b") {
			t.Error("an escape sequence is shown as it is")
		}
	}
	for _, line := range []string{
		`include = ["**/*.txt", "**/*.text"]  # built in`,
		`max-removed-prose = 1.0  # /w/.reportlint.toml:11:1`,
		"# /w/.reportlint.toml:14:1\n[[allow]]",
	} {
		if !strings.Contains(c.Show(locale.En), line) {
			t.Errorf("%s\nlacks %s", c.Show(locale.En), line)
		}
	}
}

func TestStarter(t *testing.T) {
	active := regexp.MustCompile(`(?m)^#([a-z\[])`)
	for _, l := range []locale.Lang{locale.En, locale.Zh} {
		src := Starter(l)
		if got := config(t, src); values(got) != values(config(t, "")) || len(got.origins) > 0 {
			t.Errorf("the starter file changes something:\n%s", values(got))
		}
		src = strings.ReplaceAll(active.ReplaceAllString(src, "$1"), `required-version = ""`, `required-version = ">=0.1"`)
		if got := config(t, src); len(got.Allow) != 1 || got.Lint.MinConfidence != "medium" || len(got.origins) != len(fields()) {
			t.Errorf("with all comments removed: %+v", got)
		}
	}
	if zh := Starter(locale.Zh); strings.Contains(zh, "which") || !strings.Contains(zh, "检查哪些文件") {
		t.Error("not in Chinese")
	}
}

// Every section and key has a description, and there is none for what is no key.
func TestTextsCoverTheKeys(t *testing.T) {
	keys := map[string]bool{"allow": true}
	for _, f := range fields() {
		keys[f.key] = true
		if section, _, ok := strings.Cut(f.key, "."); ok {
			keys[section] = true
		}
	}
	for _, f := range entryFields() {
		keys["allow."+f.key] = true
	}
	for k := range keys {
		if !texts[k].Complete() {
			t.Errorf("%s has no description in both languages", k)
		}
	}
	for k := range texts {
		if !keys[k] {
			t.Errorf("%s is described and is no key", k)
		}
	}
}

func TestSchemaFile(t *testing.T) {
	current(t, "schema/reportlint.schema.json", Schema())
}

func TestReference(t *testing.T) {
	current(t, "configuration.md", []byte(Reference(locale.En)))
	current(t, "configuration.zh.md", []byte(Reference(locale.Zh)))
}

// current holds a file of docs to what the code makes, or with -update writes it.
func current(t *testing.T, name string, want []byte) {
	t.Helper()
	path := filepath.Join("..", "..", "docs", filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(bytes.ReplaceAll(have, []byte("\r\n"), []byte("\n")), want) {
		t.Errorf("docs/%s is not current: go test ./internal/config -run 'TestSchemaFile|TestReference' -update", name)
	}
}

// The schema accepts what the decoder accepts, and refuses the mistakes it can know of.
func TestSchemaAgrees(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(src string) error {
		var tree map[string]any
		if _, err := toml.Decode(src, &tree); err != nil {
			t.Fatal(err)
		}
		entries, _ := tree["allow"].([]map[string]any)
		for _, e := range entries { // JSON has no dates
			if at, ok := e["expires"].(time.Time); ok {
				e["expires"] = at.Format(time.DateOnly)
			}
		}
		b, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(v)
	}
	for _, src := range []string{"", sample, config(t, sample).Show(locale.En)} {
		if err := valid(src); err != nil {
			t.Errorf("%s\n%v", src, err)
		}
	}
	for _, src := range []string{"x = 1", "lint.selct = []", "lint.select = [1]", "lint.select = \"a\"", "output.ambiguous-width = 3", "files.max-size = \"big\"",
		"fix.max-removed-prose = 2", "gate.max-findings = -1", "lint.severity = {ads = \"fatal\"}", "[[allow]]\ntext = \"x\"", "lint.preview = 1"} {
		if valid(src) == nil {
			t.Errorf("the schema accepts %s", src)
		}
	}
}

// Whatever the file holds, it is either refused with a place or means what it shows.
func FuzzConfig(f *testing.F) {
	f.Add(sample)
	f.Add(Starter(locale.Zh))
	f.Add("a.b.c = [[{x = 1}]]\n[[allow]]\n[allow.x]\n[lint]\nselect.x = 1")
	f.Add("[[lint]]\n[lint.select]\n")
	f.Fuzz(func(t *testing.T, src string) {
		r, err := New(Options{Cwd: "/w", Read: files{"/w/.reportlint.toml": src}.read})
		if err != nil {
			t.Fatal(err)
		}
		c, err := r.Run()
		if err != nil {
			if es, ok := err.(Errors); !ok || len(es) == 0 || es[0].Line == 0 && es[0].Path == "/w/.reportlint.toml" {
				t.Fatalf("%#v", err)
			}
			return
		}
		shown, before := c.Show(locale.En), values(c)
		r, _ = New(Options{Cwd: "/w", Read: files{"/w/.reportlint.toml": shown}.read})
		again, err := r.Run()
		if err != nil {
			t.Fatalf("%s\n%v", shown, err)
		}
		if after := values(again); withoutExtend(after) != withoutExtend(before) {
			t.Fatalf("%s\nmeans\n%s\nnot\n%s", shown, after, before)
		}
	})
}

// withoutExtend leaves out what Show writes as a comment.
func withoutExtend(s string) string {
	return regexp.MustCompile(`(?m)^extend = .*$`).ReplaceAllString(s, "")
}
