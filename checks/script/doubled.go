package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// doubled looks for marks that follow one another and cannot: the same one twice, or two that exclude each other. The ellipsis
// …… and the dash —— are double by nature, and ！ and ？ may be repeated or joined (GB/T 15834 4.2, 4.3).
type doubled struct{}

func (doubled) Trigger() scan.Trigger {
	var t scan.Trigger
	for _, a := range []scan.Class{scan.Pause, scan.Stop, scan.Comma, scan.Semicolon, scan.Colon, scan.Period} {
		for _, b := range []scan.Class{scan.Pause, scan.Stop, scan.Comma, scan.Semicolon, scan.Colon, scan.Period} {
			t.Pairs = append(t.Pairs, scan.Pair{A: a, B: b})
		}
	}
	t.Pairs = append(t.Pairs, scan.Pair{A: scan.Percent, B: scan.Percent})
	return t
}

// points are the classes a run of marks is made of. Signs of per cent make runs of their own: 95%%、 is one sign too many in
// front of a mark that is right.
var points = scan.SetOf(scan.Pause, scan.Stop, scan.Comma, scan.Semicolon, scan.Colon, scan.Period)

func (doubled) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var out []checks.Match
	ln, done := text.Span{End: -1}, -1
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		if h.Span.Start > ln.End {
			ln = lines.Span(lines.At(h.Span.Start))
		}
		s, alike := h.Span, points
		if strings.HasPrefix(s.Of(src), "%") || strings.HasPrefix(s.Of(src), "％") {
			alike = scan.SetOf(scan.Percent)
		}
		for c := next(src, s.End, ln); alike.Has(c.class); c = next(src, s.End, ln) {
			s.End = c.span.End
		}
		done = s.End
		run := strings.Map(scan.Fold, s.Of(src))
		keep, ok := single(run, prev(src, s.Start, ln), next(src, s.End, ln))
		if !ok {
			continue
		}
		m := checks.At(s.Start, s.End)
		if keep == "……" {
			m.Message = "ellipsis"
			m.Fixes = checks.Replace(d, s, keep, checks.ProofNone)
		} else if keep != "" {
			i := strings.Index(run, keep)
			kept := []rune(s.Of(src))[len([]rune(run[:i]))]
			m.Fixes = checks.Replace(d, s, string(kept), shapely(src, s, ln, run))
		}
		out = append(out, m)
	}
	return gatherBy(d, out)
}

// single judges a run of folded marks between two characters. ok: it is a defect; keep: the mark that should stand alone, ""
// if that cannot be said, …… if an ellipsis is meant.
func single(run string, b, a char) (keep string, ok bool) {
	kinds := map[rune]int{}
	n := 0
	for _, r := range run {
		kinds[r]++
		n++
	}
	chinese := b.class == scan.Han || b.class == scan.Close || a.class == scan.Han
	english := (b.class == scan.Lower || b.class == scan.Upper) && (a.class == scan.Space || a.class == scan.LF)
	if n > 12 || len(kinds) > 2 || b.class == scan.Open && a.class == scan.Close {
		return "", false // leaders; a text about marks
	}
	if len(kinds) == 1 {
		r := []rune(run)[0]
		switch r {
		case '!', '?':
			return "", false
		case '。':
			if n > 2 {
				return "……", chinese
			}
		case '.':
			return ".", n == 2 && a.r != '/' && (chinese || english && b.class == scan.Lower)
		case '%':
			return "%", n == 2 && b.class == scan.Digit
		case ':', ';', ',':
			if n == 2 && english && r != ':' {
				return string(r), true
			}
			if n > 2 && r != ',' {
				return "", false // an ornament
			}
		case '‰':
			return "", false
		}
		return string(r), chinese
	}
	switch {
	case kinds['%'] > 0 || kinds['‰'] > 0 || kinds['!'] > 0 && kinds['?'] > 0 || kinds[':'] > 0 && (kinds['!'] > 0 || kinds['?'] > 0):
		return "", false
	case kinds['.'] > 0 && !chinese:
		return "", english && run == ",."
	case kinds['.'] > 0 && (b.class == scan.Digit || latin.Has(b.class) && run[0] == '.'):
		return "", false // Co., Ltd.，
	case !chinese:
		return "", false
	}
	for _, end := range []string{"。", "!", "?"} {
		if strings.HasSuffix(run, end) && n == 2 {
			return end, true
		}
	}
	return "", true
}

// shapely is the certificate of a doubled mark between Han: without one of the two the text has only one reading. A doubled
// comma may be the scar of a name that was cut out.
func shapely(src string, s, ln text.Span, run string) checks.Proof {
	b, a := prev(src, s.Start, ln), next(src, s.End, ln)
	same := run == "。。" || run == "、、" || run == ";;"
	if same && b.class == scan.Han && (a.class == scan.Han || a.class == scan.LF && run == "。。") {
		return checks.ProofShape
	}
	return checks.ProofNone
}
