package script

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

// shortName is how many characters two marks of one kind may enclose for the text between to be a name that lost its other half;
// beyond, the outer mark is the one too many.
const shortName = 6

// explain says what is wrong with one lone half. The place is the mark alone where it is too many, and the words that it should
// enclose where its partner is missing.
func (p *pairing) explain(d *document.Document, m mark) checks.Match {
	ln := p.lines.Span(m.line)
	vars := map[string]string{"mark": m.span.Of(p.src), "missing": m.partner(p.src)}
	at := func(s text.Span, message string) checks.Match {
		found := checks.At(s.Start, s.End)
		found.Message, found.Vars = message, vars
		return found
	}
	if m.opens {
		end := clauseEnd(p.src, m.span.End, ln)
		whole := text.Span{Start: m.span.Start, End: end}
		if n := p.known(m.pair, p.src[m.span.End:end], strings.HasPrefix); n > 0 {
			vars["name"] = p.src[m.span.End : m.span.End+n]
			found := at(whole, "missing-close")
			found.Evidence = []checks.Note{{Key: "elsewhere"}}
			found.Fixes = checks.Replace(d, text.Span{Start: m.span.End + n, End: m.span.End + n}, vars["missing"], checks.ProofNone)
			return found
		}
		if k := next(p.src, end, ln); k.span.Len() > 0 && sameMark(k.r, m.pair, true) && p.closedBehind(k.span.End, m.pair, ln) {
			vars["name"] = p.src[m.span.End:end]
			close := checks.Replace(d, text.Span{Start: end, End: end}, vars["missing"], checks.ProofNone)
			return p.eitherWay(m, vars["name"], close, checks.Replace(d, m.span, "", checks.ProofNone), at, whole, "missing-close")
		}
		return at(whole, "never-closed")
	}
	start := clauseStart(p.src, m.span.Start, ln)
	whole := text.Span{Start: start, End: m.span.End}
	if n := p.known(m.pair, p.src[start:m.span.Start], strings.HasSuffix); n > 0 {
		vars["name"] = p.src[m.span.Start-n : m.span.Start]
		found := at(whole, "missing-open")
		found.Evidence = []checks.Note{{Key: "elsewhere"}}
		found.Fixes = checks.Replace(d, text.Span{Start: m.span.Start - n, End: m.span.Start - n}, vars["missing"], checks.ProofNone)
		return found
	}
	if k := prev(p.src, start, ln); k.span.Len() > 0 && sameMark(k.r, m.pair, false) {
		vars["name"] = p.src[start:m.span.Start]
		open := checks.Replace(d, text.Span{Start: start, End: start}, vars["missing"], checks.ProofNone)
		return p.eitherWay(m, vars["name"], open, checks.Replace(d, m.span, "", checks.ProofNone), at, whole, "missing-open")
	}
	return at(whole, "never-opened")
}

// eitherWay chooses between the missing partner of a name that touches another pair, “六稳“六保”, and a half too many: by the length of
// the name, and by whether the document sets pairs side by side (GB/T 15834 4.5 wants no mark between them). The other
// reading is offered as an alternative.
func (p *pairing) eitherWay(m mark, name string, complete, cut []checks.Fix, at func(text.Span, string) checks.Match, whole text.Span, missing string) checks.Match {
	side := m.partner(p.src) + m.span.Of(p.src)
	if !m.opens {
		side = m.span.Of(p.src) + m.partner(p.src)
	}
	if n := utf8.RuneCountInString(name); n > 0 && n <= shortName && (n <= 2 || p.sideBySide(side)) && !p.unquoted(name) {
		found := at(whole, missing)
		found.Fixes = append(complete, cut...)
		return found
	}
	found := at(m.span, "surplus")
	found.Fixes = cut
	if name != "" {
		found.Fixes = append(cut, complete...)
	}
	return found
}

// unquoted reports whether the document writes name somewhere else as well. Its pairs are known to hold no such name, so it is text
// like any other and not what a lost half enclosed.
func (p *pairing) unquoted(name string) bool {
	if p.asked++; p.asked > 20 || utf8.RuneCountInString(name) < 3 {
		return false
	}
	return strings.Count(p.src, name) > 1
}

// sideBySide reports whether side stands in the text; it is asked for every lone half, so the answer is kept.
func (p *pairing) sideBySide(side string) bool {
	found, asked := p.sides[side]
	if !asked {
		found = strings.Contains(p.src, side)
		if p.sides == nil {
			p.sides = map[string]bool{}
		}
		p.sides[side] = found
	}
	return found
}

// known is the length in bytes of the longest phrase at the given end of s that the document encloses in the same pair
// somewhere else; 0 if there is none of at least two characters.
func (p *pairing) known(pair int, s string, end func(s, part string) bool) int {
	best := 0
	prefix := end("ab", "a")
	for i := range s + "\x00" {
		part := s[:i]
		if !prefix {
			part = s[i:]
		}
		if len(part) > best && utf8.RuneCountInString(part) >= 2 && p.phrases[pair][part] {
			best = len(part)
		}
	}
	return best
}

func sameMark(r rune, pair int, opens bool) bool {
	k, o := pairOf(r)
	return k == pair && o == opens
}

// closedBehind reports whether the phrase that begins at off is closed by the pair's closing mark.
func (p *pairing) closedBehind(off, pair int, ln text.Span) bool {
	end := clauseEnd(p.src, off, ln)
	c := next(p.src, end, ln)
	return sameMark(c.r, pair, false)
}
