package baseline

import (
	"slices"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

var (
	place    = &rules.Rule{ID: "ads/a", Family: "ads"}
	whole    = &rules.Rule{ID: "encoding/b", Family: "encoding", Scope: rules.ScopeDocument}
	run      = &rules.Rule{ID: "run/skipped-file", Family: "run"}
	exists   = func(string) bool { return true }
	nowhere  = func(string) bool { return false }
	allRules = func(string) bool { return true }
)

func find(r *rules.Rule, fp string, places int) lint.Finding {
	return lint.Finding{Rule: r, Fingerprint: "v1:" + fp, Places: make([]document.Place, places)}
}

func suppressed(fs []lint.Finding) string {
	var b strings.Builder
	for _, f := range fs {
		if f.Suppressed == "" {
			b.WriteByte('n')
		} else {
			b.WriteByte('.')
		}
	}
	return b.String()
}

func read(t *testing.T, s string) *Baseline {
	t.Helper()
	b, err := Read(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestFileIsSortedAndStable(t *testing.T) {
	a := Entry{"v1:2", "ads/a", "b.txt", 1, Todo, ""}
	b := Entry{"v1:1", "ads/a", "b.txt", 2, FalsePositive, "引文 <b>"}
	c := Entry{"v1:1", "ads/a", "a\xff.txt", 1, Accepted, ""}
	want := `{"fp":"v1:1","rule":"ads/a","path":"a` + "\ufffd" + `.txt","path_bytes":"Yf8udHh0","n":1,"status":"accepted"}
{"fp":"v1:1","rule":"ads/a","path":"b.txt","n":2,"status":"false-positive","reason":"引文 <b>"}
{"fp":"v1:2","rule":"ads/a","path":"b.txt","n":1,"status":"todo"}
`
	for _, es := range [][]Entry{{a, b, c}, {c, b, a}, {b, a, c, a}} {
		if got := string(New(es).Bytes()); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	}
	if got := string(read(t, want).Bytes()); got != want {
		t.Errorf("read and written again:\n%s", got)
	}
	if p := read(t, want).Entries()[0].Path; p != "a\xff.txt" {
		t.Errorf("%q", p)
	}
}

func TestUnionMerge(t *testing.T) {
	b := read(t, `{"fp":"v1:1","rule":"ads/a","path":"a","n":1,"status":"todo"}
{"fp":"v1:1","rule":"ads/a","path":"a","n":3,"status":"accepted","reason":"ok"}

{"fp":"v1:1","rule":"ads/a","path":"a","n":2,"status":"todo","reason":"o"}
`)
	if es := b.Entries(); len(es) != 1 || es[0] != (Entry{"v1:1", "ads/a", "a", 3, Accepted, "ok"}) {
		t.Errorf("%+v", es)
	}
}

func TestReadRefuses(t *testing.T) {
	good := `{"fp":"v1:1","rule":"ads/a","path":"a","n":1,"status":"todo"}` + "\n"
	for in, want := range map[string]string{
		good + "<<<<<<< HEAD\n" + good + "=======\n" + good + ">>>>>>> x\n": "line 2: the baseline holds the marks of a merge conflict",
		good + "nonsense\n":                      "line 2 is no baseline entry",
		strings.Replace(good, "v1", "v9", 1):     "line 1: fingerprint",
		strings.Replace(good, "todo", "done", 1): "line 1: status",
		strings.Replace(good, ":1,", ":0,", 1):   "needs rule, path and n",
		strings.Replace(good, "rule", "role", 1): "unknown field",
	} {
		if _, err := Read(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func TestSuppress(t *testing.T) {
	b := New([]Entry{{"v1:x", "ads/a", "a", 2, Accepted, ""}, {"v1:d", "encoding/b", "a", 10, Todo, ""}})
	k := b.Known(exists)
	fs := []lint.Finding{find(place, "x", 1), find(place, "y", 1), find(place, "x", 1), find(place, "x", 1), find(whole, "d", 10), find(run, "x", 1)}
	k.Suppress("a", fs)
	if got := suppressed(fs); got != ".n.n.n" {
		t.Error(got)
	}
	if fs[0].Suppressed != "baseline: accepted" {
		t.Error(fs[0].Suppressed)
	}
	more := []lint.Finding{find(whole, "d", 11)}
	k.Suppress("a", more)
	if suppressed(more) != "n" {
		t.Error("more places than the entry has are not known")
	}
	other := []lint.Finding{find(place, "x", 1)}
	k.Suppress("b", other)
	if suppressed(other) != "n" {
		t.Error("another file's entry counts")
	}
}

func TestRename(t *testing.T) {
	b := New([]Entry{{"v1:1", "ads/a", "old", 1, Accepted, "r"}, {"v1:2", "ads/a", "old", 1, Todo, ""}, {"v1:3", "ads/a", "kept", 1, Todo, ""}})
	k := b.Known(func(p string) bool { return p == "kept" })
	fs := []lint.Finding{find(place, "1", 1), find(place, "9", 1)}
	k.Suppress("new", fs)
	if got := suppressed(fs); got != ".n" {
		t.Error(got)
	}
	a := k.Account(allRules)
	a.File("new", fs)
	a.File("kept", []lint.Finding{find(place, "3", 1)})
	if r := a.Renamed(); r["old"] != "new" || len(r) != 1 {
		t.Error(r)
	}
	want := `{"fp":"v1:3","rule":"ads/a","path":"kept","n":1,"status":"todo"}
{"fp":"v1:1","rule":"ads/a","path":"new","n":1,"status":"accepted","reason":"r"}
`
	if got := string(a.Prune().Bytes()); got != want {
		t.Error(got)
	}
	want += `{"fp":"v1:9","rule":"ads/a","path":"new","n":1,"status":"todo"}
`
	if got := string(a.Update().Bytes()); got != want {
		t.Error(got)
	}
	// Less than half is no rename, and a file that is still there was not renamed.
	three := New([]Entry{{"v1:1", "ads/a", "old", 1, Todo, ""}, {"v1:2", "ads/a", "old", 1, Todo, ""}, {"v1:3", "ads/a", "old", 1, Todo, ""}})
	for _, k := range []*Known{three.Known(nowhere), b.Known(exists)} {
		fs := []lint.Finding{find(place, "1", 1)}
		if k.Suppress("new", fs); suppressed(fs) != "n" {
			t.Error("taken for a rename")
		}
	}
}

func TestStale(t *testing.T) {
	b := New([]Entry{{"v1:1", "ads/a", "a", 2, Todo, ""}, {"v1:2", "ads/a", "a", 1, Todo, ""}, {"v1:3", "ads/a", "unseen", 1, Todo, ""}, {"v1:4", "ads/off", "a", 1, Todo, ""}, {"v1:5", "ads/a", "gone", 1, Todo, ""}})
	k := b.Known(func(p string) bool { return p != "gone" })
	a := k.Account(func(r string) bool { return r != "ads/off" })
	fs := []lint.Finding{find(place, "1", 1), find(place, "2", 1)}
	k.Suppress("a", fs)
	fs = append(fs, lint.Finding{Rule: place, Fingerprint: "v1:1", Places: make([]document.Place, 5), Suppressed: "allow: quoted"})
	a.File("a", fs)
	var got []string
	for _, e := range a.Stale() {
		got = append(got, e.Path+" "+e.Fingerprint)
	}
	if !slices.Equal(got, []string{"a v1:1", "gone v1:5"}) {
		t.Error(got)
	}
	if n := a.Prune().Entries()[0].N; n != 1 {
		t.Error(n)
	}
}

func TestBase(t *testing.T) {
	base := BaseOf([]lint.Finding{find(place, "x", 1), find(place, "x", 1), find(whole, "d", 20)})
	for _, c := range []struct {
		head []lint.Finding
		want string
	}{
		{[]lint.Finding{find(place, "x", 1), find(place, "x", 1), find(place, "x", 1), find(place, "z", 1)}, "..nn"},
		{[]lint.Finding{find(whole, "d", 22)}, "."},
		{[]lint.Finding{find(whole, "d", 23)}, "n"},
		{[]lint.Finding{find(whole, "e", 1)}, "n"},
		{[]lint.Finding{find(run, "x", 1)}, "n"},
	} {
		base.Suppress(c.head)
		if got := suppressed(c.head); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func TestStatsAndProposals(t *testing.T) {
	b := New([]Entry{
		{"v1:1", "ads/a", "2015/a.txt", 2, FalsePositive, "彩票公益金"}, {"v1:2", "ads/a", "2015/b.txt", 1, FalsePositive, ""},
		{"v1:3", "ads/a", "2016/c.txt", 4, FalsePositive, ""}, {"v1:4", "ads/a", "2016/d.txt", 3, Accepted, ""},
		{"v1:5", "ads/z", "e.txt", 1, Todo, ""},
	})
	s := b.Stats()
	if len(s) != 2 || s[0] != (RuleStats{"ads/a", 0, 3, 7}) {
		t.Errorf("%+v", s)
	}
	if p, ok := s[0].Precision(); !ok || p != 0.3 {
		t.Error(p, ok)
	}
	if _, ok := s[1].Precision(); ok {
		t.Error("a precision nobody observed")
	}
	if ps := b.Proposals(); len(ps) != 1 || ps[0] != (Proposal{"ads/a", "/2015/*", 3, "彩票公益金"}) {
		t.Errorf("%+v", ps)
	}
}
