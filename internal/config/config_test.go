package config

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/rules"
)

// files is a file system of absolute paths.
type files map[string]string

func (f files) read(path string) ([]byte, error) {
	if s, ok := f[path]; ok {
		return []byte(s), nil
	}
	return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
}

func resolver(t *testing.T, o Options, f files) *Resolver {
	t.Helper()
	o.Read = f.read
	if o.Cwd == "" {
		o.Cwd = "/w"
	}
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func config(t *testing.T, src string) *Config {
	t.Helper()
	c, err := resolver(t, Options{}, files{"/w/.reportlint.toml": src}).Run()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestComplaints(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"[lint]\nselct = [\"ads\"]", `:2:1: unknown key "lint.selct"` + "\nhint: did you mean \"select\"?"},
		{"select = [\"ads\"]", `:1:1: unknown key "select"` + "\nhint: did you mean \"lint.select\"?"},
		{"[lnt]\nx = 1", `:1:2: unknown key "lnt"` + "\nhint: did you mean \"lint\"?"},
		{"[[allow]]\nreason = \"r\"\ntext = \"x\"\n[[allow]]\nreasn = \"r\"\ntext = \"中\" # c\nreason = \"r\"", `:5:1: unknown key "allow.reasn"` + "\nhint: did you mean \"reason\"?"},
		{"files.exclude = [\n  \"ok\",\n  \"a[\",\n]", ":3:3: bad pattern \"a[\": a bracket is not closed\nhint: patterns are written as in .gitignore"},
		{"lint.per-file-ignores.\"a[\" = []", ":1:23: bad pattern \"a[\": a bracket is not closed\nhint: patterns are written as in .gitignore"},
		{"files.max-size = \"big\"", ":1:18: \"big\" is not a size\nhint: write \"64MiB\", or \"0\" for no limit"},
		{"files.max-size = 3", ":1:18: \"files.max-size\" must be a string"},
		{"[[allow]]\nregex = '(?=x)'\nreason = \"r\"", ":2:9: bad regular expression: invalid or unsupported Perl syntax: `(?=`\nhint: the syntax is RE2: no look-around, no back references"},
		{"[[allow]]\ntext = \"x\"\nreason = \"r\"\nexpires = \"soon\"", ":4:11: \"soon\" is not a date\nhint: write 2027-12-31"},
		{"[[allow]]\ntext = \"x\"\nreason = \"r\"\nexpires = 2027-12-31T00:00:00Z", ":4:11: \"allow.expires\" must be a date, such as 2027-12-31"},
		{"# c\n[[allow]]\ntext = \"x\"", ":2:1: [[allow]] needs a reason\nhint: say why it is right here, for those who will ask whether it still is"},
		{"[[allow]]\nreason = \"r\"", ":1:1: [[allow]] does not say what it allows\nhint: give at least one of rules, paths, text, regex"},
		{"[lint]\nmin-confidence = \"hihg\"", `:2:18: "lint.min-confidence" cannot be "hihg"` + "\nhint: did you mean \"high\"?"},
		{"output.ambiguous-width = 3", `:1:26: "output.ambiguous-width" cannot be 3` + "\nhint: it can be 1, 2"},
		{"lint.severity = {ads = \"fatal\"}", `:1:24: "lint.severity.ads" cannot be "fatal"` + "\nhint: it can be error, warning, info"},
		{"lint = 3", `:1:8: "lint" must be a table`},
		{"[lint]\nselect = \"ads\"", `:2:10: "lint.select" must be a list of strings, such as ["a", "b"]`},
		{"[lint]\nselect = [\"ads\", 1]", `:2:18: the items of "lint.select" must be strings`},
		{"fix.max-removed-prose = 2", `:1:25: "fix.max-removed-prose" must lie between 0 and 1`},
		{"fix.max-removed-prose = nan", `:1:25: "fix.max-removed-prose" must lie between 0 and 1`},
		{"gate.max-findings = -1", `:1:21: "gate.max-findings" cannot be less than 0`},
		{"required-version = \"new\"", ":1:20: \"new\" is not a version requirement\nhint: write \">=0.1\""},
		{"a = = 3", ":1:5: is not valid TOML: expected value but found '=' instead"},
		{"x = 1\n[lint]\npreview = 1\ny = 2", ":1:1: unknown key \"x\"\n/w/.reportlint.toml:3:11: \"lint.preview\" must be true or false\n/w/.reportlint.toml:4:1: unknown key \"lint.y\""},
	} {
		_, err := resolver(t, Options{}, files{"/w/.reportlint.toml": c.src}).Run()
		if err == nil || err.Error() != "/w/.reportlint.toml"+c.want {
			t.Errorf("%s\ngot  %v\nwant /w/.reportlint.toml%s", c.src, err, c.want)
			continue
		}
		if zh := locale.Say(err, locale.Zh); zh == err.Error() || strings.Contains(zh, "%!") || strings.Contains(err.Error(), "%!") {
			t.Errorf("not said in Chinese: %s", zh)
		}
	}
}

