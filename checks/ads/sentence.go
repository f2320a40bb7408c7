package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// longestSentence is how many bytes a sentence is followed to either side of a hit.
const longestSentence = 600

// sentenceAt is the sentence of line ln around offset at: from behind the last end of a sentence to the next one, its mark included.
func sentenceAt(s string, ln text.Span, at int) text.Span {
	lo, hi := max(ln.Start, at-longestSentence), min(ln.End, at+longestSentence)
	for lo < at && !utf8.RuneStart(s[lo]) {
		lo++
	}
	for hi < ln.End && !utf8.RuneStart(s[hi]) {
		hi++
	}
	out := text.Span{Start: lo, End: hi}
	for i := at; i > lo; {
		r, size := utf8.DecodeLastRuneInString(s[lo:i])
		if strings.ContainsRune("。！？!?；;", r) || r == '.' && fullStop(s, i) {
			out.Start = i
			break
		}
		i -= size
	}
	for i := at; i < hi; {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if strings.ContainsRune("。！？!?；;", r) || r == '.' && fullStop(s, i) {
			out.End = i
			break
		}
	}
	return out
}

// fullStop reports whether the point before s[at:] ends an English sentence: a word in small letters or a number before it, a capital behind.
func fullStop(s string, at int) bool {
	if at < 4 || at+1 >= len(s) || s[at] != ' ' || s[at+1] < 'A' || s[at+1] > 'Z' {
		return false
	}
	if isDigit(rune(s[at-2])) && isDigit(rune(s[at-3])) {
		return true
	}
	for _, c := range []byte(s[at-4 : at-1]) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// site is a hit with the line and the sentence it stands in.
type site struct {
	hit      scan.Hit
	line     int
	span     text.Span // of the line
	sentence text.Span
}

// eachSentence shows the hits that are worth it, nil for all, with their sentences. The offset that visit returns settles all hits before it; 0 settles none.
func eachSentence(d *document.Document, hits []scan.Hit, worth func(scan.Hit) bool, visit func(site) (done int)) {
	s, lines, done := d.Text(), d.Lines(), 0
	for _, h := range hits {
		if h.Span.Start < done || worth != nil && !worth(h) {
			continue
		}
		n := lines.At(h.Span.Start)
		ln := lines.Span(n)
		sp := sentenceAt(s, ln, h.Span.Start)
		sp.Start = max(sp.Start, done)
		done = max(done, visit(site{h, n, ln, sp}))
	}
}

// quoted reports whether offset at of a line stands between quotation marks: what an article quotes is not its own.
func quoted(s string, ln text.Span, at int) bool {
	before := s[max(ln.Start, at-300):at]
	for _, q := range []struct{ open, close string }{{"“", "”"}, {"‘", "’"}, {"《", "》"}, {"「", "」"}, {"『", "』"}} {
		if strings.LastIndex(before, q.open) > strings.LastIndex(before, q.close) {
			return true
		}
	}
	return strings.Count(before, `"`)%2 == 1
}

// containsAny returns the first of words that s contains, "" if none.
func containsAny(s string, words []string) string {
	for _, w := range words {
		if strings.Contains(s, w) {
			return w
		}
	}
	return ""
}

// cut is the fix that takes sp out: as a whole line with a certificate where nothing else is on the line, else inside it without.
func cut(d *document.Document, line int, sp text.Span) []checks.Fix {
	ln := d.Lines().Span(line)
	s := d.Text()
	if strings.TrimSpace(s[ln.Start:sp.Start]) == "" && strings.TrimSpace(s[sp.End:ln.End]) == "" {
		return checks.DeleteLines(d, line, line, checks.ProofFurniture)
	}
	return checks.Replace(d, sp, "", checks.ProofNone)
}

// hosts are the ends of addresses that promotions give.
var hosts = strings.Fields("www. http:// https:// .com .cc .vip .net .top .xyz .app .club .fun .bet .win .me .io .ltd .site .online .win .link")

// hostIn is the span in f of an address of a site, ok false if there is none. A host has a dot between ASCII letters or digits.
func hostIn(f string) (text.Span, bool) {
	for _, h := range hosts {
		i := strings.Index(f, h)
		if i < 0 {
			continue
		}
		a, b := i, i+len(h)
		for a > 0 && isHostByte(f[a-1]) {
			a--
		}
		for b < len(f) && isHostByte(f[b]) {
			b++
		}
		if b-a > len(h)+1 && strings.Contains(f[a:b], ".") {
			return text.Span{Start: a, End: b}, true
		}
	}
	return text.Span{}, false
}

func isHostByte(c byte) bool { return isWordByte(rune(c)) || strings.IndexByte(".-_/:?=&%", c) >= 0 }
