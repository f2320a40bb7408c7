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
		{Name: "several-documents", Phase: checks.PhaseWhole, New: newSeveralDocuments},
		{Name: "missing-title", Phase: checks.PhaseWhole, New: newMissingTitle},
		{Name: "truncated-text", Phase: checks.PhaseWhole, New: newTruncated},
		{Name: "lost-attachment", Phase: checks.PhaseWhole, New: newLostAttachment},
		{Name: "half-written-file", Phase: checks.PhaseInline, New: newHalfWritten},
		{Name: "repeated-sentence", Phase: checks.PhaseInline, New: newRepeatedSentence},
		{Name: "repeated-paragraph", Phase: checks.PhaseLines, New: newRepeated},
		{Name: "hard-wrapped", Phase: checks.PhaseShape, New: newHardWrapped},
		{Name: "broken-paragraph", Phase: checks.PhaseShape, New: newBrokenParagraph},
		{Name: "block-indent", Phase: checks.PhaseShape, New: newBlockIndent},
		{Name: "page-furniture", Phase: checks.PhaseLines, New: newPageFurniture},
		{Name: "hyphenated-break", Phase: checks.PhaseShape, New: newHyphenated},
		{Name: "loose-note-marks", Phase: checks.PhaseWhole, New: newNoteMarks},
		{Name: "flattened-table", Phase: checks.PhaseWhole, New: newFlattened},
		{Name: "wrong-document", Phase: checks.PhaseWhole, New: newWrongDocument},
		{Name: "mixed-documents", Phase: checks.PhaseWhole, New: newMixedDocuments},
	}
}
