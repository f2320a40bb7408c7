package report

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/text"
)

// segment is a piece of a repaired sentence: "=" stays, "-" goes, "+" is new.
type segment [2]string

// segments shows edits in the sentence of f's place. rest is how many edits lie elsewhere. Only bytes that can be told apart from
// the record alone are shown: those of the place itself, and in UTF-8 those around it.
func segments(f *lint.Finding, es []lint.Edit, utf8File bool) (out []segment, rest int) {
	at := f.Place().Bytes
	before, marked, after := f.Context[0], f.Text, f.Context[1]
	whole := f.TextLength == utf8.RuneCountInString(marked)
	if !whole {
		marked += "…"
	}
	local := utf8File && whole && at.End-at.Start == len(marked)
	line, start := before+marked+after, at.Start-len(before)
	done := 0
	add := func(kind, s string) {
		if s != "" {
			out = append(out, segment{kind, s})
		}
	}
	for _, e := range es {
		switch a, b := e.Bytes.Start-start, e.Bytes.End-start; {
		case local && a >= done && b <= len(line):
			add("=", line[done:a])
			add("-", line[a:b])
			add("+", e.New)
			done = b
		case !local && e.Bytes.Start >= at.Start && e.Bytes.Start <= at.End && e.Bytes.End >= at.End && done == 0:
			add("=", before)
			add("-", marked)
			add("+", e.New)
			done = len(before) + len(marked)
		default:
			rest++
		}
	}
	if done > 0 || len(out) > 0 {
		add("=", line[done:])
	}
	return out, rest
}

// around cuts a record's excerpt to what the formats show beside another finding.
func aroundOf(x document.Excerpt) (before, marked, after string) {
	return text.Last(x.Before, 20), text.First(x.Marked, 60), text.First(x.After, 20)
}

// visible shows line ends and blanks in text that is added or removed.
func visible(s string) string {
	s = oneLine(s)
	if strings.TrimSpace(s) == "" {
		return strings.ReplaceAll(strings.ReplaceAll(s, " ", "␣"), "\u3000", "□")
	}
	return s
}
