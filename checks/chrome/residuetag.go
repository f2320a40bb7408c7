package chrome

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// tagLimit bounds a tag, in bytes.
const tagLimit = 1500

// angle reads what < begins: a comment, an instruction, the expression of a template or a tag.
func (p *pieces) angle(at int) {
	rest := p.src[at:p.ln.End]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		p.until(at, "-->")
	case strings.HasPrefix(rest, "<![CDATA["), strings.HasPrefix(rest, "<!["):
		p.until(at, ">")
	case strings.HasPrefix(rest, "<?xml"), strings.HasPrefix(rest, "<?mso"), strings.HasPrefix(rest, "<?php"), foldPrefix(rest, "<!doctype "):
		p.until(at, ">")
	case strings.HasPrefix(rest, "<%"):
		if s := at + len("<%"); !p.placeholder("<%=") {
			if i := strings.Index(p.src[s:min(p.ln.End, s+200)], "%>"); i > 0 {
				p.add(text.Span{Start: at, End: s + i + len("%>")})
			}
		}
	default:
		p.tag(at, "<", ">")
	}
}

// until adds what stands from at to the first close on the line; without one, to the end of the line if no sentence stands there.
func (p *pieces) until(at int, close string) {
	s := text.Span{Start: at, End: p.ln.End}
	if i := strings.Index(p.src[at:min(p.ln.End, at+4*tagLimit)], close); i >= 0 {
		s.End = at + i + len(close)
	} else if s.Len() > tagLimit || strings.ContainsAny(s.Of(p.src), "。！？") {
		s.End = at + len("<!--")
		if !strings.HasPrefix(p.src[at:], "<!--") {
			return
		}
	}
	if p.mentioned(s) {
		p.quoted++
		return
	}
	p.code = p.code || s.End == p.ln.End && !strings.HasSuffix(s.Of(p.src), close)
	p.add(s)
}

// tag reads </?name attributes>, with its angles written as open and close.
func (p *pieces) tag(at int, open, close string) {
	limit := min(p.ln.End, at+tagLimit)
	i := at + len(open)
	closing := i < limit && p.src[i] == '/'
	if closing {
		i++
	}
	name := strings.ToLower(nameAt(p.src[i:limit]))
	if i += len(name); name == "" {
		return
	}
	prefix, _, spaced := strings.Cut(name, ":")
	if !p.words.elements[name] && !(spaced && p.words.prefixes[prefix]) {
		return
	}
	if i < limit && !strings.HasPrefix(p.src[i:limit], close) && !strings.ContainsRune(" \t/\u00a0", rune(p.src[i])) && !strings.HasPrefix(p.src[i:limit], "\u3000") {
		return // <triplet>, <a@b.cn>
	}
	end, valued, ok := attributesEnd(p.src, i, limit, close)
	switch {
	case !ok || closing && valued > 0:
		return
	case end < 0: // the tag was broken off at the end of the line
		if valued == 0 || limit < p.ln.End {
			return
		}
		end = p.ln.End
	}
	s := text.Span{Start: at, End: end}
	if p.mentioned(s) || p.named(s, closing) {
		p.quoted++
		return
	}
	if valued == 0 && !spaced && !p.genuine(s, name, closing, open) {
		return
	}
	if name == "style" || name == "script" {
		p.code = !closing
	}
	if spaced && !closing {
		s.End = p.setting(s, name)
	}
	p.add(s)
}

// setting is where tag s of an office program ends together with what it holds, where that is no text: <w:View>Normal</w:View>.
func (p *pieces) setting(s text.Span, name string) int {
	rest := p.src[s.End:min(p.ln.End, s.End+120)]
	if i := foldIndex(rest, "</"+name+">"); i > 0 && hasAnyPrefix(name, "w:", "o:", "m:") && len(name) > len("w:t") && !strings.ContainsAny(rest[:i], " <") && !hasHan(rest[:i]) {
		return s.End + i + len("</>") + len(name)
	}
	return s.End
}

// genuine reports whether a tag without attributes can be nothing else: a name that is an English word, or one letter where
// formulas have one, needs its partner on the line or a line without text.
func (p *pieces) genuine(s text.Span, name string, closing bool, open string) bool {
	before, _ := utf8.DecodeLastRuneInString(p.src[p.ln.Start:s.Start])
	formula := len(name) == 1 && name != "p" || len(name) == 1 && asciiWord(before)
	if !formula && !p.words.worded[name] {
		return true
	}
	if closing {
		return true
	}
	left, right := strings.TrimSpace(p.src[p.ln.Start:s.Start]), strings.TrimSpace(p.src[s.End:p.ln.End])
	if (left == "" || strings.HasSuffix(left, ">")) && (right == "" || strings.HasPrefix(right, "<")) {
		return true
	}
	return foldIndex(p.src[s.End:min(p.ln.End, s.End+2*tagLimit)], open+"/"+name) >= 0
}

