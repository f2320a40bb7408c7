package mojibake

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// minProved is how many damaged characters prove themselves: of windows that short in clean text, none decodes by chance.
const minProved = 4

// UTF8AsGBKSigns are the characters that GBK makes of the first two bytes of what Chinese text is written with in UTF-8. Among
// three characters of damaged text at least one is a sign. Left out are those that matching cannot tell from a common
// character (鎮 from 镇).
var UTF8AsGBKSigns = sync.OnceValue(func() []string {
	seen := map[rune]bool{}
	var out []string
	add := func(r rune) {
		b := utf8.AppendRune(nil, r)
		c := codec.DecodeGBK(b[0], b[1])
		if f := scan.Fold(c); c < 0 || seen[c] || f != c && tables.Common(f) == tables.Level1 {
			return
		}
		seen[c] = true
		out = append(out, string(c))
	}
	for block := rune(0x4e00); block <= 0x9fff; block += 64 { // the characters of a block begin with the same two bytes
		for r := block; r < block+64; r++ {
			if tables.Common(tables.TraditionalToSimplified(r)) == tables.Level1 {
				add(r)
				break
			}
		}
	}
	for _, r := range "“—、。あォ，：～" {
		add(r)
	}
	slices.Sort(out)
	return out
})

// UTF8AsGBK repairs UTF-8 that was read as GBK, where it shows at the given offsets (of characters among UTF8AsGBKSigns, in
// order). A byte that had no partner was lost, or became a question mark: it is searched, and the repair is not exact.
func UTF8AsGBK(src string, at []int) []Repair {
	var out []Repair
	var short []bool
	done := 0
	for _, p := range at {
		if p < done {
			continue
		}
		start := extendLeft(src, p, done)
		g := gbkReader{src: src}
		g.read(start)
		if !g.believable() {
			if g.damaged >= longest {
				done = g.end // no other start within makes sense of it
			}
			continue
		}
		done = g.end
		out = append(out, g.repair())
		short = append(short, g.short)
	}
	return choose(src, settle(src, out, short))
}

// settle decides about the short ones: beside a proved repair in the same line they belong to it, alone they are proposals at
// best.
func settle(src string, rs []Repair, short []bool) []Repair {
	var out []Repair
	for i := 0; i < len(rs); {
		end := len(src)
		if n := strings.IndexByte(src[rs[i].Span.Start:], '\n'); n >= 0 {
			end = rs[i].Span.Start + n
		}
		j, proved := i, false
		for ; j < len(rs) && rs[j].Span.Start < end; j++ {
			proved = proved || rs[j].Exact || rs[j].Chars > minProved
		}
		for k := i; k < j; k++ {
			r := rs[k]
			if proved && r.Lost == 0 && damageUTF8AsGBK(r.New) == r.Span.Of(src) {
				r.Exact = true
			}
			if proved || !short[k] {
				out = append(out, r)
			}
		}
		i = j
	}
	return out
}

// gbkReader reads UTF-8 from the GBK bytes of a text.
type gbkReader struct {
	src        string
	start, end int // of what was understood so far; a boundary in both encodings
	out        strings.Builder
	kept       int // bytes of out that belong to src[start:end]
	damaged    int // characters of src[start:end] beyond ASCII
	lost       int
	short      bool // too short to stand without a proved repair in its line
	guesses    []guess

	two   bool   // the last character had two bytes: the end of clean text may look like that
	lead  []byte // the bytes of the character that is being read
	want  int    // how many it has
	holes int    // lost bytes among them
	hole  int    // index of the lost byte
}

// read goes as far as the bytes make sense. ASCII ends a span: before it both encodings have a boundary.
func (g *gbkReader) read(start int) {
	g.start, g.end = start, start
	var pair [4]byte
	damaged, lost := 0, 0
	for i := start; i < len(g.src); {
		r, n := utf8.DecodeRuneInString(g.src[i:])
		if r == '?' || r == utf8.RuneError && n == 3 {
			if len(g.lead) == 0 || !g.push(-1) {
				break
			}
			lost++
		} else if r < utf8.RuneSelf {
			break
		} else {
			b, ok := codec.AppendGBK(pair[:0], r)
			if !ok {
				break
			}
			if r == '€' && len(g.lead) == 2 && g.follows(i+n) {
				b = append(b[:0], 0xa2, 0xe3)
			}
			damaged++
			good := true
			for _, c := range b {
				good = good && g.push(int(c))
			}
			if !good {
				break
			}
		}
		i += n
		if len(g.lead) == 0 && !g.two {
			g.end, g.kept, g.damaged, g.lost = i, g.out.Len(), damaged, lost
		}
	}
	// The last byte of an odd run may have gone without a trace.
	if len(g.lead) == 2 && g.want == 3 && g.holes == 0 && g.kept == g.out.Len() && g.damaged >= 3 {
		if _, n := utf8.DecodeRuneInString(g.src[g.end:]); g.atEdge(g.end+n) && g.push(-1) {
			g.end += n
			g.kept, g.damaged, g.lost = g.out.Len(), g.damaged+1, g.lost+1
		}
	}
}

