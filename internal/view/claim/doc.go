// Package claim reads what a report says in figures: of which indicator, for which place and period, how much, and whether
// it is a result, an estimate or a target.
//
// A claim is one figure with its indicator. The indicator is the noun phrase before the figure, without verbs, adverbs and
// qualifiers; an elided one (…亿元、增长8%) is that of the figure before; 城乡X分别a、b gives two. Period and status come from
// the section the sentence stands in (the outline of the report), from words of time in the sentence, and from the dates of
// the report itself.
//
// Reader reads one sentence at a time, so that a check can look at a few sentences without paying for the whole text.
package claim
