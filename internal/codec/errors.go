package codec

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/reportlint/reportlint/internal/locale"
)

// The errors of this package wrap one of these, or are a *LacksError. All have a Reason in both languages.
var (
	// ErrBinary: the file is no text. It holds NUL outside UTF-16 before its end, or more than 5 % of its bytes decode under no candidate.
	ErrBinary = errors.New("binary file")
	// ErrRoundTrip: bytes about to be written would not read back as the intended text in the same encoding.
	ErrRoundTrip = errors.New("the new bytes would not read back as the intended text")
	// ErrNewText: the new text of an edit is not valid UTF-8.
	ErrNewText = errors.New("the new text is not valid UTF-8")
	// ErrOpaque: a transcoding would lose bytes that are no characters.
	ErrOpaque = errors.New("undecodable bytes have no place in another encoding")
)

// Error is one of the errors above with what was seen.
type Error struct {
	base error
	why  locale.Text
}

func (e *Error) Error() string { return e.why.En }
func (e *Error) Unwrap() error { return e.base }

// Reason says the error in both languages. What is no text is skipped, not failed on.
func (e *Error) Reason() (why locale.Text, skipped bool) {
	return e.why, errors.Is(e.base, ErrBinary)
}

// LacksError says that an encoding cannot write a character.
type LacksError struct {
	Encoding Encoding
	Rune     rune
}

func (e *LacksError) Error() string {
	return fmt.Sprintf("%s cannot write %q (%U)", e.Encoding, e.Rune, e.Rune)
}

// Reason says the error in both languages.
func (e *LacksError) Reason() (why locale.Text, skipped bool) {
	return locale.Text{En: e.Error(), Zh: fmt.Sprintf("%s 编码无法写出 %q（%U）", e.Encoding, e.Rune, e.Rune)}, false
}

func binaryNUL(offset int) error {
	return &Error{ErrBinary, locale.Text{
		En: fmt.Sprintf("binary file: a NUL byte at offset %d", offset),
		Zh: fmt.Sprintf("二进制文件：偏移 %d 处有 NUL 字节", offset),
	}}
}

func binaryShare(bad, size int, e Encoding) error {
	return &Error{ErrBinary, locale.Text{
		En: fmt.Sprintf("binary file: %d of %d bytes are not valid %s", bad, size, e),
		Zh: fmt.Sprintf("二进制文件：%d 个字节中有 %d 个不是有效的 %s", size, bad, e),
	}}
}

func noEncoding(raw []byte) error {
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		return binaryNUL(i)
	}
	if size := len(raw); size < minGuess {
		return &Error{ErrBinary, locale.Text{
			En: fmt.Sprintf("not UTF-8, and %d bytes are too few to tell another encoding", size),
			Zh: fmt.Sprintf("不是 UTF-8，而文件只有 %d 个字节，不足以判断是何种编码", size),
		}}
	}
	return &Error{ErrBinary, locale.Text{
		En: "binary file: its bytes make no text under any known encoding",
		Zh: "二进制文件：按任何已知编码都读不出文字",
	}}
}

func roundTrip() error {
	return &Error{ErrRoundTrip, locale.Text{En: ErrRoundTrip.Error(), Zh: "写出的字节读回来与预期的文本不符"}}
}

func takenFor(e Encoding) error {
	return &Error{ErrRoundTrip, locale.Text{
		En: fmt.Sprintf("%v: they would be taken for %s", ErrRoundTrip, e),
		Zh: fmt.Sprintf("写出的字节读回来与预期的文本不符：会被当作 %s", e),
	}}
}

func newText() error {
	return &Error{ErrNewText, locale.Text{En: ErrNewText.Error(), Zh: "新文本不是有效的 UTF-8"}}
}

func opaqueBytes() error {
	return &Error{ErrOpaque, locale.Text{En: ErrOpaque.Error(), Zh: "无法解码的字节在别的编码中无处可放"}}
}
