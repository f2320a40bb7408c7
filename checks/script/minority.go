package script

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/habit"
)

// minority looks for a few characters of one Chinese script in a text of the other. It counts only characters that the other
// script never uses (OpenCC against the table of standard characters and Big5); what is quoted in a script of its own stays.
type minority struct{ traditional bool } // which script the strangers are of

// minorityParams are the [params] of a rule of kind script-minority.
type minorityParams struct {
	Minority string `toml:"minority"` // "traditional" or "simplified"
}

func newMinority(p checks.Params) (checks.Check, error) {
	var v minorityParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	if v.Minority != "traditional" && v.Minority != "simplified" {
		return nil, fmt.Errorf("minority %q is not traditional or simplified", v.Minority)
	}
	return minority{v.Minority == "traditional"}, nil
}

func (minority) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

// The strangers are at most one of fifty of the characters that tell the scripts apart; in a short text a few may be one of ten.
const (
	strangerShare = 50
	fewest        = 12 // characters that say what script the text is in
)

func (c minority) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	n := habit.ScriptsOf(d)
	few, many := n.Traditional, n.Simplified
	if !c.traditional {
		few, many = many, few
	}
	if few == 0 || many < fewest || few > 5 && few*strangerShare > few+many || few*10 > many || habit.Of(d).Japanese() {
		return nil
	}
	src, lines := d.Text(), d.Lines()
	if !c.traditional && many >= 200 && !strings.ContainsAny(src, "於後裡遊並") {
		return nil // converted character by character; the strangers are what the table lacked, and the whole is to be undone
	}
	stranger, native := tables.TraditionalOnly, tables.SimplifiedOnly
	if !c.traditional {
		stranger, native = native, stranger
	}
	var out []checks.Match
	ln := text.Span{End: -1}
	for i := 0; i < len(src); {
		if src[i] < 0xE3 {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(src[i:])
		s := text.Span{Start: i, End: i + size}
		i += size
		if !stranger(r) {
			continue
		}
		if s.Start > ln.End || ln.End < 0 {
			ln = lines.Span(lines.At(s.Start))
		}
		for { // neighbours of the same script are one place
			r, size := utf8.DecodeRuneInString(src[i:ln.End])
			if size == 0 || !stranger(r) {
				break
			}
			i += size
			s.End = i
		}
		if c.quoted(src, s, ln, stranger, native) {
			continue
		}
		m := checks.At(s.Start, s.End)
		if fixed := c.convert(s.Of(src)); fixed != "" {
			m.Vars = map[string]string{"fixed": fixed}
			m.Fixes = checks.Replace(d, s, fixed, checks.ProofNone)
		} else {
			m.Message = "open"
		}
		out = append(out, m)
	}
	return gatherBy(d, out)
}

// convert writes s in the script of the text; "" if a character has several counterparts.
func (c minority) convert(s string) string {
	if c.traditional {
		return tables.Simplify(s)
	}
	var b strings.Builder
	for _, r := range s {
		t := tables.SimplifiedToTraditional(r)
		if len(t) != 1 {
			return ""
		}
		b.WriteRune(t[0])
	}
	return b.String()
}

// quoted reports whether s stands in quotes, title marks or brackets whose content is in the script of the strangers throughout, or
// behind a word that speaks of the script.
func (c minority) quoted(src string, s, ln text.Span, stranger, native func(rune) bool) bool {
	lo, hi := back(src, s.Start, 40, ln), on(src, s.End, 40, ln)
	near := text.Span{Start: lo, End: hi}
	if from, to := openBefore(src, s.Start, near), closeAfter(src, s.End, near); from >= 0 && to >= 0 {
		strangers, natives := 0, 0
		for _, r := range src[from:to] {
			if stranger(r) {
				strangers++
			} else if native(r) {
				natives++
			}
		}
		if natives == 0 && (strangers >= 2 || to-from <= 9) {
			return true
		}
	}
	for _, w := range []string{"繁体", "繁體", "简体", "簡體", "异体", "異體", "写作", "寫作"} {
		if strings.Contains(src[lo:hi], w) {
			return true
		}
	}
	return false
}

// openBefore is the end of the mark that opens the pair around off; -1 if none does near by.
func openBefore(src string, off int, near text.Span) int {
	depth := 0
	for c := prev(src, off, near); c.class != scan.LF; c = prev(src, c.span.Start, near) {
		switch c.class {
		case scan.Close, scan.HalfClose:
			depth++
		case scan.Open, scan.HalfOpen:
			if depth--; depth < 0 {
				return c.span.End
			}
		}
	}
	return -1
}

// closeAfter is the start of the mark that closes it.
func closeAfter(src string, off int, near text.Span) int {
	depth := 0
	for c := next(src, off, near); c.class != scan.LF; c = next(src, c.span.End, near) {
		switch c.class {
		case scan.Open, scan.HalfOpen:
			depth++
		case scan.Close, scan.HalfClose:
			if depth--; depth < 0 {
				return c.span.Start
			}
		}
	}
	return -1
}
