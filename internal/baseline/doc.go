// Package baseline remembers the findings that a corpus is known to have, so that a gate speaks of new ones only.
//
// A baseline is a text file that people merge: one JSON object a line, sorted, without line numbers and dates, so that two
// branches that add entries merge by union, and what only moved stays known. An entry knows its finding by the fingerprint of the
// repaired text around it; see internal/lint. Everything here works on entries and findings: no files, no clock.
package baseline
