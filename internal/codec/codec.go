package codec

import (
	"fmt"
	"strings"

	"github.com/reportlint/reportlint/internal/text"
)

// Bytes is a half-open range in the file as it is on disk, BOM counted. It is a type of its own so that the compiler keeps
// file offsets and text offsets apart.
type Bytes struct{ Start, End int }

// ByteEdit replaces a range of the file's bytes by New (already encoded as the file is).
type ByteEdit struct {
	Bytes Bytes
	New   []byte
}

// Encoding names how a file's bytes write characters.
type Encoding string

// The encodings that are read and written. GB18030 stands for GB 2312 and GBK too, Big5 includes the Hong Kong additions;
// both are as the WHATWG encoding standard has them, but GB18030 keeps the user-defined areas and the holes as private use.
const (
	Auto    Encoding = "auto"
	UTF8    Encoding = "utf-8"
	UTF8BOM Encoding = "utf-8-bom"
	UTF16LE Encoding = "utf-16le"
	UTF16BE Encoding = "utf-16be"
	GB18030 Encoding = "gb18030"
	Big5    Encoding = "big5"
)

// ParseEncoding reads the name of an encoding as users write it: any case, with or without hyphens, and the common aliases.
func ParseEncoding(name string) (Encoding, error) {
	switch strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(name)) {
	case "", "auto":
		return Auto, nil
	case "utf8":
		return UTF8, nil
	case "utf8bom", "utf8sig":
		return UTF8BOM, nil
	case "utf16", "utf16le":
		return UTF16LE, nil
	case "utf16be":
		return UTF16BE, nil
	case "gb18030", "gbk", "gb2312", "cp936", "euccn":
		return GB18030, nil
	case "big5", "big5hkscs", "cp950":
		return Big5, nil
	}
	return "", fmt.Errorf("unknown encoding %q; known are auto, utf-8, utf-8-bom, utf-16le, utf-16be, gb18030 and big5", name)
}

// Text is a decoded file. For encodings other than UTF-8 it keeps the slice it was decoded from, which must not change.
type Text struct {
	S        string      // the decoded text, BOM not included
	Encoding Encoding    // never Auto
	EOL      string      // majority line end, "\n" or "\r\n": what "\n" in new text is written as
	Opaque   []text.Span // runs of undecodable bytes as they stand in S, sorted; UTF-8: the raw bytes, else U+FFFD each

	bom   int      // bytes before the first character
	want  Encoding // what Decode was asked for; "" if the text never was in a file
	raw   []byte   // the file, for encodings whose offsets are not those of S
	marks []mark   // sparse pairs of offsets, first {0, bom}; nil where file offset = text offset + bom
}

// FromString is a text that was never in a file: UTF-8 without BOM. Offsets and bytes coincide.
func FromString(s string) *Text {
	t := &Text{S: s, Encoding: UTF8, Opaque: invalidRuns(s)}
	t.countLineEnds()
	return t
}

// With is a text in the same encoding and with the same line ends that reads s. It has no bytes of its own: offsets and bytes
// coincide, and it cannot be spliced unless it is UTF-8.
func (t *Text) With(s string) *Text {
	w := &Text{S: s, Encoding: t.Encoding, EOL: t.EOL}
	if t.isUTF8() {
		w.Opaque = invalidRuns(s)
	}
	return w
}

func (t *Text) isUTF8() bool { return t.Encoding == UTF8 || t.Encoding == UTF8BOM }

// countLineEnds counts the line ends.
func (t *Text) countLineEnds() {
	t.EOL = "\n"
	if strings.IndexByte(t.S, '\r') >= 0 && 2*strings.Count(t.S, "\r\n") > strings.Count(t.S, "\n") {
		t.EOL = "\r\n"
	}
}
