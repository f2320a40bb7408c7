package mojibake

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// minShifted is how many characters that shifting makes common prove a shift: of windows of four, clean text holds some that
// decode to common characters by chance, of windows of six none.
const minShifted = 6

// reach bounds how far a shift is followed to either side of where it shows, in characters.
const reach = 2000

// ByteShiftSigns are rare characters whose bytes are the second byte of a common character and the first of another: what a
// shift is full of. Private use and Bopomofo show it too.
var ByteShiftSigns = sync.OnceValue(func() []string {
	var out []string
	for b1 := 0xd8; b1 <= 0xf7; b1++ {
		for b2 := 0xb0; b2 <= 0xd7; b2++ {
			r := codec.DecodeGBK(byte(b1), byte(b2))
			if scan.ClassOf(r) == scan.Han && tables.Frequency(r) <= 10 && scan.Fold(r) == r {
				out = append(out, string(r))
			}
		}
	}
	return out
})

// GBKByteShift finds GBK that lost or gained one byte, so that every character after it is made of the halves of two, where it
// shows at the given offsets, in order. What stood at the two ends is searched; the repair is never exact: a score is no proof.
func GBKByteShift(src string, at []int) []Repair {
	var out []Repair
	done := 0
	for _, p := range at {
		if p < done || !promising(src, p) {
			continue
		}
		s := shiftAround(src, p, done)
		if r, ok := s.repair(src); ok {
			out = append(out, r)
			done = r.Span.End
		} else {
			done = s.offsets[len(s.offsets)-1] // nothing in this run
		}
	}
	return out
}

// promising looks at the nearest characters only: beside a sign of a shift most others read well one byte later, in clean text
// hardly two in a row.
func promising(src string, p int) bool {
	n := 0
	for i, before := p, []byte(nil); n < minShifted; { // to the right
		r, w := utf8.DecodeRuneInString(src[i:])
		b, ok := codec.EncodeGBK(r)
		if !ok || len(b) != 2 || before != nil && !plausible(codec.DecodeGBK(before[1], b[0])) {
			break
		}
		if before != nil {
			n++
		}
		before, i = b, i+w
	}
	_, w := utf8.DecodeRuneInString(src[p:])
	for i, after := p+w, []byte(nil); n < minShifted; { // to the left
		r, w := utf8.DecodeLastRuneInString(src[:i])
		b, ok := codec.EncodeGBK(r)
		if !ok || len(b) != 2 || after != nil && !plausible(codec.DecodeGBK(b[1], after[0])) {
			break
		}
		if after != nil {
			n++
		}
		after, i = b, i-w
	}
	return n >= minShifted-1
}

func plausible(r rune) bool { return usual(r) || tables.Common(r) == tables.Level1 }

// shifted is a run of two-byte characters, and what it reads one byte later.
type shifted struct {
	offsets []int  // where the characters stand, and the end of the last
	bytes   []byte // two a character
	runes   []rune // the runes of the text
}

// shiftAround takes the run of two-byte characters around p.
func shiftAround(src string, p, floor int) shifted {
	start := p
	for k := 0; start > floor && k < reach; k++ {
		r, n := utf8.DecodeLastRuneInString(src[floor:start])
		if b, ok := codec.EncodeGBK(r); !ok || len(b) != 2 {
			break
		}
		start -= n
	}
	s := shifted{offsets: []int{start}}
	for i, k := start, 0; i < len(src) && k < 2*reach; k++ {
		r, n := utf8.DecodeRuneInString(src[i:])
		b, ok := codec.AppendGBK(s.bytes, r)
		if !ok || len(b) != len(s.bytes)+2 {
			break
		}
		i += n
		s.bytes, s.runes, s.offsets = b, append(s.runes, r), append(s.offsets, i)
	}
	if len(s.runes) == 0 {
		s.offsets[0] = p + 1
	}
	return s
}

// repair finds the stretch that shifting explains best.
func (s *shifted) repair(src string) (Repair, bool) {
	// The stretch with the greatest sum of: 1 where shifting makes a rare character common, less than nothing where it makes a
	// common one rare.
	sum, from, best, a, b := 0, 0, 0, 0, 0
	for i := 0; i+1 < len(s.runes); i++ {
		switch now, then := s.runes[i], s.at(i); {
		case usual(then) && !usual(now):
			sum++
		case usual(then), tables.Common(then) == tables.Level1 && !usual(now):
		default:
			sum -= 3
		}
		if sum <= 0 {
			sum, from = 0, i+1
		} else if sum > best {
			best, a, b = sum, from, i+1
		}
	}
	if best < minShifted-1 || b-a < minShifted {
		return Repair{}, false
	}
	var mid strings.Builder
	t := tally{}
	for i := a; i < b; i++ {
		mid.WriteRune(s.at(i))
		t.add(s.at(i))
	}
	if t.strange() || t.common < minShifted || 5*t.common < 4*t.chars {
		return Repair{}, false
	}
	first := best5(func(c byte) rune { return codec.DecodeGBK(c, s.bytes[2*a]) })
	lost, rest := 2, s.bytes[2*b+1]
	var last []string
	if rest < utf8.RuneSelf { // the ASCII character that had become a second byte: from here on all is in step
		last, lost = []string{string(rune(rest))}, 1
	} else {
		last = best5(func(c byte) rune { return codec.DecodeGBK(rest, c) })
	}
	r := Repair{Span: text.Span{Start: s.offsets[a], End: s.offsets[b+1]}, New: first[0] + mid.String() + last[0], Chars: t.chars, Common: t.common,
		Lost: lost, Layers: []string{"gbk"}}
	if next, n := utf8.DecodeRuneInString(src[r.Span.End:]); lost == 2 && next == '?' || next == utf8.RuneError && n == 3 {
		r.Span.End += n // the half that was left over
	}
	r.Others = append(r.Others, mid.String()+last[0]) // the byte was added, not lost
	for _, f := range first[1:] {
		r.Others = append(r.Others, f+mid.String()+last[0])
	}
	return r, true
}

// at is what characters i and i+1 read one byte later.
func (s *shifted) at(i int) rune { return codec.DecodeGBK(s.bytes[2*i+1], s.bytes[2*i+2]) }

func usual(r rune) bool {
	if tables.FrequentHan(r) {
		return true
	}
	switch r {
	case '，', '。', '、', '：', '；', '“', '”', '（', '）', '《', '》':
		return true
	}
	return false
}

// best5 are the likeliest characters that any byte may make, at most five; an empty string if none.
func best5(make func(byte) rune) []string {
	var rs []rune
	for c := 0xa1; c <= 0xfe; c++ {
		if r := make(byte(c)); r > 0 && weight(r) > 0 {
			rs = append(rs, r)
		}
	}
	slices.SortStableFunc(rs, func(a, b rune) int { return weight(b) - weight(a) })
	out := []string{}
	for _, r := range rs[:min(5, len(rs))] {
		out = append(out, string(r))
	}
	if len(out) == 0 {
		out = append(out, "")
	}
	return out
}
