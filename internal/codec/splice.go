package codec

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// Splice copies every byte outside the edits from raw, the file that t was decoded from, and encodes only New, its "\n"
// written as the majority line end of the file. The ByteEdits are exactly what changed. Post: decoding the output as raw was
// decoded gives the same encoding and exactly the intended text; else the error says why (a *LacksError, ErrNewText or
// ErrRoundTrip), and the file is to be left alone.
func (t *Text) Splice(raw []byte, e text.Edits) ([]byte, []ByteEdit, error) {
	written := make(text.Edits, len(e))
	edits := make([]ByteEdit, len(e))
	size := len(raw)
	for i, x := range e {
		written[i] = text.Edit{Span: x.Span, New: t.lineEnds(x)}
		b, err := t.encode(nil, written[i].New)
		if err != nil {
			return nil, nil, err
		}
		edits[i] = ByteEdit{t.Bytes(x.Span), b}
		size += len(b)
	}
	out := make([]byte, 0, size)
	at := 0
	for _, x := range edits {
		if x.Bytes.Start < at { // two edits inside one coded unit
			return nil, nil, roundTrip()
		}
		out = append(out, raw[at:x.Bytes.Start]...)
		out = append(out, x.New...)
		at = x.Bytes.End
	}
	out = append(out, raw[at:]...)
	if err := t.verify(out, written.Apply(t.S)); err != nil {
		return nil, nil, err
	}
	return out, edits, nil
}

// verify holds Splice to its promise. What was never in a file has no encoding to find.
func (t *Text) verify(out []byte, intended string) error {
	if t.want == "" {
		if string(out) != intended {
			return roundTrip()
		}
		return nil
	}
	again, err := Decode(out, t.want)
	if err != nil {
		return roundTrip()
	}
	if again.Encoding != t.Encoding {
		return takenFor(again.Encoding)
	}
	if again.S != intended || again.bom != t.bom {
		return roundTrip()
	}
	return nil
}

// lineEnds is the edit's new text with "\n" written as the file's majority. A "\n" that has its CR already, in New or in the
// text before it, stays.
func (t *Text) lineEnds(x text.Edit) string {
	if t.EOL == "\n" || !strings.Contains(x.New, "\n") {
		return x.New
	}
	var b strings.Builder
	cr := x.Span.Start > 0 && t.S[x.Span.Start-1] == '\r'
	for i := 0; i < len(x.New); i++ {
		if x.New[i] == '\n' && !cr {
			b.WriteByte('\r')
		}
		b.WriteByte(x.New[i])
		cr = x.New[i] == '\r'
	}
	return b.String()
}

// encode appends s in the file's encoding.
func (t *Text) encode(dst []byte, s string) ([]byte, error) {
	if !utf8.ValidString(s) {
		return nil, newText()
	}
	return encode(dst, s, t.Encoding)
}

// Writable reports whether the file's encoding can write s; if not, it names the first character that it lacks as U+XXXX.
func (t *Text) Writable(s string) (lacking string, ok bool) {
	var lacks *LacksError
	switch _, err := t.encode(nil, s); {
	case err == nil:
		return "", true
	case errors.As(err, &lacks):
		return fmt.Sprintf("%U", lacks.Rune), false
	}
	return fmt.Sprintf("%U", utf8.RuneError), false
}

// encode appends s in the encoding e. s is valid UTF-8.
func encode(dst []byte, s string, e Encoding) ([]byte, error) {
	if e == UTF8 || e == UTF8BOM {
		return append(dst, s...), nil
	}
	cs, ok := e.charset()
	if !ok {
		return nil, fmt.Errorf("unknown encoding %q", e)
	}
	for i := 0; i < len(s); {
		if e == Big5 {
			if d, n := big5Both(dst, s[i:]); n > 0 {
				dst, i = d, i+n
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if dst, ok = cs.appendRune(dst, r); !ok {
			return nil, &LacksError{e, r}
		}
		i += n
	}
	return dst, nil
}

// Transcode writes the whole text in another encoding, line ends as they stand, with a byte order mark for UTF-8-BOM and
// UTF-16. Lines of a UTF-8 file that are in another encoding (ForeignLines) are decoded as what they are; other undecodable
// bytes are ErrOpaque. Post: decoding the output as `to` gives the same text.
func Transcode(t *Text, to Encoding) ([]byte, error) {
	s := t.S
	if len(t.Opaque) > 0 {
		if !t.isUTF8() {
			return nil, opaqueBytes()
		}
		var err error
		if s, err = t.withForeignDecoded(); err != nil {
			return nil, err
		}
	}
	var out []byte
	if to != UTF8 && to != GB18030 {
		out = append(out, to.bom()...)
	}
	out, err := encode(out, s, to)
	if err != nil {
		return nil, err
	}
	again, err := Decode(out, to)
	if err != nil || again.S != s || again.Encoding != to || len(again.Opaque) > 0 {
		return nil, roundTrip()
	}
	return out, nil
}

func (t *Text) withForeignDecoded() (string, error) {
	lines := text.SplitLines(t.S)
	var es []text.Edit
	for _, f := range ForeignLines(t) {
		es = append(es, text.Edit{Span: lines.Span(f.Line), New: f.Decoded})
	}
	e, err := text.Canon(t.S, es)
	if err != nil {
		return "", err
	}
	s := e.Apply(t.S)
	if !utf8.ValidString(s) {
		return "", opaqueBytes()
	}
	return s, nil
}
