// Package repair undoes damage whose making is understood: it models what was done to a text, searches for the texts that
// the model turns into the one at hand, and says how far the result is proved.
//
// The promise:
//
//   - A repair is called exact only if damaging the repaired text again gives the text at hand back, rune for rune over the
//     whole document, and if one reading survived; the round trip alone is necessary, not sufficient.
//   - Where more than one reading survives, or something was lost for good, the candidates are reported and the line keeps
//     its text. A wrong repair that looks right is the one outcome that must not happen.
//   - Text without the damage comes back untouched and is left quickly. Everything is linear in the length of the text.
//
// Decloak undoes the insertion of Hanyu Pinyin behind characters, "經(jīng)濟(jì)", done on the bytes of GBK text without
// regard to character boundaries; docs/decloaking.md explains the model.
package repair
