package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// doubledWord looks for an English word written twice in a row: billion billion. Articles are doubledArticle's.
type doubledWord struct{ twice map[string]bool }

// twice are words that English sets side by side, for emphasis or by grammar.
const twice = `a an the had that is was do does her his you it in on so very no bye ha ho long again never many far much more less really only well now there ever blah knock
 had who what which yes hear tut hush one two three four five six seven eight nine ten pom chop win can per`

func newDoubledWord(p checks.Params) (checks.Check, error) {
	return doubledWord{set(twice)}, p.Decode(&struct{}{})
}

// Trigger asks for the document: no literal stands where any word may.
func (doubledWord) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (c doubledWord) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	src := d.Text()
	if !english(d) {
		return nil
	}
	var out []checks.Match
	start, before := 0, text.Span{} // of the word that is being read, and of the one before it if a single space stands between
	for i := 0; i <= len(src); i++ {
		if i < len(src) && isWordByte(src[i]) {
			continue
		}
		w := text.Span{Start: start, End: i}
		if before.Len() == w.Len() && w.Len() > 1 && src[before.End-1] == src[i-1] && c.slip(src, before, w) {
			m := checks.At(before.Start, w.End)
			m.Fixes = checks.Rewrite(d, []text.Edit{{Span: text.Span{Start: before.End, End: w.End}}}, checks.ProofNone)
			out = append(out, m)
			w = text.Span{}
		}
		before = text.Span{}
		if i < len(src) && src[i] == ' ' {
			before = w
		}
		start = i + 1
	}
	return gather(d, out)
}

// slip reports whether the second of two equal words is one too many: a word in small letters that is not set twice by habit, and
// neither half of a larger one.
func (c doubledWord) slip(src string, a, b text.Span) bool {
	x, y := a.Of(src), b.Of(src)
	if !strings.EqualFold(x, y) || y != strings.ToLower(y) || !isLetter(y[0]) || !isLetter(y[len(y)-1]) || strings.ContainsAny(y, "0123456789-'") || c.twice[y] {
		return false
	}
	if a.Start > 0 && src[a.Start-1] >= 0x80 || b.End < len(src) && src[b.End] >= 0x80 && next(src, b.End, text.Span{End: len(src)}).class == scan.LatinExt {
		return false
	}
	if a.Start > 0 && strings.IndexByte(" \n(\"", src[a.Start-1]) < 0 {
		return false
	}
	if b.End+1 >= len(src) || src[b.End] == '\n' {
		return true
	}
	after := src[b.End+1] // root root 4096 and (hello hello.c) are no sentences
	return src[b.End] == ' ' && isLetter(after) || endsPhrase(src, b.End, text.Span{End: len(src)}) && !isWordByte(after)
}
