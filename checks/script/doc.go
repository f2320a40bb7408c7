// Package script holds the kinds that look for what does not belong together: characters of another script, marks without
// their partner, marks of the other width, and the residue of machine translation.
//
// The norms are GB/T 15834-2011 (use of punctuation marks), GB/T 15835-2011 (use of numerals) and the W3C requirements for Chinese text
// layout (clreq). Where a norm leaves a choice, the document decides: a check asks package habit what the document usually
// does and speaks of what breaks its own habit. A fix writes marks and spaces, never a digit's value, a URL or quoted foreign text.
package script
