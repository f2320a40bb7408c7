package encoding

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// escapes finds characters that are still written as HTML, URL, JavaScript or mail (quoted-printable) write them.
type escapes struct{}

func newEscapes(p checks.Params) (checks.Check, error) { return escapes{}, none(p) }

// The beginnings of escapes; of percent signs and equals signs those before the first byte of a character of Chinese in UTF-8.
var escapeLiterals = []string{"&", "#", "%u", "\\u", "%e3%8", "%e4", "%e5", "%e6", "%e7", "%e8", "%e9", "%ef%bc", "nbsp;",
	"\\x", "<u+", "\\n", "\\r", "\\t", "\\'", "_x000d_", "%20",
	"=e2=8", "=e3=8", "=e4=", "=e5=", "=e6=", "=e7=", "=e8=", "=e9=", "=ef=bc"}

func (escapes) Trigger() scan.Trigger { return scan.Trigger{Literals: escapeLiterals} }

func (escapes) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src, done := d.Text(), 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		start := h.Span.Start
		if start > 0 && src[start-1] == '&' && src[start] != '&' {
			continue // begins one character earlier
		}
		if start > done && src[start] == '\\' && src[start-1] == '\\' {
			start-- // escaped twice
		}
		if to, e := looseEscape(src, start); e > start {
			m := checks.At(start, e)
			m.Vars = map[string]string{"to": strings.Replace(to, "\n", "⏎", 1)}
			m.Evidence = []checks.Note{{Key: "decoded"}}
			m.Fixes = checks.Replace(d, text.Span{Start: start, End: e}, to, checks.ProofNone)
			out = append(out, m)
			done = e
			continue
		}
		// Escapes that touch are one place.
		var b strings.Builder
		n, end := 0, start
		for {
			s, e := decodeEscape(src, end)
			if e == end {
				break
			}
			b.WriteString(s)
			n++
			end = e
		}
		if n == 0 || !meant(src, text.Span{Start: start, End: end}, b.String(), n) {
			continue
		}
		m := checks.At(start, end)
		m.Vars = map[string]string{"to": b.String()}
		m.Evidence = []checks.Note{{Key: "decoded"}}
		m.Fixes = checks.Replace(d, text.Span{Start: start, End: end}, b.String(), checks.ProofCanonical)
		out = append(out, m)
		done = end
	}
	return out
}

// meant reports whether the n escapes at at stand for text: what they give is Chinese, or they come in a row, or they are
// spaces and marks of HTML. In an address they are at home.
func meant(src string, at text.Span, to string, n int) bool {
	start := at.Start
	if inAddress(src, start) {
		return false
	}
	if strings.ContainsAny(to, "<>") {
		return false // markup that somebody wanted to show
	}
	named := src[start] == '&' && start+1 < len(src) && src[start+1] != '#'
	chinese := false
	for _, r := range to {
		switch scan.ClassOf(r) {
		case scan.Han, scan.Pause, scan.Stop, scan.Open, scan.Close, scan.FullSymbol, scan.Dash, scan.Ellipsis:
			chinese = true
		case scan.Control, scan.PrivateUse, scan.Replacement, scan.LF, scan.CR:
			return false
		}
	}
	switch {
	case src[start] == '%' && src[min(start+1, len(src)-1)] != 'u':
		return chinese && (n >= 2 || inChinese(src, at))
	case src[start] == '\\' && src[start+1] == 'x':
		return chinese && (n >= 2 || inChinese(src, at))
	case src[start] == '=': // x=E5=9D=9A might be anything
		return chinese && (n >= 2 || start == 0 || !isWord(src[start-1]) || isDigit(src[start-1], 10))
	case src[start] == '#', src[start] == 'n':
		return chinese || to != "" && strings.Trim(to, " ") == ""
	}
	return chinese || named || strings.Trim(to, " '\"") == "" || n >= 2 && src[start] == '&'
}

// inAddress reports whether the word of ASCII that holds offset at began as a URL, a path or a query. Of escapes with percent
// signs, which live in addresses, less is asked.
func inAddress(src string, at int) bool {
	lo := at
	for lo > 0 && at-lo < 200 && src[lo-1] > ' ' && src[lo-1] < utf8.RuneSelf && !strings.ContainsRune("\"'<>", rune(src[lo-1])) {
		lo--
	}
	word := src[lo:at]
	if src[at] == '%' {
		return strings.ContainsAny(word, "/=?")
	}
	return strings.Contains(word, "://") || strings.Contains(word, "?") && strings.Contains(word, "=")
}

