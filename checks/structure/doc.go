// Package structure holds the checks of a document's shape: paragraphs that were glued, broken, doubled, cut off or mixed.
//
// What one pipeline took away, the numbering of the report gives back: the checks read the outline, and where several of them
// would write a line break they write the very same edit, so that their repairs stand together in one round and in any selection.
// A line is only ever split or joined here; no letter is written. Everything is linear in the text.
package structure
