package chrome

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/view/layout"
)

// identifier finds the keys by which a site or a pipeline knew the page, alone on a line at either end of the file.
type identifier struct{}

func newIdentifier(p checks.Params) (checks.Check, error) { return identifier{}, p.Decode(&struct{}{}) }

func (identifier) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

// edgeLines is how many lines that are not blank are looked at from either end.
const edgeLines = 4

func (identifier) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	m := layout.Of(d)
	var out []checks.Match
	look := func(i int) bool {
		l := m.Line(i)
		if l.Role == layout.Blank {
			return false
		}
		s := l.Span.Of(d.Text())
		if !hash(s) {
			return true
		}
		f := checks.At(l.Span.Start, l.Span.End)
		f.Fixes = checks.DeleteLines(d, i, i, checks.ProofFurniture)
		out = append(out, f)
		return true
	}
	a := 0
	for n := 0; a < m.Len() && n < edgeLines; a++ {
		if look(a) {
			n++
		}
	}
	head := len(out)
	for n, i := 0, m.Len()-1; i >= a && n < edgeLines; i-- {
		if look(i) {
			n++
		}
	}
	for i, j := head, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// hash reports whether s is a hexadecimal digest of 128 bits and more, or a UUID.
func hash(s string) bool {
	if len(s) < 32 || len(s) > 140 {
		return false
	}
	digits, letters, dashes := 0, 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			letters++
		case c == '-':
			dashes++
		default:
			return false
		}
	}
	n := digits + letters
	return digits >= 4 && letters >= 4 && (dashes == 0 && n%8 == 0 || dashes == 4 && n == 32)
}
