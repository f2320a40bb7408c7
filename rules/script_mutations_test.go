package rules_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// mutation damages the text around one site in the way that a rule of script/ is to find.
type mutation struct {
	name, rule string
	site       *regexp.Regexp
	damage     func(r *rand.Rand, site string) string
}

func swap(from, to string) func(*rand.Rand, string) string {
	return func(_ *rand.Rand, s string) string { return strings.Replace(s, from, to, 1) }
}

var scriptMutations = []mutation{
	{"closing quote lost", "unbalanced-pair", regexp.MustCompile(`“[^“”]{2,30}”`), swap("”", "")},
	{"opening quote lost", "unbalanced-pair", regexp.MustCompile(`“[^“”]{2,30}”`), swap("“", "")},
	{"closing bracket lost", "unbalanced-pair", regexp.MustCompile(`\p{Han}（[^（）\n]{2,30}）`), swap("）", "")},
	{"quote too many", "unbalanced-pair", regexp.MustCompile(`\p{Han}{4}“[^“”]{2,30}”`), func(_ *rand.Rand, s string) string { return "“" + s }},
	{"closing quote turned", "unbalanced-pair", regexp.MustCompile(`“[^“”。；]{2,30}”`), swap("”", "“")},
	{"bullet for interpunct", "bullet-as-interpunct", regexp.MustCompile(`\p{Han}·\p{Han}`), swap("·", "•")},
	{"space behind a stop", "space-between-han", regexp.MustCompile(`\p{Han}。\p{Han}{4}`), swap("。", "。 ")},
	{"space before a comma", "space-between-han", regexp.MustCompile(`\p{Han}，\p{Han}{2}`), swap("，", " ，")},
	{"space inside a sentence", "space-between-han", regexp.MustCompile(`，\p{Han}{9,}，`), func(r *rand.Rand, s string) string {
		rs := []rune(s)
		k := 3 + r.IntN(len(rs)-6)
		return string(rs[:k]) + " " + string(rs[k:])
	}},
	{"letter in a number", "homoglyph", regexp.MustCompile(`[1-9]0[0-9]*[年%万亿个项]`), swap("0", "O")},
	{"Cyrillic in a word", "homoglyph", regexp.MustCompile(`[A-Z]{2,}[A-Z]`), func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("A", "А", "C", "С", "P", "Р", "T", "Т").Replace(s)
	}},
	{"doubled stop", "doubled-punctuation", regexp.MustCompile(`\p{Han}[。、；]`), func(_ *rand.Rand, s string) string { return s + string([]rune(s)[1]) }},
	{"half-width comma", "width-minority", regexp.MustCompile(`\p{Han}，\p{Han}`), swap("，", ",")},
	{"half-width bracket", "width-minority", regexp.MustCompile(`（\p{Han}{2,20}）`), swap("）", ")")},
	{"full-width number", "fullwidth-alphanumeric", regexp.MustCompile(`\p{Han}[0-9]+\p{Han}`), func(_ *rand.Rand, s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r + 0xFEE0
			}
			return r
		}, s)
	}},
	{"traditional character", "traditional-in-simplified", regexp.MustCompile(`[发经济业产实国务学会]`), func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("发", "發", "经", "經", "济", "濟", "业", "業", "产", "產", "实", "實", "国", "國", "务", "務", "学", "學", "会", "會").Replace(s)
	}},
	{"pinyin for a character", "pinyin-inside-word", regexp.MustCompile(`\p{Han}[府市区]\p{Han}`), func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("府", "fǔ", "市", "shì", "区", "qū").Replace(s)
	}},
	{"kana for a character", "stray-kana-or-bopomofo", regexp.MustCompile(`\p{Han}[工力口]\p{Han}`), func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("工", "エ", "力", "カ", "口", "ロ").Replace(s)
	}},
	{"hyphens for a dash", "ascii-dash", regexp.MustCompile(`——[\p{Han}0-9]`), swap("——", "--")},
	{"straight quotes", "quote-minority", regexp.MustCompile(`“\p{Han}{2,10}”`), func(_ *rand.Rand, s string) string {
		return strings.NewReplacer("“", `"`, "”", `"`).Replace(s)
	}},
	{"mark at a line start", "mark-at-line-start", regexp.MustCompile(`\p{Han}，\p{Han}{9}`), swap("，", "\n，")},
	{"letter for 〇", "zero-in-han-numeral", regexp.MustCompile(`二〇[〇一二三四五六七八九]{2}年`), swap("〇", "O")},
	{"owner lost", "orphan-possessive", regexp.MustCompile(`\b(of|on|in|by|with) [A-Z][a-z]+'s [a-z]+`), func(_ *rand.Rand, s string) string {
		i := strings.Index(s, "'s")
		return s[:strings.LastIndex(s[:i], " ")+1] + s[i:]
	}},
	{"article doubled", "doubled-article", regexp.MustCompile(` the [A-Z]`), func(_ *rand.Rand, s string) string { return ` the "the ` + s[len(s)-1:] }},
	{"pair collapsed", "collapsed-pair", regexp.MustCompile(`\b[a-z]{5,} and [a-z]{5,}[,.;]`), func(_ *rand.Rand, s string) string {
		first, rest, _ := strings.Cut(s, " and ")
		return first + " and " + first + rest[len(rest)-1:]
	}},
	{"capital behind a comma", "capital-inside-sentence", regexp.MustCompile(`[a-z]{3,}, (improve|promote|strengthen|develop|increase|accelerate|we|the|this) [a-z]`), func(_ *rand.Rand, s string) string {
		i := strings.Index(s, ", ") + 2
		return s[:i] + strings.ToUpper(s[i:i+1]) + s[i+1:]
	}},
}

