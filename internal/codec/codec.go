package codec

import (
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

// The encodings that are read and written.
const (
	Auto    Encoding = "auto"
	UTF8    Encoding = "utf-8"
	UTF8BOM Encoding = "utf-8-bom"
	UTF16LE Encoding = "utf-16le"
	UTF16BE Encoding = "utf-16be"
	GB18030 Encoding = "gb18030"
	Big5    Encoding = "big5"
)

// Text is a decoded file.
type Text struct {
	S        string      // the decoded text, BOM not included
	Encoding Encoding    // never Auto
	EOL      string      // majority line end, "\n" or "\r\n": what "\n" in new text is written as
	Opaque   []text.Span // undecodable bytes as they stand in S, sorted; UTF-8: the raw bytes, else U+FFFD

	bom int // bytes before the first character
}
