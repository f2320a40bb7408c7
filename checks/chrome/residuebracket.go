package chrome

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// bracketLimit bounds what a pair of codes encloses, in bytes.
const bracketLimit = 3000

// carriers are codes that enclose an address or a number, which goes with them.
var carriers = map[string]bool{"img": true, "attach": true, "attachimg": true, "media": true, "flash": true, "audio": true, "swf": true, "rm": true, "wmv": true}

// breaks are codes that stand alone for the end of a page or a place.
var breaks = map[string]bool{"page": true, "nextpage": true, "newpage": true, "pagebreak": true, "hr": true, "audio": true, "media": true, "flash": true}

// bracket reads what [ begins: an image or a link of Markdown, the mark of a CMS, a bulletin board code.
func (p *pieces) bracket(at int) {
	if strings.HasPrefix(p.src[at:p.ln.End], "[!--") {
		p.until(at, "--]")
		return
	}
	if at > p.ln.Start && p.src[at-1] == '!' {
		if s, ok := image(p.src, at-1, p.ln.End); ok {
			p.add(s)
			return
		}
	}
	if p.link(at) || p.directive(at) {
		return
	}
	p.code4boards(at)
}

// image is the span of ![…](…) at a.
func image(src string, a, end int) (text.Span, bool) {
	i := strings.Index(src[a:min(end, a+400)], "](")
	if i < 0 || strings.Contains(src[a+2:a+i], "![") {
		return text.Span{}, false
	}
	j := strings.IndexByte(src[a+i:min(end, a+i+800)], ')')
	if j < 0 {
		return text.Span{}, false
	}
	return text.Span{Start: a, End: a + i + j + 1}, true
}

// link reads [text](address) and keeps the text.
func (p *pieces) link(at int) bool {
	i := strings.Index(p.src[at:min(p.ln.End, at+400)], "](")
	if i < 0 || strings.Contains(p.src[at+1:at+i], "[") {
		return false
	}
	a := at + i + 2
	j := strings.IndexByte(p.src[a:min(p.ln.End, a+800)], ')')
	if j < 0 || !address(p.src[a:a+j]) {
		return false
	}
	opening, closing := text.Span{Start: at, End: at + 1}, text.Span{Start: at + i, End: a + j + 1}
	if p.mentioned(text.Span{Start: at, End: closing.End}) {
		p.quoted++
		return true
	}
	p.pair(opening, closing)
	return true
}

// directive reads [#list docs as doc], [/#list] and [@page]: templates written in brackets.
func (p *pieces) directive(at int) bool {
	rest := p.src[at+1 : min(p.ln.End, at+markLimit)]
	name := strings.TrimPrefix(rest, "/")
	if name == "" || name[0] != '#' && name[0] != '@' {
		return false
	}
	word := nameAt(name[1:])
	if end := name[1+len(word):]; word == "" || !hasAnyPrefix(end, " ", "]", "/]") {
		return false
	}
	i := strings.IndexByte(rest, ']')
	if i < 0 || hasHan(rest[:i]) {
		return false
	}
	if s := (text.Span{Start: at, End: at + 1 + i + 1}); p.mentioned(s) {
		p.quoted++
	} else {
		p.add(s)
	}
	return true
}

// address reports whether s is where a link may lead.
func address(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' {
			return false
		}
	}
	s, _, _ = strings.Cut(s, " ") // a title in quotes may follow
	return hasAnyPrefix(s, "http:", "https:", "ftp:", "mailto:", "javascript:", "www.", "/", "./", "../", "#") || strings.Contains(s, ".") && strings.ContainsAny(s, "/") || foldIndex(s, ".htm") > 0
}

// code4boards reads [name], [name=value] and [/name].
func (p *pieces) code4boards(at int) {
	src, i := p.src, at+1
	closing := i < p.ln.End && src[i] == '/'
	if closing {
		i++
	}
	name := strings.ToLower(nameAt(src[i:min(p.ln.End, i+20)]))
	if i += len(name); i >= p.ln.End || !p.words.boards[name] && !breaks[name] {
		return
	}
	valued := src[i] == '='
	if valued {
		j := strings.IndexByte(src[i:min(p.ln.End, i+400)], ']')
		if j < 0 || strings.ContainsAny(src[i:i+j], "。，[") {
			return
		}
		i += j
	}
	if src[i] != ']' {
		return
	}
	s := text.Span{Start: at, End: i + 1}
	if p.mentioned(s) {
		p.quoted++
		return
	}
	switch {
	case closing:
		if len(name) > 1 {
			p.add(s)
		}
		return
	case !p.words.boards[name]:
		if raw := s.Of(src); raw == strings.ToLower(raw) || name == "nextpage" {
			p.add(s)
		}
		return
	}
	j := foldIndex(src[s.End:min(p.ln.End, s.End+bracketLimit)], "[/"+name+"]")
	switch {
	case j >= 0 && carriers[name]:
		p.add(text.Span{Start: at, End: s.End + j + len(name) + 3})
	case j >= 0:
		p.pair(s, text.Span{Start: s.End + j, End: s.End + j + len(name) + 3})
	case valued, breaks[name] && s.Of(src) == strings.ToLower(s.Of(src)):
		p.add(s)
	}
}
