package structure

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// pageFurniture finds the page numbers that a paginated file left between its lines: — 12 —, 第3页 共20页, or a bare number in
// the middle of a sentence.
type pageFurniture struct {
	Pages int `toml:"pages"` // so many, with rising numbers
}

func newPageFurniture(p checks.Params) (checks.Check, error) {
	c := pageFurniture{Pages: 3}
	return c, p.Decode(&c)
}

func (pageFurniture) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

const (
	pageBytes     = 3 * 150 // less than a page holds
	mostFurniture = 60      // bytes: neither a number nor a running header is longer
	leastTorn     = 45      // bytes: the half of a sentence above is as long at least
)

// page is a line that may be a page number.
type page struct {
	line, n int
	form    string // how it is written, the number left out
	torn    bool   // the sentence above goes on below
	header  bool   // a running header
}

func (c pageFurniture) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	if !tears(d) && !numbersPages(d) {
		return nil
	}
	lines, m := d.Lines(), layout.Of(d)
	byForm, same := map[string][]page{}, map[string][]int{}
	for i := range lines.Len() {
		ln := lines.Span(i)
		if ln.Len() == 0 || ln.Len() > mostFurniture {
			continue
		}
		t := trim(lines.Text(i))
		if n, form := pageNumber(t); form != "" && m.Role(i) != layout.Title {
			byForm[form] = append(byForm[form], page{line: i, n: n, form: form, torn: torn(d, i)})
		} else if len(t) >= 12 {
			same[t] = append(same[t], i)
		}
	}
	var found []page
	for form, ps := range byForm {
		ps = rising(ps)
		torn := 0
		for _, p := range ps {
			if p.torn {
				torn++
			}
		}
		// A bare number is a cell of a table or a note unless it tears most sentences.
		if len(ps) < c.Pages || torn == 0 && !explicit(form) || form == "#" && 2*torn < len(ps) || crowded(lines, ps) {
			continue
		}
		found = append(found, ps...)
	}
	for _, at := range same {
		found = append(found, c.headers(d, at)...)
	}
	sortBy(found, func(p page) int { return p.line })
	var out []checks.Match
	for _, p := range found {
		ln := lines.Span(p.line)
		f := checks.At(ln.Start, ln.End)
		f.Vars = map[string]string{"page": strconv.Itoa(p.n), "pages": strconv.Itoa(len(found))}
		f.Evidence = []checks.Note{{Key: "rising"}}
		if p.header {
			f.Evidence[0].Key = "header"
		}
		if p.torn {
			f.Evidence = append(f.Evidence, checks.Note{Key: "torn"})
		}
		f.Fixes = checks.DeleteLines(d, p.line, p.line, checks.ProofFurniture)
		if p.torn {
			f.Fixes = append(f.Fixes, rejoin(d, p.line)...)
		}
		out = append(out, f)
	}
	return out
}

// headers are those of the equal lines at that stand between the halves of a sentence, if most do: a running header. The title
// itself, from which the header was made, stands between none.
func (c pageFurniture) headers(d *document.Document, at []int) []page {
	if len(at) < c.Pages {
		return nil
	}
	var out []page
	for _, i := range at {
		if torn(d, i) {
			out = append(out, page{line: i, torn: true, header: true})
		}
	}
	if len(out) < c.Pages || 3*len(out) < 2*len(at) || crowded(d.Lines(), out) {
		return nil
	}
	return out
}

// pageNumber reads a line as a page number: its number, and how it is written with # for numbers; form is empty if it is none.
func pageNumber(t string) (n int, form string) {
	var b strings.Builder
	numbers, total := 0, 0
	for i := 0; i < len(t); {
		r := next(t, i)
		switch {
		case isDigit(r):
			v := 0
			for isDigit(next(t, i)) {
				r := next(t, i)
				if r >= '０' {
					r -= '０' - '0'
				}
				if v = v*10 + int(r-'0'); v > 9999 {
					return 0, ""
				}
				i += len(string(next(t, i)))
			}
			if numbers++; numbers == 1 {
				n = v
			}
			total = v
			b.WriteByte('#')
			continue
		case isBlank(r), r == '\f':
		case strings.ContainsRune("-—–─－·•/.~", r):
			b.WriteRune('-')
		case strings.ContainsRune("第共页頁之", r):
			b.WriteRune(r)
		case !strings.ContainsRune("PAGEOFpageof（）()", r):
			return 0, "" // of no word that a page number is written with
		default:
			b.WriteRune(r)
		}
		if r == 0 {
			return 0, ""
		}
		i += len(string(r))
	}
	form = b.String()
	word := strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(form, "#", ""), "-", ""))
	known := word == "" || word == "第页" || word == "第頁" || word == "第页共页" || word == "第頁共頁" || word == "第页（共页）" || word == "第页(共页)" ||
		word == "page" || word == "pageof" || word == "of" || word == "页" || word == "p"
	if form == "#-#" && strings.Contains(t, "/") && n <= total { // 3/20, of so many
		form = "#/" + strconv.Itoa(total)
	}
	if numbers == 0 || numbers > 2 || !known || n == 0 || strings.Count(form, "-") > 4 || form == "#-#" || n > 1500 && form == "#" {
		return 0, ""
	}
	return n, form
}

