package structure

import (
	"sort"
	"strings"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// lineGaps is the white space inside one line of Chinese.
type lineGaps struct {
	ln       text.Span
	sure     []scar // lost breaks
	plain    []scar // single spaces behind sentences, not yet judged
	head     []scar // the white space that may end the heading with which the line begins
	headings int    // numbers among the sure ones
	inner    int    // white space between Han, inside sentences
	total    int
}

// gapsOf reads the white space of a line from offset from on, where its first word begins; f stands at or before it.
func gapsOf(s string, ln text.Span, from int, o *outline.Outline, f *finder) lineGaps {
	l := lineGaps{ln: ln}
	for at := from; at < ln.End; {
		start := f.blank(at)
		if start < 0 || start >= ln.End {
			break
		}
		end := start
		for end < ln.End && isBlank(next(s, end)) {
			end += len(string(next(s, end)))
		}
		at = end
		if start == ln.Start || end == ln.End {
			continue
		}
		l.total++
		g := gapBefore(s, end)
		sc := scar{gap: text.Span{Start: start, End: end}, mark: text.Span{Start: start, End: end + len(string(next(s, end)))}, marker: -1}
		if m, ok := o.Marked(end); ok {
			sc.marker, sc.mark.End = o.After(end), m.Span.End
			if numbered(s, o, m, g) {
				l.sure = append(l.sure, sc)
				l.headings++
			}
			continue
		}
		switch {
		case !g.ends || !opens(next(s, end)):
			if isHan(g.before) && isHan(next(s, end)) {
				l.inner++
			}
		case wide(s[start:end]), saluted(o, start):
			l.sure = append(l.sure, sc)
		case stops(g.mark) || g.mark == '：' || g.mark == ':':
			l.plain = append(l.plain, sc)
		}
	}
	if len(l.plain) > 0 && few(s[ln.Start:ln.End], len(l.plain), len(l.sure)) {
		l.sure, l.plain = merge(l.sure, l.plain), nil
	}
	if l.headings >= 2 {
		l.sure = merge(l.sure, headingEnds(s, ln, o, l.sure))
	}
	return l
}

// saluted: a salutation and its mark end at off.
func saluted(o *outline.Outline, off int) bool {
	k := sort.Search(len(o.Salutations), func(i int) bool { return o.Salutations[i].End >= off })
	return k > 0 && off-o.Salutations[k-1].End <= 3
}

// finder walks the white space of a text. It keeps where the next of each kind stands, so that a text without any is passed over
// at the speed of a search.
type finder struct {
	s  string
	at [len(whites)]int // where each kind stands next, + 1; 0: not looked for, -1: nowhere
}

var whites = [...]string{" ", "\u3000", "\u00A0", "\t", "\u2002", "\u2003"}

// finderOf is a finder for the text of d that does not look for what the text does not have.
func finderOf(d *document.Document) finder {
	f := finder{s: d.Text()}
	for k, c := range [...]scan.Class{scan.Space, scan.WideSpace, scan.NoBreakSpace, scan.Tab, scan.OddSpace, scan.OddSpace} {
		if d.Count(c) == 0 {
			f.at[k] = -1
		}
	}
	return f
}

// blank is the offset of the first white space at or behind off; -1 if there is none. Offsets must not fall from call to call.
func (f *finder) blank(off int) int {
	best := -1
	for k := range f.at {
		if f.at[k] < 0 {
			continue
		}
		if f.at[k] <= off {
			if f.at[k] = -1; off <= len(f.s) {
				if i := strings.Index(f.s[off:], whites[k]); i >= 0 {
					f.at[k] = off + i + 1
				}
			}
		}
		if i := f.at[k] - 1; i >= 0 && (best < 0 || i < best) {
			best = i
		}
	}
	return best
}

// nextBlank is the offset of the first white space in s; -1 if there is none.
func nextBlank(s string) int {
	f := finder{s: s}
	return f.blank(0)
}
