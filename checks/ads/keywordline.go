package ads

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// keywordParams are the [params] of a rule of kind keyword-line.
type keywordParams struct {
	Strong string   `toml:"strong"` // word list: stems that reports do not hold
	Weak   string   `toml:"weak"`   // word list: stems that count beside strong ones
	Guard  []string `toml:"guard"`  // words of those who write about such lines: 打击, 整治
}

// keywordLine finds lines that are nothing but search words.
type keywordLine struct {
	strong, weak []string
	guard        []string
}

func newKeywordLine(p checks.Params) (checks.Check, error) {
	v := keywordParams{Strong: "lure-strong.txt", Weak: "lure.txt"}
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	c := &keywordLine{guard: v.Guard}
	var err error
	if c.strong, err = p.List(v.Strong); err != nil {
		return nil, err
	}
	if c.weak, err = p.List(v.Weak); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *keywordLine) Trigger() scan.Trigger {
	return scan.Trigger{Literals: append(slices.Clone(c.strong), "&#")}
}

// longestKeywordLine is the length in bytes beyond which a line is no line of search words but a paragraph.
const longestKeywordLine = 6000

func (c *keywordLine) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	lines, last := d.Lines(), -1
	for i := 0; i < len(hits); i++ {
		n := lines.At(hits[i].Span.Start)
		if n == last {
			continue
		}
		last = n
		sp := lines.Span(n)
		if sp.Len() > longestKeywordLine {
			continue
		}
		words, ok := c.judge(sp.Of(d.Text()))
		if !ok {
			continue
		}
		m := checks.At(sp.Start, sp.End)
		m.Fixes = checks.DeleteLines(d, n, n, checks.ProofFurniture)
		if tail, own := c.ownHead(sp.Of(d.Text()), words); own {
			if tail <= 0 {
				continue // the line says something of its own, and where that ends is not clear
			}
			m = checks.At(sp.Start+tail, sp.End)
			m.Message = "tail"
			m.Fixes = checks.Replace(d, m.Places[0], "", checks.ProofNone)
		}
		m.Evidence = []checks.Note{note("words", "words", strings.Join(words[:min(6, len(words))], "、"), "count", itoa(len(words)))}
		out = append(out, m)
	}
	return out
}

// own are words of documents: a line that holds one outside its search words is a title to which they were added.
var own = strings.Fields("报告 政府 人民 发展 建设 会议 通知 意见 规划 方案 公报 讲话 办法 条例 决定 改革 经济 社会 全市 全省 全县 全区 工作 年度 代表 委员会 government report council plan development")

// ownHead tells whether a line holds a title of its own, and where the search words behind it begin, their separator included; tail
// is 0 if they do not stand together at the end.
func (c *keywordLine) ownHead(line string, stems []string) (tail int, owned bool) {
	type chunk struct {
		start, end int
		own, spam  bool
	}
	var all []chunk
	start := -1
	for i, r := range line + "|" {
		if r == '|' || isSeparator(r) && r != ' ' {
			if start >= 0 {
				f := scan.FoldString(line[start:i])
				all = append(all, chunk{start, i, containsAny(f, own) != "", containsAny(f, stems) != ""})
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	last := -1
	for i, w := range all {
		if w.own {
			owned = true
		}
		if w.own || !w.spam {
			last = i
		}
	}
	if owned && last >= 0 && last+1 < len(all) {
		tail = all[last].end
	}
	return tail, owned
}

// judge reports whether a line consists of search words, and which stems it holds.
func (c *keywordLine) judge(line string) (stems []string, ok bool) {
	f := scan.FoldString(line)
	if strings.Contains(f, "&#") {
		f = scan.FoldString(html.UnescapeString(f))
	}
	f = strings.TrimSpace(f)
	total := 0
	for _, r := range f {
		if !isMark(r) {
			total++
		}
	}
	if total == 0 || strings.Count(f, "。") > 1 {
		return nil, false
	}
	covered := make([]bool, len(f))
	strong := c.mark(f, c.strong, covered)
	if len(strong) == 0 {
		return nil, false
	}
	weak := c.mark(f, c.weak, covered)
	cover := 0
	for i, r := range f {
		if covered[i] && !isMark(r) {
			cover++
		}
	}
	chunks := strings.FieldsFunc(f, isSeparator)
	guarded := strings.Contains(f, "。") || strings.ContainsAny(f, "“”《》‘’")
	for _, g := range c.guard {
		guarded = guarded || strings.Contains(f, g)
	}
	need := 45
	if guarded {
		need = 75
	}
	distinct := len(strong)*2 + len(weak)
	share := 100 * cover / total
	stems = append(strong, weak...)
	short, spammy := 0, 0
	for _, w := range chunks {
		if utf8.RuneCountInString(w) <= 16 {
			short++
		}
		if slices.ContainsFunc(stems, func(s string) bool { return strings.Contains(w, s) }) {
			spammy++
		}
	}
	switch {
	case latinShare(f) > 60: // English words are longer than their stems
		return stems, len(strong) >= 2 && distinct >= 5 && len(chunks) >= 4 && !prose(f) && (3*spammy >= len(chunks) || strings.Count(f, ",")+strings.Count(f, "|") >= 3 && 2*spammy >= strings.Count(f, ",")+strings.Count(f, "|")) && !guarded
	case len(chunks) >= 3 && short*10 >= len(chunks)*7:
		return stems, distinct >= 4 && (share >= need || 10*spammy >= 6*len(chunks) && share >= need-20)
	case len(chunks) >= 2:
		return stems, distinct >= 5 && share >= need
	}
	return stems, distinct >= 5 && share >= need+10 && total <= 60
}

// mark marks where stems stand in f and returns those that do.
func (c *keywordLine) mark(f string, stems []string, covered []bool) []string {
	var out []string
	for _, w := range stems {
		seen := false
		for i := 0; ; {
			n := strings.Index(f[i:], w)
			if n < 0 {
				break
			}
			i += n
			if isWordByte(rune(w[0])) && (i > 0 && isWordByte(rune(f[i-1])) || i+len(w) < len(f) && isWordByte(rune(f[i+len(w)])) && len(w) < 5) {
				i += len(w)
				continue
			}
			seen = true
			for k := i; k < i+len(w); k++ {
				covered[k] = true
			}
			i += len(w)
		}
		if seen {
			out = append(out, w)
		}
	}
	return out
}

// prose reports whether a Latin line reads as sentences: it has articles and prepositions of a text.
func prose(f string) bool {
	words := strings.Fields(f)
	n := 0
	for _, w := range words {
		switch strings.Trim(w, ".,;:") {
		case "the", "of", "to", "and", "in", "that", "has", "have", "was", "were", "is", "are", "by", "which", "should", "will":
			n++
		}
	}
	return 6*n >= len(words)
}

func latinShare(f string) int {
	latin, all := 0, 0
	for _, r := range f {
		if isMark(r) {
			continue
		}
		all++
		if isWordByte(r) {
			latin++
		}
	}
	if all == 0 {
		return 0
	}
	return 100 * latin / all
}

func isSeparator(r rune) bool { return strings.ContainsRune(",，_-—|｜、;；/·•>+ \t　.#", r) }

func isMark(r rune) bool {
	return isSeparator(r) || !isHan(r) && !isWordByte(r) && tables.Frequency(r) == 0 && r < 0x3400
}
