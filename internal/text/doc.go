// Package text holds spans of a text, the algebra of edits on it, its lines, and the width of what a terminal shows.
//
// All offsets are bytes of ONE Go string and stand on rune boundaries. Edits are data: they are composed (Then), carried
// back through one another (Lift) and joined (Join) by laws that the fuzz targets of this package hold. Nothing here
// knows files, encodings or rules.
package text
