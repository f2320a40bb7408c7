package scan

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// char is a character as the tests see it: decoded by package utf8, one at a time.
type char struct {
	at, end int
	fold    rune // -1 for an invalid byte
	class   Class
}

func chars(s string) []char {
	var out []char
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		c := char{i, i + n, Fold(r), ClassOf(r)}
		if r == utf8.RuneError && n == 1 {
			c.fold, c.class = -1, Invalid
		}
		out = append(out, c)
		i += n
	}
	return out
}

// naive answers for one trigger by trying everything everywhere.
func naive(s string, t Trigger) []Hit {
	cs := chars(s)
	var hits []Hit
	for i, c := range cs {
		index := 0
		for _, l := range t.Literals {
			rs := []rune(l)
			k := 0
			for k < len(rs) && i+k < len(cs) && cs[i+k].fold == Fold(rs[k]) {
				k++
			}
			if k == len(rs) {
				hits = append(hits, Hit{text.Span{Start: c.at, End: cs[i+k-1].end}, index})
			}
			index++
		}
		for _, k := range t.Classes {
			if c.class == k {
				hits = append(hits, Hit{text.Span{Start: c.at, End: c.end}, index})
			}
			index++
		}
		for _, ab := range t.Pairs {
			if i+1 < len(cs) && c.class == ab.A && cs[i+1].class == ab.B {
				hits = append(hits, Hit{text.Span{Start: c.at, End: cs[i+1].end}, index})
			}
			index++
		}
	}
	return hits
}

// compare holds Run against naive, with a buffer that has been used before, and returns the number of hits.
func compare(t *testing.T, b *Buffer, s string, ts []Trigger) int {
	t.Helper()
	p, err := Compile(ts)
	if err != nil {
		t.Fatal(err)
	}
	sc := p.Run(s, b)
	n := 0
	for i, tr := range ts {
		want := naive(s, tr)
		n += len(want)
		if got := sc.Hits(i); !slices.Equal(got, want) {
			t.Fatalf("text %q\ntrigger %+v\ngot  %v\nwant %v", s, tr, got, want)
		}
		if sc.Calls(i) != (tr.Document || len(want) > 0) {
			t.Fatalf("Calls(%d) = %v with %d hits", i, sc.Calls(i), len(want))
		}
	}
	var counts [NumClasses]int
	cs := chars(s)
	for _, c := range cs {
		counts[c.class]++
	}
	for c, k := range counts {
		if sc.Count(Class(c)) != k {
			t.Fatalf("text %q: Count(%d) = %d, want %d", s, c, sc.Count(Class(c)), k)
		}
	}
	if sc.Runes() != len(cs) {
		t.Fatalf("text %q: %d runes, want %d", s, sc.Runes(), len(cs))
	}
	return n
}

var everyPair = func() (ps []Pair) {
	for a := range NumClasses {
		for b := range NumClasses {
			ps = append(ps, Pair{a, b})
		}
	}
	return ps
}()

func TestRunPlaces(t *testing.T) {
	ts := []Trigger{
		{Literals: []string{"在线精品一区", "国产高清在线", "线精", "精", "icp备", "版權"}, Pairs: []Pair{{Han, Comma}, {Comma, Han}, {Han, Invalid}, {Invalid, Han}}},
		{Literals: []string{"线精", "𠀀国", "国𠀀", "😀", "\uFFFD"}, Classes: []Class{Invalid, Digit, Emoji}},
		{Document: true},
		{Pairs: everyPair},
	}
	var b Buffer
	total := 0
	for _, s := range []string{
		"", "国", "在线精品一区", "国产高清在线精品一区", "在在线在线精", "ICP备、\uFF29\uFF43\uFF30備", "版权版權版", "在线精\xE5\x93", "国\xE5\x9B", "\xE5",
		"国,国,，国", "\xFF国\xFF\xFF国", "\xED\xA0\x80国", "\xE0\x80\x80", "\xF4\x90\x80\x80", "𠀀国𠀀国", "国\xF0\xA0\x80", "😀精😀", "\uFFFD\xEF\xBF", "ab12 3",
		"à la é", "\uFEFF国\r\n\t国", "กขค", "\x00\x7F",
	} {
		total += compare(t, &b, s, ts)
	}
	if total < 140 {
		t.Errorf("only %d hits in all: the cases do not test much", total)
	}
}

// alphabet has few characters, so that literals overlap and share beginnings, of every length and kind that folds or breaks.
var alphabet = []string{"a", "A", "\uFF21", "b", "\uFF22", "B", "\u3000", "国", "國", "区", "區", "在", "线", "線", "，", ",", "é", "𠀀", "😀", "\xE5", "\x9B", "\xFF", "\uFFFD", "1", " "}

func randomText(r *rand.Rand, n int, valid bool) string {
	var b []byte
	for range n {
		s := alphabet[r.IntN(len(alphabet))]
		if valid && !utf8.ValidString(s) {
			continue
		}
		b = append(b, s...)
	}
	return string(b)
}

func randomTriggers(r *rand.Rand) []Trigger {
	ts := make([]Trigger, 1+r.IntN(4))
	for i := range ts {
		for range r.IntN(12) {
			if l := randomText(r, 1+r.IntN(7), true); l != "" {
				ts[i].Literals = append(ts[i].Literals, l)
			}
		}
		for range r.IntN(3) {
			ts[i].Classes = append(ts[i].Classes, Class(r.IntN(int(NumClasses))))
			ts[i].Pairs = append(ts[i].Pairs, everyPair[r.IntN(len(everyPair))], Pair{Han, Han})
		}
		ts[i].Document = len(ts[i].Literals)+len(ts[i].Classes) == 0
	}
	return ts
}

