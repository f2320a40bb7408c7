package chrome

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// Bounds of a style sheet on one line, in bytes.
const (
	selectorLimit = 300
	styleLimit    = 8000
)

// brace reads what { opens: an expression of a template or the block of a style sheet.
func (p *pieces) brace(at int) {
	if !p.template(at) {
		p.rules(at)
	}
}

// rules reads selector{property:value;…} around the brace at.
func (p *pieces) rules(at int) {
	start := p.selector(at)
	limit := min(p.ln.End, at+styleLimit)
	end, n := p.blockOf(at, limit)
	if n == 0 {
		return
	}
	if c := p.src[p.ln.Start:start]; strings.HasSuffix(strings.TrimRight(c, " \t"), "*/") {
		if i := strings.LastIndex(c, "/*"); i >= 0 && start-p.ln.Start-i < selectorLimit {
			start = p.ln.Start + i
		}
	}
	if s := (text.Span{Start: start, End: end}); !p.mentioned(s) {
		p.add(s)
		p.code = true
	}
}

// blockOf reads the block that the brace at opens: declarations, or rules within @media. n is how many declarations it holds; an
// unclosed block ends with the line.
func (p *pieces) blockOf(at, limit int) (end, n int) {
	src, i := p.src, at+1
	for i < limit {
		i += len(src[i:limit]) - len(strings.TrimLeft(src[i:limit], " \t\r;"))
		if i >= limit {
			break
		}
		if src[i] == '}' {
			return i + 1, n
		}
		if size := p.declaration(src[i:limit]); size > 0 {
			n++
			i += size
			continue
		}
		// A rule within a rule: its selector, then its block.
		j := strings.IndexByte(src[i:min(limit, i+selectorLimit)], '{')
		if j < 0 || strings.ContainsFunc(src[i:i+j], func(r rune) bool { return r >= utf8.RuneSelf }) {
			break
		}
		e, m := p.declarationsOf(i+j+1, limit)
		if m == 0 {
			break
		}
		n, i = n+m, e
	}
	return i, n
}

// declarationsOf reads declarations from i to the brace that closes them.
func (p *pieces) declarationsOf(i, limit int) (end, n int) {
	for i < limit {
		i += len(p.src[i:limit]) - len(strings.TrimLeft(p.src[i:limit], " \t\r;"))
		if i < limit && p.src[i] == '}' {
			return i + 1, n
		}
		size := p.declaration(p.src[i:limit])
		if size == 0 {
			break
		}
		n++
		i += size
	}
	return i, n
}

// declaration is the length of property:value at the start of s, 0 if there is none.
func (p *pieces) declaration(s string) int {
	star := 0
	if strings.HasPrefix(s, "*") || strings.HasPrefix(s, "_") { // for old browsers
		star = 1
	}
	name := strings.ToLower(nameOfProperty(s[star:]))
	if name == "" || !p.words.properties[name] && !vendored(name) {
		return 0
	}
	rest := strings.TrimLeft(s[star+len(name):], " \t")
	if !strings.HasPrefix(rest, ":") {
		return 0
	}
	at := len(s) - len(rest) + 1
	v := s[at:]
	end := len(v)
	for i := 0; i < len(v); i++ {
		if c := v[i]; c == ';' || c == '}' || c == '{' {
			end = i
			break
		} else if c == '(' { // url(data:image/png;base64,…)
			if j := strings.IndexByte(v[i:], ')'); j > 0 {
				i += j
			}
		}
	}
	value := v[:end]
	if end == len(v) { // unclosed: the value ends where words begin that are none of it
		for i, r := range value {
			if r == '。' || r == '，' || r == '；' {
				return 0
			}
			if r >= 0x3400 && i > 0 && !strings.Contains(name, "font") && !strings.HasPrefix(name, "mso-") {
				value = value[:i]
				break
			}
		}
	}
	if strings.TrimSpace(value) == "" || len(value) > 4000 || strings.ContainsAny(value, "。，；") {
		return 0
	}
	return at + len(value)
}

// vendored reports whether a property belongs to one browser or to Word.
func vendored(name string) bool {
	return hasAnyPrefix(name, "-webkit-", "-moz-", "-ms-", "-o-", "mso-", "panose-", "scrollbar-", "tab-")
}

