package ads

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// spam draws lines and sentences from the words of the list, trade by trade.
type spam struct {
	r      *rand.Rand
	trades []string
	words  map[string][]string // by section
}

// heldOut tells of a third of the words that name a trade that the checks of the test shall not know them.
func heldOut(w string) bool {
	h := fnv.New32a()
	h.Write([]byte(w))
	return h.Sum32()%3 == 0
}

// known is the list without the words held out, and the words by section.
func known(t *testing.T, hold bool) (list string, words map[string][]string, trades []string) {
	raw, err := os.ReadFile("../../rules/ads/trades.txt")
	if err != nil {
		t.Fatal(err)
	}
	words = map[string][]string{}
	section := ""
	var kept []string
	for _, l := range strings.Split(string(raw), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		if l[0] == '[' {
			section = strings.Trim(l, "[]")
			if trade, ok := strings.CutSuffix(section, " term"); ok {
				trades = append(trades, trade)
			}
		} else {
			words[section] = append(words[section], l)
			if named := strings.HasSuffix(section, " term") || strings.HasSuffix(section, " hint"); hold && named && heldOut(l) {
				continue
			}
		}
		kept = append(kept, l)
	}
	return strings.Join(kept, "\n"), words, trades
}

// pick draws a word of a section in the script asked for; "" if it has none.
func (g *spam) pick(section string, latin, out bool) string {
	for range 200 {
		ws := g.words[section]
		if len(ws) == 0 {
			return ""
		}
		w := ws[g.r.IntN(len(ws))]
		if first, _ := utf8.DecodeRuneInString(w); latin == (first < utf8.RuneSelf) && latin == isASCIIWord(w) && (!out || heldOut(w)) {
			return w
		}
	}
	return ""
}

