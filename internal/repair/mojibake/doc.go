// Package mojibake undoes wrong decoding: bytes of one encoding that were read as another and saved.
//
// The promise: a Repair is a span of the text and what it was. It is found from the span itself, so that one damaged sentence in
// a clean document is repaired alone, and text that was meant is never touched on a guess. Exact says that damaging the repaired
// text again gives the span back character for character, that nothing was lost on the way, and that no other reading is as
// likely; everything else is a proposal. All functions are pure and linear in the text: what one call looks at, the next skips.
package mojibake