func catalogue(t *testing.T) *rules.Catalogue {
	t.Helper()
	c, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestUnknownSelectors(t *testing.T) {
	c := config(t, "[lint]\nselect = [\"run\", \"run/skiped-file\"]\nseverity = { rnu = \"info\" }\n[[allow]]\nrules = [\"zzzzzzzzzz\"]\nreason = \"r\"")
	err := c.CheckSelectors(catalogue(t))
	want := `/w/.reportlint.toml:2:18: unknown rule, family or tag "run/skiped-file"` + "\nhint: did you mean \"run/skipped-file\"?\n" +
		`/w/.reportlint.toml:3:14: unknown rule, family or tag "rnu"` + "\nhint: did you mean \"run\"?\n" +
		`/w/.reportlint.toml:5:10: unknown rule, family or tag "zzzzzzzzzz"` + "\nhint: reportlint rule --all lists them"
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	if err := config(t, "lint.select = [\"all\", \"run\"]").CheckSelectors(catalogue(t)); err != nil {
		t.Error(err)
	}
}

func TestLayers(t *testing.T) {
	fsys := files{
		"/w/.reportlint.toml":     "[files]\nexclude = [\"/a\"]\nextend-exclude = [\"/b\"]\n[lint]\nignore = [\"run\"]\nseverity = {ads = \"info\", run = \"info\"}\nrule-paths = [\"mine\"]\n[[allow]]\ntext = \"x\"\nreason = \"top\"",
		"/w/sub/.reportlint.toml": "extend = \"../.reportlint.toml\"\n[files]\nextend-exclude = [\"c\"]\n[lint]\nseverity = {ads = \"error\"}\n[baseline]\npath = \"b.jsonl\"\n[[allow]]\ntext = \"y\"\nreason = \"sub\"",
		"/w/own/.reportlint.toml": "extend = \"../sub/.reportlint.toml\"\nfiles.exclude = [\"d\"]",
	}
	r := resolver(t, Options{}, fsys)
	sub, err := r.For("/w/sub/x/y/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := r.ForDir("/w/sub"); again != sub {
		t.Error("two configurations for one file")
	}
	want := Default()
	want.Extend = "../.reportlint.toml"
	want.Files.Exclude = []string{"/a"}
	want.Files.ExtendExclude = []string{"/b", "c"}
	want.Lint.Ignore = []string{"run"}
	want.Lint.Severity = map[string]string{"ads": "error", "run": "info"}
	want.Lint.RulePaths = []string{"/w/mine"}
	want.Baseline.Path = "/w/sub/b.jsonl"
	want.Allow = []Allow{{Text: "x", Reason: "top"}, {Text: "y", Reason: "sub"}}
	want.compiled = sub.compiled
	if !reflect.DeepEqual(sub, want) {
		t.Errorf("got  %+v\nwant %+v", sub, want)
	}
	for path, excluded := range map[string]bool{"/w/a": true, "/w/b": true, "/w/sub/a": false, "/w/sub/c": true, "/w/c": false} {
		if sub.Excluded(path, true) != excluded {
			t.Errorf("%s excluded: %v", path, !excluded)
		}
	}
	own, err := r.For("/w/own/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(own.Files.Exclude, []string{"d"}) || own.Files.ExtendExclude != nil || own.Excluded("/w/b", true) || !own.Excluded("/w/own/d", false) {
		t.Errorf("a list that is replaced keeps what was added to it: %+v", own.Files)
	}
	if outside, err := r.For("/v/a.txt"); err != nil || outside.File() != "" || outside.Baseline.Path != "/w/.reportlint-baseline.jsonl" || !outside.Included("/v/A.TXT") {
		t.Error("outside of any configuration:", err)
	}
}

func TestPrecedence(t *testing.T) {
	fsys := files{"/w/.reportlint.toml": "[lint]\nselect = [\"run\"]\nextend-select = [\"ads\"]\npreview = true\n[output]\nlang = \"zh\"", "/etc/c.toml": "lint.preview = true\nfiles.include = [\"**/*.log\"]\n"}
	o := Options{
		Config: []string{`lint.min-confidence = "high"`, `output.lang = "zh"`},
		Env:    []Setting{{"REPORTLINT_LANG", "output.lang", "en"}},
		Flags:  []Setting{{"--select", "lint.select", []string{"chrome"}}, {"--min-confidence", "lint.min-confidence", "low"}, {"--max-removed", "fix.max-removed-prose", 0.5}, {"--max-findings", "gate.max-findings", 3}},
	}
	c, err := resolver(t, o, fsys).Run()
	if err != nil {
		t.Fatal(err)
	}
	if c.Output.Lang != "zh" || c.Lint.MinConfidence != "low" || !c.Lint.Preview || c.Fix.MaxRemovedProse != 0.5 || c.Gate.MaxFindings != 3 {
		t.Errorf("%+v", c)
	}
	if !reflect.DeepEqual(c.Lint.Select, []string{"chrome"}) || c.Lint.ExtendSelect != nil {
		t.Errorf("--select merges: %+v", c.Lint)
	}
	o.Isolated = true
	if c, err = resolver(t, o, fsys).Run(); err != nil || c.Lint.Preview || c.Lint.MinConfidence != "low" {
		t.Errorf("isolated: %+v, %v", c, err)
	}
	if c, err = resolver(t, Options{EnvFile: "/etc/c.toml"}, fsys).Run(); err != nil || !c.Lint.Preview || c.Output.Lang != "auto" || !c.Included("/data/a.log") {
		t.Errorf("a file given by name: %+v, %v", c, err)
	}
	for _, bad := range []Options{
		{Flags: []Setting{{"--min-confidence", "lint.min-confidence", "hihg"}}},
		{Config: []string{"lint.x = 1"}},
		{Config: []string{"/etc/c.toml", "/w/.reportlint.toml"}},
	} {
		bad.Read, bad.Cwd = fsys.read, "/w"
		var es Errors
		if _, err := New(bad); !errors.As(err, &es) {
			t.Errorf("%+v: %v", bad, err)
		} else if !strings.HasPrefix(err.Error(), "--") {
			t.Error(err)
		}
	}
	if _, err := resolver(t, Options{Config: []string{"nowhere.toml"}}, fsys).Run(); err == nil || !strings.HasPrefix(err.Error(), "/w/nowhere.toml: the configuration cannot be read: ") {
		t.Error(err)
	}
}

func TestExtendGoesWrong(t *testing.T) {
	for want, f := range map[string]files{
		"/w/a.toml:1:1: extend goes in a circle: it comes back to /w/.reportlint.toml":             {"/w/.reportlint.toml": "extend = \"a.toml\"", "/w/a.toml": "extend = \".reportlint.toml\""},
		"/w/.reportlint.toml:2:1: cannot read /w/a.toml, which it extends: no such file or folder": {"/w/.reportlint.toml": "\nextend = \"a.toml\""},
		"/w/a.toml:1:1: unknown key \"b\"":                                                         {"/w/.reportlint.toml": "extend = \"a.toml\"", "/w/a.toml": "b = 1"},
		"/w/.reportlint.toml:1:1: needs reportlint >=9, this is 0.1.0":                             {"/w/.reportlint.toml": "required-version = \">=9\""},
	} {
		if _, err := resolver(t, Options{Version: "0.1.0"}, f).Run(); err == nil || err.Error() != want {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
	deep := files{}
	for i := range 12 {
		deep["/w/"+strings.Repeat("x", i)+".reportlint.toml"] = "extend = \"" + strings.Repeat("x", i+1) + ".reportlint.toml\""
	}
	if _, err := resolver(t, Options{}, deep).Run(); err == nil || !strings.HasSuffix(err.Error(), "extend goes deeper than 8 files") {
		t.Error(err)
	}
}

func TestRequirements(t *testing.T) {
	for s, met := range map[string]bool{">=0.1": true, ">0.1": false, "<0.2, >=0.1.0": true, "0.1.0": true, "!=0.1": false, "<=0.0.9": false, "": true, ">=1": false} {
		if q, err := parseRequirement(s); err == nil && q.met("0.1.0-dev") != met || err != nil && s != "" {
			t.Errorf("%q: %v", s, err)
		}
	}
}
