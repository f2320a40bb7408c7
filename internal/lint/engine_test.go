package lint_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

const head = `severity = "error"
confidence = "high"
fix = "unsafe"
scope = "place"
title = { zh = "题", en = "title" }
message = { zh = "见“{text}”", en = "found {text}" }
why = { zh = "因", en = "why" }
`

// linter compiles user rules, given as id → TOML after the common head.
func linter(t *testing.T, rs map[string]string) *lint.Linter {
	t.Helper()
	root := fstest.MapFS{}
	for id, body := range rs {
		root[id+".toml"] = &fstest.MapFile{Data: []byte(head + body)}
	}
	c, err := (&rules.Catalogue{}).With(root, "")
	if err != nil {
		t.Fatal(err)
	}
	l, err := lint.New(c, lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func swap(from, to string) string {
	return "kind = \"pattern\"\n[params]\npattern = '" + from + "'\nanchors = ['" + from + "']\nreplace = '" + to + "'\n"
}

func fixed(t *testing.T, l *lint.Linter, s string, p lint.Policy) (string, lint.Fixed, error) {
	t.Helper()
	f, err := l.Fix("a.txt", codec.FromString(s), p, &lint.Worker{})
	return f.Edits.Apply(s), f, err
}

func TestPlacesCountCodePoints(t *testing.T) {
	l := linter(t, map[string]string{"x/a": swap("坏", "好")})
	fs := l.Lint(document.New("a.txt", codec.FromString("一行\r\n𠮷野坏了\n")), &lint.Worker{}).Findings
	if len(fs) != 1 {
		t.Fatalf("%d findings, want 1", len(fs))
	}
	p := fs[0].Place()
	if p.Line != 2 || p.Column != 3 || p.EndColumn != 4 || p.UTF16Column != 4 || p.Bytes != (codec.Bytes{Start: 15, End: 18}) {
		t.Errorf("place %+v", p)
	}
	if fs[0].Message.Zh != "见“坏”" || fs[0].Context != [2]string{"𠮷野", "了"} {
		t.Errorf("message %v, context %q", fs[0].Message, fs[0].Context)
	}
}

func TestUnsafeFixesWaitToBeAsked(t *testing.T) {
	l := linter(t, map[string]string{"x/a": swap("坏", "好")})
	if got, _, _ := fixed(t, l, "坏", lint.Policy{}); got != "坏" {
		t.Errorf("--fix alone made %q", got)
	}
	if got, f, _ := fixed(t, l, "坏", lint.Policy{Unsafe: true}); got != "好" || len(f.Applied) != 1 || len(f.Left.Findings) != 0 {
		t.Errorf("made %q, applied %d, left %d", got, len(f.Applied), len(f.Left.Findings))
	}
}

// Two rules that undo each other come back to a text already seen: the original stays and both are named.
func TestCycleKeepsTheOriginal(t *testing.T) {
	l := linter(t, map[string]string{"x/a": swap("坏", "好") + "", "x/b": swap("好", "坏")})
	got, _, err := fixed(t, l, "坏", lint.Policy{Unsafe: true})
	var d *lint.DivergedError
	if got != "坏" || !errors.As(err, &d) && err == nil {
		// A fix that leaves a new error is refused before it can cycle; either way the text stays.
		if _, f, _ := fixed(t, l, "坏", lint.Policy{Unsafe: true}); got != "坏" || len(f.Refused) == 0 {
			t.Errorf("made %q, err %v", got, err)
		}
	}
}

// A fix whose result holds an error that was not there is refused, and named; others go through.
func TestFixThatLeavesANewErrorIsRefused(t *testing.T) {
	bad := "kind = \"pattern\"\n[params]\npattern = '乙'\nanchors = ['乙']\n"
	l := linter(t, map[string]string{"x/a": swap("甲", "乙"), "x/b": bad, "x/c": swap("丙", "丁")})
	got, f, err := fixed(t, l, "甲和丙", lint.Policy{Unsafe: true})
	if err != nil || got != "甲和丁" {
		t.Errorf("made %q, err %v", got, err)
	}
	if len(f.Refused) != 1 || f.Refused[0].Rules[0].ID != "x/a" {
		t.Errorf("refused %+v", f.Refused)
	}
}

func TestGrowingFixDoesNotConverge(t *testing.T) {
	l := linter(t, map[string]string{"x/a": strings.ReplaceAll(swap("甲", "甲乙"), "error", "warning")})
	got, _, err := fixed(t, l, "甲", lint.Policy{Unsafe: true})
	var d *lint.DivergedError
	// The growing text keeps its error: the guard or the round limit must stop it, and nothing may be written.
	if got != "甲" || err != nil && !errors.As(err, &d) {
		t.Errorf("made %q, err %v", got, err)
	}
}

// A repair rule makes a layer: others see the repaired text, and their places and fixes are those of the file.
func TestLayersCarryPlacesAndFixes(t *testing.T) {
	c, err := (&rules.Catalogue{}).With(fstest.MapFS{"x/a.toml": {Data: []byte(head + swap("坏话", "好话"))}}, "")
	if err != nil {
		t.Fatal(err)
	}
	repair := *c.Rule("x/a")
	repair.ID, repair.Phase, repair.Fix, repair.Check = "x/z", checks.PhaseRepair, rules.FixSafe, unescape{}
	l, err := lint.New(c.Plus(&repair), lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	src := "前言&#22351;话。"
	fs := l.Lint(document.New("a.txt", codec.FromString(src)), &lint.Worker{}).Findings
	if len(fs) != 2 {
		t.Fatalf("%d findings, want the escape and what it hid", len(fs))
	}
	for _, f := range fs {
		if f.Rule.ID == "x/a" {
			if f.Text != "&#22351;话" || f.Repaired != "坏话" || f.Place().Column != 3 || f.Place().EndColumn != 12 {
				t.Errorf("text %q repaired %q place %+v", f.Text, f.Repaired, f.Place())
			}
			if f.Fix == nil || f.Fix.Edits[0].New != "好话" {
				t.Errorf("fix %+v withheld %q", f.Fix, f.Withheld)
			}
		}
	}
	f, err := l.Fix("a.txt", codec.FromString(src), lint.Policy{Unsafe: true}, &lint.Worker{})
	if got := f.Edits.Apply(src); err != nil || got != "前言好话。" {
		t.Errorf("made %q, err %v", got, err)
	}
}

// unescape repairs one entity, with a certificate.
type unescape struct{}

func (unescape) Trigger() scan.Trigger { return scan.Trigger{Literals: []string{"&#22351;"}} }

func (unescape) Run(d *document.Document, hits []scan.Hit) (out []checks.Match) {
	for _, h := range hits {
		m := checks.At(h.Span.Start, h.Span.End)
		m.Fixes = checks.Replace(d, h.Span, "坏", checks.ProofCanonical)
		out = append(out, m)
	}
	return out
}

// eraser deletes what it finds under the proof it is given.
type eraser struct {
	word  string
	proof checks.Proof
}

func (e eraser) Trigger() scan.Trigger { return scan.Trigger{Literals: []string{e.word}} }

func (e eraser) Run(d *document.Document, hits []scan.Hit) (out []checks.Match) {
	for _, h := range hits {
		m := checks.At(h.Span.Start, h.Span.End)
		m.Fixes = checks.Replace(d, h.Span, "", e.proof)
		out = append(out, m)
	}
	return out
}

func TestRemovedProseIsLimited(t *testing.T) {
	c, err := (&rules.Catalogue{}).With(fstest.MapFS{"x/a.toml": {Data: []byte(head + swap("无", "有"))}}, "")
	if err != nil {
		t.Fatal(err)
	}
	r := *c.Rule("x/a")
	r.ID, r.Fix, r.Phase = "x/e", rules.FixSafe, checks.PhaseInline
	src := strings.Repeat("正文一句。", 10) + "删去的话"
	for _, tc := range []struct {
		proof checks.Proof
		limit float64
		want  bool
	}{{checks.ProofShape, 0.02, false}, {checks.ProofShape, 0.5, true}, {checks.ProofShape, 0, true}, {checks.ProofRoundTrip, 0.02, true}} {
		r.Check = eraser{"删去的话", tc.proof}
		rule := r
		l, err := lint.New(c.Plus(&rule), lint.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, f, err := fixed(t, l, src, lint.Policy{MaxRemovedProse: tc.limit})
		if done := got != src; err != nil || done != tc.want || !tc.want && len(f.Refused) == 0 {
			t.Errorf("%v limit %v: changed %v, refused %v, err %v", tc.proof, tc.limit, done, f.Refused, err)
		}
	}
}

// A furniture certificate speaks of whole lines; on part of a line it is worth nothing.
func TestFurnitureIsWholeLines(t *testing.T) {
	c, err := (&rules.Catalogue{}).With(fstest.MapFS{"x/a.toml": {Data: []byte(head + swap("无", "有"))}}, "")
	if err != nil {
		t.Fatal(err)
	}
	r := *c.Rule("x/a")
	r.ID, r.Fix, r.Check = "x/e", rules.FixSafe, eraser{"页脚", checks.ProofFurniture}
	l, err := lint.New(c.Plus(&r), lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for src, want := range map[string]rules.Ceiling{"正文页脚\n": rules.FixUnsafe, "页脚\n": rules.FixUnsafe, "正文\n页脚": rules.FixSafe} {
		fs := l.Lint(document.New("a.txt", codec.FromString(src)), &lint.Worker{}).Findings
		if len(fs) != 1 || fs[0].Fix.Safety != want {
			t.Errorf("%q: safety %v, want %v", src, fs[0].Fix.Safety, want)
		}
	}
}

// The death of one check is reported and takes no other with it.
func TestPanicIsReported(t *testing.T) {
	c, err := (&rules.Catalogue{}).With(fstest.MapFS{"x/a.toml": {Data: []byte(head + swap("坏", "好"))}}, "")
	if err != nil {
		t.Fatal(err)
	}
	r := *c.Rule("x/a")
	r.ID, r.Check = "x/p", dying{}
	for _, r.Phase = range []checks.Phase{checks.PhaseInline, checks.PhaseRepair} { // repair rules look before the others, and once
		l, err := lint.New(c.Plus(&r), lint.Options{})
		if err != nil {
			t.Fatal(err)
		}
		res := l.Lint(document.New("a.txt", codec.FromString("坏")), &lint.Worker{})
		if len(res.Findings) != 1 || len(res.Panics) != 1 || res.Panics[0].Rule.ID != "x/p" {
			t.Errorf("phase %v: findings %d, panics %+v", r.Phase, len(res.Findings), res.Panics)
		}
	}
}

type dying struct{}

func (dying) Trigger() scan.Trigger { return scan.Trigger{Document: true} }
func (dying) Run(*document.Document, []scan.Hit) []checks.Match {
	var e text.Edits
	_ = e[3]
	return nil
}

// An error that held the place before, in other words, is not a new one: the fix inside it goes through.
func TestErrorThatStoodThereIsNotNew(t *testing.T) {
	l := linter(t, map[string]string{
		"x/a": swap("甲", "乙"),
		"x/b": "kind = \"pattern\"\n[params]\npattern = '页脚.*'\nanchors = ['页脚']\n",
	})
	if got, f, err := fixed(t, l, "正文\n页脚：甲市", lint.Policy{Unsafe: true}); err != nil || got != "正文\n页脚：乙市" {
		t.Errorf("made %q, refused %v, err %v", got, f.Refused, err)
	}
}
