package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// wrongDocument finds texts that belong to another place than their title says: the session in the dateline and the body agree
// against it.
type wrongDocument struct {
	Path string `toml:"path"` // what the path of a file means: {province}/{place}-{year}.txt; "" if nothing is known of it
}

func newWrongDocument(p checks.Params) (checks.Check, error) {
	var c wrongDocument
	err := p.Decode(&c)
	return c, err
}

// WrongDocument is the check of structure/wrong-document for files whose paths are built by pattern.
func WrongDocument(pattern string) checks.Check { return wrongDocument{Path: pattern} }

func (wrongDocument) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"代表大会", "人大", "工作报告"}}
}

func (c wrongDocument) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	o, s := outline.Of(d), d.Text()
	docs := Documents(d)
	if len(docs) == 1 && c.Path != "" {
		if found := c.against(d, o, docs[0]); found != nil {
			return found
		}
	}
	var out []checks.Match
	for _, doc := range docs {
		title, tAt := placeInTitle(s, o, doc)
		session, sAt := placeOfSession(s, o, doc)
		if title == "" || session == "" || related(title, session) {
			continue
		}
		a, b := stem(title), stem(session)
		body := s[min(sAt.End, doc.End):doc.End]
		if n := strings.Count(body, b); n < 5 || strings.Count(body, a)*8 > n {
			continue // a city and its district, a joint report: both are named
		}
		m := checks.At(tAt.Start, tAt.End)
		m.Vars = map[string]string{"title": title, "body": session}
		m.Evidence = []checks.Note{{Key: "session"}, {Key: "body"}}
		m.Related = []checks.Note{{Key: "there", At: []text.Span{sAt}}}
		out = append(out, m)
	}
	return out
}

// placeInTitle is X in 2022年X政府工作报告.
func placeInTitle(s string, o *outline.Outline, doc text.Span) (string, text.Span) {
	for _, t := range o.Titles {
		if !doc.Contains(t.Span) {
			continue
		}
		x := t.Span.Of(s)
		end := strings.Index(x, "人民政府")
		if end < 0 {
			end = strings.Index(x, "政府")
		}
		if end <= 0 {
			continue
		}
		start := 0
		if i := strings.Index(x[:end], "年"); i >= 0 {
			start = i + len("年")
		}
		if p := strings.Trim(x[start:end], blanks); division(p) {
			at := t.Span.Start + strings.Index(x, p)
			return p, text.Span{Start: at, End: at + len(p)}
		}
	}
	return "", text.Span{}
}

// placeOfSession is Y in 在Y第九届人民代表大会.
func placeOfSession(s string, o *outline.Outline, doc text.Span) (string, text.Span) {
	for _, x := range o.Datelines {
		if !x.Session || !doc.Contains(x.Span) {
			continue
		}
		rest := s[x.Span.End:min(doc.End, x.Span.End+240)]
		i := strings.Index(rest, "在")
		j := strings.Index(rest, "第")
		if i < 0 || j < i {
			continue
		}
		p := rest[i+len("在") : j]
		if division(p) {
			at := x.Span.End + i + len("在")
			return p, text.Span{Start: at, End: at + len(p)}
		}
	}
	return "", text.Span{}
}

// division: a name with the word for an administrative division behind it.
func division(p string) bool {
	n := utf8.RuneCountInString(p)
	r, _ := utf8.DecodeLastRuneInString(p)
	return n >= 3 && n <= 14 && strings.ContainsRune("省市区县州盟旗", r) && strings.IndexFunc(p, func(r rune) bool { return !isHan(r) }) < 0
}

// related: one names the other, or what it belongs to (天津市蓟州区, 蓟州区).
func related(a, b string) bool {
	return strings.Contains(a, stem(b)) || strings.Contains(b, stem(a))
}

// stem is the last name of a place without the word for its kind: 天津市蓟州区 gives 蓟州.
func stem(p string) string {
	_, n := utf8.DecodeLastRuneInString(p)
	x := p[:len(p)-n]
	if i := strings.LastIndexAny(x, "省市州"); i > 0 && utf8.RuneCountInString(x[i:]) > 2 {
		_, w := utf8.DecodeRuneInString(x[i:])
		x = x[i+w:]
	}
	return x
}
