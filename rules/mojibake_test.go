package rules_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// damaged is a text that knows, for every offset, which byte of the original it came from.
type damaged struct {
	text string
	from []int // by offset of text, and one for its end
}

func sound(s string) damaged {
	d := damaged{text: s}
	for i := 0; i <= len(s); i++ {
		d.from = append(d.from, i)
	}
	return d
}

// builder writes damaged text rune by rune.
type builder struct {
	strings.Builder
	from []int
}

func (b *builder) put(r rune, at int) {
	for range utf8.RuneLen(r) {
		b.from = append(b.from, at)
	}
	b.WriteRune(r)
}

func (b *builder) done(end int) damaged { return damaged{b.String(), append(b.from, end)} }

// route is one way to damage a span.
type route struct {
	name   string
	damage func(damaged, *rand.Rand) damaged
	texts  func(string) bool // which fixtures it can damage
	safe   bool              // whether its repairs may be certain
}

func charsetRoute(name string, layers int, texts func(string) bool, cms ...*charmap.Charmap) route {
	return route{name, func(d damaged, _ *rand.Rand) damaged {
		for k := range layers {
			cm := cms[k%len(cms)]
			var b builder
			for i := 0; i < len(d.text); i++ {
				r := cm.DecodeByte(d.text[i])
				if r == utf8.RuneError {
					r = rune(d.text[i]) // as browsers have it
				}
				b.put(r, d.from[i])
			}
			d = b.done(d.from[len(d.text)])
		}
		return d
	}, texts, true}
}

// asPairs reads bytes as GBK; what has no partner becomes a question mark.
func asPairs(raw []byte, from []int) damaged {
	var b builder
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c < 0x80:
			b.put(rune(c), from[i])
		case c == 0x80:
			b.put('€', from[i])
		case i+1 < len(raw) && codec.DecodeGBK(c, raw[i+1]) >= 0:
			b.put(codec.DecodeGBK(c, raw[i+1]), from[i])
			i++
		default:
			b.put('?', from[i])
		}
	}
	return b.done(from[len(raw)])
}

// inGBK is the text in GBK with the origin of each byte.
func inGBK(d damaged) (raw []byte, from []int) {
	for i, r := range d.text {
		n := len(raw)
		raw, _ = codec.AppendGBK(raw, r)
		for range len(raw) - n {
			from = append(from, d.from[i])
		}
	}
	return raw, append(from, d.from[len(d.text)])
}

// Which fixtures a route can damage: named, so that the table does not change with every new fixture.
func chinese(name string) bool {
	return name == "dalian-2022.txt" || name == "shahekou-2023.txt" || name == "yingkou-2024.txt"
}
func western(name string) bool {
	return name == "french-report.txt" || name == "german-report.txt" || name == "turkish-report.txt"
}
func russian(name string) bool { return name == "russian-report.txt" }

func routes() []route {
	return []route{
		{"UTF-8 → GBK", func(d damaged, _ *rand.Rand) damaged { return asPairs([]byte(d.text), d.from) }, chinese, true},
		{"GBK → Latin-1", func(d damaged, _ *rand.Rand) damaged {
			raw, from := inGBK(d)
			var b builder
			for i, c := range raw {
				b.put(rune(c), from[i])
			}
			return b.done(from[len(raw)])
		}, chinese, true},
		{"GBK, one byte lost", func(d damaged, r *rand.Rand) damaged {
			raw, from := inGBK(d)
			k := r.IntN(max(1, len(raw)/4))
			return asPairs(append(raw[:k:k], raw[min(k+1, len(raw)):]...), append(from[:k:k], from[min(k+1, len(raw)):]...))
		}, chinese, false},
		charsetRoute("UTF-8 → 1252", 1, chinese, charmap.Windows1252),
		charsetRoute("UTF-8 → 1252, twice", 2, chinese, charmap.Windows1252),
		charsetRoute("UTF-8 → 1252, three times", 3, chinese, charmap.Windows1252),
		charsetRoute("UTF-8 → Mac OS Roman", 1, chinese, charmap.Macintosh),
		charsetRoute("UTF-8 → cp437", 1, chinese, charmap.CodePage437),
		charsetRoute("UTF-8 → 1251", 1, chinese, charmap.Windows1251),
		charsetRoute("UTF-8 → 1252 (Western)", 1, western, charmap.Windows1252),
		charsetRoute("UTF-8 → 1252, twice (Western)", 2, western, charmap.Windows1252),
		charsetRoute("UTF-8 → 1250 (Western)", 1, western, charmap.Windows1250),
		charsetRoute("UTF-8 → 1254 (Western)", 1, western, charmap.Windows1254),
		charsetRoute("UTF-8 → 1257 (Western)", 1, western, charmap.Windows1257),
		charsetRoute("UTF-8 → Mac OS Roman (Western)", 1, western, charmap.Macintosh),
		charsetRoute("UTF-8 → cp437 (Western)", 1, western, charmap.CodePage437),
		charsetRoute("UTF-8 → 1252 (Russian)", 1, russian, charmap.Windows1252),
		charsetRoute("UTF-8 → 1251 (Russian)", 1, russian, charmap.Windows1251),
		charsetRoute("UTF-8 → 1252, then 1250 (Western)", 2, western, charmap.Windows1252, charmap.Windows1250),
	}
}

// outcome counts what became of damaged spans.
type outcome struct{ spans, exact, proposed, flagged, missed, wrong int }

