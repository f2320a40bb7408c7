package report

import (
	"path"
	"path/filepath"
	"slices"

	"github.com/reportlint/reportlint/internal/lint"
)

// rooted tells a printer the paths as the repository's root sees them.
type rooted struct {
	Printer
	root string
}

func (p rooted) File(f File) error {
	f.Path = p.path(f.Path)
	f.Findings = slices.Clone(f.Findings)
	for i := range f.Findings {
		x := &f.Findings[i]
		x.Path = p.path(x.Path)
		x.Related = slices.Clone(x.Related)
		for k := range x.Related {
			if x.Related[k].Path != "" {
				x.Related[k].Path = p.path(x.Related[k].Path)
			}
		}
	}
	return p.Printer.File(f)
}

func (p rooted) path(s string) string {
	if s == "" || path.IsAbs(s) || filepath.IsAbs(s) {
		return s
	}
	return path.Join(p.root, s)
}

// masked is f with identifiers masked, for a terminal that is asked for it.
func masked(o Options, f *lint.Finding) *lint.Finding {
	if o.Redact != RedactAlways {
		return f
	}
	x := *f
	hide := func(s string) string { return hideIn(f, s) }
	x.Text, x.Repaired = hide(x.Text), hide(x.Repaired)
	x.Message.En, x.Message.Zh = hide(x.Message.En), hide(x.Message.Zh)
	x.Excerpt.Before, x.Excerpt.Marked, x.Excerpt.After = hide(x.Excerpt.Before), hide(x.Excerpt.Marked), hide(x.Excerpt.After)
	x.Evidence, x.Related = slices.Clone(x.Evidence), slices.Clone(x.Related)
	for i := range x.Evidence {
		x.Evidence[i].En, x.Evidence[i].Zh = hide(x.Evidence[i].En), hide(x.Evidence[i].Zh)
	}
	for i := range x.Related {
		r := &x.Related[i]
		r.Message.En, r.Message.Zh = hide(r.Message.En), hide(r.Message.Zh)
		r.Excerpt.Before, r.Excerpt.Marked, r.Excerpt.After = hide(r.Excerpt.Before), hide(r.Excerpt.Marked), hide(r.Excerpt.After)
	}
	return &x
}
