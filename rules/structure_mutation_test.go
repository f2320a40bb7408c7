package rules_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

var (
	mutationDir  = flag.String("mutate", "../fixtures/clean", "folder of clean texts for TestStructureMutations")
	mutationSeed = flag.Uint64("seed", 1, "seed of TestStructureMutations")
)

// scarring damages the shape of a clean text. It returns the damaged text and the byte ranges of the damage; ok is false where
// the text offers no place for it.
type scarring struct {
	name   string
	rules  []string // any of them finds it
	least  float64  // share of the damage that must be found
	back   float64  // share of the damaged texts or places that the repairs must restore exactly; 0: not asked
	damage func(r *rand.Rand, lines []string) (out string, at [][2]int, ok bool)
}

func wide(s string) int { return utf8.RuneCountInString(s) }

func isHeading(s string) bool {
	s = strings.TrimLeft(s, " 　")
	i := strings.IndexAny(s, "、）)")
	return i > 0 && i <= 12 && strings.Trim(strings.TrimLeft(s[:i], "（("), "一二三四五六七八九十") == "" && wide(s) < 40
}

func proseLine(s string) bool { return wide(s) >= 60 && strings.HasSuffix(strings.TrimSpace(s), "。") }

// pickLine chooses a line that fits, never the first.
func pickLine(r *rand.Rand, lines []string, fits func(i int) bool) (int, bool) {
	var all []int
	for i := 1; i < len(lines); i++ {
		if fits(i) {
			all = append(all, i)
		}
	}
	if len(all) == 0 {
		return 0, false
	}
	return all[r.IntN(len(all))], true
}

// joinAt writes the lines with glue instead of the break before line i.
func joinAt(lines []string, i int, glue string) (string, [][2]int) {
	head := strings.Join(lines[:i], "\n")
	return head + glue + strings.TrimLeft(strings.Join(lines[i:], "\n"), " 　"), [][2]int{{len(head), len(head) + len(glue) + 3}}
}

var scarrings = []scarring{
	{"heading joined to the paragraph above", []string{"structure/heading-run-in"}, 0.9, 0.9, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		i, ok := pickLine(r, l, func(i int) bool { return isHeading(l[i]) && proseLine(l[i-1]) })
		if !ok {
			return "", nil, false
		}
		s, at := joinAt(l, i, "")
		return s, at, true
	}},
	{"heading joined to its text", []string{"structure/heading-run-in"}, 0.75, 0, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		i, ok := pickLine(r, l, func(i int) bool { return isHeading(l[i-1]) && wide(l[i]) >= 60 })
		if !ok {
			return "", nil, false
		}
		s, at := joinAt(l, i, "")
		at[0][0] -= 12
		return s, at, true
	}},
	{"a space for the break before a heading", []string{"structure/break-as-space"}, 0.95, 0.95, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		i, ok := pickLine(r, l, func(i int) bool { return isHeading(l[i]) && proseLine(l[i-1]) })
		if !ok {
			return "", nil, false
		}
		s, at := joinAt(l, i, " ")
		return s, at, true
	}},
	{"spaces for all breaks", []string{"structure/break-as-space", "structure/title-run-in", "structure/collapsed-paragraphs"}, 0.95, 0, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		return joinAll(l, " ")
	}},
	{"spaces for a third of the breaks", []string{"structure/break-as-space", "structure/title-run-in"}, 0.9, 0, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		if text := strings.Join(l, ""); strings.Count(text, "。") < 2*len(l) {
			return "", nil, false // one sentence a line: nothing tells the lost breaks from a habit
		}
		var b strings.Builder
		var at [][2]int
		for i, s := range l {
			switch {
			case i == 0:
			case r.IntN(3) == 0 && wide(l[i-1]) > 0 && wide(s) > 0:
				at = append(at, [2]int{b.Len(), b.Len() + 4})
				b.WriteString(" " + strings.TrimLeft(s, " 　"))
				continue
			default:
				b.WriteString("\n")
			}
			b.WriteString(s)
		}
		return b.String() + "\n", at, len(at) >= 6
	}},
	{"all breaks lost", []string{"structure/collapsed-paragraphs"}, 0.95, 0, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		return joinAll(l, "")
	}},
	{"a space before a numeral inside a word", []string{"structure/split-word"}, 0.95, 0.95, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		return splitNumeral(r, strings.Join(l, "\n"))
	}},
	{"paragraphs wrapped at 40 characters", []string{"structure/hard-wrapped"}, 0.9, 0, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		return wrapAll(l, 40)
	}},
	{"a paragraph repeated further down", []string{"structure/repeated-paragraph"}, 0.95, 0.95, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		i, ok := pickLine(r, l, func(i int) bool { return wide(l[i]) >= 80 })
		if !ok {
			return "", nil, false
		}
		k := min(len(l), i+1+r.IntN(5))
		head := strings.Join(append(append([]string{}, l[:k]...), l[i]), "\n")
		return head + "\n" + strings.Join(l[k:], "\n"), [][2]int{{len(head) - len(l[i]), len(head)}}, true
	}},
	{"cut inside a sentence", []string{"structure/truncated-text"}, 0.85, 0, func(r *rand.Rand, l []string) (string, [][2]int, bool) {
		i, ok := pickLine(r, l, func(i int) bool { return i > len(l)/3 && proseLine(l[i]) })
		if !ok {
			return "", nil, false
		}
		t := []rune(l[i])
		cut := strings.TrimRight(string(t[:20+r.IntN(len(t)-25)]), "。，；：、！？”")
		s := strings.Join(append(append([]string{}, l[:i]...), cut), "\n") + "\n"
		return s, [][2]int{{len(s) - len(cut), len(s)}}, true
	}},
}

