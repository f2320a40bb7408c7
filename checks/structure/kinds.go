package structure

import "github.com/reportlint/reportlint/checks"

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return []checks.Kind{
		{Name: "break-as-space", Phase: checks.PhaseShape, New: newBreakAsSpace},
		{Name: "split-word", Phase: checks.PhaseInline, New: newSplitWord},
		{Name: "collapsed-paragraphs", Phase: checks.PhaseShape, New: newCollapsed},
		{Name: "heading-run-in", Phase: checks.PhaseShape, New: newHeadingRunIn},
		{Name: "title-run-in", Phase: checks.PhaseShape, New: newTitleRunIn},
		{Name: "run-in-list", Phase: checks.PhaseShape, New: newRunInList},
	}
}