// TestScriptMutations damages clean reports at one random site a time and asks for the finding there, for silence elsewhere,
// and for no safe repair that is wrong. With -v it prints the figures of docs/script.md; CLEAN names a folder of further clean reports.
func TestScriptMutations(t *testing.T) {
	var texts []string
	for _, p := range []string{"../fixtures/clean/*-202?.txt", "../fixtures/clean/english*.txt", os.Getenv("CLEAN") + "/*.txt"} {
		files, _ := filepath.Glob(p)
		for _, f := range files {
			if b, err := os.ReadFile(f); err == nil {
				texts = append(texts, string(b))
			}
		}
	}
	l, err := lint.New(builtin(t), lint.Options{Reported: func(r *rules.Rule) bool { return r.Family == "script" && !r.Preview }})
	if err != nil {
		t.Fatal(err)
	}
	trials := 20
	if testing.Short() {
		trials = 3
	}
	r := rand.New(rand.NewPCG(1, 2))
	var all, seen, elsewhere, restored int
	for _, m := range scriptMutations {
		n, found, other, exact := 0, 0, 0, 0
		for range trials {
			var s string
			var sites [][]int
			for _, k := range r.Perm(len(texts)) {
				if s, sites = texts[k], m.site.FindAllStringIndex(texts[k], -1); len(sites) > 0 {
					break
				}
			}
			if len(sites) == 0 {
				continue
			}
			at := sites[r.IntN(len(sites))]
			bad := s[:at[0]] + m.damage(r, s[at[0]:at[1]]) + s[at[1]:]
			if bad == s {
				continue
			}
			n++
			end := at[1] + len(bad) - len(s)
			hit := false
			for _, f := range run(t, l, bad) {
				for _, p := range f.Places {
					if p.Span.Start <= end+8 && at[0]-8 <= p.Span.End {
						hit = hit || f.Rule.Slug == m.rule
					} else {
						other++
					}
				}
			}
			if hit {
				found++
			} else if testing.Verbose() {
				t.Logf("missed: %s: %q", m.name, bad[at[0]:end])
			}
			if fixed, err := l.Fix("x.txt", codec.FromString(bad), lint.Policy{}, &lint.Worker{}); err == nil {
				if got := fixed.Edits.Apply(bad); got != bad && got != s {
					t.Errorf("%s: a safe repair of %q is wrong", m.name, bad[at[0]:end])
				}
			}
			if fixed, err := l.Fix("x.txt", codec.FromString(bad), lint.Policy{Unsafe: true}, &lint.Worker{}); err == nil && fixed.Edits.Apply(bad) == s {
				exact++
			}
		}
		all, seen, elsewhere, restored = all+n, seen+found, elsewhere+other, restored+exact
		t.Logf("%-26s %-26s %4d damaged %4d found %4d elsewhere %4d restored", m.name, m.rule, n, found, other, exact)
	}
	t.Logf("all: %d damaged, %d found, %d places elsewhere, %d restored by unsafe repairs", all, seen, elsewhere, restored)
	if all < 40 || seen*10 < all*8 || elsewhere*50 > all {
		t.Errorf("%d damaged, %d found, %d places elsewhere", all, seen, elsewhere)
	}
}

// FuzzScriptFix: whatever the text, no rule of script/ panics, and what its repairs leave they leave alone.
func FuzzScriptFix(f *testing.F) {
	for _, s := range []string{"“甲“乙”", "((((（（）", "8•20 • ", "。。，， 发展。 一", "a \"the b and b, 's x", "２０１０ 二0一0", "--年\n，继续", "发展經濟ㄅア한", "\"\"\"'’‘", "2 +2+ 2"} {
		f.Add(s)
	}
	l, err := lint.New(builtin(f), lint.Options{Reported: func(r *rules.Rule) bool { return r.Family == "script" }})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		run(t, l, s)
		for _, unsafe := range []bool{false, true} {
			once := fix(t, l, s, unsafe)
			if twice := fix(t, l, once, unsafe); twice != once {
				t.Errorf("unsafe=%v: %q becomes %q, then %q", unsafe, s, once, twice)
			}
		}
	})
}
