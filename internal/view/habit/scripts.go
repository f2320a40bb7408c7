package habit

import "github.com/reportlint/reportlint/internal/document"

// Scripts counts the characters that only one of the two Chinese scripts uses.
type Scripts struct{ Traditional, Simplified int }

// ScriptsOf counts them in d, for nothing: the pass over the text has done it.
func ScriptsOf(d *document.Document) Scripts {
	t, s := d.Exclusive()
	return Scripts{t, s}
}

// TraditionalText reports whether the document is written in traditional characters.
func (s Scripts) TraditionalText() bool { return s.Traditional > s.Simplified }
