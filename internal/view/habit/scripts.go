package habit

import (
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/tables"
)

// Scripts counts the characters that only one of the two Chinese scripts uses.
type Scripts struct{ Traditional, Simplified int }

// ScriptsOf counts them in d. It is much cheaper than Of.
func ScriptsOf(d *document.Document) Scripts {
	return *document.View(d, func(d *document.Document) *Scripts {
		t, s := tables.CountExclusive(d.Text())
		return &Scripts{t, s}
	})
}

// TraditionalText reports whether the document is written in traditional characters.
func (s Scripts) TraditionalText() bool { return s.Traditional > s.Simplified }
