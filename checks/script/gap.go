package script

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/checks/structure"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/habit"
)

// gap looks for white space inside Chinese prose, where none is set (clreq): between Han, and beside Chinese marks. White
// space beside Latin letters and digits is a matter of style and not looked at.
type gap struct{}

func (gap) Trigger() scan.Trigger {
	var t scan.Trigger
	for _, sp := range []scan.Class{scan.Space, scan.WideSpace, scan.OddSpace} {
		for _, c := range []scan.Class{scan.Han, scan.Stop, scan.Pause, scan.Close} {
			t.Pairs = append(t.Pairs, scan.Pair{A: c, B: sp})
		}
		for _, c := range []scan.Class{scan.Han, scan.Stop, scan.Pause, scan.Open} {
			t.Pairs = append(t.Pairs, scan.Pair{A: sp, B: c})
		}
		t.Pairs = append(t.Pairs, scan.Pair{A: scan.Open, B: sp}, scan.Pair{A: sp, B: scan.Close})
	}
	return t
}

// space is one stretch of white space inside a line.
type space struct {
	span   text.Span
	b, a   char // what stands before and behind it
	ln     text.Span
	crowd  bool // others stand near: a row of names or of cells
	single bool // one U+0020
}

func (gap) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var all []space
	ln, done := text.Span{End: -1}, -1
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		if h.Span.Start > ln.End {
			ln = lines.Span(lines.At(h.Span.Start))
		}
		at := h.Span.Start
		if c := next(src, at, ln); !blank.Has(c.class) {
			at = c.span.End
		}
		s := text.Span{Start: skipBack(src, at, ln), End: skipOn(src, at, ln)}
		done = max(s.End, h.Span.Start+1)
		if s.Start == ln.Start || s.End == ln.End || s.Len() == 0 {
			continue // an indent, or white space at the end of the line
		}
		all = append(all, space{span: s, b: prev(src, s.Start, ln), a: next(src, s.End, ln), ln: ln, single: s.Of(src) == " "})
	}
	suspect := func(g space) bool { message, _ := g.judge(src); return message != "" }
	if !slices.ContainsFunc(all, suspect) || habit.Of(d).Korean() {
		return nil
	}
	lost := structure.LostBreaks(d)
	all = slices.DeleteFunc(all, func(g space) bool {
		for len(lost) > 0 && lost[0].End <= g.span.Start {
			lost = lost[1:]
		}
		return len(lost) > 0 && lost[0].Overlaps(g.span)
	})
	for i := range all {
		near := 0
		for k := max(0, i-2); k <= i+2 && k < len(all); k++ {
			if k != i && all[k].ln == all[i].ln && abs(all[k].span.Start-all[i].span.Start) < 120 {
				near++
			}
		}
		all[i].crowd = near >= 2
	}
	var inside, behind []checks.Match
	for i, g := range all {
		message, sure := g.judge(src)
		if message == "" {
			continue
		}
		m := checks.At(g.span.Start, g.span.End)
		m.Message = message
		proof := checks.ProofNone
		if sure && g.single && !(i > 0 && all[i-1].ln == g.ln) && !(i+1 < len(all) && all[i+1].ln == g.ln) {
			proof = checks.ProofShape
		}
		m.Fixes = checks.Replace(d, g.span, "", proof)
		if message == "behind" {
			behind = append(behind, m)
		} else {
			inside = append(inside, m)
		}
	}
	return append(gather(d, behind), gatherBy(d, inside)...)
}

func abs(n int) int { return max(n, -n) }

// judge says which kind of gap g is, "" if it may be meant. sure: the text without it is the only reading.
func (g space) judge(src string) (message string, sure bool) {
	if strings.Contains(g.span.Of(src), "\t") || opensItem(src[g.span.End:g.ln.End]) {
		return "", false // cells; a heading that a lost line break ran in
	}
	b, a := g.b.class, g.a.class
	switch {
	case a == scan.Stop && b != scan.Stop || a == scan.Pause && b != scan.Pause && b != scan.Stop:
		if b == scan.Han || b == scan.Close || b == scan.Digit || b == scan.Percent {
			return "before", false // behind a visible character of the sentence that the mark belongs to
		}
		return "", false
	case b == scan.Stop && a == scan.Han, b == scan.Stop && a == scan.Open:
		if g.crowd || g.b.r == '．' || g.b.r != '。' && !strings.ContainsAny(src[back(src, g.span.Start, 80, g.ln):on(src, g.span.End, 80, g.ln)], "。，") { // a headline of two halves
			return "", false
		}
		return "behind", a == scan.Han && prose(src, g.span, g.ln)
	case b == scan.Pause && (a == scan.Han || a == scan.Open):
		if g.b.r == '：' || g.crowd && g.b.r != '，' { // a label and what it labels
			return "", false
		}
		return "behind", false
	case (b == scan.Comma || b == scan.Semicolon) && a == scan.Han && prev(src, g.b.span.Start, g.ln).class == scan.Han:
		return "behind", false
	case (a == scan.Comma || a == scan.Semicolon) && b == scan.Han && next(src, g.a.span.End, g.ln).class == scan.Han:
		return "before", false
	case b == scan.Open && a == scan.Han && g.closes(src, g.span.End), b == scan.Han && a == scan.Close && g.opens(src, g.span.Start):
		return "within", false
	case b == scan.Han && (a == scan.Han || quoting(g.a.r)), b == scan.Close && a == scan.Han && quoting(partnerRune(g.b.r)):
		if g.crowd || g.wide(src) || !prose(src, g.span, g.ln) || g.meant(src) {
			return "", false
		}
		return "inside", false
	}
	return "", false
}

