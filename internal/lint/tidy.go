package lint

import (
	"strings"

	"github.com/reportlint/reportlint/internal/text"
)

// tidy lets deleted lines take along the blank lines that parted them from the rest: where a blank line stands above the deleted
// ones, those below go; so do all before the first line that stays and all behind the last. What a finding offers is its own
// lines only; the blank ones follow from all deletions of a round together.
func tidy(src string, es text.Edits) text.Edits {
	lines := text.SplitLines(src)
	gone := map[int]bool{}
	for _, e := range es {
		if e.New != "" || e.Span.Start > 0 && src[e.Span.Start-1] != '\n' || e.Span.End < len(src) && (e.Span.Len() == 0 || src[e.Span.End-1] != '\n') {
			continue // not whole lines
		}
		for i := lines.At(e.Span.Start); i < lines.Len() && lines.Start(i) < e.Span.End; i++ {
			gone[i] = true
		}
	}
	if len(gone) == 0 {
		return es
	}
	var extra []text.Edit
	take := func(i int) { extra = append(extra, text.Edit{Span: lines.Whole(i)}) }
	open := true      // nothing but blank lines stands directly above, or nothing at all
	after := false    // the lines directly above were deleted
	var blanks []int  // blank lines that stay so far, since the last line with text
	trailing := false // something was deleted since that line
	for i := range lines.Len() {
		switch {
		case gone[i]:
			after, trailing = true, true
		case strings.TrimLeft(lines.Text(i), " \t\u3000\u00a0") == "":
			if after && open {
				take(i)
			} else {
				blanks = append(blanks, i)
				open, after = true, false
			}
		default:
			open, after, trailing, blanks = false, false, false, blanks[:0]
		}
	}
	if trailing {
		for _, i := range blanks {
			take(i)
		}
	}
	all := text.Edits(nil)
	if c, err := text.Canon(src, extra); err == nil {
		if joined, ok := text.Join(es, c); ok {
			all = joined
		}
	}
	if c, err := text.Canon(src, all); err == nil && len(c) > 0 {
		return c
	}
	return es
}
