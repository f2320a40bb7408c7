package scan

// Class says what kind of character a rune is, as far as rules tell kinds apart. There are fewer than 64, so a set of
// classes is a uint64.
type Class uint8

// The classes. Every rune has exactly one.
const (
	Other           Class = iota // unassigned code points, digits of other scripts
	LF                           // U+000A
	CR                           // U+000D
	Tab                          // U+0009
	Space                        // U+0020
	WideSpace                    // U+3000
	NoBreakSpace                 // U+00A0 U+2007 U+202F
	OddSpace                     // U+2000–2006 U+2008–200A U+205F U+1680
	Han                          // unified ideographs and extensions, 〇 々 〆
	Kana                         // hiragana, katakana, the whole block of half-width katakana U+FF61–FF9F
	Hangul                       // syllables and jamo
	Bopomofo                     // ㄅ–ㄯ and extended
	Lower                        // ASCII a–z
	Upper                        // ASCII A–Z
	LatinExt                     // Latin letters beyond ASCII
	Greek                        // Greek and Coptic letters
	Cyrillic                     // Cyrillic letters
	OtherLetter                  // letters of any other script (letters of no script, such as ℓ, are Symbol)
	Digit                        // ASCII 0–9
	FullDigit                    // U+FF10–FF19
	FullLetter                   // U+FF21–FF3A U+FF41–FF5A
	Comma                        // ASCII ,
	Period                       // ASCII .
	Colon                        // ASCII :
	Semicolon                    // ASCII ;
	Bang                         // ASCII !
	Question                     // ASCII ?
	HalfOpen                     // ASCII ( [ {
	HalfClose                    // ASCII ) ] }
	HalfQuote                    // ASCII " '
	Hyphen                       // ASCII -
	Percent                      // ASCII % and ‰ ％
	Ampersand                    // ASCII &
	HalfSymbol                   // every other ASCII symbol
	Stop                         // 。 ！ ？ ．
	Pause                        // ， 、 ； ：
	Open                         // “ ‘ 《 〈 （ 【 「 『 〔 ［ ｛ 〖
	Close                        // ” ’ 》 〉 ） 】 」 』 〕 ］ ｝ 〗
	Dash                         // — – ― ‒ − ─ ～ 〜
	Ellipsis                     // … ⋯
	Interpunct                   // · • ・ ‧ ∙ ●
	FullSymbol                   // the rest of U+FF01–FF5E, U+FFE0–FFE6, other marks of U+3000–303F
	EnclosedNumber               // ① ⑴ ⒈ ㈠ ❶ and kin; enclosed letters and words are Symbol
	RomanNumeral                 // U+2160–2188
	Radical                      // U+2E80–2FDF
	CompatIdeograph              // U+F900–FAFF, U+2F800–2FA1F (the twelve unified ones of that block are Han)
	Ligature                     // U+FB00–FB06
	BoxDrawing                   // U+2500–259F
	Combining                    // combining marks and variation selectors
	Emoji                        // emoji and pictographs; not the arrows, squares and ™ that share the property
	Symbol                       // all other punctuation and symbols: § ¿ ″, arrows, mathematics, currency, units, ½ ²
	Control                      // C0 without TAB LF CR; DEL; C1
	Invisible                    // zero width, word joiner, soft hyphen, BOM in mid-text, tag characters, blank fillers, U+2028 U+2029
	Bidi                         // bidirectional controls
	PrivateUse                   // U+E000–F8FF and the supplementary planes
	Replacement                  // U+FFFD
	Invalid                      // a byte that is not UTF-8
	NumClasses                   // how many classes there are
)

// Set is a set of classes.
type Set uint64

// SetOf returns the set of the given classes.
func SetOf(cs ...Class) Set {
	var s Set
	for _, c := range cs {
		s |= 1 << c
	}
	return s
}

// Has reports whether c is in the set.
func (s Set) Has(c Class) bool { return s>>c&1 == 1 }
