package chrome

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// markLimit bounds an expression of a template or a mark of a CMS, in bytes.
const markLimit = 160

// holes are the expressions of templates that a brace opens.
var holes = [...][2]string{{"{{", "}}"}, {"{%", "%}"}}

// tagged are the openings of template tags of Chinese CMS, behind the brace.
var tagged = [...]string{"dede:", "/dede:", "eyou:", "/eyou:", "pc:", "/pc:", "pboot:", "/pboot:", "aspcms:", "cms:", "maccms:", "ecms:", "php ", "loop ", "/loop}", "$"}

// template reads the expression of a template or a tag of a CMS that the brace at opens.
func (p *pieces) template(at int) bool {
	rest := p.src[at:min(p.ln.End, at+markLimit)]
	for _, q := range holes {
		if !strings.HasPrefix(rest, q[0]) {
			continue
		}
		i := strings.Index(rest, q[1])
		if i < 0 || !expression(rest[len(q[0]):i]) {
			return false
		}
		if s := (text.Span{Start: at, End: at + i + len(q[1])}); !p.placeholder(q[0]) && !p.mentioned(s) {
			p.add(s)
		}
		return true
	}
	i := strings.IndexByte(rest, '}')
	if i < 0 {
		return false
	}
	s := text.Span{Start: at, End: at + i + 1}
	if at > p.ln.Start && (p.src[at-1] == '$' || p.src[at-1] == '#') && expression(rest[1:i]) {
		if s.Start--; p.amidText(s) && !p.mentioned(s) {
			p.add(s)
		}
		return true
	}
	for _, t := range tagged {
		if strings.HasPrefix(rest[1:], t) && !strings.ContainsAny(rest[:i], "。，\\^") && !p.mentioned(s) {
			p.add(s)
			return true
		}
	}
	return false
}

// amidText reports whether s stands alone on its line or beside a character of Chinese: variables of a shell stand among code.
func (p *pieces) amidText(s text.Span) bool {
	before := strings.TrimRight(p.src[p.ln.Start:s.Start], " \t")
	after := strings.TrimLeft(p.src[s.End:p.ln.End], " \t")
	if hasAnyPrefix(after, "^", "_", "$", "\\") {
		return false // a formula
	}
	return before == "" && after == "" || before != "" && before[len(before)-1] >= utf8.RuneSelf || after != "" && after[0] >= utf8.RuneSelf
}

// expression reports whether s could stand in the hole of a template: a name of a value, perhaps with a filter.
func expression(s string) bool {
	s = strings.TrimSpace(s)
	letters := 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && asciiWord(r), scan.ClassOf(r) == scan.Han:
			letters++
		case strings.ContainsRune(" .$|()'\"[]:,-?!=&>@/", r):
		default:
			return false
		}
	}
	return letters > 0 && letters <= 80
}

// placeholder reports whether the line is nothing but a hole of a template and a label: that is another rule's finding.
func (p *pieces) placeholder(open string) bool {
	s := visibleSpan(p.ln.Of(p.src), p.ln.Start).Of(p.src)
	return len(s) <= 200 && strings.Contains(s, open) && template(s)
}

// pageMark reads #p#分页标题#e#.
func (p *pieces) pageMark(at int) {
	rest := p.src[at:min(p.ln.End, at+markLimit)]
	if i := strings.Index(rest, "#e#"); i > 0 {
		p.add(text.Span{Start: at, End: at + i + len("#e#")})
	}
}

// emphasis reads **text** and keeps the text.
func (p *pieces) emphasis(at int) {
	src, from := p.src, at+2
	if at > p.ln.Start && src[at-1] == '*' || from >= p.ln.End || src[from] == '*' {
		return // 138****1234
	}
	j := strings.Index(src[from:min(p.ln.End, from+600)], "**")
	if j <= 0 {
		return
	}
	to := from + j
	if to+2 < p.ln.End && src[to+2] == '*' {
		return
	}
	inner := src[from:to]
	first, _ := utf8.DecodeRuneInString(inner)
	last, _ := utf8.DecodeLastRuneInString(inner)
	if !hasHan(inner) && !strings.Contains(inner, " ") || first == ' ' || last == ' ' || closes(first) || last == '、' {
		return
	}
	// 张**和李**: names that were blotted out.
	before, _ := utf8.DecodeLastRuneInString(src[p.ln.Start:at])
	after, _ := utf8.DecodeRuneInString(src[to+2 : p.ln.End])
	if asciiWord(before) && asciiWord(first) {
		return // 2**3
	}
	if utf8.RuneCountInString(inner) < 2 || scan.ClassOf(before) == scan.Han && (after == '、' || surname(last)) && surname(before) {
		return
	}
	p.pair(text.Span{Start: at, End: from}, text.Span{Start: to, End: to + 2})
}

// surname reports whether r is one of the hundred commonest family names (Ministry of Public Security, 2020).
func surname(r rune) bool {
	return strings.ContainsRune("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严", r)
}

// closes reports whether r cannot begin a text.
func closes(r rune) bool {
	switch scan.ClassOf(r) {
	case scan.Pause, scan.Stop, scan.Close, scan.Comma, scan.Period, scan.HalfClose:
		return true
	}
	return false
}