// follows reports whether the character at offset i begins with a byte that goes on a character: then € before it was not the
// byte 80 but the pair A2E3, which some decoders also give for it.
func (g *gbkReader) follows(i int) bool {
	r, _ := utf8.DecodeRuneInString(g.src[i:])
	b, ok := codec.EncodeGBK(r)
	return ok && b[0] >= 0x80 && b[0] < 0xc0
}

// atEdge reports whether offset i is where a decoder would have met ASCII or the end.
func (g *gbkReader) atEdge(i int) bool { return i >= len(g.src) || g.src[i] < utf8.RuneSelf }

// push takes one byte, -1 for a lost one; false if it makes no sense there.
func (g *gbkReader) push(b int) bool {
	if len(g.lead) == 0 {
		switch {
		case b >= 0 && b < utf8.RuneSelf:
			g.out.WriteByte(byte(b))
			g.two = false
			return b >= 0x40
		case b >= 0xc2 && b <= 0xdf:
			g.want = 2
		case b >= 0xe0 && b <= 0xef:
			g.want = 3
		case b == 0xf0:
			g.want = 4
		default:
			return false
		}
		g.lead, g.holes = append(g.lead, byte(b)), 0
		return true
	}
	switch {
	case b < 0:
		if g.holes++; g.holes > 1 {
			return false
		}
		g.hole = len(g.lead)
		b = 0x80
	case b < 0x80 || b > 0xbf:
		return false
	}
	g.lead = append(g.lead, byte(b))
	if len(g.lead) < g.want {
		return true
	}
	var r rune
	if g.holes > 0 {
		cs := g.candidates()
		if len(cs) == 0 {
			return false
		}
		r = cs[0].r
		g.guesses = append(g.guesses, guess{g.out.Len(), cs})
	} else {
		var n int
		if r, n = utf8.DecodeRune(g.lead); n != len(g.lead) {
			return false
		}
	}
	var t tally
	if t.add(r); t.never || r < 0x800 && !written(r) {
		return false
	}
	g.two = r < 0x800
	g.out.WriteRune(r)
	g.lead = g.lead[:0]
	return true
}

// candidates are the characters that the lost byte may have made, the likeliest first.
func (g *gbkReader) candidates() []candidate {
	var cs []candidate
	for b := byte(0x80); b <= 0xbf; b++ {
		g.lead[g.hole] = b
		if r, n := utf8.DecodeRune(g.lead); n == len(g.lead) {
			if w := weight(r); w > 0 {
				cs = append(cs, candidate{r, w})
			}
		}
	}
	slices.SortStableFunc(cs, func(a, b candidate) int { return b.weight - a.weight })
	return cs
}

// believable reports whether what was read is Chinese that stands in the place of gibberish.
func (g *gbkReader) believable() bool {
	if g.damaged < 2 || g.end == g.start {
		return false
	}
	t := tallyOf(g.out.String()[:g.kept])
	was, all := frequentIn(g.src[g.start:g.end])
	switch {
	case t.strange() || t.chars == 0 || t.common*5 < t.chars*3 || was*t.chars >= t.common*all:
		return false
	case g.damaged < minProved: // two or three characters of the result: every one of them must speak for it
		g.short = was > 0
		return t.common == t.chars && t.chars-g.lost >= 1 && g.damaged+g.lost >= 3
	}
	return t.han > 0 || t.chars >= 3
}

func (g *gbkReader) repair() Repair {
	s := text.Span{Start: g.start, End: g.end}
	out := g.out.String()[:g.kept]
	t := tallyOf(out)
	r := Repair{Span: s, New: out, Chars: t.chars, Common: t.common, Lost: g.lost, Layers: []string{"gbk"}}
	if g.lost == 0 {
		r.Exact = g.damaged >= minProved && damageUTF8AsGBK(out) == s.Of(g.src)
		return r
	}
	for _, x := range g.guesses {
		if x.at < g.kept {
			r.guesses = append(r.guesses, x)
		}
	}
	return r
}

// extendLeft moves the start of a span before a sign, as long as one to three characters there are complete UTF-8 too. What ends
// at floor belongs to another repair.
func extendLeft(src string, p, floor int) int {
	for range 8 { // among three characters one is a sign: the start is near
		q, moved := p, false
		var b []byte
		for k := 0; k < 3 && q > floor; k++ {
			r, n := utf8.DecodeLastRuneInString(src[floor:q])
			c, ok := codec.EncodeGBK(r)
			if !ok || r < utf8.RuneSelf {
				break
			}
			q -= n
			if b = append(c, b...); b[0] >= 0xe2 && len(b) >= 3 && chinese(b) {
				moved = true
				break
			}
		}
		if !moved {
			break
		}
		p = q
	}
	return p
}

// chinese reports whether b is UTF-8 for characters of Chinese text.
func chinese(b []byte) bool {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		var t tally
		if t.add(r); t.common == 0 {
			return false
		}
		b = b[n:]
	}
	return true
}

// damageUTF8AsGBK reads the UTF-8 of s as GBK; "" where GBK cannot.
func damageUTF8AsGBK(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			b.WriteByte(c)
		case c == 0x80:
			b.WriteRune('€')
		default:
			if i+1 == len(s) {
				return ""
			}
			r := codec.DecodeGBK(c, s[i+1])
			if r < 0 {
				return ""
			}
			b.WriteRune(r)
			i++
		}
	}
	return b.String()
}