func asciiWord(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == ')' || r == '_'
}

// nameAt is the name of an element or an attribute at the start of s.
func nameAt(s string) string {
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || !(c >= '0' && c <= '9' || c == ':' || c == '-' || c == '_')) {
			return s[:i]
		}
	}
	return s
}

// flags are attributes that have no value.
var flags = map[string]bool{"controls": true, "checked": true, "disabled": true, "selected": true, "hidden": true, "nowrap": true, "noshade": true, "readonly": true,
	"autoplay": true, "loop": true, "muted": true, "async": true, "defer": true, "required": true, "multiple": true, "allowfullscreen": true, "novalidate": true, "compact": true}

// attributesEnd reads attributes from i: where the tag ends behind close, how many have a value, and whether nothing else was
// found. end is -1 if the text ends first.
func attributesEnd(src string, i, limit int, close string) (end, valued int, ok bool) {
	for {
		i += len(src[i:limit]) - len(strings.TrimLeft(src[i:limit], " \t\r\u00a0\u3000/?"))
		if i >= limit {
			return -1, valued, true
		}
		if strings.HasPrefix(src[i:limit], close) {
			return i + len(close), valued, true
		}
		name := nameAt(src[i:limit])
		if name == "" {
			return 0, valued, false
		}
		i += len(name)
		rest := strings.TrimLeft(src[i:limit], " \t")
		if !strings.HasPrefix(rest, "=") {
			if !flags[strings.ToLower(name)] {
				return 0, valued, false
			}
			continue
		}
		rest = strings.TrimLeft(rest[1:], " \t")
		i = limit - len(rest)
		i += valueEnd(rest, close)
		valued++
	}
}

// valueEnd is where the value at the start of s ends.
func valueEnd(s, close string) int {
	if s == "" {
		return 0
	}
	for _, q := range [...][2]string{{`"`, `"`}, {"'", "'"}, {"“", "”"}, {"”", "”"}} {
		if rest, ok := strings.CutPrefix(s, q[0]); ok {
			if i := strings.Index(rest, q[1]); i >= 0 {
				return len(q[0]) + i + len(q[1])
			}
			break
		}
	}
	if i := strings.Index(s, close); i >= 0 {
		s = s[:i]
	}
	if i := strings.IndexAny(s, " \t"); i >= 0 {
		s = s[:i]
	}
	return len(s)
}

// attributes reads what is left of a tag without its name: class="MsoNormal" style="…">
func (p *pieces) attributes(at int) {
	if at > p.ln.Start && asciiWord(rune(p.src[at-1])) {
		return
	}
	limit, i, n := min(p.ln.End, at+tagLimit), at, 0
	for {
		name := nameAt(p.src[i:limit])
		j := i + len(name)
		if name == "" || j >= limit || p.src[j] != '=' || j+1 >= limit || p.src[j+1] != '"' && p.src[j+1] != '\'' {
			break
		}
		q := strings.IndexByte(p.src[j+2:limit], p.src[j+1])
		if q < 0 {
			break
		}
		n++
		i = j + 2 + q + 1
		if rest := strings.TrimLeft(p.src[i:limit], " \t"); nameAt(rest) != "" {
			i = limit - len(rest)
		}
	}
	if n == 0 {
		return
	}
	end := at + len(strings.TrimRight(p.src[at:i], " \t"))
	if rest := strings.TrimLeft(p.src[end:limit], " \t"); strings.HasPrefix(rest, ">") || strings.HasPrefix(rest, "/>") {
		end = limit - len(rest) + strings.IndexByte(rest, '>') + 1
	}
	if s := (text.Span{Start: at, End: end}); p.mentioned(s) {
		p.quoted++
	} else {
		p.add(s)
	}
}

// foldPrefix and foldIndex compare without regard to the case of ASCII; want is in lower case.
func foldPrefix(s, want string) bool {
	return len(s) >= len(want) && strings.EqualFold(s[:len(want)], want)
}

func foldIndex(s, want string) int {
	for i := 0; i+len(want) <= len(s); i++ {
		j := strings.IndexByte(s[i:], want[0])
		if j < 0 {
			return -1
		}
		if i += j; foldPrefix(s[i:], want) {
			return i
		}
	}
	return -1
}
