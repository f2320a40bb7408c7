package script

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/numeral"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// enumerator looks for a number of a list that is written in another way than its siblings: (Seven) between (6) and (8), or I.
// continued by Second,.
type enumerator struct{}

func (enumerator) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"(two)", "(three)", "(four)", "(five)", "(six)", "(seven)", "(eight)", "(nine)", "(ten)", "(eleven)", "(twelve)", "(one)",
		"\nii.", "\niii.", "\niv.", "\nsecond,", "\nthird,", "\nfourth,"}}
}

// bracketedWords is how many literals of the trigger stand in brackets; the others begin a line.
const bracketedWords = 12

func (enumerator) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	bracketed := false
	for _, h := range hits {
		bracketed = bracketed || h.Index < bracketedWords
	}
	if bracketed { // the outline of a text costs more than the walk over its line starts
		out = foreign(d, outline.Of(d))
	}
	if m, ok := continued(d.Text(), d.Lines()); ok {
		out = append(out, m)
	}
	return out
}

// foreign finds the numbers written as words in a list of figures.
func foreign(d *document.Document, o *outline.Outline) []checks.Match {
	var out []checks.Match
	for _, l := range o.Lists {
		var words []outline.Marker
		for _, i := range l.Items {
			if m := o.Markers[i]; m.Word {
				words = append(words, m)
			}
		}
		if len(words) == 0 || len(words)*2 >= len(l.Items) {
			continue
		}
		for _, w := range words {
			m := checks.At(w.Span.Start, w.Span.End)
			if s := w.Span.Of(d.Text()); w.Kind == outline.ArabicParen && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
				m.Fixes = checks.Replace(d, w.Span, "("+strconv.Itoa(w.N)+")", checks.ProofNone)
			}
			out = append(out, m)
		}
	}
	return out
}

// continued finds Roman and written-out numbers at the line starts of one list: together they count from one without a gap or
// a repetition, alone neither does. It ends at the first number that does not count on, which is near the top of most texts.
func continued(src string, lines *text.Lines) (checks.Match, bool) {
	var at []text.Span
	kinds := [2]int{}
	for i := range lines.Len() {
		ln := lines.Span(i)
		for c := next(src, ln.Start, ln); blank.Has(c.class) || c.class != scan.LF && strings.ContainsRune(bullets, c.r); c = next(src, ln.Start, ln) {
			ln.Start = c.span.End
		}
		end, n, roman := lineNumber(src, ln)
		if n == 0 {
			continue
		}
		if n != len(at)+1 {
			return checks.Match{}, false
		}
		at = append(at, text.Span{Start: ln.Start, End: end})
		if roman {
			kinds[0]++
		} else {
			kinds[1]++
		}
	}
	if len(at) < 3 || kinds[0] == 0 || kinds[1] == 0 {
		return checks.Match{}, false
	}
	return checks.Match{Places: at, Message: "continued"}, true
}

// bullets may stand before the number of a line.
const bullets = "-—–*#•·●■◆>|\uFEFF"

// lineNumber reads II. or Second, at the start of ln: where it ends and its value, 0 if there is none.
func lineNumber(src string, ln text.Span) (end, n int, roman bool) {
	i := ln.Start
	for i < ln.End && i-ln.Start < 12 && isLetter(src[i]) {
		i++
	}
	if i == ln.Start {
		return 0, 0, false
	}
	mark := next(src, i, ln)
	switch mark.r {
	case '.', '．':
		n, roman = numeral.Roman(src[ln.Start:i])
	case ',', '，':
		if isUpper := src[ln.Start] <= 'Z'; isUpper {
			n, _ = numeral.Ordinal(src[ln.Start:i])
		}
	}
	return mark.span.End, n, roman
}
