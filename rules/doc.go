// Package rules holds what reportlint holds against a document: one TOML file per rule, in a folder per family.
//
// The path is the id: ads/promo-sentence.toml is the rule ads/promo-sentence. A rule names a check kind (package checks and
// below) and gives it parameters, a severity, a ceiling for the safety of its fixes, and every text a user reads in Chinese and
// English, with examples that run as tests. Rules of users travel the same road as the built-in ones.
package rules
