// Package number holds the kinds that find figures which cannot all be true: years, counts, lists, changes, shares, ranges.
//
// Real numeric errors are rare in reports that are otherwise clean, and a careless check finds many that are none. So every kind
// here compares intervals (what the printed decimals allow, what a list can be read as), says nothing where one reading holds,
// and never offers a repair: which of two figures is wrong, no program can know. Each match names both places and shows the
// sum that it did.
package number
