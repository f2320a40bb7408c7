package codec

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// maxUndecodable is the share of bytes, 1 in 20, beyond which a file counts as binary.
const maxUndecodable = 20

// Decode reads raw as text. With want == Auto the encoding is found by strict trial; otherwise want is taken as given, but
// for a byte order mark of its own, which is never part of the text. Undecodable bytes are kept and listed in Opaque.
// The error wraps ErrBinary where raw is no text.
func Decode(raw []byte, want Encoding) (*Text, error) {
	if want == "" {
		want = Auto
	}
	enc, bom, valid := want, 0, false
	if want == Auto {
		enc, bom, valid = detect(raw)
		if enc == "" {
			return nil, noEncoding(raw)
		}
	} else {
		if _, ok := want.charset(); !ok {
			return nil, fmt.Errorf("unknown encoding %q", want)
		}
		if mark := want.bom(); mark != "" && bytes.HasPrefix(raw, []byte(mark)) {
			bom = len(mark)
		}
	}
	t := &Text{Encoding: enc, bom: bom, want: want}
	bad := 0
	switch enc {
	case UTF8, UTF8BOM:
		if t.Encoding = UTF8; bom > 0 {
			t.Encoding = UTF8BOM
		}
		t.S = string(raw[bom:])
		if !valid {
			t.Opaque = invalidRuns(t.S)
		}
		for _, o := range t.Opaque {
			bad += o.Len()
		}
	default:
		bad = t.transcribe(raw)
	}
	t.countLineEnds()
	if err := t.checkText(len(raw), bad); err != nil {
		return nil, err
	}
	return t, nil
}

// transcribe decodes raw into S, noting every so often a pair of offsets; bad counts the bytes that are no characters.
func (t *Text) transcribe(raw []byte) (bad int) {
	cs, _ := t.Encoding.charset()
	t.raw = raw
	t.marks = append(make([]mark, 0, len(raw)/markEvery*3/2+1), mark{0, t.bom})
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/2)
	for at, next := t.bom, markEvery; at < len(raw); {
		if b.Len() >= next {
			t.marks = append(t.marks, mark{b.Len(), at})
			next = b.Len() + markEvery
		}
		if cs.ascii && raw[at] < utf8.RuneSelf {
			end, limit := at+1, min(len(raw), at+markEvery)
			for end < limit && raw[end] < utf8.RuneSelf {
				end++
			}
			b.Write(raw[at:end])
			at = end
			continue
		}
		u := cs.next(raw[at:])
		if u.bad {
			bad += u.n
			t.opaque(text.Span{Start: b.Len(), End: b.Len() + u.size()})
		}
		b.WriteRune(u.r)
		if u.mark != 0 {
			b.WriteRune(u.mark)
		}
		at += u.n
	}
	t.S = b.String()
	return bad
}

// opaque notes bad bytes, as one run with those right before.
func (t *Text) opaque(s text.Span) {
	if n := len(t.Opaque); n > 0 && t.Opaque[n-1].End == s.Start {
		t.Opaque[n-1].End = s.End
		return
	}
	t.Opaque = append(t.Opaque, s)
}

// invalidRuns lists the runs of bytes of s that are not UTF-8.
func invalidRuns(s string) []text.Span {
	if utf8.ValidString(s) {
		return nil
	}
	var t Text
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			t.opaque(text.Span{Start: i, End: i + 1})
		}
		i += n
	}
	return t.Opaque
}

// checkText refuses what is no text under the encoding that was found or asked for: bad of size bytes are no characters.
func (t *Text) checkText(size, bad int) error {
	// A tail of NUL is what a writer that died leaves behind its text: damage to report, no reason to pass the file over.
	if i := strings.IndexByte(strings.TrimRight(t.S, "\x00\r\n"), 0); i >= 0 {
		return binaryNUL(t.Bytes(text.Span{Start: i, End: i}).Start)
	}
	if bad*maxUndecodable <= size {
		return nil
	}
	// Lines in another encoding decode under a candidate, only not under the file's.
	for _, f := range ForeignLines(t) {
		bad -= f.bad
	}
	if bad*maxUndecodable > size {
		return binaryShare(bad, size, t.Encoding)
	}
	return nil
}
