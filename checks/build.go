package checks

import (
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
)

// At is a match with one place.
func At(start, end int) Match { return Match{Places: []text.Span{{Start: start, End: end}}} }

// Replace is a fix that writes new over one span.
func Replace(d *document.Document, s text.Span, new string, p Proof) []Fix {
	return Rewrite(d, []text.Edit{{Span: s, New: new}}, p)
}

// Rewrite is a fix of several edits; edits that cannot stand together offer no fix.
func Rewrite(d *document.Document, es []text.Edit, p Proof) []Fix {
	c, err := text.Canon(d.Text(), es)
	if err != nil || len(c) == 0 {
		return nil
	}
	return []Fix{{Edits: c, Proof: p}}
}

// DeleteLines is a fix that removes lines first to last (0-based, inclusive) with their line ends.
func DeleteLines(d *document.Document, first, last int, p Proof) []Fix {
	l := d.Lines()
	return Rewrite(d, []text.Edit{{Span: text.Span{Start: l.Whole(first).Start, End: l.Whole(last).End}}}, p)
}