func TestRunIsNaiveSearch(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var b Buffer
	total := 0
	for range 300 {
		ts := randomTriggers(r)
		total += compare(t, &b, randomText(r, r.IntN(200), false), ts)
	}
	if total < 10000 {
		t.Errorf("only %d hits in all", total)
	}
}

// TestManyLiterals needs more numbers for runes than the matrix has.
func TestManyLiterals(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var ts [3]Trigger
	var s []rune
	for i := range 3 * (maxID + 100) {
		l := []rune{0x4E00 + rune(i), 0x6000 + rune(r.IntN(5000)), 0x20000 + rune(i%7)}[:2+i%2]
		ts[i%3].Literals = append(ts[i%3].Literals, string(l))
		s = append(s, l...)
		s = append(s, l[0], 0x6000+rune(r.IntN(5000)))
	}
	if n := compare(t, nil, string(s), ts[:]); n < 3*maxID {
		t.Errorf("%d hits", n)
	}
}

// TestGramCode: two runes of ASCII that fold alike look alike to the hash, and nothing beyond the basic plane folds to ASCII.
func TestGramCode(t *testing.T) {
	for c := range byte(utf8.RuneSelf) {
		if gramCode(c) != gramCode(byte(Fold(rune(c)))) {
			t.Errorf("%q and its fold have different codes", c)
		}
	}
	for r := rune(1 << 16); r <= utf8.MaxRune; r++ {
		if Fold(r) < utf8.RuneSelf {
			t.Errorf("%U folds to ASCII, and the table has no bit for it", r)
		}
	}
}

// TestWholeLiterals runs literals of ASCII in every dress, the short and the long.
func TestWholeLiterals(t *testing.T) {
	ts := []Trigger{{
		Literals: []string{"click here", "CLICK", "lick", "www", "http", "read more", "ad m", "icp备", "icp备案", "icpno"},
		Classes:  []Class{Space, WideSpace, Lower}, Pairs: []Pair{{Lower, Space}, {FullLetter, FullLetter}, {Lower, Lower}},
	}}
	s := "Click Here \uFF23\uFF4C\uFF49\uFF43\uFF4B\u3000\uFF28ere clicKhttpwwww READ\u3000MORE ICP备案 icpNo icp\u00E9no cl\xFFick 国click"
	if n := compare(t, nil, s, ts); n < 100 {
		t.Errorf("%d hits", n)
	}
}

// TestHitsOfOneStart: the index decides, not the length or the kind.
func TestHitsOfOneStart(t *testing.T) {
	var l []string
	for n := 40; n > 0; n-- {
		l = append(l, string(slices.Repeat([]rune{'国'}, n)))
	}
	ts := []Trigger{{Literals: l, Classes: []Class{Han}, Pairs: []Pair{{Han, Han}}}}
	if n := compare(t, nil, string(slices.Repeat([]rune("國"), 60)), ts); n < 60*20 {
		t.Errorf("%d hits", n)
	}
}

func TestCompileRefuses(t *testing.T) {
	for _, tr := range []Trigger{{}, {Literals: []string{"a", ""}}, {Literals: []string{"\xFF"}}, {Classes: []Class{NumClasses}}, {Pairs: []Pair{{Han, 200}}}} {
		if _, err := Compile([]Trigger{{Document: true}, tr}); err == nil {
			t.Errorf("%+v was accepted", tr)
		}
	}
	if p, err := Compile(nil); err != nil || p.Run("国", nil).Runes() != 1 {
		t.Errorf("a program without triggers counts runes: %v", err)
	}
}

// TestBufferServesPrograms changes the program under a buffer, to more triggers and to fewer.
func TestBufferServesPrograms(t *testing.T) {
	var b Buffer
	for _, n := range []int{1, 5, 2, 5, 0, 3} {
		ts := slices.Repeat([]Trigger{{Literals: []string{"国"}}}, n)
		compare(t, &b, "国国", ts)
		compare(t, &b, "在", ts)
	}
}

func TestRunDoesNotAllocate(t *testing.T) {
	p, err := Compile([]Trigger{{Literals: []string{"国产", "在线"}, Pairs: []Pair{{Han, Digit}}}, {Classes: []Class{Digit}}})
	if err != nil {
		t.Fatal(err)
	}
	var b Buffer
	s := "国产在线2024𠀀" + fmt.Sprint(1234567)
	p.Run(s, &b)
	if n := testing.AllocsPerRun(100, func() { p.Run(s, &b) }); n != 0 {
		t.Errorf("%v allocations per document", n)
	}
}

// FuzzRun holds the pass against naive search over any text. The literals are drawn from the text itself and from a fixed
// alphabet, so that they occur.
func FuzzRun(f *testing.F) {
	f.Add("国产高清在线精品一区", uint64(1))
	f.Add("\xE5\x9B国\xFF𠀀，A", uint64(2))
	f.Add("", uint64(3))
	var b Buffer
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		if len(s) > 1<<12 {
			t.Skip()
		}
		r := rand.New(rand.NewPCG(seed, 0))
		ts := randomTriggers(r)
		rs := []rune(s)
		for range min(len(rs), 8) {
			at := r.IntN(len(rs))
			ts[0].Literals = append(ts[0].Literals, string(rs[at:min(len(rs), at+1+r.IntN(4))]))
		}
		compare(t, &b, s, ts)
	})
}
