package encoding

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// quotedPrintable reads one character of UTF-8 written byte by byte as mail writes it (RFC 2045, 6.7): =E5=9D=9A. Soft line breaks,
// an equals sign at the end of a line, may stand between its bytes and go with it. The end is at if there is none.
func quotedPrintable(src string, at int) (string, int) {
	var raw [utf8.UTFMax]byte
	n, need, i := 0, 1, at
	for n < need {
		if n > 0 {
			i = softBreak(src, i)
		}
		b, ok := hexByte(src, i, "=")
		if !ok {
			return "", at
		}
		if n == 0 {
			switch {
			case b >= ' ' && b < 0x7f:
			case b >= 0xe2 && b <= 0xef:
				need = 3
			case b >= 0xf0 && b <= 0xf4:
				need = 4
			default:
				return "", at
			}
		}
		raw[n] = b
		n++
		i += len("=E5")
	}
	if r, size := utf8.DecodeRune(raw[:n]); size != n || r == utf8.RuneError {
		return "", at
	}
	return string(raw[:n]), softBreak(src, i)
}

// hexByte is the byte that two hexadecimal digits behind mark stand for, at offset i: =E5, %E5, \xe5.
func hexByte(src string, i int, mark string) (byte, bool) {
	digits := i + len(mark)
	if digits+2 > len(src) || src[i:digits] != mark {
		return 0, false
	}
	v, err := strconv.ParseUint(src[digits:digits+2], 16, 8)
	return byte(v), err == nil
}

// softBreak is the offset behind the soft line break at i, i if there is none.
func softBreak(src string, i int) int {
	rest := src[i:min(len(src), i+16)]
	if !strings.HasPrefix(rest, "=") {
		return i
	}
	rest = strings.TrimLeft(rest[1:], " \t")
	end := i + 1 + len(src[i+1:min(len(src), i+16)]) - len(rest)
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		return end + 2
	case strings.HasPrefix(rest, "\n"):
		return end + 1
	}
	return i
}
