package habit

import (
	"strings"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

// code are the parts of a document that are code, in order.
type code struct{ spans []text.Span }

// Code are the parts of d that are marked as code: between backticks in one line, between fences of three. A mark of
// punctuation means something else there. A text without a backtick costs one search for a byte.
func Code(d *document.Document) []text.Span {
	return document.View(d, func(d *document.Document) *code { return &code{codeSpans(d.Text())} }).spans
}

// longestCode bounds, in bytes, what two backticks of one line enclose; farther apart they are no pair.
const longestCode = 400

func codeSpans(s string) []text.Span {
	var out []text.Span
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '`')
		if i < 0 {
			return out
		}
		from := at + i
		n := 1
		for from+n < len(s) && s[from+n] == '`' {
			n++
		}
		rest := s[from+n:]
		fence := n >= 3 && (from == 0 || s[from-1] == '\n')
		if !fence {
			rest = rest[:min(len(rest), longestCode)]
			if line, _, ok := strings.Cut(rest, "\n"); ok {
				rest = line
			}
		}
		end := strings.Index(rest, s[from:from+n])
		switch {
		case end >= 0:
			at = from + n + end + n
			out = append(out, text.Span{Start: from, End: at})
		case fence: // the rest of the text
			return append(out, text.Span{Start: from, End: len(s)})
		default:
			at = from + n
		}
	}
}
