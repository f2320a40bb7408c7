package codec

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

// minGuess is the length below which no encoding but UTF-8 is believed without a byte order mark: any short string of bytes
// is plausible text in some encoding.
const minGuess = 32

// detect finds the encoding of raw by strict trial, and the length of its byte order mark; valid says that raw was seen to
// be UTF-8 throughout. UTF-8 comes first: text in another encoding is hardly ever valid under it. The others must give
// Chinese text that a reader would believe. enc is "" if none does.
func detect(raw []byte) (enc Encoding, bom int, valid bool) {
	for _, e := range []Encoding{UTF8BOM, UTF16LE, UTF16BE, GB18030} {
		if mark := e.bom(); bytes.HasPrefix(raw, []byte(mark)) {
			return e, len(mark), false
		}
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		if body := bytes.TrimRight(raw, "\x00\r\n"); len(body) >= minGuess && bytes.IndexByte(body, 0) < 0 && utf8.Valid(body) {
			return UTF8, 0, true // a text whose writer left NUL behind it
		}
		return best(raw, UTF16LE, UTF16BE), 0, false
	}
	if utf8.Valid(raw) {
		return UTF8, 0, true
	}
	good, bad := countUTF8(raw)
	// By chance a fifth of the bytes of a GBK text look like UTF-8. Where more of them do, a reading without a bad byte may
	// still win, if it makes more sense than what UTF-8 gives.
	other := best(raw, GB18030, Big5, UTF16LE, UTF16BE)
	switch {
	case good > 4*bad:
		return UTF8, 0, false
	case other != "" && (good < bad || clearer(read(raw, other, 0), read(raw, UTF8, len(raw)))):
		return other, 0, false
	case good >= bad, bad*maxUndecodable <= len(raw):
		return UTF8, 0, false
	}
	return "", 0, false
}

// countUTF8 counts the bytes beyond ASCII that are part of valid UTF-8 and those that are not.
func countUTF8(b []byte) (good, bad int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good += n
		}
		i += n
	}
	return good, bad
}

// minCommon is how many common characters make a reading: in Latin text two accented letters side by side may look like one.
const minCommon = 3

// best is the encoding under which raw reads best: at most 5 % of its bytes undecodable, and of its characters beyond ASCII
// more than 3 in 5 common: real text has 4 in 5 and more, Japanese or Korean taken for Chinese half as many. "" if there is
// none, or if two are equally good.
func best(raw []byte, candidates ...Encoding) Encoding {
	if len(raw) < minGuess {
		return ""
	}
	var found Encoding
	top := reading{common: 3, all: 5}
	for _, e := range candidates {
		r := read(raw, e, len(raw)/maxUndecodable)
		if r.bad > len(raw)/maxUndecodable || r.common < minCommon {
			continue
		}
		switch a, b := r.common*top.all, top.common*r.all; {
		case a > b:
			found, top = e, r
		case a == b:
			found = ""
		}
	}
	return found
}

// clearer reports whether a has no bad byte and a greater part of common characters than b.
func clearer(a, b reading) bool {
	return a.bad == 0 && a.common*(b.all+b.bad) > b.common*(a.all+a.bad)
}

// reading says how well bytes read under an encoding.
type reading struct {
	bad         int  // bytes that are no character, private use or a control
	common, all int  // characters, ASCII left out where it says nothing: those that Chinese text is made of, and all
	listed      bool // all ideographs are in GB 2312 (after folding traditional ones)
}

// sample bounds the characters that are judged; validity is tried to the end.
const sample = 4096

// read tries b under e. In UTF-16 the ASCII characters count too: read with the bytes swapped they are rare ideographs. It
// gives up where more than limit bytes are bad, or where the sample is full and cannot convince.
func read(b []byte, e Encoding, limit int) reading {
	cs, _ := e.charset()
	x := reading{listed: true}
	for at := 0; at < len(b); {
		if cs.ascii && b[at] < utf8.RuneSelf {
			at++
			continue
		}
		u := cs.next(b[at:])
		at += u.n
		switch {
		case u.bad, noText(u.r):
			if x.bad += u.n; x.bad > limit {
				return x
			}
		case x.all < sample:
			x.all++
			switch k := kindOf(u.r); k {
			case common:
				x.common++
			case rare:
				x.listed = false
			}
			if x.all == sample && 5*x.common < 3*x.all {
				return x
			}
		}
	}
	return x
}

// noText reports whether no author means r: controls, private use, noncharacters.
func noText(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\t' && r != '\n' && r != '\r' && r != '\f'
	case r < 0x7f:
		return false
	case r < 0xa0:
		return true
	case r >= 0xe000 && r < 0xf900, r >= 0xf0000:
		return true
	}
	return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}

type kind uint8

const (
	other  kind = iota // says nothing for the reading
	common             // what Chinese text is made of: frequent ideographs, its punctuation, ASCII and its full-width forms
	rare               // speaks against it
)

// toneVowels are the letters of Pinyin, which stand beside the ideographs of GB 2312.
const toneVowels = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"

// kindOf weighs one character. Traditional characters count as their simplified forms, so that Big5 is judged alike.
func kindOf(r rune) kind {
	switch {
	case r < 0x80:
		return common
	case r >= 0x4e00 && r <= 0x9fff:
		s := tables.TraditionalToSimplified(r)
		switch {
		case tables.FrequentHan(s):
			return common
		case tables.Common(s) == tables.Unlisted:
			return rare
		}
		return other
	case r >= 0xff01 && r <= 0xff5e, r >= 0x3000 && r <= 0x3002, r >= 0x3008 && r <= 0x3011:
		return common
	case r == 0xb7, r == 0x2014, r == 0x2026, r >= 0x2018 && r <= 0x201d:
		return common
	case strings.ContainsRune(toneVowels, r):
		return common
	case r >= 0x2190 && r <= 0x25ff: // arrows, frames of tables, numbers in circles
		return common
	case r >= 0x2000 && r <= 0x33ff: // other signs, kana, bopomofo
		return other
	case r > 0xff && r < 0x2000:
		return other
	}
	return rare
}
