package document

import (
	"reflect"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// Document is immutable text with memoised views.
type Document struct {
	name   string
	file   *codec.Text
	parent *Document  // the same file with one repair less; nil for the file's own text
	repair text.Edits // from the parent's text to this one
	text   string
	views  map[reflect.Type]any
	census *Census // nil until counted
}

// New is the document of a decoded file. name is the path as the user gave it.
func New(name string, t *codec.Text) *Document {
	return &Document{name: name, file: t, text: t.S, views: map[reflect.Type]any{}}
}

// Derive is the same file, read through one more exact repair of this document's text.
func (d *Document) Derive(r text.Edits) *Document {
	return &Document{name: d.name, file: d.file, parent: d, repair: r, text: r.Apply(d.text), views: map[reflect.Type]any{}}
}

// Name is the path of the file.
func (d *Document) Name() string { return d.name }

// Text is the working text: the file's text with all layers' repairs done.
func (d *Document) Text() string { return d.text }

// File is the decoded file under all layers.
func (d *Document) File() *codec.Text { return d.file }

// Parent is the document one repair below, nil if this is the file's own text.
func (d *Document) Parent() *Document { return d.parent }

// Lines are the lines of the working text.
func (d *Document) Lines() *text.Lines {
	return View(d, func(d *Document) *text.Lines { return text.SplitLines(d.text) })
}

// Census is what a text consists of. Counts are of code points.
type Census struct {
	Classes                 [scan.NumClasses]int
	Traditional, Simplified int // characters that only one of the two Chinese scripts uses
}

// Count is how many characters of class c the working text holds. The pass over the text has counted them already, so asking is
// free: a check that needs a space to find anything asks first.
func (d *Document) Count(c scan.Class) int { return d.counts().Classes[c] }

// Exclusive is how many characters the working text holds that only traditional and only simplified Chinese uses. It is as free
// as Count.
func (d *Document) Exclusive() (traditional, simplified int) {
	n := d.counts()
	return n.Traditional, n.Simplified
}

// Characters is how many characters the working text holds, every byte that is not UTF-8 counted as one. It is as free as Count.
func (d *Document) Characters() int {
	sum := 0
	for _, n := range d.counts().Classes {
		sum += n
	}
	return sum
}

// counts is the census. Only a document that no pass has seen is counted here.
func (d *Document) counts() *Census {
	if d.census == nil {
		var n Census
		for s := d.text; s != ""; {
			_, size, c := scan.Decode(s)
			n.Classes[c]++
			s = s[size:]
		}
		n.Traditional, n.Simplified = tables.CountExclusive(d.text)
		d.census = &n
	}
	return d.census
}

// Counted tells d what the pass over its text has counted.
func (d *Document) Counted(n Census) { d.census = &n }

// View returns the value that build makes of d, building it at most once per document. The type T names the view.
func View[T any](d *Document, build func(*Document) T) T {
	key := reflect.TypeFor[T]()
	if v, ok := d.views[key]; ok {
		return v.(T)
	}
	v := build(d)
	d.views[key] = v
	return v
}
