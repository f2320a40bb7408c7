package script

import (
	"strings"
	"sync"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/habit"
)

// width looks for half-width marks in Chinese sentences of a document that sets them full-width (GB/T 15834 5.1; clreq),
// and for brackets of which one half is full-width and one half-width. A document that sets all marks half-width is a
// matter of its own.
type width struct{}

func (width) Trigger() scan.Trigger {
	t := scan.Trigger{Pairs: []scan.Pair{{A: scan.Han, B: scan.Period}}}
	for _, c := range []scan.Class{scan.Comma, scan.Semicolon, scan.Colon, scan.Bang, scan.Question} {
		t.Pairs = append(t.Pairs, scan.Pair{A: scan.Han, B: c}, scan.Pair{A: c, B: scan.Han}, scan.Pair{A: scan.Close, B: c})
	}
	t.Pairs = append(t.Pairs, scan.Pair{A: scan.HalfOpen, B: scan.Han}, scan.Pair{A: scan.Han, B: scan.HalfClose},
		scan.Pair{A: scan.HalfOpen, B: scan.Open}, scan.Pair{A: scan.Close, B: scan.HalfClose})
	return t
}

// hanPeriod is the place of Han and a point among the pairs of the trigger.
const hanPeriod = 0

func (width) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines, h := d.Text(), d.Lines(), habit.Of(d)
	wide := sync.OnceValue(func() bool { return fullWidthText(h) })
	var out []checks.Match
	ln := text.Span{End: -1}
	done := -1
	for _, hit := range hits {
		at := hit.Span.Start
		if hit.Index == hanPeriod && at >= done {
			at = hit.Span.End - 1
			if at > ln.End || ln.End < 0 {
				ln = lines.Span(lines.At(at))
			}
			if s := (text.Span{Start: at, End: at + 1}); wide() && d.Count(scan.Stop) >= manyStops && halfStop(src, s, ln) {
				found := checks.At(s.Start, s.End)
				found.Vars = map[string]string{"full": "。"}
				found.Fixes = checks.Replace(d, s, "。", checks.ProofNone)
				out = append(out, found)
			}
			done = at + 1
			continue
		}
		m, full := markAt(src, at)
		if m == habit.NoMark || full {
			at = prev(src, hit.Span.End, text.Span{End: hit.Span.End}).span.Start
			m, full = markAt(src, at)
		}
		if m == habit.NoMark || full || at < done {
			continue
		}
		done = at + 1
		if at > ln.End || ln.End < 0 {
			ln = lines.Span(lines.At(at))
		}
		s := text.Span{Start: at, End: at + 1}
		if m == habit.Open || m == habit.Close {
			if found, ok := bracket(d, h, s, m, ln); ok {
				out = append(out, found)
			}
			continue
		}
		if !wide() || !sentenceMark(src, s, m, ln) {
			continue
		}
		found := checks.At(s.Start, s.End)
		found.Vars = map[string]string{"full": string(m.Full())}
		found.Fixes = checks.Replace(d, s, string(m.Full()), checks.ProofNone)
		out = append(out, found)
	}
	return gatherBy(d, out)
}

func markAt(src string, at int) (habit.Mark, bool) {
	_, _, c := scan.Decode(src[at:])
	if c == scan.Invalid {
		return habit.NoMark, false
	}
	for _, r := range src[at:] {
		return habit.MarkOf(r)
	}
	return habit.NoMark, false
}

// majority is nine tenths of at least enough marks; one or two strangers may be more in a short text.
func majority(full, half, enough int) bool {
	return full >= enough && (full >= 9*half || half <= 2 && full >= 4*half)
}

// fullWidthText reports whether the document sets the marks of its sentences full-width.
func fullWidthText(h habit.Habit) bool {
	full, half := 0, 0
	for _, m := range []habit.Mark{habit.Comma, habit.Colon, habit.Semicolon, habit.Bang, habit.Question} {
		full += h.Full(m)
		half += h.Half(m)
	}
	return majority(full, half, 4)
}

