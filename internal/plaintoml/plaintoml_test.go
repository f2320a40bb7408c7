package plaintoml

import (
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"github.com/BurntSushi/toml"
)

// tree is the document as a library gives it.
func (t *Table) tree() map[string]any {
	m := map[string]any{}
	for _, e := range t.entries {
		m[e.key] = e.tree()
	}
	return m
}

func (x value) tree() any {
	switch x.kind {
	case integerValue:
		n, _ := strconv.ParseInt(x.text, 10, 64)
		return n
	case floatValue:
		f, _ := strconv.ParseFloat(x.text, 64)
		return f
	case booleanValue:
		return x.text == "true"
	case arrayValue:
		list := []any{}
		for _, y := range x.list {
			list = append(list, y.tree())
		}
		return list
	case tablesValue:
		list := []map[string]any{}
		for _, y := range x.list {
			list = append(list, y.table.tree())
		}
		return list
	case tableValue:
		return x.table.tree()
	}
	return x.text
}

// normal makes a list of inline tables and an array of tables alike, as they are to every reader.
func normal(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = normal(v[k])
		}
		return v
	case []map[string]any:
		list := []any{}
		for _, m := range v {
			list = append(list, normal(m))
		}
		return list
	case []any:
		for i := range v {
			v[i] = normal(v[i])
		}
		return v
	}
	return v
}

// FuzzRead: what is read is what a reader of all TOML reads.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"a = 1\nb = -2\nc = 0.5\nd = true # x\n[e]\nf = \"g\\n\\u4e2d\\\"\"\n[e.h]\ni = 'j\\'\n",
		"[[a]]\nb = '''\nc'd\n'''\n[[a]]\nb = \"\"\"\ne\"f\"\"\"\n",
		"a.b = {c = \"d\", e = [1, 2,\n3, # f\n]}\na.g = []\n",
		"a = 1\na = 2", "[a]\n[a]", "[a.b]\n[a]\nc = 1", "[a]\nb.c = 1\n[a.b]\nd = 1", "a = 01", "a = 1_000", "a = +1", "a = 1e5", "a = {b = 1,}",
		"a = \"\"\"b\"\"\"\"", "a = 1979-05-27", "\"a\" = 1", "a = [1 2]", "a = \"\\x41\"", "a = -0\nb = -0.0", "a = [{b = 1}]\n[[a]]", "[[a.b]]", "[a]\n[[a]]",
		"a = {}\na.b = 1", "a = {b.c = 1, b.d = 2}", "a = 99999999999999999999", "a = \"\\ud800\"", "= 1", "[]", "a.b.c = 1\n[a.b]", "a = inf",
	} {
		f.Add(s)
	}
	rules, _ := filepath.Glob("../../rules/*/*.toml")
	for _, name := range rules {
		if src, err := os.ReadFile(name); err == nil {
			f.Add(string(src))
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		got, ok := Read(src)
		if !ok {
			return
		}
		want := map[string]any{}
		if _, err := toml.Decode(src, &want); err != nil {
			if fits(got) { // whole numbers that no variable holds are refused when they are decoded
				t.Fatalf("read %q, which is wrong: %v", src, err)
			}
			return
		}
		if got := normal(got.tree()); !reflect.DeepEqual(got, normal(want)) {
			t.Fatalf("%q: read as\n%v, want\n%v", src, got, want)
		}
	})
}

// fits reports whether every number can be held.
func fits(t *Table) bool {
	for _, e := range t.entries {
		if !e.fits() {
			return false
		}
	}
	return true
}

func (x value) fits() bool {
	var err error
	switch x.kind {
	case integerValue:
		_, err = strconv.ParseInt(x.text, 10, 64)
	case floatValue:
		_, err = strconv.ParseFloat(x.text, 64)
	case tableValue:
		return fits(x.table)
	}
	for _, y := range x.list {
		if !y.fits() {
			return false
		}
	}
	return err == nil
}

func TestDecode(t *testing.T) {
	type inner struct {
		Zh string `toml:"zh"`
	}
	type outer struct {
		Name   string           `toml:"name"`
		On     *bool            `toml:"on"`
		Count  int              `toml:"count"`
		Share  float64          `toml:"share"`
		Words  []string         `toml:"words"`
		Text   inner            `toml:"text"`
		Notes  map[string]inner `toml:"notes"`
		List   []inner          `toml:"list"`
		Stays  string           `toml:"stays"`
		hidden int
	}
	src := "name = 'n'\non = false\ncount = 3\nshare = 2\nwords = ['a', 'b']\ntext = { zh = '中' }\nnotes.x.zh = 'y'\n[[list]]\nzh = '一'\n[[list]]\nzh = '二'\n"
	got, want := outer{Stays: "as it was"}, outer{Stays: "as it was"}
	if _, err := toml.Decode(src, &want); err != nil {
		t.Fatal(err)
	}
	table, ok := Read(src)
	if !ok || !new(Decoder).Decode(table, &got) || !reflect.DeepEqual(got, want) {
		t.Errorf("decoded %+v, want %+v", got, want)
	}
	for _, wrong := range []string{"name = 1", "count = 1.5", "count = 'x'", "share = 'x'", "on = 1", "words = 'a'", "words = [1]", "text = 'x'", "text.en = 'x'",
		"other = 1", "hidden = 1", "list = {}", "notes = []", "count = 99999999999999999999"} {
		table, ok := Read(wrong)
		if !ok {
			t.Errorf("%q is plain", wrong)
		} else if new(Decoder).Decode(table, &outer{}) {
			t.Errorf("%q was decoded", wrong)
		}
	}
	_ = got.hidden
}
