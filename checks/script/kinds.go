package script

import "github.com/reportlint/reportlint/checks"

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return prosaic([]checks.Kind{
		{Name: "unbalanced-pair", Phase: checks.PhaseInline, New: plain(pair{})},
		{Name: "bullet-as-interpunct", Phase: checks.PhaseInline, New: plain(interpunct{})},
		{Name: "space-between-han", Phase: checks.PhaseInline, New: plain(gap{})},
		{Name: "homoglyph", Phase: checks.PhaseInline, New: plain(homoglyph{})},
		{Name: "doubled-punctuation", Phase: checks.PhaseInline, New: plain(doubled{})},
		{Name: "width-minority", Phase: checks.PhaseWhole, New: plain(width{})},
		{Name: "fullwidth-alphanumeric", Phase: checks.PhaseInline, New: plain(fullwidth{})},
		{Name: "zero-in-han-numeral", Phase: checks.PhaseInline, New: plain(zero{})},
		{Name: "ascii-dash", Phase: checks.PhaseInline, New: plain(dash{})},
		{Name: "mark-at-line-start", Phase: checks.PhaseInline, New: plain(lineStart{})},
		{Name: "script-minority", Phase: checks.PhaseWhole, New: newMinority},
		{Name: "pinyin-inside-word", Phase: checks.PhaseInline, New: newPinyin},
		{Name: "stray-kana-or-bopomofo", Phase: checks.PhaseInline, New: plain(stray{})},
		{Name: "dash-drift", Phase: checks.PhaseInline, New: plain(drift{})},
		{Name: "numeral-drift", Phase: checks.PhaseInline, New: plain(numerals{})},
		{Name: "name-under-several-spellings", Phase: checks.PhaseInline, New: newSpellings},
		{Name: "literal-translation", Phase: checks.PhaseInline, New: newTerms},
		{Name: "quote-minority", Phase: checks.PhaseWhole, New: plain(quotes{})},
		{Name: "ascii-ellipsis", Phase: checks.PhaseInline, New: plain(ellipsis{})},
		{Name: "lower-case-heading", Phase: checks.PhaseInline, New: plain(headCase{})},
		{Name: "chinese-mark-in-english", Phase: checks.PhaseWhole, New: plain(wideLatin{})},
		{Name: "orphan-possessive", Phase: checks.PhaseInline, New: newPossessive},
		{Name: "doubled-article", Phase: checks.PhaseInline, New: plain(article{})},
		{Name: "space-at-mark", Phase: checks.PhaseInline, New: plain(markSpace{})},
		{Name: "doubled-word", Phase: checks.PhaseInline, New: newDoubledWord},
		{Name: "untranslated-word", Phase: checks.PhaseInline, New: newUntranslated},
		{Name: "collapsed-pair", Phase: checks.PhaseInline, New: newCollapsed},
		{Name: "capital-inside-sentence", Phase: checks.PhaseInline, New: newCapital},
		{Name: "uneven-plus", Phase: checks.PhaseInline, New: plain(plus{})},
		{Name: "foreign-enumerator", Phase: checks.PhaseInline, New: plain(enumerator{})},
	})
}

// plain makes a kind of a check that has no parameters.
func plain(c checks.Check) func(checks.Params) (checks.Check, error) {
	return func(p checks.Params) (checks.Check, error) { return c, p.Decode(&struct{}{}) }
}