// heading reads the marks of a Markdown heading: ## before a title.
func (p *pieces) heading(s text.Span) {
	a := s.Start
	for a > p.ln.Start && p.src[a-1] == '#' {
		a--
	}
	if strings.TrimSpace(p.src[p.ln.Start:a]) != "" || s.End-a > 7 || a-p.ln.Start > 3 {
		return
	}
	if next, _ := utf8.DecodeRuneInString(p.src[s.End:p.ln.End]); scan.ClassOf(next) != scan.Han && scan.ClassOf(next) != scan.Open && s.Of(p.src) == "# " && s.End-a == 2 {
		return // a comment of a shell
	}
	p.add(text.Span{Start: a, End: s.End})
}

// dataURI reads data:image/png;base64,…
func (p *pieces) dataURI(s text.Span) {
	a := strings.LastIndex(p.src[max(p.ln.Start, s.Start-60):s.Start], "data:")
	if a < 0 {
		return
	}
	end := s.End
	for end < p.ln.End && (asciiWord(rune(p.src[end])) && p.src[end] != ')' || strings.IndexByte("+/=-", p.src[end]) >= 0) {
		end++
	}
	if end-s.End >= 16 {
		p.add(text.Span{Start: max(p.ln.Start, s.Start-60) + a, End: end})
	}
}

// The settings that Word writes before its style sheets, in a window around the words that give them away.
var wordSettings = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:Normal\s+)?(?:[0-9.]+\s*(?:磅|pt|point|point\(s\))?\s+)*(?:(?:false|true)\s*){2,3}(?:\s*(?:[A-Z]{2}-[A-Z]{2}|X-NONE|JA|KO))*(?:\s*MicrosoftInternetExplorer[0-9])?|(?:(?:[A-Z]{2}-[A-Z]{2}|JA|KO)\s+)*X-NONE(?:\s*MicrosoftInternetExplorer[0-9])?`)
})

// wordFields reads the settings of Word around s.
func (p *pieces) wordFields(s text.Span) {
	p.window(wordSettings(), s, 60, 120)
}

// The control words of rich text.
var controlWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\{?(?:\\(?:rtf1?|ansi(?:cpg)?|deff|deflang|par|pard|plain|f|fs|cf|lang|langfe|b|i|ul|ulnone|qc|qj|ql|qr|sa|sb|sl|slmult|li|ri|fi|viewkind|uc|tab|cell|row|intbl|trowd|nowidctlpar|hich|dbch|loch|af|kerning|cgrid|insrsid|charrsid)(?:-?[0-9]+|\b)\s?){2,}`)
})

// richText reads a run of two and more control words of rich text.
func (p *pieces) richText(s text.Span) {
	p.window(controlWords(), s, 120, 120)
}

// The field codes of Word: PAGE \* MERGEFORMAT, HYPERLINK "…".
var fieldCodes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:(?:NUMPAGES|PAGE|DATE|TIME|SEQ \S{1,20}|REF \S{1,40})\s*)?(?:\\[*#@]\s*"?[A-Za-z0-9.]+"?\s*)*\\\*\s*MERGEFORMAT(?:INET)?|HYPERLINK\s+"[^"\n]{0,300}"(?:\s+\\[a-z](?:\s+"[^"\n]{0,60}")?)*|TOC\s+(?:\\[a-z]\s*(?:"[^"\n]{0,20}")?\s*)+|PAGEREF\s+_[A-Za-z0-9]+(?:\s+\\[a-z])*|EMBED\s+(?:Word|Equation|Excel|PowerPoint|Visio|Package|PBrush|MSGraph|WPS|ET)[A-Za-z0-9.]*`)
})

// fieldCode reads a field code of Word around s.
func (p *pieces) fieldCode(s text.Span) {
	p.window(fieldCodes(), s, 80, 400)
}

// window adds what re finds around s, looking at no more than some bytes before and after.
func (p *pieces) window(re *regexp.Regexp, s text.Span, before, after int) {
	lo, hi := max(p.ln.Start, s.Start-before), min(p.ln.End, s.End+after)
	for lo < s.Start && !utf8.RuneStart(p.src[lo]) {
		lo++
	}
	for hi < p.ln.End && !utf8.RuneStart(p.src[hi]) {
		hi--
	}
	for _, m := range re.FindAllStringIndex(p.src[lo:hi], -1) {
		if q := (text.Span{Start: lo + m[0], End: lo + m[1]}); q.Start <= s.Start && s.End <= q.End {
			q.End = q.Start + len(strings.TrimRight(q.Of(p.src), " \t"))
			p.add(q)
			return
		}
	}
}

// tableRule reads the line that rules off a Markdown table's head where no table is left: | --- | --- |
func (p *pieces) tableRule(lines *text.Lines, i int) {
	v := visibleSpan(p.ln.Of(p.src), p.ln.Start)
	s := v.Of(p.src)
	if len(s) < 200 && strings.Trim(s, "|-: ") == "" && strings.Count(s, "---") >= 1 && strings.Count(s, "|") >= 2 && s[0] == '|' && !inTable(lines, i) {
		p.add(v)
	}
}

func hasHan(s string) bool {
	for _, r := range s {
		if scan.ClassOf(r) == scan.Han {
			return true
		}
	}
	return false
}
