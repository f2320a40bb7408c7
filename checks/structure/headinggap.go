package structure

import (
	"strings"

	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// maxHeading is how many bytes a heading may take.
const maxHeading = 150

// headingEnds finds, behind the numbers of scars, the white space that ends their headings: 一、过去五年工作回顾 过去五年,…
func headingEnds(s string, ln text.Span, o *outline.Outline, sure []scar) []scar {
	var out []scar
	if m, ok := o.Marked(skipBlank(s, ln)); ok {
		out = append(out, headingEnd(s, ln, o, m.Span.End)...)
	}
	for _, sc := range sure {
		if sc.marker >= 0 {
			out = append(out, headingEnd(s, ln, o, sc.mark.End)...)
		}
	}
	return out
}

// loneHeading: line i begins with a heading and goes on, while its siblings stand on their lines alone.
func loneHeading(s string, i int, lines *text.Lines, o *outline.Outline) bool {
	ln := lines.Span(i)
	m, ok := o.Marked(skipBlank(s, ln))
	if !ok || m.List < 0 || m.Kind != outline.Han && m.Kind != outline.HanParen || ln.Len() < leastPiece {
		return false
	}
	alone := 0
	for _, k := range o.Lists[m.List].Items {
		x := o.Markers[k]
		rest := strings.TrimRight(s[x.Span.End:lines.Span(x.Line).End], blanks+"\r")
		if x.Start && len(rest) <= 3*headingRunes && !strings.ContainsAny(rest, "。；！？ \u3000") {
			alone++
		}
		if alone >= 8 {
			break
		}
	}
	return alone >= 2 || alone == 1 && len(o.Lists[m.List].Items) == 2
}

// headingEnd is the white space that ends the heading behind offset from, if any does.
func headingEnd(s string, ln text.Span, o *outline.Outline, from int) []scar {
	room := s[from:min(ln.End, from+maxHeading)]
	n := nextBlank(room)
	if n < 6 || strings.ContainsAny(room[:n], "。！？；!?;") {
		return nil
	}
	end := from + n
	for end < ln.End && isBlank(next(s, end)) {
		end += len(string(next(s, end)))
	}
	if _, marked := o.Marked(end); marked || !isHan(last(s, from+n)) || !opens(next(s, end)) || end >= ln.End {
		return nil
	}
	return []scar{{gap: text.Span{Start: from + n, End: end}, mark: text.Span{Start: from + n, End: end + len(string(next(s, end)))}, marker: -1}}
}