// sentenceMark reports whether the half-width mark at s is one of a Chinese sentence: not of an English phrase, a time, a ratio or
// a field of a form.
func sentenceMark(src string, s text.Span, m habit.Mark, ln text.Span) bool {
	b, a := prev(src, s.Start, ln), next(src, s.End, ln)
	if latin.Has(b.class) && latin.Has(a.class) || b.class == scan.Space || a.class == scan.Space && m != habit.Comma || a.r == '/' {
		return false
	}
	if b.class != scan.Han && a.class != scan.Han && b.class != scan.Close {
		return false
	}
	if m == habit.Question && b.class == scan.Han && a.class == scan.Han || a.class == scan.Space && citation(src, s, ln) {
		return false // 生活?读书 has lost its interpunct; 苏秦, 曹鹏 are the authors of a reference
	}
	if m == habit.Colon && (latin.Has(a.class) || latin.Has(b.class) || a.class == scan.LF) {
		return false
	}
	return prose(src, s, ln)
}

// citation reports whether s stands in a reference after GB/T 7714, which sets half-width marks: 商业研究[J], 2010(3): 213.
func citation(src string, s, ln text.Span) bool {
	near := src[back(src, s.Start, 100, ln):on(src, s.End, 100, ln)]
	for _, kind := range []string{"[J", "[M", "[D", "[C", "[N", "[R", "[S", "[P", "[A", "[E", "［J", "［M"} {
		if strings.Contains(near, kind) {
			return true
		}
	}
	a := next(src, s.End+1, ln)
	return a.class != scan.Han
}

// farBracket bounds how far the partner of a bracket is looked for, in characters.
const farBracket = 60

// bracket judges a half-width bracket that touches Han: one of a pair of two widths, or one of the few half-width pairs.
func bracket(d *document.Document, h habit.Habit, s text.Span, m habit.Mark, ln text.Span) (checks.Match, bool) {
	src := d.Text()
	other, ok := partnerBracket(src, s, m, ln)
	if !ok {
		return checks.Match{}, false
	}
	if r := other.Of(src); r == "（" || r == "）" {
		wrong, right := s, string(m.Full())
		if h.Half(habit.Open) > h.Full(habit.Open) {
			p, _ := markAt(src, other.Start)
			wrong, right = other, string(p.Half())
		}
		found := checks.At(wrong.Start, wrong.End)
		found.Message = "mixed"
		found.Vars = map[string]string{"full": right}
		found.Fixes = checks.Replace(d, wrong, right, checks.ProofNone)
		return found, true
	}
	full := h.Full(habit.Open) + h.Full(habit.Close)
	half := h.Half(habit.Open) + h.Half(habit.Close)
	if m == habit.Close && !touchesHan(src, other, ln) { // told at its opening half otherwise
		return checks.Match{}, false
	}
	if m == habit.Close || !majority(full, half, 6) || !prose(src, s, ln) {
		return checks.Match{}, false
	}
	found := checks.At(s.Start, other.End)
	found.Message = "brackets"
	found.Fixes = checks.Rewrite(d, []text.Edit{{Span: s, New: "（"}, {Span: other, New: "）"}}, checks.ProofNone)
	return found, true
}

func touchesHan(src string, s, ln text.Span) bool {
	return prev(src, s.Start, ln).class == scan.Han || next(src, s.End, ln).class == scan.Han
}

// partnerBracket is the other half of the bracket at s, of either width.
func partnerBracket(src string, s text.Span, m habit.Mark, ln text.Span) (text.Span, bool) {
	depth := 0
	for off, n := s, 0; n < farBracket; n++ {
		var c char
		if m == habit.Open {
			c = next(src, off.End, ln)
		} else {
			c = prev(src, off.Start, ln)
		}
		if c.class == scan.LF {
			break
		}
		off = c.span
		if !strings.ContainsRune("()（）", c.r) {
			continue
		}
		if opens := c.r == '(' || c.r == '（'; opens == (m == habit.Open) {
			depth++
		} else if depth--; depth < 0 {
			return off, true
		}
	}
	return text.Span{}, false
}