// TestMojibakeMutation damages random spans of clean text by every route, repairs the document, and compares: a safe repair that
// gives anything but the original is the one outcome that may not be. The table is docs/encoding.md; -update writes it.
func TestMojibakeMutation(t *testing.T) {
	c := builtin(t)
	l, err := lint.New(c, lint.Options{Reported: func(r *rules.Rule) bool { return r.Family == "encoding" && r.Default && !r.Preview }})
	if err != nil {
		t.Fatal(err)
	}
	spans := 200
	if testing.Short() {
		spans = 40
	}
	var rows []string
	for _, rt := range routes() {
		o := mutate(t, l, rt, spans)
		if o.wrong > 0 {
			t.Errorf("%s: %d safe repairs are wrong", rt.name, o.wrong)
		}
		if rt.safe && 10*(o.exact+o.proposed) < 3*o.spans {
			t.Errorf("%s: only %+v", rt.name, o)
		}
		rows = append(rows, fmt.Sprintf("| %s | %d | %d | %d | %d | %d | %d |", rt.name, o.spans, o.exact, o.proposed, o.flagged, o.missed, o.wrong))
	}
	table := strings.Join(rows, "\n") + "\n"
	t.Logf("route, spans, exact, proposed, flagged, missed, wrong\n%s", table)
	if testing.Short() {
		return
	}
	for _, path := range []string{"../docs/encoding.md", "../docs/encoding.zh.md"} {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		const begin, end = "<!-- mutation table -->\n", "<!-- end of table -->"
		head, rest, ok := strings.Cut(string(raw), begin)
		_, tail, ok2 := strings.Cut(rest, end)
		if !ok || !ok2 {
			t.Fatalf("%s has no table", path)
		}
		titles := strings.SplitAfterN(rest, "\n", 3)
		want := head + begin + titles[0] + titles[1] + table + end + tail
		if want == string(raw) {
			continue
		}
		if !*update {
			t.Errorf("%s is not current: go test ./rules -run TestMojibakeMutation -update", path)
		} else if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Error(err)
		}
	}
}

func mutate(t *testing.T, l *lint.Linter, rt route, spans int) outcome {
	var lines [][]string
	files, _ := filepath.Glob("../fixtures/clean/*.txt")
	for _, f := range files {
		if raw, err := os.ReadFile(f); err == nil && rt.texts(filepath.Base(f)) {
			lines = append(lines, strings.Split(string(raw), "\n"))
		}
	}
	if len(lines) == 0 {
		t.Fatalf("%s: no text to damage", rt.name)
	}
	var o outcome
	rnd := rand.New(rand.NewPCG(20260101, uint64(len(rt.name))))
	for o.spans < spans {
		ls := lines[rnd.IntN(len(lines))]
		at := rnd.IntN(len(ls))
		window := ls[max(0, at-2):min(len(ls), at+3)]
		at = min(2, at)
		rs := []rune(window[at])
		if len(rs) < 12 {
			continue
		}
		from, to := 0, len(rs)
		if rnd.IntN(2) == 0 { // a span inside the line
			from = rnd.IntN(len(rs) - 8)
			to = min(len(rs), from+8+rnd.IntN(40))
		}
		before, span, after := strings.Join(window[:at], "\n")+"\n"+string(rs[:from]), string(rs[from:to]), string(rs[to:])+"\n"+strings.Join(window[at+1:], "\n")+"\n"
		if at == 0 {
			before = string(rs[:from])
		}
		d := rt.damage(sound(span), rnd)
		if d.text == span {
			continue
		}
		o.spans++
		o.judge(t, l, before, span, after, d, rt)
	}
	return o
}

func (o *outcome) judge(t *testing.T, l *lint.Linter, before, span, after string, d damaged, rt route) {
	original, src := before+span+after, before+d.text+after
	origin := func(i int) int {
		switch {
		case i < len(before):
			return i
		case i <= len(before)+len(d.text):
			return len(before) + d.from[i-len(before)]
		}
		return i - len(d.text) + len(span)
	}
	safe, err := l.Fix("x.txt", codec.FromString(src), lint.Policy{}, &lint.Worker{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range safe.Edits {
		if want := original[origin(e.Span.Start):origin(e.Span.End)]; e.New != want {
			o.wrong++
			t.Logf("%s: %q became %q, was %q in %q", rt.name, e.Span.Of(src), e.New, want, d.text)
			return
		}
	}
	if safe.Edits.Apply(src) == original {
		o.exact++
		return
	}
	all, err := l.Fix("x.txt", codec.FromString(src), lint.Policy{Unsafe: true}, &lint.Worker{})
	if err != nil {
		t.Fatal(err)
	}
	if all.Edits.Apply(src) == original {
		o.proposed++
		return
	}
	for _, f := range l.Lint(document.New("x.txt", codec.FromString(src)), &lint.Worker{}).Findings {
		for _, p := range f.Places {
			if p.Span.Start < len(before)+len(d.text) && len(before) < p.Span.End {
				o.flagged++
				if os.Getenv("SHOW_FLAGGED") != "" {
					t.Logf("%s: flagged %q\n left as %q\n for %q", rt.name, d.text, all.Edits.Apply(src), span)
				}
				return
			}
		}
	}
	o.missed++
	if os.Getenv("SHOW_MISSED") != "" {
		t.Logf("%s: missed %q for %q", rt.name, d.text, span)
	}
}
