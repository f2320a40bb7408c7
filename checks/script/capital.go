package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/numeral"
)

// capital looks for words that begin with a capital behind a comma or a semicolon although they are no names: clauses that were
// sentences of their own before they were translated and strung together. Names tell themselves by the capital that they have
// everywhere; what the document elsewhere writes in lower case, or English only uses so, is none.
type capital struct{ common, names map[string]bool }

// names are common words that are names as well, and written so only now and then.
const names = `january february march april may june july august september october november december monday tuesday wednesday thursday
 friday saturday sunday china will bill mark rose grant jack polish turkey state internet web congress god earth sun moon party government
 grace hope joy faith summer rich frank pat jean rob bay lake river mount port new old north south east west central`

// common are words that are no part of a name where a lower-case word follows.
const common = `the this that these those it its we they he she there here in on at by with from to for of as and but or if when while
 after before since until during through by not no all both each every some many most more such our their his her
 make take give keep do let get put set build start adhere focus serve strive accelerate promote strengthen improve implement
 deepen enhance expand optimize fulfill combine carry continue increase ensure develop establish formulate complete advance
 uphold persist actively vigorously speed support encourage guide organize study
 better further one two three four five six seven eight nine ten a an`

func newCapital(p checks.Params) (checks.Check, error) {
	return capital{set(common), set(names)}, p.Decode(&struct{}{})
}

func (capital) Trigger() scan.Trigger {
	return scan.Trigger{Pairs: []scan.Pair{{A: scan.Comma, B: scan.Space}, {A: scan.Semicolon, B: scan.Space}}}
}

// capitalised is a word that a capital begins behind a comma or semicolon.
type capitalised struct {
	span      text.Span
	semicolon bool
	plain     bool // no name by itself
}

func (c capital) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src := d.Text()
	var found []capitalised
	unknown := map[string]*use{}
	for _, h := range hits {
		at := h.Span.End
		if at+1 >= len(src) || src[at] < 'A' || src[at] > 'Z' || src[at+1] < 'a' || src[at+1] > 'z' {
			continue
		}
		ln := text.Span{Start: h.Span.Start, End: min(len(src), at+2*maxWord)}
		end := wordAt(src, at, ln)
		w := src[at:end]
		goes, joined := followedPlainly(src[end:ln.End])
		if strings.ContainsAny(w, "'’0123456789") || !goes {
			continue
		}
		low := strings.ToLower(w)
		plain := c.common[low] || strings.HasSuffix(low, "ly") && len(low) > 5
		if c.names[low] || joined && !plain || !clause(src, h.Span.Start, plain) {
			continue
		}
		if !plain {
			unknown[low] = &use{}
		}
		found = append(found, capitalised{text.Span{Start: at, End: end}, src[h.Span.Start] == ';', plain})
	}
	if len(found) == 0 {
		return nil
	}
	if len(unknown) > 0 {
		uses(src, unknown)
	}
	var comma, semicolon []text.Span
	for _, f := range found {
		if u := unknown[strings.ToLower(f.span.Of(src))]; !f.plain && (u.lower == 0 || u.inside*4 > u.lower) {
			continue
		}
		if f.semicolon {
			semicolon = append(semicolon, f.span)
		} else {
			comma = append(comma, f.span)
		}
	}
	var out []checks.Match
	if len(comma) > 0 {
		out = append(out, lowered(d, comma, ""))
	}
	if len(semicolon) > 0 {
		m := lowered(d, semicolon, "semicolon")
		m.Severity = checks.Info
		out = append(out, m)
	}
	return out
}

func lowered(d *document.Document, places []text.Span, message string) checks.Match {
	edits := make([]text.Edit, len(places))
	for i, s := range places {
		first := text.Span{Start: s.Start, End: s.Start + 1}
		edits[i] = text.Edit{Span: first, New: strings.ToLower(first.Of(d.Text()))}
	}
	return checks.Match{Places: places, Message: message, Fixes: checks.Rewrite(d, edits, checks.ProofNone)}
}

// followedPlainly reports whether a clause goes on behind a word: a lower-case word, a number or a quotation stands there, or a
// comma and then such. joined: it is a conjunction or of, which names go on with as well.
func followedPlainly(rest string) (ok, joined bool) {
	if len(rest) > 2 && rest[0] == ',' { // Completely, accurately and comprehensively
		rest, joined = rest[1:], true
	}
	if len(rest) < 3 || rest[0] != ' ' {
		return false, false
	}
	for _, w := range []string{" and ", " or ", " of "} {
		joined = joined || strings.HasPrefix(rest, w)
	}
	return rest[1] >= 'a' && rest[1] <= 'z' || rest[1] == '"' || isDigit(rest[1]) || strings.HasPrefix(rest[1:], "“"), joined
}

// addressed are the people a salutation ends with.
var addressed = set(`deputies delegates comrades friends gentlemen ladies colleagues members sir madam chairman president everyone all`)

// clause reports whether text of a sentence stands before the mark at off: not a salutation or a name
// alone on its line.
func clause(src string, off int, plain bool) bool {
	last := wordBefore(src, off, text.Span{Start: max(0, off-maxWord), End: off})
	if addressed[strings.ToLower(src[last:off])] {
		return false
	}
	n := 0
	for i := off - 1; i >= 0 && i > off-200 && src[i] != '\n'; i-- {
		if src[i] == ' ' {
			n++
		}
		if n >= 2 || n == 1 && plain {
			return true
		}
	}
	_, ordinal := numeral.Ordinal(src[last:off]) // First, we
	return ordinal || off > 0 && src[off-1] == '"'
}

// use counts how a word is written.
type use struct{ lower, inside int } // in lower case; with a capital behind a lower-case word

// uses counts the words of src that are asked for, in one walk.
func uses(src string, want map[string]*use) {
	var longest int
	var first [256]bool
	for w := range want {
		longest = max(longest, len(w))
		first[w[0]] = true
	}
	before := byte(0) // the last letter of the word before, if only a space stands between
	for i := 0; i < len(src); {
		if !isLetter(src[i]) {
			if src[i] != ' ' {
				before = 0
			}
			i++
			continue
		}
		at := i
		for i < len(src) && isWordByte(src[i]) {
			i++
		}
		if i-at <= longest && first[src[at]|0x20] {
			if u := want[strings.ToLower(src[at:i])]; u != nil {
				switch {
				case src[at] >= 'a':
					u.lower++
				case before >= 'a':
					u.inside++
				}
			}
		}
		before = src[i-1]
	}
}
