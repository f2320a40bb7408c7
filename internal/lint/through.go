package lint

import "github.com/reportlint/reportlint/internal/document"

// Through is d as checks see it: read through the certified repairs that Lint does in memory.
func (l *Linter) Through(d *document.Document, w *Worker) *document.Document {
	var res Result
	for range maxLayers {
		repair, _ := l.layer(d, l.look(d, l.scan(d, w), &res))
		if len(repair) == 0 {
			break
		}
		d = d.Derive(repair)
	}
	return d
}
