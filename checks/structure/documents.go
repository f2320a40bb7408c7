package structure

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// entrance is where a report begins: a title, a dateline and a salutation close together, at least two of the three.
type entrance struct {
	mark text.Span // the first of them
	line int
	end  int // behind the last
}

// openings finds where reports begin, in order.
func openings(d *document.Document) []entrance {
	type found struct{ all []entrance }
	return document.View(d, func(d *document.Document) *found { return &found{findOpenings(d)} }).all
}

const (
	headLines  = 8    // lines that the head of a report may take, blank ones counted
	headBytes  = 1200 // and bytes: no paragraph lies between its parts
	leastBytes = 1500 // a report is longer

	openingBytes = 3 * 60 // its first sentence is over by then
)

// sign is one part of the head of a report.
type sign struct {
	span text.Span
	line int
	kind uint8 // 1 title, 2 dateline, 4 salutation
}

func findOpenings(d *document.Document) []entrance {
	o, lines := outline.Of(d), d.Lines()
	var signs []sign
	for _, t := range o.Titles {
		signs = append(signs, sign{t.Span, t.Line, 1})
	}
	for _, x := range o.Datelines {
		if x.Session {
			signs = append(signs, sign{x.Span, x.Line, 2})
		}
	}
	if len(signs) == 0 {
		return nil
	}
	for _, s := range o.Salutations {
		signs = append(signs, sign{s, lines.At(s.Start), 4})
	}
	sortBy(signs, func(s sign) int { return s.span.Start })
	var out []entrance
	for i := 0; i < len(signs); {
		first, last, kinds := signs[i], signs[i], signs[i].kind
		j := i + 1
		for ; j < len(signs) && kinds&4 == 0; j++ {
			s := signs[j]
			if s.line-last.line > headLines || s.span.Start-last.span.End > headBytes || s.kind == 2 && kinds&2 != 0 {
				break
			}
			kinds, last = kinds|s.kind, s
		}
		i = j
		if kinds == 1 || kinds == 2 || kinds == 4 && !reports(d.Text(), last.span.End) {
			continue
		}
		op := entrance{first.span, first.line, last.span.End}
		if n := len(out); n > 0 && op.mark.Start-out[n-1].end < leastBytes {
			out[n-1].end = op.end // the title of a page above the title of the report
			continue
		}
		out = append(out, op)
	}
	return out
}

// reports: the sentence behind the salutation that ends at off opens a report: 现在，我代表市人民政府，向大会报告工作.
func reports(s string, off int) bool {
	t := s[off:min(len(s), off+openingBytes)]
	i := strings.Index(t, "我代表")
	return i >= 0 && strings.Contains(t[i:], "报告") && !strings.ContainsAny(t[:i], "。！")
}

// Documents are the spans of the reports that a file holds, from the beginning of the text to its end without a gap; one span
// if there is one report, or none that shows where it begins. They begin at line starts.
func Documents(d *document.Document) []text.Span {
	lines, s := d.Lines(), d.Text()
	out := []text.Span{{Start: 0, End: len(s)}}
	ops := openings(d)
	for k := 1; k < len(ops); k++ {
		i := ops[k].line
		for i > 0 && bare(lines.Text(i-1)) {
			i--
		}
		start := lines.Start(i)
		out[len(out)-1].End = start
		out = append(out, text.Span{Start: start, End: len(s)})
	}
	return out
}

// bare: a line without letters or figures.
func bare(s string) bool { return strings.Trim(s, blanks+"-—–=_*#·•\r") == "" }

// severalDocuments finds files that hold more than one report.
type severalDocuments struct{}

func newSeveralDocuments(p checks.Params) (checks.Check, error) {
	return severalDocuments{}, p.Decode(&struct{}{})
}

func (severalDocuments) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (severalDocuments) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	ops := openings(d)
	if len(ops) < 2 {
		return nil
	}
	m := checks.Match{Vars: map[string]string{"documents": strconv.Itoa(len(ops))}, Evidence: []checks.Note{{Key: "openings"}}}
	for _, op := range ops {
		m.Places = append(m.Places, op.mark)
	}
	return []checks.Match{m}
}

// missingTitle finds a report that begins with its salutation.
type missingTitle struct{}

func newMissingTitle(p checks.Params) (checks.Check, error) {
	return missingTitle{}, p.Decode(&struct{}{})
}

func (missingTitle) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

func (missingTitle) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	o, lines := outline.Of(d), d.Lines()
	if len(o.Salutations) == 0 {
		return nil
	}
	sal := o.Salutations[0]
	for i := range lines.Len() {
		ln := lines.Span(i)
		if bare(lines.Text(i)) {
			continue
		}
		if skipBlank(d.Text(), ln) != sal.Start || len(d.Text()) < leastBytes {
			return nil
		}
		m := checks.At(sal.Start, sal.End)
		m.Evidence = []checks.Note{{Key: "first"}}
		return []checks.Match{m}
	}
	return nil
}
