package rules

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/plaintoml"
)

// Every rule is read by the fast reader, and it reads what a reader of all TOML reads: the text as well as the check that the
// parameters make.
func TestRulesArePlain(t *testing.T) {
	kinds, err := kindsByName()
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(builtin, "*/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no rules", err)
	}
	for _, name := range files {
		src, err := fs.ReadFile(builtin, name)
		if err != nil {
			t.Fatal(err)
		}
		read := func(beside string) (string, error) {
			b, err := fs.ReadFile(builtin, name[:strings.LastIndexByte(name, '/')+1]+beside)
			return string(b), err
		}
		id := strings.TrimSuffix(name, ".toml")
		plain, ok := readPlain(string(src), &plaintoml.Decoder{})
		if !ok {
			t.Errorf("%s is not plain TOML: it slows every start down", name)
			continue
		}
		whole, err := readTOML(id, string(src))
		if err != nil {
			t.Fatal(err)
		}
		want := whole.file
		want.Params = toml.Primitive{}
		if !reflect.DeepEqual(plain.file, want) {
			t.Errorf("%s: read as\n%+v, want\n%+v", name, plain.file, want)
		}
		a, _, err := plain.rule(id, kinds, read)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		b, _, err := whole.rule(id, kinds, read)
		if err != nil {
			t.Fatal(err)
		}
		if !sameCheck(a.Check, b.Check) {
			t.Errorf("%s: the parameters make\n%+v, want\n%+v", name, a.Check, b.Check)
		}
	}
}

// sameCheck compares two checks by what can be compared of them: functions inside are alike if both are there.
func sameCheck(a, b checks.Check) bool {
	return reflect.DeepEqual(a, b) || a != nil && b != nil && reflect.TypeOf(a) == reflect.TypeOf(b) && reflect.DeepEqual(a.Trigger(), b.Trigger())
}
