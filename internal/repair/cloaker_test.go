package repair

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// A cloaker does what the hacked sites do, step by step and without regard for what can be undone: it replaces bytes by
// bytes, one key after the other, and decodes the outcome.
type cloaker struct {
	keys     []rune // in the order in which they are searched
	brackets [2]string
	decoder  string            // mbstring, WHATWG or iconv
	narrow   bool              // full-width forms become ASCII afterwards
	noPUA    bool              // private-use characters are dropped afterwards
	byRune   bool              // notes are put between characters, as on text that is not GBK
	readings func(rune) string // nil: the customary reading
}

// read is the note for a character.
func (c *cloaker) read(r rune) string {
	if c.readings != nil {
		return c.readings(r)
	}
	return tables.FirstReading(r)
}

// gbkBytes encodes text; what GBK lacks becomes an entity, as in a page.
func gbkBytes(s string) []byte {
	var b []byte
	for _, r := range s {
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else if b1, b2, ok := tables.GB18030Bytes(r); ok {
			b = append(b, b1, b2)
		} else {
			b = fmt.Appendf(b, "&#%d;", r)
		}
	}
	return b
}

// cloak returns the cloaked text of one line and whether its line break survived.
func (c *cloaker) cloak(line string) (cloaked string, broken bool) {
	if c.byRune {
		var b strings.Builder
		for _, r := range line {
			b.WriteRune(r)
			if slices.Contains(c.keys, r) {
				b.WriteString(c.brackets[0] + c.read(r) + c.brackets[1])
			}
		}
		return c.after(b.String()), true
	}
	page := gbkBytes(line + "\n")
	for _, k := range c.keys {
		t := gbkBytes(string(k))
		if !bytes.Contains(page, t) {
			continue
		}
		page = bytes.ReplaceAll(page, t, slices.Concat(t, gbkBytes(c.brackets[0]+c.read(k)+c.brackets[1])))
	}
	s := unescape(c.decode(page))
	s = c.after(s)
	return strings.CutSuffix(s, "\n")
}

func (c *cloaker) decode(page []byte) string {
	var b strings.Builder
	for i := 0; i < len(page); i++ {
		lead := page[i]
		switch {
		case lead < 0x80:
			b.WriteByte(lead)
			continue
		case lead > 0x80 && i+1 < len(page):
			if r := tables.GB18030Pair(lead, page[i+1]); r >= 0 {
				b.WriteRune(r)
				i++
				continue
			}
		}
		switch c.decoder {
		case "mbstring":
			b.WriteByte('?')
			if lead != 0x80 {
				i++
			}
		case "WHATWG":
			if lead == 0x80 {
				b.WriteRune('€')
			} else {
				b.WriteRune('�')
			}
		}
	}
	return b.String()
}

func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		var r rune
		if n, _ := fmt.Sscanf(s[i:min(len(s), i+10)], "&#%d;", &r); s[i] == '&' && n == 1 {
			b.WriteRune(r)
			i += strings.IndexByte(s[i:], ';')
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// after is what later pipelines do to every text, cloaked or not.
func (c *cloaker) after(s string) string {
	return strings.Map(func(r rune) rune {
		if c.narrow {
			r = narrow(r)
		}
		if c.noPUA && isPrivate(r) {
			return -1
		}
		return r
	}, s)
}

// convert makes traditional text as the sites do: one character for one.
func convert(s string) string {
	return strings.Map(func(r rune) rune {
		if t := tables.SimplifiedToTraditional(r)[0]; t != r {
			if _, _, ok := tables.GB18030Bytes(t); ok {
				return t
			}
		}
		return r
	}, s)
}

// widened gives the marks of a Chinese page back to a text that lost them: all that stand next to an ideograph.
func widened(s string) string {
	rs := []rune(s)
	for i, r := range rs {
		near := i > 0 && isUnified(rs[i-1]) || i+1 < len(rs) && isUnified(rs[i+1])
		if near && strings.ContainsRune(",:;!?()", r) {
			rs[i] = r + 0xFEE0
		}
	}
	return string(rs)
}

// convertible are the kinds of traditional characters of s, the commonest first.
func convertible(s string) []rune {
	n := map[rune]int{}
	for _, r := range s {
		if isUnified(r) && isTraditional(r) && tables.FirstReading(r) != "" {
			n[r]++
		}
	}
	return byCount(n)
}

// everyTraditional are all traditional characters that GBK has.
func everyTraditional() []rune {
	var out []rune
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		if _, _, ok := tables.GB18030Bytes(r); ok && isTraditional(r) && tables.FirstReading(r) != "" {
			out = append(out, r)
		}
	}
	return out
}

func byCount(n map[rune]int) []rune {
	out := make([]rune, 0, len(n))
	for r := range n {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b rune) int {
		if n[a] != n[b] {
			return n[b] - n[a]
		}
		return int(a - b)
	})
	return out
}

func shuffled(keys []rune, seed uint64) []rune {
	out := slices.Clone(keys)
	rng := rand.New(rand.NewPCG(seed, 7))
	rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// tally counts the outcome for the lines of cloaked documents.
type tally struct {
	documents, written, splits    int // written: documents whose repair is exact
	lines, exact, flagged, silent int
	wrong                         []string
}

// run cloaks a text, lets Decloak repair it and compares.
func (t *tally) run(c *cloaker, s string) {
	var seen, want []string
	var whole []bool
	for line := range strings.Lines(s) {
		line = strings.TrimSuffix(line, "\n")
		got, broken := c.cloak(line)
		if n := len(seen); n > 0 && !whole[n-1] {
			seen[n-1] += got
			want[n-1] += "\n" + c.after(line)
			whole[n-1] = broken
			continue
		}
		seen, want, whole = append(seen, got), append(want, c.after(line)), append(whole, broken)
	}
	src := strings.Join(seen, "\n")
	t.documents++
	d := Decloak(src)
	if d == nil {
		d = &Cloak{Undecided: []Undecided{{}}}
	}
	got := strings.Split(d.Edits.Apply(src), "\n")
	t.splits += len(d.Splits)
	silent := t.silent
	undecided := map[int]Reason{}
	for _, u := range d.Undecided {
		undecided[u.Span.Start] = u.Reason
	}
	at := 0
	for i := range seen {
		_, flagged := undecided[at]
		at += len(seen[i]) + 1
		if seen[i] == want[i] && got[i] == seen[i] {
			continue // nothing to do
		}
		t.lines++
		switch {
		case got[i] == want[i]:
			t.exact++
		case flagged && got[i] == seen[i], d.Notes == 0:
			t.flagged++
		default:
			t.silent++
			t.wrong = append(t.wrong, firstDifference(got[i], want[i]))
		}
	}
	if d.Exact() {
		t.written++
		if silent != t.silent {
			t.wrong = append(t.wrong, "WRITTEN")
		}
	}
}

func firstDifference(a, b string) string {
	n := commonPrefix(a, b)
	cut := func(s string) string {
		from := n
		for k := 0; k < 6 && from > 0; k++ {
			_, size := utf8.DecodeLastRuneInString(s[:from])
			from -= size
		}
		r := []rune(s[from:])
		return string(r[:min(len(r), 16)])
	}
	return fmt.Sprintf("%s | %s", cut(a), cut(b))
}