func isASCIIWord(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

func (g *spam) account() string {
	n := g.r.IntN(900000) + 100000
	return []string{fmt.Sprintf("微信abc%d", n), fmt.Sprintf("QQ：%d88", n), fmt.Sprintf("电话138%08d", n), fmt.Sprintf("Telegram @hx%d", n)}[g.r.IntN(4)]
}

// line draws a line: two or three chunks of one trade, with what such lines are dressed with. out asks for words held out.
func (g *spam) line(latin, out bool) string {
	trade := g.trades[g.r.IntN(len(g.trades))]
	var chunks []string
	for range 2 + g.r.IntN(2) {
		w := g.pick(trade+" term", latin, out)
		if g.r.IntN(4) == 0 {
			w = g.pick(trade+" hint", latin, out)
		}
		if w == "" {
			return ""
		}
		chunks = append(chunks, w)
	}
	dress := []string{"lure", "sell", "door"}[g.r.IntN(3)]
	chunks = append(chunks, g.pick(dress, latin, false))
	if g.r.IntN(2) == 0 {
		if latin {
			chunks = append(chunks, fmt.Sprintf("www.%s%d.top", []string{"fast", "lucky", "top"}[g.r.IntN(3)], g.r.IntN(900)+100))
		} else {
			chunks = append(chunks, g.account())
		}
	}
	return strings.Join(chunks, []string{" ", " ", ",", "_"}[g.r.IntN(4)])
}

// sentence draws a promotion of several clauses.
func (g *spam) sentence(out bool) string {
	trade := g.trades[g.r.IntN(len(g.trades))]
	w, lure := g.pick(trade+" term", false, out), g.pick("lure", false, false)
	if w == "" {
		return ""
	}
	switch g.r.IntN(3) {
	case 0:
		return fmt.Sprintf("%s请找我们，%s，%s。", w, lure, g.account())
	case 1:
		return fmt.Sprintf("%s，%s，联系%s。", lure, w, g.account())
	}
	return fmt.Sprintf("想要%s的朋友，%s，详情%s。", w, lure, g.account())
}

// spamChecks are the three checks that share the lexicon, over one pass.
type spamChecks struct {
	pass *scan.Program
	all  []checks.Check
}

func newSpamChecks(t *testing.T, list string) *spamChecks {
	p := checks.NewParams(nil, func(string) (string, error) { return list, nil })
	var c spamChecks
	for _, n := range []func(checks.Params) (checks.Check, error){newKeywordLine, newPromo, newContact} {
		check, err := n(p)
		if err != nil {
			t.Fatal(err)
		}
		c.all = append(c.all, check)
	}
	var err error
	if c.pass, err = scan.Compile([]scan.Trigger{c.all[0].Trigger()}); err != nil {
		t.Fatal(err)
	}
	return &c
}

func (c *spamChecks) find(s string) []text.Span {
	d := document.New("seeded.txt", codec.FromString(s))
	hits := c.pass.Run(s, nil).Hits(0)
	var out []text.Span
	for _, check := range c.all {
		for _, m := range check.Run(d, hits) {
			out = append(out, m.Places...)
		}
	}
	return out
}

// TestDrawnSpam puts lines and sentences drawn from a seed into clean reports and counts how many are found, how many of these as a
// whole, and that nothing else is. Held out means that the checks do not know a third of the words that name what is sold; unknown,
// that they know none of those on the line. SEEDED_VERBOSE=1 prints the misses.
func TestDrawnSpam(t *testing.T) {
	files, _ := filepath.Glob("../../fixtures/clean/*-20*.txt")
	var texts []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	if len(texts) < 3 {
		t.Fatalf("%d clean reports are too few", len(texts))
	}
	rounds := 300
	if testing.Short() {
		rounds = 60
	}
	for _, tc := range []struct {
		name            string
		sentence, latin bool
		hold, unknown   bool
		found           float64 // least share
	}{
		{name: "lines", found: 0.97},
		{name: "lines, held out", hold: true, found: 0.9},
		{name: "lines, unknown", hold: true, unknown: true, found: 0.48},
		{name: "English lines", latin: true, found: 0.94},
		{name: "English lines, held out", latin: true, hold: true, found: 0.84},
		{name: "sentences", sentence: true, found: 0.94},
		{name: "sentences, held out", sentence: true, hold: true, found: 0.78},
		{name: "sentences, unknown", sentence: true, hold: true, unknown: true, found: 0.5},
	} {
		t.Run(tc.name, func(t *testing.T) {
			list, words, trades := known(t, tc.hold)
			g := &spam{r: rand.New(rand.NewPCG(2026, 22)), trades: trades, words: words}
			c := newSpamChecks(t, list)
			put, found, whole := 0, 0, 0
			for n := 0; n < rounds; {
				ad := ""
				if tc.sentence {
					ad = g.sentence(tc.unknown)
				} else {
					ad = g.line(tc.latin, tc.unknown)
				}
				if ad == "" {
					continue
				}
				n++
				s, at := place(g.r, texts[n%len(texts)], ad, tc.sentence)
				put++
				hit, all := false, false
				for _, sp := range c.find(s) {
					if sp.End <= at.Start || at.End <= sp.Start {
						t.Errorf("%q is found for %q", sp.Of(s), ad)
						continue
					}
					hit = true
					all = all || sp.Start <= at.Start && at.End-sp.End <= len("。")
				}
				if hit {
					found++
				} else if os.Getenv("SEEDED_VERBOSE") != "" {
					t.Logf("    MISS %q", ad)
				}
				if all {
					whole++
				}
			}
			share := float64(found) / float64(put)
			t.Logf("put in %d, found %.3f, whole %.3f", put, share, float64(whole)/float64(put))
			least := tc.found
			if testing.Short() { // a few draws scatter more
				least -= 0.15
			}
			if share < least {
				t.Errorf("%.3f found, at least %.2f wanted", share, least)
			}
		})
	}
}

// place puts a line at the top, in the midst or at the end, a sentence as a paragraph, behind a sentence or behind a comma.
func place(r *rand.Rand, s, ad string, sentence bool) (string, text.Span) {
	at := 0
	switch k := r.IntN(3); {
	case sentence && k > 0:
		mark := []string{"。", "，"}[k-1]
		var ends []int
		for i := range s {
			if rest := s[i:]; strings.HasPrefix(rest, mark) && len(rest) > len(mark) && rest[len(mark)] >= 0xE4 && rest[len(mark)] <= 0xE9 {
				ends = append(ends, i+len(mark))
			}
		}
		at = ends[r.IntN(len(ends))]
	default:
		starts := []int{0}
		for i, c := range s {
			if c == '\n' {
				starts = append(starts, i+1)
			}
		}
		at = slices.Max(starts)
		if k < 2 {
			at = starts[r.IntN(len(starts))*k]
		}
		ad += "\n"
	}
	return s[:at] + ad + s[at:], text.Span{Start: at, End: at + len(strings.TrimSuffix(ad, "\n"))}
}
