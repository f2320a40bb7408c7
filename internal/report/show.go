package report

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// oneLine makes a text harmless and puts it on one line: line ends become ⏎, tabs spaces, hostile characters visible tokens.
func oneLine(s string) string { return show(s, "⏎") }

// plain makes a text harmless and keeps its lines.
func plain(s string) string { return show(s, "\n") }

func show(s, eol string) string {
	if harmless(s) {
		return s
	}
	var b strings.Builder
	hashes := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch token, hostile := escape(s[i:], r, n); {
		case r == '\n':
			b.WriteString(eol)
		case r == '\r' && strings.HasPrefix(s[i+n:], "\n"):
		case r == '\t':
			b.WriteByte(' ')
		case hostile:
			b.WriteString(token)
		case r == '#' && hashes && logCommand(s[i+n:]):
			b.WriteString("<U+0023>")
		default:
			b.WriteString(s[i : i+n])
		}
		hashes = r == '#'
		i += n
	}
	return b.String()
}

// escape is text.Escape for the rune r of n bytes at the beginning of s.
func escape(s string, r rune, n int) (string, bool) {
	var invalid byte
	if r == utf8.RuneError && n == 1 {
		invalid = s[0]
	}
	return text.Escape(r, invalid)
}

func harmless(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 || c >= 0x7f || c == '#' {
			return false
		}
	}
	return true
}

// logCommand reports whether s continues "##" to a logging command of a build server, such as ##[group] or ##vso[task.setvariable],
// which some of them obey anywhere in a line.
func logCommand(s string) bool {
	for i := 0; i < len(s) && i < 16; i++ {
		switch c := s[i] | 0x20; {
		case s[i] == '[':
			return true
		case c < 'a' || c > 'z':
			return false
		}
	}
	return false
}

// showPath is a path for a line that begins with it: harmless, and never a workflow command.
func showPath(p string) string {
	p = oneLine(p)
	if strings.HasPrefix(strings.TrimLeft(p, " "), "::") {
		return "./" + p
	}
	return p
}

// cut keeps at most n code points of s and says so with three dots.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "..."
		}
	}
	return s
}
