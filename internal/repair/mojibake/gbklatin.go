package mojibake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// minLine is how many characters a line of damaged text needs to prove itself.
const minLine = 4

// GBKAsLatin repairs GBK that was read as Latin-1 or code page 1252, in the lines where it shows at the given offsets (the first
// of two characters of the upper half side by side, in order). It is exact where all of a line beyond ASCII is explained.
func GBKAsLatin(src string, at []int) []Repair {
	var out []Repair
	done := 0
	for _, p := range at {
		if p < done {
			continue
		}
		start := done + strings.LastIndexByte(src[done:p], '\n') + 1
		done = len(src)
		if n := strings.IndexByte(src[p:], '\n'); n >= 0 {
			done = p + n
		}
		out = append(out, gbkLine(src, start, done)...)
	}
	return out
}

// gbkLine takes the line src[start:end] run by run.
func gbkLine(src string, start, end int) []Repair {
	var rs []Repair
	chars, proved, whole := 0, false, true
	for i := start; i < end; {
		c, n := utf8.DecodeRuneInString(src[i:])
		if !inUpper(c) {
			whole = whole && (c < utf8.RuneSelf || scan.ClassOf(c) == scan.WideSpace)
			i += n
			continue
		}
		r, odd, ok := readGBK(src[:end], i)
		if r.Span.Len() == 0 || odd || r.Chars != r.Common && !ok {
			whole = false
			if i = max(i+n, r.Span.End); quoteLike(c) {
				continue // a mark of clean text
			}
			for ; i < end; i += n { // the rest of the run has lost its step
				if c, n = utf8.DecodeRuneInString(src[i:]); !inUpper(c) {
					break
				}
			}
			continue
		}
		chars += r.Chars
		proved = proved || ok
		whole = whole && damageGBKAsLatin(r.New) == strings.Map(canonicalC1, r.Span.Of(src))
		rs = append(rs, r)
		i = r.Span.End
	}
	if !proved {
		return nil
	}
	for i := range rs {
		rs[i].Exact = whole && chars >= minLine
	}
	return rs
}

// upperByte is the byte that Latin-1 or code page 1252 writes r with, if it is one of the upper half.
func upperByte(r rune) (byte, bool) {
	b, ok := charsets()[0].byteOf(r)
	return b, ok
}

func inUpper(r rune) bool { _, ok := upperByte(r); return ok }

// readGBK takes pairs of bytes from start on, up to ASCII that is no second byte. odd tells that a byte was left over; ok that
// the text is no language of the West but common Chinese.
func readGBK(src string, start int) (r Repair, odd, ok bool) {
	var b strings.Builder
	var t tally
	end, symbols, flips := start, 0, 0
	lower := false
	note := func(c rune) {
		switch {
		case !letter(c):
			symbols++
		case lower && unicode.IsUpper(c):
			flips++
		}
		lower = unicode.IsLower(c)
	}
	for end < len(src) {
		c1, n1 := utf8.DecodeRuneInString(src[end:])
		b1, high := upperByte(c1)
		if !high {
			break
		}
		if end == start && quoteLike(c1) {
			odd = true // a mark of clean text before the damage
			break
		}
		c2, n2 := utf8.DecodeRuneInString(src[end+n1:])
		b2, high := upperByte(c2)
		if !high {
			if c2 < 0x40 || c2 > 0x7e || n2 == 0 {
				odd = !quoteLike(c1) // else a mark of clean text behind the damage
				break
			}
			b2 = byte(c2)
		}
		han := codec.DecodeGBK(b1, b2)
		if han < 0 || !high && !tables.FrequentHan(tables.TraditionalToSimplified(han)) {
			odd = true
			break
		}
		b.WriteRune(han)
		t.add(han)
		note(c1)
		note(c2)
		end += n1 + n2
	}
	r = Repair{Span: text.Span{Start: start, End: end}, New: b.String(), Chars: t.chars, Common: t.common, Layers: []string{"windows-1252"}}
	ok = !t.strange() && t.han >= 2 && 4*t.common >= 3*t.chars && (t.chars > 3 || t.common == t.chars) && symbols+flips > 0
	if t.strange() {
		r.Common = 0
	}
	return r, odd, ok
}

// damageGBKAsLatin reads the GBK of s as code page 1252.
func damageGBKAsLatin(s string) string {
	var raw []byte
	for _, r := range s {
		var ok bool
		if raw, ok = codec.AppendGBK(raw, r); !ok {
			return ""
		}
	}
	var b strings.Builder
	for _, c := range raw {
		if c < utf8.RuneSelf {
			b.WriteByte(c)
		} else {
			b.WriteRune(charsets()[0].runes[c-0x80])
		}
	}
	return b.String()
}