// decodeEscape reads one escape at offset at: what it stands for and where it ends; its end is at if there is none.
func decodeEscape(src string, at int) (string, int) {
	rest := src[at:min(len(src), at+16)]
	for strings.HasPrefix(rest, "&amp;") && len(rest) > 5 && (rest[5] == '#' || rest[5] >= 'a' && rest[5] <= 'z') { // escaped twice
		if _, e := decodeEscape("&"+rest[5:], 0); e == 0 {
			break
		} else {
			s, _ := decodeEscape("&"+rest[5:], 0)
			return s, at + 5 + e - 1
		}
	}
	switch {
	case strings.HasPrefix(rest, "="):
		return quotedPrintable(src, at)
	case strings.HasPrefix(rest, "nbsp;") && (at == 0 || !isWord(src[at-1])):
		return " ", at + len("nbsp;")
	case strings.HasPrefix(rest, "&nbsp") && !strings.HasPrefix(rest, "&nbsp;") && (len(rest) == 5 || !isWord(rest[5])):
		return " ", at + len("&nbsp")
	case strings.HasPrefix(rest, "%") && len(rest) > 1 && rest[1] != 'u':
		return byteEscapes(src, at, "%")
	case strings.HasPrefix(rest, "\\x"):
		return byteEscapes(src, at, "\\x")
	case strings.HasPrefix(rest, "<U+"):
		i := strings.IndexByte(rest, '>')
		if i < len("<U+4E00") {
			return "", at
		}
		v, err := strconv.ParseUint(rest[len("<U+"):i], 16, 32)
		if err != nil || !utf8.ValidRune(rune(v)) {
			return "", at
		}
		return string(rune(v)), at + i + 1
	case strings.HasPrefix(rest, "&#"), strings.HasPrefix(rest, "#"):
		digits := strings.TrimPrefix(strings.TrimPrefix(rest, "&"), "#")
		base := 10
		if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
			digits, base = digits[1:], 16
		}
		i := 0
		for i < len(digits) && i < 7 && isDigit(digits[i], base) {
			i++
		}
		if i == 0 {
			return "", at
		}
		v, err := strconv.ParseUint(digits[:i], base, 32)
		r := rune(v)
		if i == len(digits) || digits[i] != ';' { // &#22269 alone, without its end
			if rest[0] == '&' && err == nil && v >= 0x4e00 && v <= 0x9fff {
				return string(r), at + len(rest) - len(digits) + i
			}
			return "", at
		}
		if err != nil || v > utf8.MaxRune || !utf8.ValidRune(r) || v < 0x20 {
			return "", at
		}
		return spaced(r), at + len(rest) - len(digits) + i + 1
	case strings.HasPrefix(rest, `\\u`):
		if s, e := decodeEscape(rest[1:], 0); e > 0 {
			return s, at + 1 + e
		}
		return "", at
	case strings.HasPrefix(rest, "%u"), strings.HasPrefix(rest, "\\u"):
		if len(rest) < 6 {
			return "", at
		}
		v, err := strconv.ParseUint(rest[2:6], 16, 32)
		if err != nil || scan.ClassOf(rune(v)) != scan.Han && (v < 0x3000 || v > 0x303f) && (v < 0x2010 || v > 0x2026) && (v < 0xff01 || v > 0xff5e) {
			return "", at
		}
		return string(rune(v)), at + 6
	case strings.HasPrefix(rest, "&"):
		i := strings.IndexByte(rest, ';')
		if i < 3 {
			return "", at
		}
		name := rest[:i+1]
		if name == "&amp;" || name == "&lt;" || name == "&gt;" {
			return "", at // what they escape may be wanted as it is
		}
		s := html.UnescapeString(name)
		if s == name {
			return "", at
		}
		r, n := utf8.DecodeRuneInString(s)
		if n != len(s) {
			return "", at
		}
		return spaced(r), at + i + 1
	}
	return "", at
}

// spaced is r as text holds it: the spaces of HTML are plain ones.
func spaced(r rune) string {
	if r == 0xa0 || r == 0x2002 || r == 0x2003 {
		return " "
	}
	return string(r)
}

// isWord reports whether b goes on a word of ASCII, an escape among them.
func isWord(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '&' || b == '_'
}

func isDigit(b byte, base int) bool {
	return b >= '0' && b <= '9' || base == 16 && (b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F')
}
