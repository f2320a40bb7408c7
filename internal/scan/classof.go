package scan

import "unicode/utf8"

// classRun begins a run of runes of one class.
type classRun struct {
	first rune
	class Class
}

// bmp is the class of every rune of the basic plane, expanded from classRuns once (some 20 µs). It is never written again.
var bmp = expand()

func expand() (t [1 << 16]Class) {
	for i, run := range classRuns {
		if run.first >= rune(len(t)) {
			break
		}
		end := len(t)
		if i+1 < len(classRuns) {
			end = min(end, int(classRuns[i+1].first))
		}
		part := t[run.first:end]
		for j := range part {
			part[j] = run.class
		}
	}
	return t
}

// ClassOf returns the class of r. A value that is no Unicode scalar value is Invalid; utf8.RuneError is U+FFFD and so
// Replacement: whether a decoded RuneError stands for an invalid byte is for the caller to know (see Decode).
func ClassOf(r rune) Class {
	if uint32(r) < 1<<16 {
		return bmp[uint16(r)]
	}
	return beyond(r)
}

// beyond is ClassOf for everything outside the basic plane.
func beyond(r rune) Class {
	if r < 0 || r > utf8.MaxRune {
		return Invalid
	}
	lo, hi := 0, len(classRuns) // the last run that begins at or before r
	for hi-lo > 1 {
		if mid := int(uint(lo+hi) >> 1); classRuns[mid].first <= r {
			lo = mid
		} else {
			hi = mid
		}
	}
	return classRuns[lo].class
}

// Decode is utf8.DecodeRuneInString that also returns the class; it tells an invalid byte (utf8.RuneError, 1, Invalid) from
// U+FFFD. The end of s gives utf8.RuneError, 0, Invalid.
func Decode(s string) (r rune, size int, c Class) {
	r, size = utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size < 2 {
		return r, size, Invalid
	}
	return r, size, ClassOf(r)
}
