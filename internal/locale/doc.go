// Package locale holds the two languages of the product and texts that exist in both.
//
// A Text is complete or it is a defect: loaders refuse a text of which one language is missing.
package locale
