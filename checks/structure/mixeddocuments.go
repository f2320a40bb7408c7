package structure

import (
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// mixedDocuments finds paragraphs of another report inside a report: they speak of another place, and without them the
// numbering of the headings is whole. Numbers are read first, for a text whose headings are all in order costs nothing more.
type mixedDocuments struct{}

func newMixedDocuments(p checks.Params) (checks.Check, error) {
	return mixedDocuments{}, p.Decode(&struct{}{})
}

func (mixedDocuments) Trigger() scan.Trigger {
	return scan.Trigger{Literals: []string{"全省", "全市", "全区", "全县", "全州", "我省", "我市", "我区", "我县", "我州", "省委", "市委", "区委", "县委", "州委"}}
}

const (
	leastStray = 3 // paragraphs in a stray stretch
	leastTold  = 3 // mentions of the other place in them
)

func (mixedDocuments) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	o := outline.Of(d)
	if n := len(o.Markers); n < 4 {
		return nil
	}
	var out []checks.Match
	for _, doc := range Documents(d) {
		if orderly(o, doc) {
			continue
		}
		all := paragraphsTold(d, doc)
		h, ok := homeOf(all)
		if !ok {
			continue
		}
		ns := numbersOf(o, doc)
		for _, code := range strangers(h, all) {
			if m, ok := mixedIn(d, o, ns, all, h, code); ok {
				out = append(out, m)
				break
			}
		}
	}
	return out
}

// paragraphsTold reads the lines of doc that are not blank, up to its annexes.
func paragraphsTold(d *document.Document, doc text.Span) []whereabouts {
	var out []whereabouts
	lines := d.Lines()
	for i := lines.At(doc.Start); i < lines.Len() && lines.Start(i) < doc.End; i++ {
		x := trim(lines.Text(i))
		if len(out) > 8 && annexed(x) {
			break
		}
		if !bare(x) {
			out = append(out, whereaboutsOf(x, i))
		}
	}
	return out
}

// annexed: a short line that opens what is appended to a report.
func annexed(x string) bool {
	if len(x) > 3*24 {
		return false
	}
	x = strings.TrimLeft(x, "（(【[")
	for _, w := range []string{"附件", "附表", "附录", "附：", "附:", "名词解释", "名词注释", "有关名词", "注释"} {
		if strings.HasPrefix(x, w) {
			return true
		}
	}
	return strings.Contains(x, "名词解释") || strings.Contains(x, "用语说明")
}

// strangers are the places other than h that the text names twice at least, the most named first.
func strangers(h home, all []whereabouts) []string {
	count := map[string]int{}
	for _, w := range all {
		for c, n := range w.names {
			if k := h.strange(c); k != "" {
				count[k] += n
			}
		}
	}
	var out []string
	for c, n := range count {
		if n >= leastTold {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	return out[:min(len(out), 8)]
}

// mixedIn looks for the stretch that belongs to the place of code: between two paragraphs that speak of home, none does.
func mixedIn(d *document.Document, o *outline.Outline, ns numbering, all []whereabouts, h home, code string) (checks.Match, bool) {
	who := censusOf(all, func(c string) bool { return h.strange(c) == code }).narrow(code)
	level := levelOf(who)
	told := make([]int, len(all))
	total := 0
	for i, w := range all {
		for c, n := range w.names {
			if h.strange(c) == code {
				told[i] += n
			}
		}
		total += told[i]
	}
	ours := func(i int) bool { return h.at(all[i], who) > told[i] }
	for from := 0; from < len(all); {
		if ours(from) {
			from++
			continue
		}
		to, named, in, self := from, 0, 0, 0
		for ; to < len(all) && !ours(to); to++ {
			named += told[to]
			if told[to] > 0 {
				in++
			}
			if level != h.level {
				self += all[to].level[level]
			}
		}
		a, b := from, to // the stretch all[a:b]
		from = to
		if a == 0 || b == len(all) || b-a < leastStray || named < leastTold && (named == 0 || self < leastTold) || in < 2 && self < 2 {
			continue
		}
		cut, back, fewer := ns.mend(all[a].line, all[b-1].line)
		if fewer == 0 || fewer == 1 && back-cut < 2 || !ns.joins(cut, back) {
			continue // one wrong number is the author's more often than a page's
		}
		if elsewhere := total - named; elsewhere > max(1, named/5) && (fewer == 1 || elsewhere*3 > named*2) {
			continue
		}
		if m, ok := stray(d, o, ns.ns, all[a:b], told[a:b], cut, back); ok {
			m.Vars = map[string]string{"place": placeName(code), "home": placeName(h.code)}
			m.Evidence = []checks.Note{{Key: "place"}, {Key: "numbers"}}
			return m, true
		}
	}
	return checks.Match{}, false
}

// stray is the finding on the paragraphs from the first number or name of the other report to the last of them; ok is false if
// they are too few, or a report opens among them.
func stray(d *document.Document, o *outline.Outline, ns []number, in []whereabouts, told []int, cut, back int) (checks.Match, bool) {
	first, last := ns[cut].line, ns[back-1].line
	for i, w := range in {
		if told[i] > 0 {
			first, last = min(first, w.line), max(last, w.line)
		}
	}
	lines := d.Lines()
	var m checks.Match
	for _, w := range in {
		if w.line >= first && w.line <= last {
			m.Places = append(m.Places, lines.Span(w.line))
		}
	}
	if len(m.Places) < leastStray {
		return checks.Match{}, false
	}
	at := text.Span{Start: m.Places[0].Start, End: m.Places[len(m.Places)-1].End}
	for _, t := range o.Titles {
		if at.Contains(t.Span) && !t.Head {
			return checks.Match{}, false
		}
	}
	for _, x := range o.Datelines {
		if x.Session && at.Contains(x.Span) {
			return checks.Match{}, false
		}
	}
	return m, true
}