// explicit: what is written so is the number of a page wherever it stands: between strokes, or with the word, or of so many.
func explicit(form string) bool {
	return strings.HasPrefix(form, "-") && strings.HasSuffix(form, "-") || strings.ContainsAny(form, "页頁/") || strings.HasPrefix(strings.ToLower(form), "page")
}

// numbersPages: some short line is the explicit number of a page.
func numbersPages(d *document.Document) bool {
	lines, s := d.Lines(), d.Text()
	for i := range lines.Len() {
		ln := lines.Span(i)
		if ln.Len() == 0 || ln.Len() > mostFurniture || !startsPage(s[ln.Start:ln.End]) {
			continue
		}
		if _, form := pageNumber(trim(lines.Text(i))); form != "" && explicit(form) {
			return true
		}
	}
	return false
}

// startsPage: t begins as the number of a page may. Nearly no line of a report does, and the rest need not be read.
func startsPage(t string) bool {
	t = strings.TrimLeft(t, " \f\t\u3000")
	if t == "" {
		return false
	}
	switch t[0] {
	case '-', '~', 'P', 'p', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return len(t) <= len("Page 1000 of 1000")
	}
	for _, w := range []string{"第", "共", "—", "–", "─", "－", "·", "•"} {
		if strings.HasPrefix(t, w) {
			return len(t) <= len("第 1000 页（共 1000 页）")
		}
	}
	return false
}

// rising keeps the longest run of pages whose numbers go up by one, two or three.
func rising(ps []page) []page {
	var best, run []page
	for _, p := range ps {
		if n := len(run); n > 0 && (p.n <= run[n-1].n || p.n > run[n-1].n+3) {
			run = nil
		}
		if run = append(run, p); len(run) > len(best) {
			best = run
		}
	}
	return best
}

// crowded: hardly a paragraph lies between the numbers; that is a list or a column.
func crowded(lines *text.Lines, ps []page) bool {
	n := 0
	for i := 1; i < len(ps); i++ {
		if lines.Start(ps[i].line)-lines.Start(ps[i-1].line) < pageBytes {
			n++
		}
	}
	return 2*n >= len(ps)
}

// tears: some short line stands between the halves of a sentence. A page number that tears none is no evidence.
func tears(d *document.Document) bool {
	lines := d.Lines()
	for _, i := range openLines(d) {
		if lines.Span(i).Len() < leastTorn {
			continue
		}
		if k := filled(lines, i+1, 1); k >= 0 && lines.Span(k).Len() <= mostFurniture && torn(d, k) {
			return true
		}
	}
	return false
}

// filled is the first line from line i on, in the direction of step, that is not empty; -1 if there is none.
func filled(lines *text.Lines, i, step int) int {
	for ; i >= 0 && i < lines.Len(); i += step {
		if lines.Span(i).Len() > 0 {
			return i
		}
	}
	return -1
}

// torn: the text line above line i stops inside a sentence, and the one below begins no paragraph.
func torn(d *document.Document, i int) bool {
	lines, s := d.Lines(), d.Text()
	a, b := filled(lines, i-1, -1), filled(lines, i+1, 1)
	if a < 0 || b < 0 || lines.Span(a).Len() < leastTorn {
		return false
	}
	below := lines.Span(b)
	start := skipBlank(s, below)
	r := next(s, start)
	return within(s, lines.Span(a)) && start-below.Start < 3 && (isHan(r) || r >= 'a' && r <= 'z' || isDigit(r) || strings.ContainsRune("，、。”）", r)) &&
		!headed(d, b)
}

// rejoin takes page line i out and closes the sentence over it.
func rejoin(d *document.Document, i int) []checks.Fix {
	lines, s := d.Lines(), d.Text()
	a, b := filled(lines, i-1, -1), filled(lines, i+1, 1)
	at := text.Span{Start: lines.Span(a).End, End: skipBlank(s, lines.Span(b))}
	glue := ""
	if latin(last(s, at.Start)) && latin(next(s, at.End)) {
		glue = " "
	}
	return checks.Replace(d, at, glue, checks.ProofNone)
}
