package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestXMLIsValid holds the XML against the document types that its readers expect. TestXMLIsWellFormed and TestJUnitCounts run
// without the validator.
func TestXMLIsValid(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed (Debian: apt-get install libxml2-utils)")
	}
	validate := func(format, doc string) (string, error) {
		path := filepath.Join(t.TempDir(), format+".xml")
		if err := os.WriteFile(path, []byte(doc), 0o666); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(lint, "--nonet", "--noout", "--dtdvalid", "testdata/"+format+".dtd", path).CombinedOutput()
		return string(out), err
	}
	for format, broken := range map[string][2]string{"junit": {` classname="`, ` klass="`}, "checkstyle": {` severity="`, ` level="`}} {
		doc := render(t, format, Options{}, sample(t))
		if out, err := validate(format, doc); err != nil {
			t.Errorf("%s: %s", format, out)
		}
		if out, err := validate(format, render(t, format, Options{}, nil)); err != nil {
			t.Errorf("%s of no file: %s", format, out)
		}
		if _, err := validate(format, strings.ReplaceAll(doc, broken[0], broken[1])); err == nil {
			t.Errorf("%s: anything is valid", format)
		}
	}
}

func TestJSONConforms(t *testing.T) {
	for _, files := range [][]File{sample(t), nil} {
		conforms(t, "gitlab.schema.json", render(t, "gitlab", Options{}, files))
		conforms(t, "rdjson.schema.json", render(t, "rdjson", Options{}, files))
	}
	lines := strings.Split(strings.TrimSpace(render(t, "rdjsonl", Options{}, sample(t))), "\n")
	if len(lines) != 10 {
		t.Errorf("%d lines", len(lines))
	}
	for _, l := range lines {
		conforms(t, "rdjson.schema.json", `{"diagnostics":[`+l+`]}`)
	}
}
