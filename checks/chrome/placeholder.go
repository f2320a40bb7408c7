package chrome

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// placeholder finds what a template printed where content was to come.
type placeholder struct {
	words []string
	known map[string]bool
}

type placeholderParams struct {
	Words string `toml:"words"` // word list beside the rule: what stands alone on a line
}

func newPlaceholder(p checks.Params) (checks.Check, error) {
	var v placeholderParams
	if err := p.Decode(&v); err != nil {
		return nil, err
	}
	words, err := p.List(v.Words)
	if err != nil {
		return nil, err
	}
	c := &placeholder{words: words, known: map[string]bool{}}
	for _, w := range words {
		c.known[scan.FoldString(w)] = true
	}
	return c, nil
}

func (c *placeholder) Trigger() scan.Trigger {
	return scan.Trigger{Literals: append([]string{"{{", "<%="}, c.words...)}
}

func (c *placeholder) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	var out []checks.Match
	lines, last := d.Lines(), -1
	for _, h := range hits {
		i := lines.At(h.Span.Start)
		if i == last {
			continue
		}
		last = i
		ln := lines.Span(i)
		v := visibleSpan(ln.Of(d.Text()), ln.Start)
		s := v.Of(d.Text())
		if len(s) > 200 {
			continue
		}
		bare := strings.Trim(scan.FoldString(s), " \t.…!。！~-—[]【】()（）<>*·•")
		if !c.known[bare] && !c.known[scan.FoldString(s)] && !template(s) || figures(lines.Text, i, lines.Len()) {
			continue
		}
		m := checks.At(v.Start, v.End)
		m.Fixes = checks.DeleteLines(d, i, i, checks.ProofFurniture)
		if !elsewhere(d, i) {
			m.Message, m.Fixes = "alone", nil
		} else {
			m.Severity = checks.Warning
		}
		out = append(out, m)
	}
	return out
}

// template reports whether s is an expression of a template and at most a label before it: 阅读：{{ pvCount }}
func template(s string) bool {
	for _, q := range [][2]string{{"{{", "}}"}, {"<%=", "%>"}} {
		if a := strings.Index(s, q[0]); a >= 0 {
			if b := strings.Index(s[a:], q[1]); b > 0 && utf8.RuneCountInString(s)-utf8.RuneCountInString(s[a:a+b+len(q[1])]) <= 12 {
				return true
			}
		}
	}
	return false
}

// figures reports whether lines beside line i hold nothing but a figure: null and NaN are then cells of a table.
func figures(text func(int) string, i, n int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= n {
			continue
		}
		s := strings.TrimSpace(text(j))
		if s != "" && len(s) < 20 && strings.Trim(s, "0123456789.,%-+") == "" {
			return true
		}
	}
	return false
}

// elsewhere reports whether the document holds text beside line i.
func elsewhere(d *document.Document, i int) bool {
	m := layout.Of(d)
	n := 0
	for j := range m.Len() {
		if j != i && m.Role(j).Text() {
			n += m.Line(j).Runes()
		}
	}
	return n >= 60
}
