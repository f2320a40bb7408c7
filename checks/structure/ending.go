package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// truncated finds texts that stop inside a sentence or a list.
type truncated struct{}

func newTruncated(p checks.Params) (checks.Check, error) { return truncated{}, p.Decode(&struct{}{}) }

func (truncated) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (truncated) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	var out []checks.Match
	lines := d.Lines()
	if lines.Len() == 0 {
		return nil
	}
	for _, doc := range Documents(d) {
		first, last := lines.At(doc.Start), min(lines.At(max(doc.End-1, doc.Start)), lines.Len()-1)
		if m, ok := cutOff(d, doc, first, last); ok {
			out = append(out, m)
		}
	}
	return out
}

// mostRunes is up to where the length of the last line matters.
const mostRunes = 41

// cutOff judges the last line of text of document doc, which has the lines from first to last, inclusive.
func cutOff(d *document.Document, doc text.Span, first, last int) (checks.Match, bool) {
	m, s := layout.Of(d), d.Text()
	i := before(m, last+1, first)
	if i >= 0 && m.Role(i) == layout.Closing && !broken(m.Line(i).Span.Of(s)) && !fragment(d, m, doc, i, first) {
		for i >= 0 && m.Role(i) == layout.Closing && !broken(m.Line(i).Span.Of(s)) {
			i = before(m, i, first)
		}
	}
	if i < first || m.Role(i) == layout.Attachment || m.Role(i) == layout.Byline || m.Role(i) == layout.Dateline {
		return checks.Match{}, false
	}
	sp := m.Line(i).Span
	t := sp.Of(s)
	end, size := utf8.DecodeLastRuneInString(t)
	runes := utf8.RuneCountInString(t[:min(len(t), utf8.UTFMax*mostRunes)]) // a report may stand on one line: as far as it matters
	key := ""
	switch {
	case end == ':' || end == '：':
		if runes >= 10 && neighbours(m, s, i, first) {
			key = "announced"
		}
	case end == '，' || end == ',' || end == '、':
		if runes >= 8 && neighbours(m, s, i, first) {
			key = "sentence"
		}
	case end == '；' || end == ';':
		if p := before(m, i, first); p >= 0 && runes >= 12 && strings.HasSuffix(m.Line(p).Span.Of(s), string(end)) {
			key = "list"
		}
	case strings.ContainsRune("。！？…!?.”’）)】》」』\"'", end) || !unicode.IsLetter(end) && !unicode.IsDigit(end):
		if !strings.ContainsRune("。！？…!?.", end) && runes >= 20 && unclosed(t) && neighbours(m, s, i, first) {
			key = "bracket"
		}
	case runes < mostRunes && !strings.Contains(t, "。") && (m.Role(i) == layout.Heading || headed(d, i)):
		key = bodiless(d, m, i, first)
	case prosaic(t, runes) && neighbours(m, s, i, first), runes < mostRunes && fragment(d, m, doc, i, first):
		key = "sentence"
	}
	if key == "" {
		return checks.Match{}, false
	}
	at := sp.End - size
	for n := 0; n < 11 && at > sp.Start; n++ {
		_, w := utf8.DecodeLastRuneInString(s[:at])
		at -= w
	}
	f := checks.At(at, sp.End)
	f.Evidence = []checks.Note{{Key: key}}
	if key == "heading" || key == "opening" || runes < 40 && key == "sentence" {
		f.Level = checks.Medium
	}
	return f, true
}

// broken: a short last line is no signature or date, but the beginning of a sentence.
func broken(t string) bool {
	end := strings.LastIndex(t, "。")
	return strings.ContainsAny(t, "，,") || strings.HasSuffix(t, "：") || strings.HasSuffix(t, ":") || strings.Contains(t, announcing) || end >= 0 && isHan(last(t, len(t))) && end+len("。") < len(t)
}

// announcing: what follows is a sentence, and no value of a label.
const announcing = "是："

// prosaic: the line is a sentence, or the beginning of one, rather than a name or a title.
func prosaic(t string, runes int) bool {
	if !mostlyHan(t) {
		return strings.Count(t, " ") >= 12 && strings.ContainsAny(t, ",.;") || strings.Count(t, " ") >= 3 && dangles(t)
	}
	marks := strings.Count(t, announcing)
	for _, r := range t {
		switch r {
		case '，', '。', ',', '；', ';':
			marks++
		}
		if marks >= 2 && runes >= 20 || marks >= 1 && runes >= 14 {
			return true
		}
	}
	return false
}

// dangles: the last word of t asks for another.
func dangles(t string) bool {
	switch t[strings.LastIndexByte(t, ' ')+1:] {
	case "a", "an", "the", "of", "to", "and", "or", "in", "for", "with", "by", "from", "into", "we", "our", "their", "will", "is", "are", "was", "were", "that", "which", "as", "at", "has", "have", "been", "be", "more", "its":
		return true
	}
	return false
}

// before is the text line above line i, -1 if there is none.
func before(m *layout.Map, i, first int) int {
	for i--; i >= first; i-- {
		if m.Role(i).Text() {
			return i
		}
	}
	return -1
}

// neighbours: the paragraphs of this text end as sentences do: three in four of the last eight long ones, and there are three
// of them.
func neighbours(m *layout.Map, s string, i, first int) bool {
	good, all := 0, 0
	for i = before(m, i, first); i >= 0 && all < 8; i = before(m, i, first) {
		l := m.Line(i)
		if l.Runes() < 30 {
			continue
		}
		all++
		if r, _ := utf8.DecodeLastRuneInString(l.Span.Of(s)); strings.ContainsRune("。！？；：…!?;:.”）)", r) {
			good++
		}
	}
	return all >= 3 && 4*good >= 3*all
}

// unclosed: a bracket or quotation opens and does not close.
func unclosed(t string) bool {
	return strings.Count(t, "（") > strings.Count(t, "）") || strings.Count(t, "《") > strings.Count(t, "》") ||
		strings.Count(t, "“") > strings.Count(t, "”") || strings.Count(t, "(") > strings.Count(t, ")")
}

// lostAttachment finds a lone label 附件： with nothing behind it at the end of a text.
type lostAttachment struct{}

func newLostAttachment(p checks.Params) (checks.Check, error) {
	return lostAttachment{}, p.Decode(&struct{}{})
}

func (lostAttachment) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"附件", "附表", "附录", "附:"}}
}

func (lostAttachment) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	lines, s := d.Lines(), d.Text()
	h := hits[len(hits)-1]
	i := lines.At(h.Span.Start)
	t := trim(lines.Text(i))
	label := strings.TrimRight(t, "0123456789一二三四五六七八九十.．、:： ") // 附件2：, and 附件：1. whose name is gone
	if label != "附件" && label != "附表" && label != "附录" && label != "附" || !strings.ContainsAny(t, ":：") && label == "附" {
		return nil
	}
	m, left := layout.Of(d), 0
	for k := i + 1; k < lines.Len(); k++ {
		if m.Role(k).Text() && !bare(lines.Text(k)) {
			if m.Role(k) != layout.Closing || strings.ContainsAny(lines.Text(k), "《1１①") {
				return nil
			}
			left++
		}
	}
	if left > 3 || i < 3 {
		return nil
	}
	sp := text.Span{Start: skipBlank(s, lines.Span(i))}
	sp.End = sp.Start + len(t)
	return []checks.Match{checks.At(sp.Start, sp.End)}
}
