package chrome

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// jump finds remarks of newspaper pages: (上接A02版), (下转第3版).
type jump struct{}

func newJump(p checks.Params) (checks.Check, error) { return jump{}, p.Decode(&struct{}{}) }

var jumpWords = []string{"上接", "下转", "紧接"}

// The remark in its brackets, run on a window around the trigger only.
var jumpRemark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[（(\[【〔][\s\x{3000}]*(?:上接|下转|紧接|轉|下轉)[^（()）\]】〕。，]{0,14}版[^（()）\]】〕。，]{0,8}[）)\]】〕]`)
})

// The remark without brackets is one only when nothing else stands on the line.
var jumpLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[▲△▼▽●■◆>]|\s)*(?:上接|下转|下轉|紧接|緊接)第?[\s]*[A-Za-z]?[0-9０-９一二三四五六七八九十]{1,3}[\s]*版[^。，]{0,12}$`)
})

func (jump) Trigger() scan.Trigger { return scan.Trigger{Literals: jumpWords} }

// jumpWindow bounds what the expression sees, in bytes before and after the trigger.
const jumpWindow = 90

func (jump) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	src, lines, done := d.Text(), d.Lines(), 0
	for _, h := range hits {
		if h.Span.Start < done {
			continue
		}
		i := lines.At(h.Span.Start)
		ln := lines.Span(i)
		lo, hi := max(ln.Start, h.Span.Start-12, done), min(ln.End, h.Span.End+jumpWindow)
		for lo < h.Span.Start && !utf8.RuneStart(src[lo]) {
			lo++
		}
		for hi < ln.End && !utf8.RuneStart(src[hi]) {
			hi--
		}
		var at text.Span
		if m := jumpRemark().FindStringIndex(src[lo:hi]); m != nil {
			at = text.Span{Start: lo + m[0], End: lo + m[1]}
		} else if s := strings.TrimSpace(ln.Of(src)); len(s) <= jumpWindow && jumpLine().MatchString(s) {
			at = ln
		} else {
			continue
		}
		done = at.End
		m := checks.At(at.Start, at.End)
		switch {
		case strings.TrimSpace(src[ln.Start:at.Start]+src[at.End:ln.End]) == "":
			m.Fixes = checks.DeleteLines(d, i, i, checks.ProofFurniture)
		case digitBeside(src, at):
			m.Fixes = checks.Replace(d, at, "", checks.ProofNone)
		default:
			m.Fixes = checks.Replace(d, at, "", checks.ProofShape)
		}
		out = append(out, m)
	}
	return out
}

// digitBeside reports whether a digit stands directly before or after s: without the remark two figures might run together.
func digitBeside(src string, s text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(src[:s.Start])
	after, _ := utf8.DecodeRuneInString(src[s.End:])
	digit := func(r rune) bool { return scan.ClassOf(r) == scan.Digit || scan.ClassOf(r) == scan.FullDigit }
	return digit(before) || digit(after)
}
