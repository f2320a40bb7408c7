package chrome

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// runIn finds the frame of a page glued to the end of the last paragraph: …谢谢大家！【打印】【关闭】
type runIn struct{ words []string }

func newRunIn(p checks.Params) (checks.Check, error) {
	words, err := listOf(p)
	return runIn{words}, err
}

func (c runIn) Trigger() scan.Trigger { return scan.Trigger{Literals: c.words} }

// The most that may stand between the last sentence and the interface word, and from there to the end of the line. Bytes.
const (
	runInBefore = 60
	runInAfter  = 1200
)

func (c runIn) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	m, lines, src, done := layout.Of(d), d.Lines(), d.Text(), -1
	for _, h := range hits {
		i := lines.At(h.Span.Start)
		l := m.Line(i)
		if i == done || !l.Role.Text() || !l.Prose() || l.Runes() < 40 || l.Span.End-h.Span.Start > runInAfter || textFollows(m, i) {
			continue
		}
		at := sentenceEnd(src, l.Span.Start, h.Span.Start)
		if at < 0 {
			continue
		}
		rest := text.Span{Start: at, End: l.Span.End}
		for rest.Start < rest.End && (src[rest.Start] == ' ' || src[rest.Start] == '\t') {
			rest.Start++
		}
		if strings.Count(rest.Of(src), "。")+strings.Count(rest.Of(src), "！") > 0 {
			continue // sentences go on
		}
		done = i
		f := checks.At(rest.Start, rest.End)
		f.Vars = map[string]string{"word": h.Span.Of(src)}
		f.Evidence = []checks.Note{{Key: "word"}}
		f.Fixes = checks.Replace(d, text.Span{Start: at, End: l.Span.End}, "", checks.ProofNone)
		out = append(out, f)
	}
	return out
}

// textFollows reports whether text stands after line i that is more than a signature.
func textFollows(m *layout.Map, i int) bool {
	_, last, ok := m.Body()
	for j := i + 1; ok && j <= last; j++ {
		if r := m.Role(j); r.Text() && r != layout.Closing {
			return true
		}
	}
	return false
}

// sentenceEnd is the offset after the last sentence end in src[from:to], if it stands close before to; otherwise -1.
func sentenceEnd(src string, from, to int) int {
	lo := max(from, to-runInBefore)
	for lo < to && !utf8.RuneStart(src[lo]) {
		lo++
	}
	best := -1
	for i, r := range src[lo:to] {
		switch r {
		case '。', '！', '？', '!', '?':
			best = lo + i + utf8.RuneLen(r)
		case '”', '’', '）', ')', '」':
			if best == lo+i {
				best += utf8.RuneLen(r)
			}
		}
	}
	return best
}
