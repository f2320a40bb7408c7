package tomlpos

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestPositions(t *testing.T) {
	src := "\ufeff" + `a = 1 # b = 2
[files]
  "max-size" = "1 # MiB"
include = [ # all
  "中文", '''x
]''', "y",
]
lint.x = { per = [1, {k = 2}], q."r s" = 3 }
[[allow]]
rules = ["x"]
[allow.sub]
k = 1979-05-27 07:32:00
[[allow]]
rules = ["y", "z"]
`
	ix := Scan(src)
	for _, c := range []struct {
		path  []any
		key   string
		value string
	}{
		{[]any{"a"}, "1:1", "1:5"},
		{[]any{"files", "max-size"}, "3:3", "3:16"},
		{[]any{"files", "include", 0}, "", "5:3"},
		{[]any{"files", "include", 1}, "", "5:9"},
		{[]any{"files", "include", 2}, "", "6:7"},
		{[]any{"files", "lint", "x", "per", 1, "k"}, "8:23", "8:27"},
		{[]any{"files", "lint", "x", "q", "r s"}, "8:34", "8:42"},
		{[]any{"allow", 0}, "", "9:1"},
		{[]any{"allow", 0, "sub", "k"}, "12:1", "12:5"},
		{[]any{"allow", 1, "rules", 1}, "", "14:15"},
	} {
		show := func(p Position, ok bool) string {
			if !ok {
				return ""
			}
			return fmt.Sprintf("%d:%d", p.Line, p.Column)
		}
		if k, v := show(ix.Key(c.path...)), show(ix.Value(c.path...)); k != c.key || v != c.value {
			t.Errorf("%v: key %s, value %s", c.path, k, v)
		}
	}
	if _, ok := ix.Key("b"); ok {
		t.Error("a comment was read as a key")
	}
}

// The library is the authority on what a document says: every key and value that it reads has a position, and nothing else has.
func TestAgreesWithTheLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	accepted := 0
	for range 3000 {
		src := document(r)
		var tree map[string]any
		if _, err := toml.Decode(src, &tree); err != nil {
			continue
		}
		accepted++
		compare(t, src, tree, true)
		if t.Failed() {
			t.Fatalf("in\n%s", src)
		}
	}
	if accepted < 500 {
		t.Fatalf("the library accepted only %d documents", accepted)
	}
}

func compare(t *testing.T, src string, tree map[string]any, all bool) {
	ix := Scan(src)
	keys, values := 0, 0
	var walk func(path []any, v any)
	walk = func(path []any, v any) {
		if _, ok := ix.Value(path...); ok {
			values++
		} else if _, table := v.(map[string]any); !table {
			if _, tables := v.([]map[string]any); !tables {
				t.Errorf("no position for the value of %v", path)
			}
		}
		switch v := v.(type) {
		case map[string]any:
			for k, x := range v {
				sub := child(path, k)
				off, ok := ix.keys[encode(sub)]
				if !ok {
					t.Errorf("no position for the key %v", sub)
					continue
				}
				keys++
				s := scanner{Index: ix, pos: off}
				if parts := s.key(); len(parts) == 0 || parts[0].name != k {
					t.Errorf("the key %v is said to stand at %d", sub, off)
				}
				walk(sub, x)
			}
		case []any:
			for i, x := range v {
				walk(child(path, i), x)
			}
		case []map[string]any:
			for i, x := range v {
				walk(child(path, i), x)
			}
		}
	}
	walk(nil, tree)
	if all && (keys != len(ix.keys) || values != len(ix.values)) {
		t.Errorf("%d of %d keys and %d of %d values are in the document", keys, len(ix.keys), values, len(ix.values))
	}
}

// document is a random document, most of the time a valid one.
func document(r *rand.Rand) string {
	var b strings.Builder
	name := func() string {
		return []string{"a", "b", "c-1", `"q.x"`, `'l''`[:3], `"\u4e2d\n"`, "2", `"a b"`, `""`}[r.IntN(9)]
	}
	unique := 0
	// A key that goes through a value (a = [], a.b = 1) is an error that the library lets pass, so names of values are used once.
	key := func() string {
		unique++
		k := fmt.Sprintf("k%d", unique)
		if r.IntN(3) == 0 {
			k = fmt.Sprintf(`"\u4e2d %d"`, unique)
		}
		for r.IntN(3) == 0 {
			k = name() + []string{".", " . "}[r.IntN(2)] + k
		}
		return k
	}
	var value func(depth int) string
	value = func(depth int) string {
		n := 9
		if depth > 3 {
			n = 7
		}
		switch r.IntN(n) {
		case 0:
			return []string{"1", "-0.5e3", "true", "0xff", "inf"}[r.IntN(5)]
		case 1:
			return []string{"1979-05-27", "1979-05-27 07:32:00", "07:32:00", "1979-05-27T07:32:00Z"}[r.IntN(4)]
		case 2:
			return `"x # ] } , \" \\"`
		case 3:
			return `'y # ] " \'`
		case 4:
			return "\"\"\"\n[no]\nk = \\\"\"\"x\"\"\"\"\""
		case 5:
			return "'''\n[no] ''\nk = 1'''"
		case 6:
			return `""`
		case 7:
			var items []string
			for range r.IntN(4) {
				items = append(items, value(depth+1))
			}
			sep := []string{", ", ",", ",\n # c ]\n"}[r.IntN(3)]
			end := []string{"]", ",]", "\n]"}[r.IntN(3)]
			if len(items) == 0 {
				end = "]"
			}
			return "[" + strings.Join(items, sep) + end
		default:
			var items []string
			for i := range r.IntN(3) {
				items = append(items, fmt.Sprintf("k%d%s = %s", i, []string{"", ".s"}[r.IntN(2)], value(depth+1)))
			}
			return "{ " + strings.Join(items, ", ") + " }"
		}
	}
	if r.IntN(8) == 0 {
		b.WriteString("\ufeff")
	}
	for range 1 + r.IntN(8) {
		eol := []string{"\n", "\r\n", " # c\n", "\n\n"}[r.IntN(4)]
		switch r.IntN(5) {
		case 0:
			b.WriteString("[" + key() + "]" + eol)
		case 1:
			b.WriteString(" [[" + name() + "]]" + eol)
		default:
			b.WriteString(key() + " = " + value(0) + eol)
		}
	}
	return b.String()
}

func FuzzScan(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		f.Add(document(r))
	}
	f.Add("a = [[[{\"")
	f.Fuzz(func(t *testing.T, src string) {
		ix := Scan(src)
		for _, m := range []map[string]int{ix.keys, ix.values} {
			for k, off := range m {
				if off < 0 || off > len(src) {
					t.Fatalf("%q stands at %d of %d", k, off, len(src))
				}
			}
		}
		var tree map[string]any
		if _, err := toml.Decode(src, &tree); err == nil {
			compare(t, src, tree, false) // of keys that go through a value the library keeps only the last
		}
	})
}
