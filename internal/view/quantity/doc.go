// Package quantity reads the figures of a sentence: value, printed precision, unit and scale, qualifier, kind, and the
// predicate and subject they belong to (GB/T 15835 calls them 量值 and 概数; dates, ordinals, codes and names are kept apart).
//
// It works on one sentence at a time. Read folds the sentence (width, traditional to simplified, case) into runes that
// remember their byte offsets, so that everything else compares folded runes and still answers in offsets of the text. Values
// are exact decimals; there is no floating point. Digits that belong to a name (12345, 982钻井平台, 5G, “八五”普法, 2023行动)
// are found and marked as such, so that no rule takes them for a quantity.
//
// All functions are pure and linear in the sentence.
package quantity
