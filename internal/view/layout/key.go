package layout

import (
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
)

// key is a line as markers are compared: folded, without white space, cut into parts at the separators of link bars.
// It is reused from line to line.
type key struct {
	buf    []byte // the folded line without white space and without separators' own runes removed
	parts  []cut  // between separators, decoration trimmed
	tokens []cut  // between single spaces, when the line is one of short words
	bars   int    // | and kin
	angles int    // > » and kin: separators of breadcrumbs
	colon  int    // offset of the first colon in buf, -1 if none
	gaps   int    // runs of two or more spaces
	marks  int    // sentence-internal marks
	runes  int    // visible
	han    int
	latin  int
	digits int
	boxes  int  // pieces of drawn tables and trees
	cells  int  // of a terminal, white space inside included; near enough for comparing lines
	spoken bool // a part holds a whole sentence: eight Han and more before a 。
}

type cut struct{ a, b int }

// maxKey is how much of a line is looked at: a bar of links is shorter, a paragraph shows itself earlier. Bytes.
const maxKey = 600

// read makes k of s.
func (k *key) read(s string) {
	*k = key{buf: k.buf[:0], parts: k.parts[:0], tokens: k.tokens[:0], colon: -1}
	from, tok, gap, said := 0, 0, 0, 0
	end := func() {
		if c := trimDecoration(k.buf, cut{from, len(k.buf)}); c.a < c.b {
			k.parts = append(k.parts, c)
		}
		from, said = len(k.buf), k.han
	}
	if len(s) > maxKey {
		s = s[:maxKey]
	}
	for i, r := range s {
		if r == utf8.RuneError && len(s) == maxKey && i > maxKey-utf8.UTFMax {
			break // a rune cut by the limit
		}
		c := scan.ClassOf(r)
		if c == scan.Han && r != '丨' && r < 1<<16 { // nearly all of a line: no part ends here
			k.cells, k.han, k.runes, gap = k.cells+2, k.han+1, k.runes+1, 0
			if f := scan.Fold(r); f == r {
				k.buf = append(k.buf, s[i], s[i+1], s[i+2])
			} else {
				k.buf = utf8.AppendRune(k.buf, f)
			}
			continue
		}
		k.cells++
		if c == scan.Han || c == scan.WideSpace || r >= 0x3001 {
			k.cells++
		}
		if skipped(r) {
			if gap++; gap == 2 || c == scan.WideSpace || c == scan.Tab {
				k.gaps++
				end()
			}
			if tok < len(k.buf) {
				k.tokens = append(k.tokens, cut{tok, len(k.buf)})
			}
			tok = len(k.buf)
			continue
		}
		spaced := gap > 0
		gap = 0
		f := scan.Fold(r)
		switch c {
		case scan.Han, scan.Kana, scan.Hangul, scan.Bopomofo, scan.Radical, scan.CompatIdeograph:
			k.han++
		case scan.Lower, scan.Upper, scan.FullLetter, scan.LatinExt, scan.Greek, scan.Cyrillic, scan.OtherLetter:
			k.latin++
		case scan.BoxDrawing:
			k.boxes++
		case scan.Digit, scan.FullDigit:
			k.digits++
		case scan.Comma, scan.Pause, scan.Stop, scan.Semicolon, scan.Bang, scan.Question:
			if r != '、' && r != '：' {
				k.marks++
			}
		}
		if r == '。' && k.han-said >= 8 {
			k.spoken = true
		}
		k.runes++
		switch {
		case f == ':' || r == '∶':
			if k.colon < 0 {
				k.colon = len(k.buf)
			}
		case f == '|' || r == '│' || r == '┃' || r == '¦' || r == '┊' || r == '丨' && spaced:
			k.bars++
			end()
		case f == '>' || r == '»' || r == '›' || r == '→' || r == '＞':
			k.angles++
			end()
		case r == '【' || r == '】' || f == '[' || f == ']' || c == scan.Interpunct || r == '■' || r == '◆':
			end()
		case (f == '-' || f == '/' || f == '_' || c == scan.Dash) && spaced && i+utf8.RuneLen(r) < len(s) && s[i+utf8.RuneLen(r)] == ' ':
			k.bars++
			end()
		}
		k.buf = utf8.AppendRune(k.buf, f)
	}
	if tok < len(k.buf) {
		k.tokens = append(k.tokens, cut{tok, len(k.buf)})
	}
	end()
}

func (k *key) of(c cut) []byte { return k.buf[c.a:c.b] }

// trimDecoration takes bullets, brackets and arrows off both ends.
func trimDecoration(b []byte, c cut) cut {
	for c.a < c.b {
		r, n := utf8.DecodeRune(b[c.a:c.b])
		if !decoration(r) {
			break
		}
		c.a += n
	}
	for c.a < c.b {
		r, n := utf8.DecodeLastRune(b[c.a:c.b])
		if !decoration(r) && r != ':' {
			break
		}
		c.b -= n
	}
	return c
}

// decoration are marks that sites put around the words of their interface. Runes are folded.
func decoration(r rune) bool {
	switch scan.ClassOf(r) {
	case scan.Interpunct, scan.BoxDrawing, scan.Emoji, scan.Open, scan.Close, scan.HalfOpen, scan.HalfClose, scan.Dash, scan.Symbol:
		return true
	}
	switch r {
	case '|', '-', '*', '#', '<', '>', '_', '+', '=', '~', '.', ',', '!', '/', '★', '☆', '●', '○', '◎', '※', '◇', '□':
		return true
	}
	return false
}