// wide reports whether g is more than a typist's slip: two spaces or one of another width at most.
func (g space) wide(src string) bool {
	s := g.span.Of(src)
	return s != " " && s != "  " && utf8.RuneCountInString(s) > 1
}

// quoting are the marks that open a quotation or a title.
func quoting(r rune) bool { return r == '“' || r == '‘' || r == '《' || r == '「' }

func partnerRune(r rune) rune {
	switch r {
	case '”':
		return '“'
	case '’':
		return '‘'
	case '》':
		return '《'
	case '」':
		return '「'
	}
	return 0
}

// opens reports whether the last mark before off opens a pair close by; closes, whether the next one closes it.
func (g space) opens(src string, off int) bool {
	c := prev(src, clauseStart(src, off, g.ln), g.ln)
	return c.class == scan.Open && off-c.span.End > 0
}

func (g space) closes(src string, off int) bool {
	c := next(src, clauseEnd(src, off, g.ln), g.ln)
	return c.class == scan.Close && c.span.Start-off > 0
}

// meant tells the spaces that a writer sets: after a chapter or article number, between a post and a name, in a slogan of two
// equal halves, in a short line head, inside quotes and title marks.
func (g space) meant(src string) bool {
	left, right := clauseStart(src, g.span.Start, g.ln), clauseEnd(src, g.span.End, g.ln)
	l, r := src[left:g.span.Start], src[g.span.End:right]
	// clauses are cut at thirty characters, so equal halves are those of short ones
	nl, nr := utf8.RuneCountInString(l), utf8.RuneCountInString(r)
	before, behind := prev(src, left, g.ln), next(src, right, g.ln)
	switch {
	case strings.ContainsAny(l, " \u3000\u00a0") || strings.ContainsAny(r, " \u3000\u00a0"):
		return true // more gaps: a row
	case before.class == scan.Open && behind.class == scan.Close:
		return true // a slogan or a title
	case nl == nr && nl <= 10 && (before.class == scan.LF || before.class == scan.Open || before.class == scan.Stop || before.r == '：'), g.b.class != scan.Close && nl <= 1, quoting(g.a.r) && nl <= 1, g.a.class == scan.Han && nr <= 1:
		return true // 贾 堤
	case g.span.Start-g.ln.Start <= 40 && utf8.RuneCountInString(src[g.ln.Start:g.span.Start]) <= 10 && !strings.ContainsAny(src[g.ln.Start:g.span.Start], proseMarks):
		return true // a label or a place name that begins the line
	case strings.HasPrefix(l, "第") && nl <= 6, strings.HasPrefix(l, "附件"), strings.HasPrefix(l, "图"), strings.HasPrefix(l, "表"):
		return true
	case ending(l, offices), ending(l, posts) && nr <= 4, nr <= 4 && behind.class == scan.LF, ending(l, leads):
		return true
	}
	return false
}

// offices are the ends of words before a person's name that are hardly anything else.
var offices = []string{"市长", "省长", "区长", "县长", "州长", "镇长", "乡长", "局长", "部长", "厅长", "院长", "校长", "书记", "主任", "主席", "记者", "主持人"}

// leads end the line head of a news agency.
var leads = []string{"消息", "电", "讯"}

// posts are the ends of words before a person's name.
var posts = []string{"长", "书记", "主任", "主席", "委员", "代表", "记者", "作者", "通讯员", "教授", "先生", "女士", "编辑", "责编", "院士", "总理", "员", "首席"}

func ending(s string, with []string) bool {
	for _, p := range with {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	return false
}

// opensItem reports whether s begins with the number of a heading or a list item, so that the white space before it stands for
// a line break: the business of the structure rules.
func opensItem(s string) bool {
	s = strings.TrimLeft(s, "(（")
	n := 0
	for n < len(s) && n < 12 {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case strings.ContainsRune("一二三四五六七八九十百第0123456789", r):
			n += size
			continue
		case strings.ContainsRune("、.．)）章节条编款是要", r):
			return n > 0
		case scan.ClassOf(r) == scan.EnclosedNumber:
			return true
		}
		return false
	}
	return false
}
