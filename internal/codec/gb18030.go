package codec

import (
	"sort"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
)

const (
	planeSlots = 39420  // four-byte sequences that write the basic plane: 81308130 to 8431A439
	planeFirst = 189000 // number of 90308130, which writes U+10000
)

// slotRange says that the code points from cp on take the four-byte sequences from slot on, up to the next range.
type slotRange struct{ slot, cp int }

// gbRanges lists the runs of code points of the basic plane that have no pair, in order: that is how the standard numbers
// the four-byte sequences. U+E7C7 stands where U+1E3F stood before the edition of 2005 gave that character its pair;
// U+E5E5 has no sequence, since A3A0 is read as a space.
var gbRanges = sync.OnceValue(func() []slotRange {
	var out []slotRange
	slot := 0
	add := func(cp int) {
		if n := len(out); n == 0 || cp-out[n-1].cp != slot-out[n-1].slot {
			out = append(out, slotRange{slot, cp})
		}
		slot++
	}
	for cp := 0x80; cp <= 0xffff; cp++ {
		switch {
		case cp == 0x1e3f:
			add(0xe7c7)
		case cp >= 0xd800 && cp <= 0xdfff, cp == 0xe5e5, cp == 0xe7c7:
		default:
			if _, _, ok := tables.GB18030Bytes(rune(cp)); !ok {
				add(cp)
			}
		}
	}
	return out
})

func nextGB18030(b []byte) unit {
	b1 := b[0]
	switch {
	case b1 < 0x80:
		return unit{r: rune(b1), n: 1}
	case b1 == 0x80: // the euro sign of code page 936
		return unit{r: '€', n: 1}
	case b1 == 0xff || len(b) < 2:
		return unit{r: utf8.RuneError, n: 1, bad: true}
	}
	if r := tables.GB18030Pair(b1, b[1]); r >= 0 {
		return unit{r: r, n: 2}
	}
	if r := fourBytes(b); r >= 0 {
		return unit{r: r, n: 4}
	}
	return unit{r: utf8.RuneError, n: 1, bad: true}
}

// fourBytes decodes the four-byte sequence at the start of b, -1 if there is none. b[0] is 81–FE.
func fourBytes(b []byte) rune {
	if len(b) < 4 || b[1] < 0x30 || b[1] > 0x39 || b[2] < 0x81 || b[2] > 0xfe || b[3] < 0x30 || b[3] > 0x39 {
		return -1
	}
	slot := ((int(b[0]-0x81)*10+int(b[1]-0x30))*126+int(b[2]-0x81))*10 + int(b[3]-0x30)
	if slot < planeSlots {
		rs := gbRanges()
		x := rs[sort.Search(len(rs), func(i int) bool { return rs[i].slot > slot })-1]
		return rune(x.cp + slot - x.slot)
	}
	if r := rune(slot - planeFirst + 0x10000); r >= 0x10000 && r <= utf8.MaxRune {
		return r
	}
	return -1
}

func appendGB18030(dst []byte, r rune) ([]byte, bool) {
	if r < 0x80 {
		return append(dst, byte(r)), true
	}
	if b1, b2, ok := tables.GB18030Bytes(r); ok {
		return append(dst, b1, b2), true
	}
	slot, ok := fourByteSlot(int(r))
	if !ok {
		return dst, false
	}
	return append(dst, byte(slot/12600+0x81), byte(slot/1260%10+0x30), byte(slot/10%126+0x81), byte(slot%10+0x30)), true
}

func fourByteSlot(cp int) (int, bool) {
	switch {
	case cp >= 0x10000:
		return cp - 0x10000 + planeFirst, true
	case cp >= 0xd800 && cp <= 0xdfff, cp == 0xe5e5:
		return 0, false
	case cp == 0xe7c7: // the one range out of order
		cp = 0x1e3f
	}
	rs := gbRanges()
	first := func(x slotRange) int { // the ranges ascend by what would stand there but for that one
		if x.cp == 0xe7c7 {
			return 0x1e3f
		}
		return x.cp
	}
	x := rs[sort.Search(len(rs), func(i int) bool { return first(rs[i]) > cp })-1]
	return x.slot + cp - first(x), true
}

// DecodeGBK gives the code point that code page 936 has for a pair of bytes, with the user-defined areas and the holes as
// private use; -1 if the bytes are no pair. Unlike the decoding of files it gives A3A0 its user-defined U+E5E5.
func DecodeGBK(b1, b2 byte) rune {
	if b1 == 0xa3 && b2 == 0xa0 {
		return 0xe5e5
	}
	return tables.GB18030Pair(b1, b2)
}

// AppendGBK appends the bytes that code page 936 writes r with: one for ASCII and the euro sign, else the pair whose code
// point DecodeGBK gives as r. ok is false, and dst as it was, if there is none.
func AppendGBK(dst []byte, r rune) (out []byte, ok bool) {
	switch {
	case r >= 0 && r < 0x80:
		return append(dst, byte(r)), true
	case r == '€':
		return append(dst, 0x80), true
	case r == 0xe5e5:
		return append(dst, 0xa3, 0xa0), true
	}
	if b1, b2, ok := tables.GB18030Bytes(r); ok {
		return append(dst, b1, b2), true
	}
	return dst, false
}

// EncodeGBK is AppendGBK into a slice of its own.
func EncodeGBK(r rune) (b []byte, ok bool) { return AppendGBK(nil, r) }
