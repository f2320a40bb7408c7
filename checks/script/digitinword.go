package script

import "strings"

// maxAsked bounds how many words of a document are looked for in it: each look reads the whole text.
const maxAsked = 50

// wordLike reports whether t is a word of small letters, the first of which may be a capital, but for one or two digits 0 or 1
// inside it.
func wordLike(t string) bool {
	if len(t) < 5 || !isLetter(t[0]) || t[len(t)-1] < 'a' || t[len(t)-1] > 'z' {
		return false
	}
	digits := 0
	for i := 1; i < len(t); i++ {
		switch c := t[i]; {
		case c == '0' || c == '1':
			digits++
		case c < 'a' || c > 'z':
			return false
		}
	}
	return digits > 0 && digits <= 2
}

// digitInWord judges a word with digits in it by the document: it is an error of character recognition if with the letters that
// look alike it is a word that stands elsewhere.
func digitInWord(src, t string) (fixed, message string) {
	for _, one := range []string{"l", "i"} {
		w := strings.NewReplacer("0", "o", "1", one).Replace(t)
		if standsIn(src, w) || standsIn(src, strings.ToLower(w)) {
			return w, "letter"
		}
	}
	return "", ""
}

// standsIn reports whether src holds w as a word of its own.
func standsIn(src, w string) bool {
	for at := 0; ; {
		i := strings.Index(src[at:], w)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(w)
		if (i == 0 || !isWordByte(src[i-1])) && (at == len(src) || !isWordByte(src[at])) {
			return true
		}
	}
}
