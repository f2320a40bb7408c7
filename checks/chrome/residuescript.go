package chrome

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// scriptLimit bounds a statement around what gave it away, in bytes on each side.
const scriptLimit = 4000

// scriptWords are the words of scripts that look like words.
var scriptWords = map[string]bool{"var": true, "let": true, "const": true, "if": true, "else": true, "for": true, "while": true, "return": true, "function": true,
	"new": true, "typeof": true, "try": true, "catch": true, "this": true, "null": true, "true": true, "false": true, "in": true, "void": true, "case": true, "break": true}

// script reads the run of code around s, which only scripts hold.
func (p *pieces) script(s text.Span) {
	src, ln := p.src, p.ln
	word := s.Of(src)
	var before byte = ' '
	if s.Start > ln.Start {
		before = src[s.Start-1]
	}
	if asciiWord(rune(before)) && before != ')' && word[0] != '.' || before == '?' || before == '&' || before == '/' {
		return // setwindow.x, ?location=
	}
	after := src[s.End:min(ln.End, s.End+80)]
	switch word[len(word)-1] {
	case '.': // a member follows, and something is done with it
		name := nameAt(after)
		rest := strings.TrimLeft(after[len(name):], " ")
		if name == "" || name[0] < 'a' || rest == "" || strings.IndexByte(".([=;", rest[0]) < 0 || rest[0] == '.' && nameAt(rest[1:]) == "" {
			return
		}
	case '=':
		if after == "" || !asciiWord(rune(after[0])) && strings.IndexByte("\"'/", after[0]) < 0 {
			return
		}
	case ' ': // a declaration: var x = …
		name := nameAt(strings.TrimLeft(after, "$_"))
		if rest := strings.TrimLeft(strings.TrimLeft(after, "$_")[len(name):], " "); !strings.HasPrefix(rest, "=") && !strings.HasPrefix(rest, ";") {
			return
		}
	}
	q := text.Span{Start: p.codeStart(s.Start), End: p.codeEnd(s.Start)}
	if !strings.ContainsAny(q.Of(src), "(=;{") || p.mentioned(q) {
		return
	}
	p.add(q)
	p.code = true
}

// codeStart goes back from at over the words of code before it.
func (p *pieces) codeStart(at int) int {
	lo := max(p.ln.Start, at-scriptLimit)
	i := at
	for i > lo {
		j := i
		for j > lo && p.src[j-1] > ' ' && p.src[j-1] < utf8.RuneSelf {
			j--
		}
		if i < at && !coded(p.src[j:i]) {
			break
		}
		i = j
		k := i
		for k > lo && (p.src[k-1] == ' ' || p.src[k-1] == '\t') {
			k--
		}
		if k == i || k == lo {
			break
		}
		if i = k; p.src[k-1] >= utf8.RuneSelf {
			break
		}
	}
	for i < at && (p.src[i] == ' ' || p.src[i] == '\t') {
		i++
	}
	return i
}

// codeEnd goes on from at to where the code ends: strings and brackets are kept whole.
func (p *pieces) codeEnd(at int) int {
	limit := min(p.ln.End, at+scriptLimit)
	end, depth := at, 0
	for i := at; i < limit; {
		c := p.src[i]
		switch {
		case c == '"' || c == '\'':
			if j := strings.IndexByte(p.src[i+1:min(limit, i+400)], c); j >= 0 {
				i += j + 1
			}
		case c == '(' || c == '{' || c == '[':
			depth++
		case c == ')' || c == '}' || c == ']':
			depth--
		case c >= utf8.RuneSelf:
			return end
		case c == ' ' || c == '\t':
			rest := strings.TrimLeft(p.src[i:limit], " \t")
			w := rest
			if k := strings.IndexAny(rest, " \t"); k >= 0 {
				w = rest[:k]
			}
			before := p.src[at:i]
			before = before[strings.LastIndexAny(before, " \t")+1:]
			if depth <= 0 && !coded(w) && !coded(before) {
				return end
			}
			i = limit - len(rest)
			continue
		}
		i++
		end = i
	}
	return end
}

// coded reports whether a word belongs to code.
func coded(w string) bool {
	for i := range len(w) {
		switch w[i] {
		case '(', ')', '{', '}', '[', ']', ';', '=', '$', '"', '\'', '<', '>', '+', '*', '|', '!', '/':
			return true
		}
	}
	return scriptWords[w]
}

// blockLines bounds a style sheet or a script of several lines.
const blockLines = 200

// blockEnd is the last line of the style sheet, script or comment that line i opens and no line of which could be text; i if
// it does not go on, or its end is not to be found.
func blockEnd(lines *text.Lines, i int) int {
	first := lines.Text(i)
	close := ""
	for _, q := range [...][2]string{{"<!--", "-->"}, {"<style", "</style"}, {"<script", "</script"}} {
		if a := foldIndex(first, q[0]); a >= 0 && foldIndex(first[a:], q[1]) < 0 {
			close = q[1]
			break
		}
	}
	depth := strings.Count(first, "{") - strings.Count(first, "}")
	if close == "" && depth <= 0 {
		return i
	}
	for j := i + 1; j < lines.Len() && j <= i+blockLines; j++ {
		s := strings.TrimSpace(lines.Text(j))
		if close != "" && foldIndex(s, close) >= 0 {
			return j
		}
		if s != "" && !codeLine(s) {
			return i
		}
		depth += strings.Count(s, "{") - strings.Count(s, "}")
		if close == "" && depth <= 0 {
			return j
		}
	}
	return i
}

// codeLine reports whether s reads as a line of a style sheet, a script or a comment in one.
func codeLine(s string) bool {
	if hasAnyPrefix(s, "//", "/*", "<!--", "*/", "@") {
		return !strings.Contains(s, "。")
	}
	han := 0
	for i, r := range s {
		if r == '。' || r == '，' {
			return false
		}
		if r >= 0x3400 {
			if i == 0 {
				return false
			}
			han++
		}
	}
	if han > 20 {
		return false
	}
	switch s[len(s)-1] {
	case ';', '{', '}', ',', '>':
		return true
	case ')':
		return strings.Contains(s, "(") && han == 0 && !strings.Contains(s, " (")
	}
	return han == 0 && len(strings.Fields(s)) <= 3 && strings.ContainsAny(s, ".#:-=")
}