// joinAll puts glue for every break between lines of text; what must be found are the breaks before numbered headings.
func joinAll(l []string, glue string) (string, [][2]int, bool) {
	var b strings.Builder
	var at [][2]int
	for i, s := range l {
		if i > 0 {
			if isHeading(s) {
				at = append(at, [2]int{b.Len(), b.Len() + len(glue) + 3})
			}
			b.WriteString(glue)
		}
		b.WriteString(strings.TrimSpace(strings.Trim(s, "　")))
	}
	b.WriteString("\n")
	return b.String(), at, len(at) >= 3
}

// splitNumeral puts a space into one of the words 统一、 第一、 一、二期 that stand in the text.
func splitNumeral(r *rand.Rand, s string) (string, [][2]int, bool) {
	var all []int
	for _, w := range []string{"统一", "第一", "唯一", "之一", "专一", "第二", "第三"} {
		for from := 0; ; {
			i := strings.Index(s[from:], w)
			if i < 0 {
				break
			}
			if end := from + i + 6; end < len(s) && s[end] != '\n' {
				all = append(all, from+i+3)
			}
			from += i + 6
		}
	}
	if len(all) == 0 {
		return "", nil, false
	}
	i := all[r.IntN(len(all))]
	return s[:i] + " " + s[i:], [][2]int{{i - 3, i + 4}}, true
}

func wrapAll(l []string, width int) (string, [][2]int, bool) {
	var out []string
	at, n := [][2]int{}, 0
	for _, s := range l {
		t := []rune(s)
		for len(t) > width {
			out, n = append(out, string(t[:width])), n+len(string(t[:width]))+1
			at = append(at, [2]int{n - 2, n})
			t = t[width:]
		}
		out, n = append(out, string(t)), n+len(string(t))+1
	}
	return strings.Join(out, "\n") + "\n", at, len(at) >= 10
}

// TestStructureMutations damages clean texts in known ways and counts what is found and what the repairs bring back.
func TestStructureMutations(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(*mutationDir, "*.txt"))
	c := builtin(t)
	l, err := lint.New(c, lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	only, err := lint.New(c, lint.Options{Reported: func(r *rules.Rule) bool { return r.Family == "structure" }})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range scarrings {
		texts, places, found, restored := 0, 0, 0, 0
		for _, path := range files {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			clean := strings.TrimSpace(strings.ReplaceAll(string(raw), "\r", "")) + "\n"
			lines := strings.Split(strings.TrimSuffix(clean, "\n"), "\n")
			if prose := slices.DeleteFunc(slices.Clone(lines), func(x string) bool { return !proseLine(x) }); len(prose) < 15 {
				continue // no report
			}
			r := rand.New(rand.NewPCG(*mutationSeed, uint64(len(path))))
			for range 10 {
				s, at, ok := m.damage(r, lines)
				if !ok {
					break
				}
				if !strings.HasSuffix(s, "\n") {
					s += "\n"
				}
				texts++
				places += len(at)
				for _, a := range at {
					if struck(l, s, a, m.rules) {
						found++
					} else if testing.Verbose() {
						t.Logf("%s: %s: missed %q", m.name, filepath.Base(path), s[max(0, a[0]-30):min(len(s), a[1]+30)])
					}
				}
				if m.back > 0 {
					if fixed, err := only.Fix("a.txt", codec.FromString(s), lint.Policy{Unsafe: true}, &lint.Worker{}); err == nil && fixed.Edits.Apply(s) == clean {
						restored++
					}
				}
				if len(at) > 3 {
					break // the whole text is damaged: once is enough
				}
			}
		}
		if texts == 0 {
			continue
		}
		row := fmt.Sprintf("%-42s %4d texts %5d places, found %.3f", m.name, texts, places, float64(found)/float64(places))
		if m.back > 0 {
			row += fmt.Sprintf(", restored %.3f", float64(restored)/float64(texts))
		}
		t.Log(row)
		if float64(found) < m.least*float64(places) || float64(restored) < m.back*float64(texts) {
			t.Errorf("%s: below the floor of %.2f found, %.2f restored", m.name, m.least, m.back)
		}
	}
}

var lastText string
var lastFound []lint.Finding

// struck reports whether a finding of one of the rules has a place on the damage.
func struck(l *lint.Linter, s string, at [2]int, ids []string) bool {
	if s != lastText {
		lastText, lastFound = s, l.Lint(document.New("a.txt", codec.FromString(s)), &lint.Worker{}).Findings
	}
	for _, f := range lastFound {
		for _, id := range ids {
			if f.Rule.ID != id {
				continue
			}
			for _, p := range f.Places {
				if p.Span.Start < at[1] && at[0] < p.Span.End {
					return true
				}
			}
		}
	}
	return false
}
