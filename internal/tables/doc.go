// Package tables holds the data of public standards that the checks consult,
// each with a typed reader: OpenCC's simplified and traditional characters,
// Hanyu Pinyin readings, the levels of GB 2312, the two-byte index of
// GB 18030, the administrative divisions of GB/T 2260 with other well-known
// places, and the confusables of Unicode Technical Standard #39.
//
// The promise:
//
//   - A table is data of a standard, not opinion: every file under data/ names
//     its source, version, licence and date in its header, and a program under
//     gen/ writes it anew from the published file. NOTICE.md keeps the notices.
//   - Nothing is parsed when the program starts. A reader either searches the
//     embedded text where it lies, or builds an index on first use in less
//     than a few milliseconds; what it built is never changed afterwards, so
//     every function here may be called from any number of goroutines.
//   - Functions are total: an unknown rune or name gives the zero answer.
package tables