func hasAnyPrefix(s string, ps ...string) bool {
	for _, p := range ps {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func nameOfProperty(s string) string {
	for i := range len(s) {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && s[i] != '-' && (i == 0 || s[i] < '0' || s[i] > '9') {
			return s[:i]
		}
	}
	return s
}

// selector is where the selector before the brace at begins: words of which each is one of a selector, or what follows an @.
func (p *pieces) selector(at int) int {
	lo := max(p.ln.Start, at-selectorLimit)
	i := at
	for i > lo && p.src[i-1] < utf8.RuneSelf && strings.IndexByte(";{}\"|$", p.src[i-1]) < 0 {
		i--
	}
	s := p.src[i:at]
	if a := strings.LastIndexByte(s, '@'); a >= 0 && len(s)-a < 80 {
		return i + a
	}
	start := at
	for end := len(s); ; {
		w := strings.TrimRight(s[:end], " \t,>+~")
		k := strings.LastIndexAny(w, " \t,>+~")
		word := w[k+1:]
		if word == "" || !p.selects(word) {
			break
		}
		start, end = i+k+1, k+1
	}
	return start
}

// selects reports whether word is one of a selector: td, .title, #main, a:hover, table.MsoNormalTable.
func (p *pieces) selects(word string) bool {
	if strings.ContainsAny(word[:1], ".#*:[") {
		return len(word) > 1 || word == "*"
	}
	name := nameAt(word)
	if i := strings.IndexByte(name, ':'); i >= 0 {
		name = name[:i]
	}
	return p.words.elements[strings.ToLower(name)] && (len(name) == len(word) || strings.IndexByte(".#:[", word[len(name)]) >= 0) || strings.HasSuffix(word, "%") && asciiWord(rune(word[0]))
}

// declarations reads declarations without braces from the one that s opens.
func (p *pieces) declarations(s text.Span) {
	if s.Start > p.ln.Start && (asciiWord(rune(p.src[s.Start-1])) || p.src[s.Start-1] == '-') {
		return
	}
	word := s.Of(p.src)
	if word[len(word)-1] >= utf8.RuneSelf {
		return // a colon of Chinese: 字号 font-size：小四
	}
	if c := word[len(word)-1]; c != '-' && c != ':' {
		// The name of a class, a rule of a style sheet: with its block where one follows, else the word.
		end := s.End
		for end < p.ln.End && p.src[end] > ' ' && p.src[end] < utf8.RuneSelf && p.src[end] != '{' {
			end++
		}
		if strings.HasPrefix(strings.TrimLeft(p.src[end:p.ln.End], " \tPp"), "{") {
			return // the brace finds it
		}
		if q := (text.Span{Start: s.Start, End: end}); !p.mentioned(q) {
			p.add(q)
		}
		return
	}
	limit := min(p.ln.End, s.Start+styleLimit)
	if end, n := p.declarationsOf(s.Start, limit); n > 0 {
		if q := (text.Span{Start: s.Start, End: end}); !p.mentioned(q) {
			p.add(q)
			p.code = true
		}
	}
}

// statement reads @import url(…); up to its semicolon.
func (p *pieces) statement(s text.Span) {
	rest := p.src[s.End:min(p.ln.End, s.End+selectorLimit)]
	if i := strings.IndexByte(rest, ';'); i > 0 && (foldPrefix(rest, "url(") || rest[0] == '"' || rest[0] == '\'') && !hasHan(rest[:i]) {
		p.add(text.Span{Start: s.Start, End: s.End + i + 1})
		p.code = true
	}
}

// styleComments are what Word writes above its style sheets.
var styleComments = [...]string{"style definitions", "font definitions", "list definitions", "page definitions"}

// comment reads /* … */ of a style sheet that Word wrote, or one that stands alone on its line.
func (p *pieces) comment(at int) {
	s := p.src[at:min(p.ln.End, at+selectorLimit)]
	i := strings.Index(s[2:], "*/") + 2
	if i < 2 {
		return
	}
	for _, w := range styleComments {
		if strings.EqualFold(strings.TrimSpace(s[2:i]), w) {
			p.add(text.Span{Start: at, End: at + i + 2})
			p.code = true
		}
	}
}
