package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// markSpace looks at the spaces beside the marks of English sentences: one that is missing behind a mark (work.One, jobs,and), and
// one that stands before it (government , enterprises).
type markSpace struct{}

func (markSpace) Trigger() scan.Trigger {
	var t scan.Trigger
	for _, m := range []scan.Class{scan.Comma, scan.Semicolon} {
		t.Pairs = append(t.Pairs, scan.Pair{A: m, B: scan.Lower}, scan.Pair{A: m, B: scan.Upper}, scan.Pair{A: scan.Space, B: m})
	}
	t.Pairs = append(t.Pairs, scan.Pair{A: scan.Period, B: scan.Upper}, scan.Pair{A: scan.Space, B: scan.Period})
	return t
}

func (markSpace) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	if !english(d) {
		return nil
	}
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	ln := text.Span{End: -1}
	for _, h := range hits {
		if h.Span.Start > ln.End {
			ln = lines.Span(lines.At(h.Span.Start))
		}
		at := h.Span.Start
		var m checks.Match
		switch {
		case src[at] == ' ' && surplus(src, at, ln):
			m = checks.At(at, at+2)
			m.Message = "surplus"
			m.Fixes = checks.Rewrite(d, []text.Edit{{Span: text.Span{Start: at, End: at + 1}}}, checks.ProofNone)
		case src[at] != ' ' && src[at] < 0x80 && missing(src, at, ln):
			m = checks.At(at, at+2)
			m.Message = "missing"
			m.Fixes = checks.Rewrite(d, []text.Edit{{Span: text.Span{Start: at + 1, End: at + 1}, New: " "}}, checks.ProofNone)
		default:
			continue
		}
		m.Vars = map[string]string{"mark": strings.TrimSpace(src[at : at+2])[:1]}
		out = append(out, m)
	}
	return gatherBy(d, out)
}

// surplus reports whether the space at, before a mark, stands inside a sentence: behind a word and before a space or the end.
func surplus(src string, at int, ln text.Span) bool {
	if at == ln.Start || !isLetter(src[at-1]) && src[at-1] != ')' && !isDigit(src[at-1]) {
		return false
	}
	return at+2 == ln.End || at+2 < ln.End && src[at+2] == ' ' && src[at+1] != '.' ||
		at+3 < ln.End && src[at+2] == ' ' && src[at+3] >= 'A' && src[at+3] <= 'Z'
}

// missing reports whether the mark at stands between two words that are no address, file name, abbreviation or code.
func missing(src string, at int, ln text.Span) bool {
	a, b := at, at+1
	for a > ln.Start && isLetter(src[a-1]) {
		a--
	}
	for b < ln.End && isLetter(src[b]) {
		b++
	}
	before, after := src[a:at], src[at+1:b]
	if len(before) < 3 || before[1:] != strings.ToLower(before[1:]) || len(after) < 2 && after != "I" && after != "A" || after[1:] != strings.ToLower(after[1:]) {
		return false
	}
	if src[at] != '.' && after != strings.ToLower(after) && before != strings.ToLower(before) {
		return false // Paris,France is how some addresses are written
	}
	if a > ln.Start && strings.IndexByte(" (\"'-", src[a-1]) < 0 && src[a-1] < 0x80 {
		return false // part of something longer
	}
	if src[at] == '.' && hostLike(after) {
		return false
	}
	return b == ln.End || src[b] == ' ' || src[b] == '-' || endsPhrase(src, b, ln) && (b+1 >= ln.End || src[b+1] == ' ') || src[b] >= 0x80
}

// hostLike reports whether a word behind a point looks like the end of an address or of a file name.
func hostLike(w string) bool {
	switch strings.ToLower(w) {
	case "com", "net", "org", "gov", "edu", "cn", "info", "io", "js", "java", "txt", "pdf", "doc", "html", "exe", "zip":
		return true
	}
	return false
}
